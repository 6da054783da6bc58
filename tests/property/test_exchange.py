"""Whatever is carried when, how often and in what order: everybody ends up with the same, and nothing is lost."""

import itertools
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modules.events import SessionStarted
from modules.ids import Digest, SubjectId
from modules.journal import verify
from modules.reasons import NotePhrase
from modules.texts import DUTCH
from sync.policy import Pace
from tests.line import Opened, a_gateway
from tests.makers import answered
from tests.memory_terminal import MemoryCarrier, MemoryTerminal

STARTED = SessionStarted(language=DUTCH)
TERMINALS = 4

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "jump", "round", "lost answer", "again", "closed", "note"]),
        st.integers(0, TERMINALS - 1),
        st.integers(1, 4),
    ),
    min_size=4,
    max_size=14,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_four_terminals_and_a_gateway_converge_and_nothing_is_lost(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, a_gateway(Path(folder) / "gateway", 2, TERMINALS) as opened:
        roads = [opened.carrier() for _ in opened.terminals]
        for step, which, count in steps:
            _take(opened, roads[which], opened.terminals[which], step, count)
        written = set().union(*(terminal.hashes() for terminal in opened.terminals))
        for _, terminal, road in itertools.product(range(2), opened.terminals, roads[:1]):
            road.closed, road.losing_answers = False, 0
            assert terminal.courier(road).round(Pace()).distrusted == 0
        _agree(opened, written)


def _take(opened: Opened, road: MemoryCarrier, terminal: MemoryTerminal, step: str, count: int) -> None:
    person = opened.person(f"10000{1 + count % 2}")
    match step:
        case "write":
            terminal.write(person, STARTED, *[answered(f"basics.q{number}") for number in range(count)])
        case "jump":
            terminal.wall_ahead_ms = (count - 2) * 3_600_000
        case "again":
            for raw in reversed(road.sent):
                opened.gateway.exchange.take(raw)
        case "note":
            staff, institution = opened.roster.staff[0].staff, opened.roster.institution
            opened.gateway.notes.send(institution, person, staff, NotePhrase.GOOD_START, "")
        case _:
            road.closed, road.losing_answers = step == "closed", int(step == "lost answer")
            terminal.courier(road).round(Pace())


def _agree(opened: Opened, written: set[Digest]) -> None:
    people = [person.detainee for person in opened.roster.people]
    stored = [one.entry for person in people for one in opened.gateway.register.read(SubjectId(person))]
    everywhere = {entry.hash for entry in stored}
    assert written <= everywhere
    for terminal in opened.terminals:
        assert terminal.hashes() == everywhere
        assert terminal.due(1000, 1 << 30, {}) == ()
        for chain in terminal.entries.values():
            verify(chain)
    for person in people:
        assert len({str(terminal.events(person)) for terminal in opened.terminals}) == 1
        assert opened.gateway.plans.of(person).unreadable == 0
