"""Whatever is carried between four terminals and a gateway, and whatever their clocks say, all end with one person.

- Entries are carried in any order, in part, more than once; clocks jump ten years; terminals restart.
- What is settled is told by an account of its own here (who knew of what), not by the code under test.
- Not here: changed or torn lanes (test_tampering.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from modules.events import AnswerGiven, Event, GoalRemoved, GoalSet, PageReached, QuestionSkipped
from modules.ids import Digest, ItemId, OptionId
from modules.journal import CLOCK_BOUND_MS, Entry, merge, verify
from modules.ordering import order, place_of
from modules.progress import progress
from tests.definitions import PACK
from tests.makers import GATEWAY, GOAL, HOUR_MS, YEAR_MS, an_id, answered, chose, goal_set
from tests.property.replicas import Replica, World, clocks_of, lanes_of

WRITERS = [GATEWAY, *(an_id("t-", 100 + number) for number in range(4))]
ITEMS = [ItemId("basics.id"), ItemId("basics.debts")]
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(answered, st.sampled_from(ITEMS), st.builds(chose, st.sampled_from(["yes", "no", "unknown"]))),
    st.builds(QuestionSkipped, pack=st.just(PACK), item=st.sampled_from(ITEMS), reason=st.none()),
    st.builds(PageReached, page=st.sampled_from(["home", "reflector/basics.id", "plan"])),
    st.builds(goal_set, when=st.builds(OptionId, st.sampled_from(["this_week", "this_month"]))),
    st.just(GoalRemoved(goal_id=GOAL)),
)


@dataclass(frozen=True)
class Write:
    at: int
    events: Sequence[Event]
    then_wait_ms: int


@dataclass(frozen=True)
class Carry:
    """Takes a part of what one holds, or of his own lane, to another: shuffled, half of it twice; `part` 10 is all."""

    source: int
    goal: int
    own: bool
    part: int
    seed: int


@dataclass(frozen=True)
class SetClock:
    at: int
    off_ms: int


@dataclass(frozen=True)
class Restart:
    at: int


@dataclass(frozen=True)
class HearTheTime:
    at: int


Step = Write | Carry | SetClock | Restart | HearTheTime
PLACES = st.integers(0, len(WRITERS) - 1)
JUMPS = st.sampled_from([0, -60_000, HOUR_MS, -25 * HOUR_MS, YEAR_MS, 10 * YEAR_MS, -10 * YEAR_MS])
WAITS = st.sampled_from([0, 1, 5_000, HOUR_MS, 30 * HOUR_MS, 40 * 24 * HOUR_MS])
WRITES = st.builds(Write, PLACES, st.lists(EVENTS, min_size=1, max_size=3), WAITS)
CARRIES = st.builds(Carry, PLACES, PLACES, st.booleans(), st.sampled_from([5, 10, 10]), st.integers(0, 99))
REST = st.one_of(st.builds(SetClock, PLACES, JUMPS), st.builds(Restart, PLACES), st.builds(HearTheTime, PLACES))
KINDS: list[st.SearchStrategy[Step]] = [WRITES, WRITES, CARRIES, CARRIES, CARRIES, REST]
SCHEDULES = st.lists(st.sampled_from(KINDS).flatmap(lambda kind: kind), min_size=20, max_size=45)


@dataclass
class Town:
    """Everybody, and who knew of what when he wrote."""

    world: World = field(default_factory=World)
    replicas: list[Replica] = field(default_factory=list)
    knew: dict[Digest, frozenset[Digest]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.replicas = [Replica(self.world, writer) for writer in WRITERS]

    def live(self, schedule: Iterable[Step]) -> None:
        """Takes every step, and looks after each whether everybody can still be folded."""
        for step in schedule:
            match step:
                case Write(at, events, then_wait_ms):
                    self._write(self.replicas[at], events)
                    self.world.true_ms += then_wait_ms
                case Carry(source, goal, own, part, seed):
                    held = self.replicas[source].own() if own else self.replicas[source].entries
                    self._carry(held, self.replicas[goal], part, Random(seed))
                case SetClock(at, off_ms):
                    self.replicas[at].wall_off_ms = off_ms
                case Restart(at):
                    self.replicas[at].restart()
                case HearTheTime(at):
                    self.replicas[at].learn()

    def meet(self) -> None:
        """Brings everything everywhere."""
        for _ in range(2):
            for replica in self.replicas:
                self.replicas[0].take_in(replica.entries)
                replica.take_in(self.replicas[0].entries)

    def _write(self, replica: Replica, events: Sequence[Event]) -> None:
        before = len(self.world.written)
        holds = [entry.hash for entry in replica.whole()]
        knows = frozenset(holds).union(*(self.knew[hash_] for hash_ in holds))
        replica.write(events)
        for entry in self.world.written[before:]:
            self.knew[entry.hash] = knows
            knows |= {entry.hash}

    def _carry(self, held: Sequence[Entry], goal: Replica, part: int, chance: Random) -> None:
        taken = chance.sample(held, len(held) * part // 10)
        goal.take_in([*taken, *taken[: len(taken) // 2]])
        assert goal.person().resume_page
        progress(goal.recorded())


@given(SCHEDULES)
@settings(max_examples=120)
def test_whatever_is_carried_however_everybody_ends_with_one_person_and_nothing_is_lost(schedule: list[Step]) -> None:
    town = Town()
    town.live(schedule)
    town.meet()
    _assert_nothing_is_lost_and_every_lane_verifies(town)
    _assert_all_see_one_order_and_one_person(town)
    _assert_everybody_saw_what_he_knew_of(town)
    _assert_exactly_what_nobody_had_seen_stands(town)


@given(SCHEDULES)
def test_clocks_only_go_up_in_a_lane_and_are_never_carried_far_beyond_true_time(schedule: list[Step]) -> None:
    town = Town()
    town.live(schedule)
    for lane in lanes_of(town.world.written).values():
        positions = [clock.position for clock in clocks_of(lane)]
        assert all(before < after for before, after in pairwise(positions))
        assert max(time_ms for time_ms, _ in positions) <= town.world.true_ms + CLOCK_BOUND_MS


def _assert_nothing_is_lost_and_every_lane_verifies(town: Town) -> None:
    everything = merge(town.world.written, ())
    assert len(everything) == len(town.world.written)
    for replica in town.replicas:
        assert replica.entries == replica.whole() == everything
    for lane in lanes_of(everything).values():
        assert verify(lane) is not None


def _assert_all_see_one_order_and_one_person(town: Town) -> None:
    ordered, person = town.replicas[0].order(), town.replicas[0].person()
    for number, replica in enumerate(town.replicas):
        turned = (*replica.entries[number:], *replica.entries[:number])
        assert order(place_of(entry) for entry in reversed(turned)) == ordered
        assert replica.person() == person
    stands_at = {place.hash: number for number, place in enumerate(ordered)}
    for hash_, known in town.knew.items():
        assert all(stands_at[other] < stands_at[hash_] for other in known)


def _assert_everybody_saw_what_he_knew_of(town: Town) -> None:
    recorded = town.replicas[0].recorded()
    for one in recorded:
        saw = {other.place.hash for other in recorded if one.saw(other.place)}
        assert saw == town.knew[one.place.hash]


def _assert_exactly_what_nobody_had_seen_stands(town: Town) -> None:
    recorded, state = town.replicas[0].recorded(), town.replicas[0].person()
    for item in ITEMS:
        about = {
            one.place.hash: one.event
            for one in recorded
            if isinstance(one.event, AnswerGiven | QuestionSkipped) and one.event.item == item
        }
        standing = _unseen(about, town)
        assert [head.place.hash for head in state.reflector.heads.get(item, ())] == standing
        answers = [event.answer for hash_ in standing if isinstance(event := about[hash_], AnswerGiven)]
        assert state.reflector.answer(item) == (answers[-1] if answers else None)
        distinct = set(map(repr, answers))
        assert set(map(repr, state.reflector.rivals(item))) == (distinct if len(distinct) > 1 else set())
    goals = {one.place.hash: one.event for one in recorded if isinstance(one.event, GoalSet | GoalRemoved)}
    kept = [hash_ for hash_ in _unseen(goals, town) if isinstance(goals[hash_], GoalSet)]
    assert [head.place.hash for head in state.plan.goal_heads.get(GOAL, ())] == kept


def _unseen(about: Iterable[Digest], town: Town) -> list[Digest]:
    among = list(about)
    return [hash_ for hash_ in among if not any(hash_ in town.knew[other] for other in among)]
