"""Lanes: extend, verify, anchor, merge, erase; the formats themselves stand in tests/vectors/journal."""

import pytest

from modules.errors import ChainBrokenError, MalformedError
from modules.events import LoginFailed
from modules.ids import EntryId
from modules.journal import GENESIS, Draft, Entry, check_anchor, extend, head_of, merge, verify
from tests.makers import HOUR_MS, NOON, OTHER_PERSON, OTHER_TERMINAL, YEAR_MS, a_lane, a_moment, an_id, entries

FIVE = (LoginFailed(),) * 5


def test_the_first_entry_of_a_lane_follows_nothing() -> None:
    first = entries(LoginFailed())[0]
    assert (first.header.seq, first.header.previous, first.header.parents) == (0, GENESIS, ())


def test_entries_of_one_write_follow_each_other() -> None:
    drafts = [Draft(EntryId(an_id("", number)), b"body %d" % number) for number in range(3)]
    written = extend(None, a_lane(), drafts, (), a_moment())
    assert [entry.header.seq for entry in written] == [0, 1, 2]
    assert [entry.header.clock.counter for entry in written] == [0, 1, 2]
    assert verify(written) == head_of(written[-1])


def test_a_lane_goes_on_where_it_was_left() -> None:
    before = entries(*FIVE)
    after = entries(LoginFailed(), after=head_of(before[-1]))
    assert verify((*before, *after)) == verify(after, head_of(before[-1])) == head_of(after[-1])


def test_writing_nothing_gives_nothing() -> None:
    assert extend(None, a_lane(), (), (), a_moment()) == ()
    assert verify(()) is None
    assert verify((), head_of(entries(LoginFailed())[0])) == head_of(entries(LoginFailed())[0])


def test_heads_seen_elsewhere_are_parents_of_the_first_entry_of_a_write_only() -> None:
    elsewhere = [head_of(entries(LoginFailed(), lane=a_lane(OTHER_TERMINAL, run=run))[0]) for run in (2, 0, 1)]
    drafts = [Draft(EntryId(an_id("", number)), b"") for number in range(2)]
    first, second = extend(None, a_lane(), drafts, elsewhere, a_moment())
    assert first.header.parents == tuple(sorted(head.hash for head in elsewhere))
    assert second.header.parents == ()


def test_a_later_entry_has_a_later_clock_than_the_heads_it_names() -> None:
    ahead = head_of(entries(LoginFailed(), lane=a_lane(OTHER_TERMINAL), now=a_moment(NOON + HOUR_MS))[0])
    mine = entries(LoginFailed(), seen=[ahead], now=a_moment(NOON))[0]
    assert mine.header.clock.position > ahead.clock.position


def test_a_head_with_a_clock_ten_years_ahead_is_named_and_does_not_carry_the_clock_away() -> None:
    wrong = a_moment(NOON + 10 * YEAR_MS)  # its anchor is as wrong: nobody told it
    ahead = head_of(entries(LoginFailed(), lane=a_lane(OTHER_TERMINAL), now=wrong)[0])
    mine = entries(LoginFailed(), seen=[ahead])[0]
    assert mine.header.parents == (ahead.hash,)
    assert mine.header.clock.time_ms == NOON


def test_an_entry_carried_as_bytes_is_the_same_entry() -> None:
    for entry in entries(*FIVE):
        assert Entry.parse(entry.raw, entry.body) == entry
        assert Entry.parse(entry.raw, None) == entry.erased()


def test_an_erased_lane_still_verifies_and_keeps_its_hashes() -> None:
    whole = entries(*FIVE)
    erased = [entry.erased() for entry in whole]
    assert verify(erased) == verify(whole)
    check_anchor(erased, [head_of(entry) for entry in whole])
    assert all(entry.body is None for entry in erased)


def test_another_persons_entries_do_not_follow_even_where_they_would_fit() -> None:
    ours = entries(*FIVE)
    theirs = entries(LoginFailed(), lane=a_lane(subject=OTHER_PERSON), after=head_of(ours[-1]))
    assert theirs[0].header.previous == ours[-1].hash
    with pytest.raises(ChainBrokenError, match="another lane"):
        verify((*ours, *theirs))


def test_merging_is_union_and_gives_lanes_in_order() -> None:
    one, other = entries(*FIVE), entries(*FIVE, lane=a_lane(OTHER_TERMINAL))
    merged = merge(one[:3], (*other, *one))
    assert merged == merge((*one, *other), ()) == (*one, *other)
    assert merge(merged, reversed(merged)) == merged


def test_a_body_beats_its_absence_from_either_side() -> None:
    whole = entries(LoginFailed())
    erased = [entry.erased() for entry in whole]
    assert merge(whole, erased) == merge(erased, whole) == whole


def test_a_fork_is_refused_and_neither_side_is_chosen() -> None:
    lane = entries(*FIVE)
    fork = entries(LoginFailed(), after=head_of(lane[1]), now=a_moment(NOON + HOUR_MS))
    with pytest.raises(ChainBrokenError, match="forks"):
        merge(lane, fork)


def test_what_is_refused_is_not_quoted() -> None:
    with pytest.raises(MalformedError) as refused:
        Entry.parse(b'{"name":"J. de Vries"}', None)
    assert "Vries" not in f"{refused.value} {refused.value.__cause__}"
