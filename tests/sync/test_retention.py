"""What the gateway keeps ends: by the term, but for a hold and a return; for good, also where an old copy is back."""

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.access import Action
from modules.errors import RefusedError
from modules.events import MentorNoteSent, PersonErased, PlanSigned, SessionStarted
from modules.ids import DetaineeId, StaffId, SubjectId
from modules.journal import verify
from modules.reasons import NotePhrase
from modules.retention import DAY_MS, RetentionClass, RetentionTerms
from modules.texts import DUTCH
from sync.gateway.cli import main
from sync.gateway.clock import Clock
from sync.gateway.own_lane import OwnLane
from sync.gateway.retention import Retention
from sync.gateway.wiring import open_gateway
from sync.policy import Pace
from tests.line import CASE_MANAGER_NUMBER, MENTOR_NUMBER, OTHER_MENTOR_NUMBER, PASSWORD, Opened, a_gateway
from tests.makers import answered

STARTED = SessionStarted(language=DUTCH)
TERMS = RetentionTerms()
NEEDLES = tuple(f"naald-{number:02}-in-het-hooi" for number in range(50))
SOME_DAYS = 3


class Later(Clock):
    """The gateway's clock, moved by hand."""

    ahead_ms = 0

    def now_ms(self) -> int:
        return super().now_ms() + self.ahead_ms

    def passes(self, days: int) -> None:
        self.ahead_ms += days * DAY_MS


