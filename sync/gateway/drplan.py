"""From the register to one person's D&R-plan: what he did, what he signed and whether that holds, what stands apart.

- The only place of the gateway that opens bodies, and only those sealed for it.
- The fold is total: what cannot be opened or does not belong is counted and shown as a number, never raised, never
  guessed at.
- A signature counts when person and terminal signed exactly this text, it is of this person, and it came in a lane of
  the very terminal it names.
- Not here: titles of themes and modules (titles.py), pages (review.py), files (exports.py).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from modules.errors import MalformedError, SignatureError, UntrustedError
from modules.events import Event, LoginFailed, PlanCountersigned, PlanSigned, SessionStarted
from modules.ids import DetaineeId, Digest, KeyId, SubjectId
from modules.journal import Entry, Lane
from modules.ordering import Recorded, order, place_of, record
from modules.plan import course as plan_course
from modules.plan.course import Course, verify_countersigned
from modules.plan.document import PlanDocument, verify_signed
from modules.plan.staff import Known, known_versions
from modules.progress import Progress, progress
from modules.signed import PublicKey
from sync.bodies import LaneKeys, is_opening, is_own, lane_keys, open_event
from sync.gateway.enrolments import Enrolments
from sync.gateway.keys import GatewaySecret
from sync.gateway.register import SqliteRegister
from sync.handed import is_handed
from sync.ports import Stored
from sync.sealed import OpeningKey, key_id_of

KEPT_PLANS = 500

TerminalKey = Callable[[str], PublicKey | None]
Mark = tuple[int, int]
"""How far the register was about a person, and how often he was erased: what was folded counts as long as both hold."""


class Proof(StrEnum):
    """What a signature under a plan comes to."""

    HOLDS = "holds"
    BROKEN = "broken"
    OTHER_PERSON = "other_person"
    OTHER_TERMINAL = "other_terminal"
    UNKNOWN_TERMINAL = "unknown_terminal"


@dataclass(frozen=True, slots=True)
class SignedPlan:
    """One signed version: its words (none where they are no plan), the event, its proof, and when it came in."""

    document: PlanDocument | None
    recorded: Recorded[PlanSigned]
    proof: Proof
    arrived_ms: int
    is_time_certain: bool


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened, for telling what is new: its place in the register, when it came in, and what."""

    position: int
    arrived_ms: int
    event: Event


@dataclass(frozen=True, slots=True)
class DrPlan:
    """Everything the gateway may know of one person."""

    subject: DetaineeId
    progress: Progress
    plans: tuple[SignedPlan, ...]
    course: Course
    happened: tuple[Happened, ...]
    apart: int
    unreadable: int
    position: int

    @property
    def plan(self) -> SignedPlan | None:
        """The last signed version that holds; else the last one there is."""
        holding = tuple(signed for signed in self.plans if signed.proof is Proof.HOLDS)
        return (holding or self.plans)[-1] if self.plans else None

    @property
    def holding(self) -> Mapping[Digest, SignedPlan]:
        """Every signed version that holds, by the digest of its document, in order."""
        return {one.document.digest: one for one in self.plans if one.document and one.proof is Proof.HOLDS}

    @property
    def known(self) -> Known:
        """The versions that hold, and whether each still stands."""
        return known_versions([(plan, one.recorded) for plan, one in self.holding.items()])

    def since(self, position: int) -> tuple[Happened, ...]:
        """Gives what came in after a position."""
        return tuple(one for one in self.happened if one.position > position)


class DrPlans:
    """Folds persons out of the register, and keeps what it folded until something comes in or goes about them."""

    def __init__(self, register: SqliteRegister, enrolments: Enrolments, secret: GatewaySecret) -> None:
        self._register = register
        self._enrolments = enrolments
        self._holders: Mapping[KeyId, OpeningKey] = {key_id_of(secret.sealing): secret.opening}
        self._signing = secret.signer.public_key
        self._kept: dict[DetaineeId, tuple[Mark, DrPlan]] = {}

    def of(self, person: DetaineeId) -> DrPlan:
        """Gives a person's D&R-plan as it is now."""
        mark = self._mark(person)
        kept = self._kept.get(person)
        if kept is None or kept[0] != mark:
            stored = self._register.read(SubjectId(person))
            kept = mark, fold(person, stored, self._holders, Keys(self._terminal_key, self._signing))
            if len(self._kept) >= KEPT_PLANS:
                self._kept.pop(next(iter(self._kept)))
            self._kept[person] = kept
        return kept[1]

    def drop_erased(self) -> int:
        """Drops from memory of whom another process erased something, and gives how many."""
        gone = [one for one, (mark, _) in tuple(self._kept.items()) if self._register.erasures(one) != mark[1]]
        for person in gone:
            self.forget(person)
        return len(gone)

    def events_of(self, subject: DetaineeId | SubjectId) -> tuple[tuple[Entry, Event | None], ...]:
        """Gives every entry about a person or a terminal, by lane and seq, and its event where it can be read here."""
        stored = self._register.read(SubjectId(subject))
        events = _read(stored, self._holders).events
        return tuple((one.entry, events.get(one.entry.hash)) for one in stored)

    def forget(self, person: DetaineeId) -> None:
        """Drops what is kept in memory of a person."""
        self._kept.pop(person, None)

    def _mark(self, person: DetaineeId) -> Mark:
        return self._register.newest(SubjectId(person)), self._register.erasures(person)

    def _terminal_key(self, terminal: str) -> PublicKey | None:
        known = self._enrolments.terminal(terminal)
        return known.key if known else None


