"""A terminal that never has a network: everything goes and comes on a carried medium."""

from pathlib import Path

from kiosk.development import MENTOR_NUMBER, MENTOR_PASSWORD, Desk
from tests.e2e.browser import Mentor
from tests.e2e.programs import drplan, kiosk, progress, status
from tests.journey import Journey


def test_answers_go_and_a_mentors_note_comes_back_on_a_carried_medium(
    desk: Desk, journey: Journey, tmp_path: Path
) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    journey.log_in()
    journey.walk("stone.reflector")
    journey.leave()

    def carry() -> None:
        done = kiosk("carry", str(medium), "--settings", str(desk.settings))
        assert done.returncode == 0, done.stderr

    carry()
    carry()
    assert status(desk)["due"] > 0
    done = drplan(desk, "import", str(medium))
    assert done.returncode == 0, done.stderr
    arrived = progress(desk, tmp_path / "progress.json")
    assert arrived["themes_done"] == ["Mijn basis"]
    assert drplan(desk, "import", str(medium)).returncode == 0
    assert progress(desk, tmp_path / "again.json") == arrived

    with desk.gateway(), Mentor(desk.staff_url, MENTOR_NUMBER, MENTOR_PASSWORD) as mentor:
        mentor.send_note(mentor.people()[0], "good_start", "")
    assert drplan(desk, "export", "medium", str(medium)).returncode == 0
    carry()
    assert status(desk)["due"] == 0
    assert journey.has_note()
