"""What every register must do, whatever engine it stands on; run on each (tests/sync).

- Not here: what may be stored (tests/unit/sync/gateway/test_ingest.py).
"""

import threading
from abc import ABC, abstractmethod
from collections.abc import Sequence

import pytest

from modules.errors import ChainBrokenError, RollbackError
from modules.ids import EntryId, InstitutionId, SubjectId, TerminalId
from modules.journal import Entry, head_of, verify
from sync.ports import Arrival, Delivery, Register
from tests.makers import (
    INSTITUTION,
    NOON,
    OTHER_PERSON,
    OTHER_TERMINAL,
    PERSON,
    TERMINAL,
    a_lane,
    a_roster,
    an_id,
    answered,
    entries,
)

ELSEWHERE = InstitutionId(an_id("i-", 32))
SOME = entries(*[answered()] * 5)
OTHERS = entries(*[answered()] * 3, lane=a_lane(OTHER_TERMINAL, OTHER_PERSON))
WHOLE = 1 << 30


def an_arrival(found: Sequence[Entry] = SOME, institution: InstitutionId = INSTITUTION, number: int = 1) -> Arrival:
    """Gives entries as they come in with a batch."""
    delivery = Delivery(TERMINAL, EntryId(an_id("", number)), number, number * 10)
    return Arrival(institution, NOON, found, {}, delivery)