@dataclass(frozen=True, slots=True)
class Keys:
    """What signatures are checked with: a terminal's key by its id, and the key that certifies staff's keys."""

    terminal: TerminalKey
    gateway: PublicKey


@dataclass(frozen=True, slots=True)
class _Read:
    events: Mapping[Digest, Event]
    apart: int
    unreadable: int


def fold(
    person: DetaineeId,
    stored: Sequence[Stored],
    holders: Mapping[KeyId, OpeningKey],
    keys: Keys,
) -> DrPlan:
    """Gives a person's D&R-plan from everything the register holds about him.

    Args:
        person: Who.
        stored: Every entry about him.
        holders: The gateway's own opening keys.
        keys: What signatures are checked with.
    """
    read = _read(stored, holders)
    ordered = order(place_of(one.entry) for one in stored)
    begun, early = _after_first_session(list(record(ordered, read.events)))
    recorded = [one for one in begun if _is_proven(one.event, keys.gateway)]
    by_hash = {one.entry.hash: one for one in stored}
    plans = tuple(
        _signed(person, Recorded(one.event, one.place, one.seen), by_hash[one.place.hash], keys.terminal)
        for one in recorded
        if isinstance(one.event, PlanSigned)
    )
    places = [(by_hash[one.place.hash], one.event) for one in recorded]
    return DrPlan(
        subject=person,
        progress=progress(recorded),
        plans=plans,
        course=_course(recorded),
        happened=tuple(Happened(one.position, one.arrived_ms, event) for one, event in places),
        apart=read.apart + early + len(begun) - len(recorded),
        unreadable=read.unreadable,
        position=max((one.position for one in stored), default=0),
    )


def _read(stored: Sequence[Stored], holders: Mapping[KeyId, OpeningKey]) -> _Read:
    keys = dict(_opened(stored, holders))
    events: dict[Digest, Event] = {}
    apart = unreadable = 0
    for one in stored:
        entry = one.entry
        body, lane = entry.body, entry.header.lane
        if one.quarantine:
            apart += 1
        elif body is not None and not is_opening(body) and not is_own(body) and not is_handed(body):
            try:
                events[entry.hash] = open_event(body, lane, entry.header.seq, keys[lane.key])
            except (UntrustedError, MalformedError, KeyError):
                unreadable += 1
    return _Read(events, apart, unreadable)


def _opened(stored: Iterable[Stored], holders: Mapping[KeyId, OpeningKey]) -> Iterator[tuple[str, LaneKeys]]:
    for one in stored:
        body, lane = one.entry.body, one.entry.header.lane
        if one.entry.header.seq == 0 and body is not None:
            try:
                yield lane.key, lane_keys(lane, body, holders)
            except (UntrustedError, MalformedError):
                continue


def _after_first_session(recorded: Sequence[Recorded[Event]]) -> tuple[list[Recorded[Event]], int]:
    """Leaves out what a terminal wrote of a person before he ever logged in there; a wrong PIN is no such thing."""
    begun: set[str] = set()
    kept: list[Recorded[Event]] = []
    for one in recorded:
        writer = one.place.lane.partition("/")[0]
        if isinstance(one.event, SessionStarted):
            begun.add(writer)
        if writer in begun or writer.startswith("g-") or isinstance(one.event, LoginFailed):
            kept.append(one)
    return kept, len(recorded) - len(kept)


def _is_proven(event: Event, gateway: PublicKey) -> bool:
    """Tells whether a countersignature holds; whatever else staff say is known by its lane alone."""
    if not isinstance(event, PlanCountersigned):
        return True
    try:
        verify_countersigned(event, event.plan, gateway)
    except SignatureError:
        return False
    return True


def _course(recorded: Iterable[Recorded[Event]]) -> Course:
    course = Course()
    for one in recorded:
        course = plan_course.evolve(course, one)
    return course


def _signed(
    person: DetaineeId, recorded: Recorded[PlanSigned], stored: Stored, terminal_key: TerminalKey
) -> SignedPlan:
    lane = stored.entry.header.lane
    document, proof = _proof(person, recorded.event, lane, terminal_key(lane.writer))
    is_certain = stored.entry.header.clock.certain
    return SignedPlan(document, recorded, proof, stored.arrived_ms, is_certain)


def _proof(
    person: DetaineeId, signed: PlanSigned, lane: Lane, key: PublicKey | None
) -> tuple[PlanDocument | None, Proof]:
    try:
        document = PlanDocument.parse(signed.document)
    except MalformedError:
        return None, Proof.BROKEN
    if key is None:
        return document, Proof.UNKNOWN_TERMINAL
    try:
        verify_signed(signed, key)
    except SignatureError:
        return document, Proof.BROKEN
    if document.person.id != person:
        return document, Proof.OTHER_PERSON
    return document, Proof.HOLDS if str(document.terminal) == str(lane.writer) else Proof.OTHER_TERMINAL
