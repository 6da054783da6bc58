"""A first visit with no network; later all of it arrives, once."""

from pathlib import Path

from kiosk.development import Desk
from tests.e2e.programs import progress, status
from tests.journey import Journey


def test_a_first_visit_needs_no_network_and_arrives_once_when_there_is_one(
    desk: Desk, journey: Journey, tmp_path: Path
) -> None:
    journey.log_in()
    journey.walk("stone.reflector")
    journey.terminal.touch("stone.m1")
    journey.terminal.wait_for_page("track/m1")
    journey.answer()
    journey.go_on("track/m1")
    journey.terminal.wait_for_page("kvv/m1")
    journey.leave()

    waiting = status(desk)["due"]
    assert waiting > 20
    assert desk.carry_once() == 5
    assert status(desk)["due"] == waiting

    with desk.gateway():
        assert desk.carry_once() == 0
        arrived = progress(desk, tmp_path / "first.json")
        assert arrived["sessions"] == 1
        assert arrived["themes_done"] == ["Mijn basis"]
        assert status(desk)["due"] == 0
        assert desk.carry_once() == 0
        again = progress(desk, tmp_path / "again.json")
    assert again == arrived


def test_an_answer_can_be_changed_in_the_overview_and_in_another_language(journey: Journey) -> None:
    terminal = journey.terminal
    journey.log_in()
    journey.walk("stone.reflector")
    terminal.touch("stone.reflector")
    terminal.wait_for_page("reflector")
    terminal.touch("theme.reflector/basics/overview")
    terminal.wait_for_page("reflector/basics/overview")
    terminal.touch("row.reflector/basics/basics.id_document")
    terminal.wait_for_page("reflector/basics/basics.id_document")
    terminal.touch("answer.no")
    terminal.touch("top.language")
    terminal.touch("language.ar")
    terminal.wait_for_page("reflector/basics/basics.id_document")
    terminal.touch("top.hide")
    terminal.wait_for_screen("HiddenScreen")
    assert set(terminal.seen()["places"]) <= {"hidden.touch"}
    terminal.touch("hidden.touch")
    terminal.wait_for_page("reflector/basics/basics.id_document")
    terminal.wait_for("answer.no")