class Desk:
    """A gateway with somebody who wrote, signed and was written to; his retention on a clock of its own."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.clock = opened, Later()
        self.gateway = opened.gateway
        self.person = opened.person()
        self.subject = SubjectId(self.person)
        (self.terminal,) = opened.terminals
        mentor = StaffId(opened.roster.people[0].mentor)
        for needle in NEEDLES:
            institution = opened.roster.institution
            self.gateway.notes.send(institution, self.person, mentor, NotePhrase.GOOD_START, needle)
        self.terminal.write(self.person, STARTED, answered(), self.terminal.signs(self.person))
        self.round()
        gateway = self.gateway
        lane = OwnLane(gateway.register, gateway.enrolments, gateway.secret, self.clock)
        self.retention = Retention(
            gateway.folder, gateway.register, gateway.plans, lane=lane, log=gateway.log, clock=self.clock
        )

    def round(self) -> None:
        self.terminal.courier(self.opened.carrier()).round(Pace())

    def lists(self, *people: DetaineeId) -> None:
        """Hands in a roster of these people alone."""
        everybody = {one.detainee: one for one in self.everybody}
        update = {"people": tuple(everybody[one] for one in people), "version": self.opened.roster.version + 1}
        self.gateway.register.put_roster(self.opened.roster.model_copy(update=update))
        self.retention.look()

    def leaves(self) -> None:
        self.everybody = self.opened.roster.people
        self.lists(*(one.detainee for one in self.everybody if one.detainee != self.person))

    def readable(self) -> list[str]:
        """Gives what can still be read of him with every key of this gateway."""
        return [event.kind for _, event in self.gateway.plans.events_of(self.person) if event is not None]

    def over(self) -> list[RetentionClass]:
        return [kind for stay, kind in self.retention.over(TERMS) if stay.person == self.person]

    def erase(self, kind: RetentionClass) -> None:
        self.retention.erase(self.retention.stay(self.person), kind)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_gateway(tmp_path / "gateway", people=2) as opened:
        opened.gives_passwords()
        yield Desk(opened)


def test_nothing_of_who_is_here_ends(desk: Desk) -> None:
    desk.retention.look()
    desk.clock.passes(20 * 365)
    assert desk.over() == []
    with pytest.raises(RefusedError):
        desk.erase(RetentionClass.PENITENTIARY)


def test_six_months_after_he_left_everything_goes_but_the_plans_he_signed_and_after_ten_years_these(desk: Desk) -> None:
    desk.leaves()
    desk.clock.passes(183)
    assert desk.over() == []
    desk.clock.passes(1)
    assert desk.over() == [RetentionClass.INSTITUTION]
    desk.erase(RetentionClass.INSTITUTION)
    assert desk.over() == []
    assert set(desk.readable()) == {"session_started/1", "plan_signed/1"}
    assert desk.gateway.plans.of(desk.person).plan is not None
    desk.clock.passes(3_653)
    assert desk.over() == [RetentionClass.PENITENTIARY]
    desk.erase(RetentionClass.PENITENTIARY)
    assert desk.readable() == []
    assert desk.over() == []


def test_after_erasing_no_needle_is_left_lanes_verify_and_no_list_names_him(desk: Desk) -> None:
    name = next(one.name for one in desk.opened.roster.people if one.detainee == desk.person)
    found = [event.words for _, event in desk.gateway.plans.events_of(desk.person) if isinstance(event, MentorNoteSent)]
    assert set(NEEDLES) <= set(found)
    desk.leaves()
    desk.erase(RetentionClass.PENITENTIARY)
    assert desk.readable() == []
    stored = desk.gateway.register.read(desk.subject)
    assert all(one.entry.body is None for one in stored)
    for key in {one.entry.header.lane.key for one in stored}:
        assert verify([one.entry for one in stored if one.entry.header.lane.key == key]) is not None
    raw = b"".join(file.read_bytes() for file in desk.gateway.folder.glob("register.db*"))
    assert name.encode() not in raw


def test_a_hold_stops_a_term_and_a_return_within_it_lifts_it(desk: Desk) -> None:
    desk.leaves()
    desk.clock.passes(183)
    desk.lists(*(one.detainee for one in desk.everybody))
    desk.clock.passes(SOME_DAYS)
    assert desk.over() == []
    desk.leaves()
    desk.retention.hold(desk.retention.stay(desk.person), on=True)
    desk.clock.passes(20 * 365)
    assert desk.over() == []
    with pytest.raises(RefusedError):
        desk.erase(RetentionClass.PENITENTIARY)
    desk.retention.hold(desk.retention.stay(desk.person), on=False)
    assert desk.over() == [RetentionClass.PENITENTIARY]


def test_who_comes_back_within_his_term_is_known_by_his_number_and_after_it_is_not(desk: Desk) -> None:
    number = next(one.number for one in desk.opened.roster.people if one.detainee == desk.person)
    institution = desk.opened.roster.institution
    desk.leaves()
    assert desk.gateway.register.former(institution)[number] == desk.person
    desk.erase(RetentionClass.PENITENTIARY)
    assert number not in desk.gateway.register.former(institution)


def test_a_batch_that_was_on_its_way_comes_in_without_what_it_says(desk: Desk) -> None:
    desk.terminal.write(desk.person, answered("work.before"))
    desk.leaves()
    desk.erase(RetentionClass.INSTITUTION)
    desk.round()
    assert desk.terminal.due(100, 1 << 20, {}) == ()
    assert set(desk.readable()) == {"session_started/1", "plan_signed/1"}


def test_the_terminals_are_told_and_the_log_has_one_row(desk: Desk) -> None:
    desk.leaves()
    before = len(desk.gateway.log.about(desk.subject))
    desk.erase(RetentionClass.PENITENTIARY)
    desk.round()
    told = desk.terminal.events(DetaineeId(desk.opened.roster.institution))
    assert told == [PersonErased(person=desk.person, kept_as=RetentionClass.PENITENTIARY)]
    assert [row.action for row in desk.gateway.log.about(desk.subject)][before:] == [Action.ERASED]
    assert len(desk.gateway.log.verify()) == 64


def test_an_old_register_put_back_is_erased_again_before_it_is_used(desk: Desk, tmp_path: Path) -> None:
    folder = desk.gateway.folder
    desk.gateway.database.sweep()
    shutil.copy(folder / "register.db", tmp_path / "old.db")
    desk.leaves()
    desk.erase(RetentionClass.PENITENTIARY)
    desk.gateway.close()
    for file in folder.glob("register.db*"):
        file.unlink()
    shutil.copy(tmp_path / "old.db", folder / "register.db")
    gateway = open_gateway(folder)
    assert [event for _, event in gateway.plans.events_of(desk.person) if isinstance(event, PlanSigned)] == []
    assert gateway.register.roster(desk.opened.founded.institution.institution).person(desk.person) is None  # type: ignore[union-attr]
    assert gateway.retention.replay() == 0
    gateway.close()


def test_by_hand_it_takes_two_and_their_passwords(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def erases(by: str, second: str, typed: str = f"{PASSWORD}\n{PASSWORD}\n") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return main(["erase", desk.person, "--by", by, "--second", second, "--gateway", str(desk.gateway.folder)])

    assert erases(MENTOR_NUMBER, CASE_MANAGER_NUMBER) == 1, "he is still here"
    desk.leaves()
    assert erases(MENTOR_NUMBER, OTHER_MENTOR_NUMBER) == 1, "no case manager"
    assert erases(CASE_MANAGER_NUMBER, CASE_MANAGER_NUMBER) == 1, "one person"
    assert erases(MENTOR_NUMBER, CASE_MANAGER_NUMBER, f"{PASSWORD}\nverkeerd\n") == 1
    assert desk.readable() != []
    assert erases(MENTOR_NUMBER, CASE_MANAGER_NUMBER) == 0
    assert desk.readable() == []
    row = desk.gateway.log.about(desk.subject)[-1]
    assert (row.action, row.second is not None, row.by != row.second) == (Action.ERASED, True, True)
    assert PASSWORD not in capsys.readouterr().out


def test_the_terms_are_told_with_their_article_and_no_name(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.leaves()
    folder = str(desk.gateway.folder)
    assert main(["retention", "--hold", desk.person, "--gateway", folder]) == 0
    told = capsys.readouterr().out
    assert "Pbw art. 59, PM art. 39" in told
    assert f"{desk.person}  held" in told
    assert main(["erase", "--gateway", folder]) == 0
    assert "0 persons" in capsys.readouterr().out
    assert main(["retention", "--lift", desk.person, "--gateway", folder]) == 0
    told = capsys.readouterr().out
    assert f"{desk.person}  all kept until 20" in told
    assert "Visser" not in json.dumps(told)


def test_the_terms_as_they_are_set_travel_down_with_the_roster(tmp_path: Path) -> None:
    with a_gateway(tmp_path / "gateway") as opened:
        (terminal,) = opened.terminals
        terminal.courier(opened.carrier()).round(Pace())
        assert terminal.roster.retention is None
        settings = opened.folder / "gateway.toml"
        said = settings.read_text(encoding="utf-8")
        settings.write_text(said.replace("institution_days = 184", "institution_days = 200"), encoding="utf-8")
        open_gateway(opened.folder).close()
        version = opened.roster.version
        open_gateway(opened.folder).close()
        assert opened.roster.version == version, "told once, until they are set otherwise"
        terminal.courier(opened.carrier()).round(Pace())
        assert terminal.roster.retention == RetentionTerms(institution_days=200)
