"""Order and knowledge on lanes as they are written; the rules one by one stand in tests/vectors/journal/order.json."""

from modules.events import LoginFailed, SessionStarted
from modules.journal import head_of
from modules.ordering import order, place_of, record
from modules.texts import DUTCH
from tests.makers import HOUR_MS, NOON, OTHER_TERMINAL, YEAR_MS, a_lane, a_moment, entries, replayed

STARTED = SessionStarted(language=DUTCH)
ELSEWHERE = a_lane(OTHER_TERMINAL)


def test_a_visit_after_another_comes_after_it_whatever_the_clock_says() -> None:
    first = entries(STARTED, LoginFailed())
    later = entries(STARTED, lane=ELSEWHERE, seen=[head_of(first[-1])], now=a_moment(NOON - 10 * YEAR_MS))
    ordered = order(place_of(entry) for entry in (*later, *first))
    assert [place.hash for place in ordered] == [entry.hash for entry in (*first, *later)]


def test_two_visits_at_once_stand_by_clock_and_know_nothing_of_each_other() -> None:
    here = entries(STARTED)
    there = entries(STARTED, lane=ELSEWHERE, now=a_moment(NOON + HOUR_MS))
    first, second = replayed(there, here)
    assert (first.place.hash, second.place.hash) == (here[0].hash, there[0].hash)
    assert not first.saw(second.place)
    assert not second.saw(first.place)


def test_a_writer_saw_his_own_earlier_entries_and_what_he_named() -> None:
    here = entries(STARTED, LoginFailed())
    there = entries(STARTED, lane=ELSEWHERE, seen=[head_of(here[0])])
    first, second, third = (
        next(one for one in replayed(here, there) if one.place.hash == e.hash) for e in (*here, *there)
    )
    assert second.saw(first.place)
    assert third.saw(first.place)
    assert not third.saw(second.place)


def test_an_entry_that_cannot_be_read_passes_its_knowledge_on() -> None:
    here = entries(STARTED)
    unread, read = entries(LoginFailed(), STARTED, lane=ELSEWHERE, seen=[head_of(here[0])])
    last = replayed(here, [unread.erased(), read])[-1]
    assert last.place.hash == read.hash
    assert last.saw(place_of(here[0]))


def test_entries_of_one_lane_stand_in_its_order_however_they_came() -> None:
    here = entries(STARTED, LoginFailed(), LoginFailed())
    for given in (here, here[::-1], (here[1], here[2], here[0])):
        assert [place.seq for place in order(map(place_of, given))] == [0, 1, 2]


def test_nothing_in_order_is_nothing() -> None:
    assert order(()) == ()
    assert list(record((), {})) == []
