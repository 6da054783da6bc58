"""Whether a batch is taken in, and which of its entries stand apart: a pure decision.

- `admit` decides on what stands in clear, before anything is opened; `decide` on the entries.
- Refused as a whole or taken in as a whole; every refusal has a problem of its own (WIRE 7).
- No body is opened here: what can be told is told by headers and markers (decision 4). That a session comes before a
  person's events is looked at where bodies are opened (drplan.py).
- Not here: the signature and the opening (exchange.py), storing (register.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from modules.errors import ChainBrokenError
from modules.ids import KeyId
from modules.journal import CLOCK_BOUND_MS, Entry, Head, Lane, head_of, verify
from modules.signed import PublicKey
from sync.bodies import is_local, is_opening
from sync.gateway.enrolments import KnownTerminal
from sync.wire import ParcelHeader, Problem, ProblemCode, problem


class Apart(StrEnum):
    """Why an entry stands apart: stored, receipted, shown to staff, and not counted."""

    CLOCK_AHEAD = "clock_ahead"
    NOT_HERE = "not_here"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is taken in: the entries, which of them stand apart, and the head each lane then has."""

    entries: tuple[Entry, ...]
    quarantine: Mapping[str, Apart]
    heads: tuple[Head, ...]


def admit(header: ParcelHeader, known: KnownTerminal | None, own_key: KeyId) -> PublicKey | Problem:
    """Gives the key that a parcel must be signed with, or why it is not even opened."""
    if known is None or known.key is None:
        return problem(ProblemCode.UNKNOWN_TERMINAL, "this terminal was not enrolled here, or not introduced yet")
    if known.is_revoked:
        return problem(ProblemCode.REVOKED_TERMINAL, "this terminal was revoked")
    if header.kind != "entries":
        return problem(ProblemCode.MALFORMED, "a gateway takes in batches only")
    if header.to != own_key:
        return problem(ProblemCode.WRONG_RECIPIENT, "the batch is sealed to a key that is not here")
    return known.key


def by_lane(entries: Sequence[Entry]) -> Mapping[str, Sequence[Entry]]:
    """Gives the entries of each lane, by `Lane.key`, in the order they came."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.header.lane.key, []).append(entry)
    return found


def decide(
    known: KnownTerminal,
    heads: Mapping[str, Head],
    lanes: Mapping[str, Sequence[Entry]],
    people: AbstractSet[str],
    now_ms: int,
) -> Accepted | Problem:
    """Gives what of a batch is taken in, or why it is refused.

    Args:
        known: The terminal whose signature the batch carries.
        heads: The heads of the batch's lanes, as far as there are any.
        lanes: The batch's entries by lane.
        people: Everybody on the roster of the terminal's institution.
        now_ms: The gateway's time.
    """
    after: list[Head] = []
    for key, run in lanes.items():
        lane, head = run[0].header.lane, heads.get(key)
        found = _not_own(known, lane) or _not_following(lane, head, run)
        if found is not None:
            return found
        last = head_of(run[-1])
        after.append(head if head is not None and head.seq > last.seq else last)
    apart = {str(entry.hash): why for run in lanes.values() for entry, why in _apart(run, people, now_ms)}
    return Accepted(tuple(entry for run in lanes.values() for entry in run), apart, tuple(after))


def _not_own(known: KnownTerminal, lane: Lane) -> Problem | None:
    if str(lane.writer) != str(known.terminal):
        return problem(ProblemCode.FOREIGN_LANE, "a terminal sends only what it wrote itself", lane)
    if not lane.subject.startswith("p-") and str(lane.subject) not in {str(known.terminal), str(known.institution)}:
        return problem(ProblemCode.FOREIGN_LANE, "a lane is about another terminal or institution", lane)
    return None


def _not_following(lane: Lane, head: Head | None, entries: Sequence[Entry]) -> Problem | None:
    expected = head.seq + 1 if head else 0
    if entries[0].header.seq > expected:
        return problem(ProblemCode.LANE_GAP, f"a lane was expected to go on at {expected}", lane)
    try:
        if entries[0].header.seq == 0:
            verify(entries)
        else:
            verify(entries[1:], head_of(entries[0]))
    except ChainBrokenError as error:
        return problem(ProblemCode.CHAIN_BROKEN, error.message, lane)
    if head is not None and _forks(head, entries):
        return problem(ProblemCode.LANE_FORK, f"another entry stands at {head.seq} or follows it", lane)
    if any(entry.body is not None and _is_misplaced(entry, entry.body) for entry in entries):
        return problem(ProblemCode.MALFORMED, "a body has a marker that does not belong there", lane)
    return None


def _forks(head: Head, entries: Sequence[Entry]) -> bool:
    at = head.seq - entries[0].header.seq
    if at == -1:
        return entries[0].header.previous != head.hash
    return at < len(entries) and entries[at].hash != head.hash


def _is_misplaced(entry: Entry, body: bytes) -> bool:
    return is_local(body) or is_opening(body) != (entry.header.seq == 0)


def _apart(run: Sequence[Entry], people: AbstractSet[str], now_ms: int) -> Iterator[tuple[Entry, Apart]]:
    subject, latest_ms = run[0].header.lane.subject, now_ms + CLOCK_BOUND_MS
    if subject.startswith("p-") and subject not in people:
        yield from ((entry, Apart.NOT_HERE) for entry in run)
    else:
        yield from ((entry, Apart.CLOCK_AHEAD) for entry in run if entry.header.clock.time_ms > latest_ms)
