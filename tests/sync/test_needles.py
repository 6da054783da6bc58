"""What a person typed, who he is, and his PIN stand nowhere in the clear: not in a batch, a medium or the register."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.events import PrivateNoteKept, SessionStarted
from modules.exercises.shared import PlanPart, Said
from modules.ids import GoalId, SubjectId
from modules.plan.document import Both, Line, Own, Section
from modules.texts import DUTCH
from sync.carriers.medium import MediumCarrier
from sync.policy import Pace
from tests.line import Opened, a_gateway
from tests.makers import an_id, answered, goal_set
from tests.needles import planted

NEEDLES = ("naaldenkussen", "hooibergspeld", "Ruben Visser", "basics.income")
STARTED = SessionStarted(language=DUTCH)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "gateway") as opened:
        (terminal,) = opened.terminals
        person = opened.person()
        line = Line(label=Both(nl="Mijn stap", shown="Mijn stap"), values=(Own(own=NEEDLES[0], language=DUTCH),))
        who = Both(nl="Je mentor", shown="Je mentor")
        section = Section(part=PlanPart.GOALS, title=line.label, who_sees=who, blocks=((line,),))
        terminal.write(
            person,
            STARTED,
            answered(NEEDLES[3]),
            goal_set(GoalId(an_id("goal-", 1)), first_step=Said(own=NEEDLES[1])),
            PrivateNoteKept(words=NEEDLES[1]),
            terminal.signs(person, sections=(section,)),
        )
        yield opened


def found_in(folder: Path) -> list[tuple[str, str]]:
    return [
        (path.name, needle)
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in {".secret", ".toml"}
        for needle in NEEDLES
        if needle.encode() in path.read_bytes()
    ]


def test_a_medium_holds_no_needle_and_no_persons_id(opened: Opened, tmp_path: Path) -> None:
    (terminal,) = opened.terminals
    medium = tmp_path / "medium"
    medium.mkdir()
    carrier = MediumCarrier(medium, terminal.id, terminal.bundle.institution, terminal.signer)
    terminal.courier(carrier).round(Pace())
    opened.gateway.by_hand.take_in(medium)
    opened.gateway.by_hand.put_back(medium, opened.roster.institution)
    assert found_in(medium) == []
    assert [
        path for path in medium.rglob("*") if path.is_file() and opened.person().encode() in path.read_bytes()
    ] == []


def test_a_batch_holds_no_needle(opened: Opened) -> None:
    (terminal,) = opened.terminals
    road = opened.carrier()
    terminal.courier(road).round(Pace())
    assert road.sent
    assert [needle for needle in NEEDLES for raw in road.sent if needle.encode() in raw] == []


def test_the_registers_file_tells_no_answer_and_nothing_of_a_plan(opened: Opened) -> None:
    (terminal,) = opened.terminals
    terminal.courier(opened.carrier()).round(Pace())
    plan = opened.gateway.plans.of(opened.person()).plan
    assert plan is not None
    assert NEEDLES[0] in plan.recorded.event.document
    found = found_in(opened.folder)
    assert {needle for _, needle in found} <= {"Ruben Visser"}, "the roster names people, the journal never does"


def test_what_is_only_for_himself_the_gateway_cannot_open(opened: Opened) -> None:
    (terminal,) = opened.terminals
    terminal.courier(opened.carrier()).round(Pace())
    happened = opened.gateway.plans.of(opened.person()).happened
    assert [one for one in happened if NEEDLES[1] in one.event.model_dump_json()] == []
    stored = opened.gateway.register.read(SubjectId(opened.person()))
    assert len([one for one in stored if str(one.entry.header.lane.writer) == terminal.id]) == 6


def test_needles_in_every_field_of_every_event_are_in_no_batch_medium_or_register(
    opened: Opened, tmp_path: Path
) -> None:
    (terminal,) = opened.terminals
    events, words = planted()
    terminal.write(opened.person(), *events)
    road, medium = opened.carrier(), tmp_path / "medium"
    medium.mkdir()
    carrier = MediumCarrier(medium, terminal.id, terminal.bundle.institution, terminal.signer)
    terminal.courier(carrier).round(Pace())
    terminal.courier(road).round(Pace())
    assert len(opened.gateway.register.read(SubjectId(opened.person()))) > len(events)
    files = [path for folder in (medium, opened.folder) for path in folder.rglob("*") if path.is_file()]
    told = [*road.sent, *(path.read_bytes() for path in files)]
    assert len(files) > 5
    assert [word for word in words for raw in told if word.encode() in raw] == []
