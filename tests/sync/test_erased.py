"""What is left at the gateway of who was erased: nothing that can be read, in no file and in no process; and the plans.

- Needles stand in every field anybody can fill in (tests/needles.py).
- Not here: terms, holds and who may erase (test_retention.py).
"""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.access import Action
from modules.ids import StaffId
from modules.plan.state import digest_of
from modules.reasons import NotePhrase
from modules.retention import RetentionClass
from sync.gateway.cli import main
from sync.gateway.wiring import open_gateway
from tests.line import a_gateway
from tests.needles import planted
from tests.sync.test_retention import Desk

EVENTS, NEEDLES = planted(rounds=6)
LEAST = 50
NOTED = "speldenkussen-in-een-bericht"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_gateway(tmp_path / "gateway", people=2) as opened:
        opened.gives_passwords()
        yield Desk(opened)


def readable(desk: Desk) -> set[str]:
    """Gives the needles that can be read with every key of the gateway."""
    told = "\n".join(event.model_dump_json() for _, event in desk.gateway.plans.events_of(desk.person) if event)
    return {needle for needle in (*NEEDLES, NOTED) if needle in told}


def raw(desk: Desk) -> list[tuple[str, str]]:
    """Gives the files of the gateway in which a needle stands as it is, with the needle."""
    files = [path for path in desk.gateway.folder.rglob("*") if path.is_file()]
    assert {"register.db", "register.db-wal"} <= {path.name for path in files}
    return [(path.name, one) for path in files for one in (*NEEDLES, NOTED) if one.encode() in path.read_bytes()]


def test_needles_in_every_field_are_in_no_file_and_after_erasing_in_no_event_and_no_log(
    desk: Desk, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    roster = desk.opened.roster
    desk.terminal.write(desk.person, *EVENTS)
    desk.gateway.notes.send(
        roster.institution, desk.person, StaffId(roster.people[0].mentor), NotePhrase.GOOD_START, NOTED
    )
    desk.round()
    found = readable(desk)
    assert NOTED in found
    assert len(found) >= LEAST
    assert raw(desk) == []
    desk.leaves()
    desk.erase(RetentionClass.PENITENTIARY)
    assert readable(desk) == set()
    assert raw(desk) == []
    written = capfd.readouterr()
    told = caplog.text + written.out + written.err
    assert [one for one in (*NEEDLES, NOTED) if one in told] == []


def test_a_gateway_that_is_serving_drops_at_once_whom_another_process_erased(desk: Desk) -> None:
    serving = open_gateway(desk.gateway.folder)
    assert serving.plans.of(desk.person).plan is not None
    assert serving.plans.drop_erased() == 0
    desk.leaves()
    desk.erase(RetentionClass.PENITENTIARY)
    assert serving.plans.of(desk.person).plan is None
    assert serving.plans.drop_erased() == 0
    serving.close()


def test_what_nobody_asks_for_any_more_goes_from_memory_too(desk: Desk) -> None:
    serving = open_gateway(desk.gateway.folder)
    neighbour = next(one.detainee for one in desk.opened.roster.people if one.detainee != desk.person)
    assert serving.plans.of(desk.person).plan is not None
    assert serving.plans.of(neighbour).plan is None
    desk.leaves()
    desk.erase(RetentionClass.INSTITUTION)
    assert [serving.plans.drop_erased(), serving.plans.drop_erased()] == [1, 0]
    serving.close()


def test_a_plan_that_is_kept_is_fetched_by_id_with_its_countersignature_and_the_log_says_so(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gateway, roster, folder = desk.gateway, desk.opened.roster, str(desk.gateway.folder)
    mentor = next(one for one in roster.staff if one.staff == roster.people[0].mentor)
    signed = gateway.plans.of(desk.person).plan
    assert signed is not None
    gateway.courses.open(roster.institution, desk.person, mentor)
    gateway.courses.countersign(roster.institution, desk.person, mentor, digest_of(signed.recorded.event))
    desk.leaves()
    desk.erase(RetentionClass.INSTITUTION)
    assert set(desk.readable()) == {"session_started/1", "plan_signed/1", "plan_countersigned/1"}
    asked = ["export", "plan", "--out", str(tmp_path / "plan"), "--gateway", folder]
    assert main([*asked, "100001"]) == 1, "he is on no roster any more"
    assert main(asked) == main([*asked, "100001", "--id", desk.person]) == main([*asked, "--id", "p-nobody"]) == 1
    assert main([*asked, "--id", desk.person]) == 0
    assert sorted(path.name for path in (tmp_path / "plan").iterdir()) == ["plan.html", "plan.json", "plan.pdf"]
    exported = json.loads((tmp_path / "plan" / "plan.json").read_text())
    assert [one["event"]["by"] for one in exported["countersigned"]] == [mentor.staff]
    assert main(["verify-plan", str(tmp_path / "plan" / "plan.json"), "--gateway", folder]) == 0
    assert gateway.log.about(desk.subject)[-1].action is Action.PLAN_EXPORTED
    assert set(desk.readable()) == {"session_started/1", "plan_signed/1", "plan_countersigned/1"}
    desk.erase(RetentionClass.PENITENTIARY)
    assert main([*asked, "--id", desk.person]) == 1
    capsys.readouterr()
