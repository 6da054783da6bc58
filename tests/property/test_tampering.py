"""Whoever has the disk in his hands: every change at or below an anchored head is found; what cannot be, is shown so.

- A copy is what a disk gives back: header bytes and bodies. It is read, its chain is followed, its anchors are looked
  for; each of the three alone lets something through, which is shown here too.
- Not here: single cases by name (tests/vectors/journal/chain.json), the store's own reading (tests/fault).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from modules.canonical import digest
from modules.errors import ChainBrokenError, MalformedError
from modules.events import LoginFailed
from modules.ids import Digest
from modules.journal import Entry, Head, check_anchor, head_of, verify
from tests.makers import OTHER_PERSON, OTHER_TERMINAL, a_lane, answered, chose, entries

Copy = Sequence[tuple[bytes, bytes | None]]
Change = Callable[[list[Entry], list[Entry], int, int], list[Entry]]
LANE = entries(*(answered("basics.id", chose("yes")) for _ in range(8)))
OTHERS = {
    "another terminal": entries(*(LoginFailed() for _ in range(8)), lane=a_lane(OTHER_TERMINAL)),
    "another person": entries(*(LoginFailed() for _ in range(8)), lane=a_lane(subject=OTHER_PERSON)),
    "another run": entries(*(LoginFailed() for _ in range(8)), lane=a_lane(run=1)),
}
SEQS = st.integers(0, len(LANE) - 1)


def read(copy: Copy, anchors: Sequence[Head] = ()) -> tuple[Entry, ...]:
    """Gives the lane in a copy, if nothing is found wrong with it."""
    lane = tuple(Entry.parse(raw, body) for raw, body in copy)
    verify(lane)
    check_anchor(lane, anchors)
    return lane


def copy_of(lane: Sequence[Entry]) -> Copy:
    return [(entry.raw, entry.body) for entry in lane]


def again(entry: Entry, **changes: object) -> Entry:
    """Gives the entry with its header changed and its hash made anew, as somebody who knows the format would."""
    return Entry.make(entry.header.model_copy(update=changes), entry.body)


def written_anew(lane: Sequence[Entry], start: int) -> list[Entry]:
    """Gives the lane with everything from `start` on numbered and chained again."""
    whole = list(lane[:start])
    for seq in range(start, len(lane)):
        previous = whole[-1].hash if whole else Digest("0" * 64)
        whole.append(again(lane[seq], seq=seq, previous=previous))
    return whole


def _edit_body(entry: Entry) -> Entry:
    body = b"changed" + (entry.body or b"")
    return Entry.make(entry.header.model_copy(update={"body": digest(body)}), body)


CHANGES: dict[str, Change] = {
    "edit": lambda lane, _, at, __: [*lane[:at], _edit_body(lane[at]), *lane[at + 1 :]],
    "edit and write anew": lambda lane, _, at, __: written_anew(
        [*lane[:at], _edit_body(lane[at]), *lane[at + 1 :]], at
    ),
    "gap": lambda lane, _, at, __: [*lane[:at], *lane[at + 1 :]],
    "gap closed up": lambda lane, _, at, __: written_anew([*lane[:at], *lane[at + 1 :]], at),
    "double": lambda lane, _, at, __: [*lane[:at], lane[at], *lane[at:]],
    "double and write anew": lambda lane, _, at, __: written_anew([*lane[:at], lane[at], *lane[at:]], at),
    "swap": lambda lane, _, at, to: _swapped(lane, at, to),
    "swap and write anew": lambda lane, _, at, to: written_anew(_swapped(lane, at, to), min(at, to)),
    "stale copy": lambda lane, _, at, __: lane[:at],
    "entry of another lane": lambda lane, other, at, __: [*lane[:at], other[at], *lane[at + 1 :]],
    "tail of another lane": lambda lane, other, at, __: [*lane[:at], *other[at:]],
    "another lane whole": lambda _, other, __, ___: other,
    "later clock": lambda lane, _, at, __: [*lane[:at], _later(lane[at]), *lane[at + 1 :]],
    "later clock and write anew": lambda lane, _, at, __: written_anew(
        [*lane[:at], _later(lane[at]), *lane[at + 1 :]], at
    ),
}


def _swapped(lane: list[Entry], at: int, to: int) -> list[Entry]:
    swapped = list(lane)
    swapped[at], swapped[to] = swapped[to], swapped[at]
    return swapped


def _later(entry: Entry) -> Entry:
    clock = entry.header.clock
    return again(entry, clock=clock.model_copy(update={"counter": clock.counter + 1}))


@settings(max_examples=300)
@given(st.sampled_from(sorted(CHANGES)), st.sampled_from(sorted(OTHERS)), SEQS, SEQS, SEQS)
def test_every_change_at_or_below_an_anchored_head_is_found(
    how: str, other: str, at: int, to: int, anchor: int
) -> None:
    changed = CHANGES[how](list(LANE), list(OTHERS[other]), at, to)
    assume(tuple(changed[: anchor + 1]) != LANE[: anchor + 1])
    with pytest.raises((ChainBrokenError, MalformedError)):
        read(copy_of(changed), [head_of(LANE[anchor])])


@given(SEQS, st.integers(0, 10**6), st.integers(1, 255))
def test_every_byte_of_a_header_and_of_a_body_counts(at: int, place: int, flip: int) -> None:
    copy = [(bytearray(raw), bytearray(body or b"")) for raw, body in copy_of(LANE)]
    raw, body = copy[at]
    target = raw if place % (len(raw) + len(body)) < len(raw) else body
    target[place % len(target)] ^= flip
    with pytest.raises((ChainBrokenError, MalformedError)):
        read([(bytes(raw), bytes(body)) for raw, body in copy], [head_of(LANE[-1])])


@given(SEQS, SEQS)
def test_a_tail_cut_off_above_the_anchor_is_not_provable(anchor: int, left: int) -> None:
    assume(left >= anchor)
    cut = LANE[: left + 1]
    assert read(copy_of(cut), [head_of(LANE[anchor])]) == cut


@given(SEQS, SEQS)
def test_a_tail_written_anew_above_the_anchor_is_not_provable(anchor: int, at: int) -> None:
    assume(at > anchor)
    changed = written_anew([*LANE[:at], _edit_body(LANE[at]), *LANE[at + 1 :]], at)
    assert read(copy_of(changed), [head_of(LANE[anchor])]) == tuple(changed)


@given(SEQS)
def test_without_reading_bodies_against_headers_a_changed_body_is_not_found(at: int) -> None:
    changed = [replace(entry, body=b"changed") if entry.header.seq == at else entry for entry in LANE]
    assert verify(changed) == head_of(LANE[-1])
    check_anchor(changed, [head_of(entry) for entry in LANE])
    with pytest.raises(MalformedError):
        read(copy_of(changed))


@given(SEQS)
def test_without_following_the_chain_a_change_below_the_anchor_is_not_found(at: int) -> None:
    assume(at < len(LANE) - 1)
    for how in ("edit", "gap", "entry of another lane"):
        changed = CHANGES[how](list(LANE), list(OTHERS["another terminal"]), at, at)
        read_only = [Entry.parse(raw, body) for raw, body in copy_of(changed)]
        check_anchor(read_only, [head_of(LANE[-1])])
        with pytest.raises(ChainBrokenError):
            verify(read_only)


@given(SEQS)
def test_without_looking_for_the_anchor_a_cut_or_rewritten_tail_is_not_found(at: int) -> None:
    for how in ("stale copy", "edit and write anew", "gap closed up"):
        changed = CHANGES[how](list(LANE), [], at, at)
        read(copy_of(changed))
        with pytest.raises(ChainBrokenError):
            read(copy_of(changed), [head_of(LANE[-1])])