class RegisterSuite(ABC):
    """The rules of a register."""

    @pytest.fixture
    @abstractmethod
    def register(self) -> Register:
        """Gives an empty register."""

    @abstractmethod
    def reopened(self, register: Register) -> Register:
        """Gives the same register, opened by another process."""

    def test_what_was_stored_is_there_for_whoever_opens_it_next(self, register: Register) -> None:
        assert register.append(an_arrival()) == 5
        assert tuple(one.entry for one in self.reopened(register).read(SubjectId(PERSON))) == SOME

    def test_storing_the_same_again_changes_nothing(self, register: Register) -> None:
        register.append(an_arrival())
        before = register.read(SubjectId(PERSON))
        assert register.append(an_arrival()) == 0
        assert register.append(an_arrival(SOME[2:4], number=2)) == 0
        assert register.read(SubjectId(PERSON)) == before

    def test_only_what_is_new_is_counted(self, register: Register) -> None:
        register.append(an_arrival(SOME[:3]))
        assert register.append(an_arrival()) == 2

    def test_two_entries_never_stand_in_one_place_and_nothing_of_such_an_arrival_is_stored(
        self, register: Register
    ) -> None:
        register.append(an_arrival(SOME[:3]))
        fork = entries(answered("basics.debts"), *[answered()] * 5)
        with pytest.raises(ChainBrokenError):
            register.append(an_arrival((*OTHERS, *fork[2:])))
        assert tuple(one.entry for one in register.read(SubjectId(PERSON))) == SOME[:3]
        assert register.read(SubjectId(OTHER_PERSON)) == ()

    def test_the_head_of_a_lane_is_its_last_entry_and_a_new_lane_has_none(self, register: Register) -> None:
        register.append(an_arrival())
        lane, other = SOME[0].header.lane, OTHERS[0].header.lane
        assert register.heads([lane, other]) == {lane.key: head_of(SOME[-1])}

    def test_a_person_is_read_over_all_lanes_and_nobody_else(self, register: Register) -> None:
        elsewhere = entries(answered(), lane=a_lane(OTHER_TERMINAL))
        register.append(an_arrival((*SOME, *OTHERS, *elsewhere)))
        assert {one.entry.hash for one in register.read(SubjectId(PERSON))} == {
            entry.hash for entry in (*SOME, *elsewhere)
        }

    def test_a_feed_goes_on_where_it_was_and_tells_how_far_it_went(self, register: Register) -> None:
        register.append(an_arrival())
        position, first = register.after(INSTITUTION, 0, 2, WHOLE)
        assert first == SOME[:2]
        assert register.after(INSTITUTION, position, 100, WHOLE) == (register.position(), SOME[2:])
        assert register.after(INSTITUTION, register.position(), 100, WHOLE) == (register.position(), ())

    def test_a_feed_holds_no_more_bytes_than_asked_but_always_something(self, register: Register) -> None:
        register.append(an_arrival())
        reached = 0
        found: list[Entry] = []
        for _ in SOME:
            reached, part = register.after(INSTITUTION, reached, 100, 10)
            assert len(part) == 1
            found += part
        assert tuple(found) == SOME

    def test_an_institution_is_given_only_what_is_its_own(self, register: Register) -> None:
        register.append(an_arrival())
        register.append(an_arrival(OTHERS, ELSEWHERE, 2))
        assert register.after(ELSEWHERE, 0, 100, WHOLE) == (register.position(), OTHERS)
        assert register.after(INSTITUTION, 0, 100, WHOLE) == (register.position(), SOME)

    def test_a_roster_is_part_of_the_feed_once_and_never_goes_back(self, register: Register) -> None:
        register.append(an_arrival())
        at = register.position()
        register.put_roster(a_roster(version=1))
        assert register.position() > at
        assert register.roster(INSTITUTION, at) == a_roster(version=1)
        assert register.roster(INSTITUTION, register.position()) is None
        assert register.roster(INSTITUTION) == a_roster(version=1)
        assert register.roster(ELSEWHERE) is None
        with pytest.raises(RollbackError):
            register.put_roster(a_roster(version=1))

    def test_a_new_roster_is_seen_by_who_had_read_the_old_one(self, register: Register) -> None:
        register.put_roster(a_roster(version=1))
        other = self.reopened(register)
        assert other.roster(INSTITUTION) == a_roster(version=1)
        register.put_roster(a_roster(version=2))
        assert other.roster(INSTITUTION) == a_roster(version=2)

    def test_the_newest_batch_of_a_terminal_is_known(self, register: Register) -> None:
        assert register.last_delivery(TERMINAL) is None
        register.append(an_arrival(SOME[:3], number=4))
        register.append(an_arrival(SOME[3:], number=5))
        register.append(an_arrival(SOME[:3], number=4))
        assert register.last_delivery(TERMINAL) == Delivery(TERMINAL, EntryId(an_id("", 5)), 5, 50)
        assert register.last_delivery(TerminalId(an_id("t-", 99))) is None

    def test_an_erased_person_leaves_lanes_that_verify_and_no_bodies(self, register: Register) -> None:
        register.append(an_arrival((*SOME, *OTHERS)))
        assert register.erase(SubjectId(PERSON)) == len(SOME)
        kept = [one.entry for one in register.read(SubjectId(PERSON))]
        assert [entry.body for entry in kept] == [None] * len(SOME)
        assert verify(kept) == head_of(SOME[-1])
        assert [one.entry for one in register.read(SubjectId(OTHER_PERSON))] == list(OTHERS)
        assert register.erase(SubjectId(PERSON)) == 0

    def test_many_who_store_the_same_at_once_store_it_once(self, register: Register) -> None:
        new: list[int] = []
        threads = [threading.Thread(target=lambda: new.append(register.append(an_arrival()))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(new) == [0] * 7 + [5]
        assert len(register.read(SubjectId(PERSON))) == 5

    def test_one_who_is_refused_keeps_nobody_else_at_the_same_moment_out(self, register: Register) -> None:
        register.append(an_arrival(SOME[:1]))
        fork = entries(answered("basics.debts"))
        outcomes: list[object] = []

        def store(found: Sequence[Entry], number: int) -> None:
            try:
                outcomes.append(register.append(an_arrival(found, number=number)))
            except ChainBrokenError as error:
                outcomes.append(type(error))

        lanes = [entries(answered(), lane=a_lane(an_id("t-", 100 + number))) for number in range(6)]
        work = [(fork, 50), *((lane, 60 + number) for number, lane in enumerate(lanes))]
        threads = [threading.Thread(target=store, args=one) for one in work]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert outcomes.count(ChainBrokenError) == 1
        assert outcomes.count(1) == 6
