"""A terminal that keeps its journal in memory, and a road straight to a gateway's counter.

- It seals, chains, signs and opens as a real one does; only its disk is missing (tests/suites/outbox.py runs the same
  rules on the real store).
- Not here: a real terminal (tests/suites/terminals.py), a gateway to talk to (tests/line.py).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from modules.canonical import digest
from modules.disclosure import disclosure_of
from modules.errors import ChainBrokenError, RetryLaterError, RollbackError
from modules.events import Event, PersonKey, PlanSigned
from modules.ids import DetaineeId, Digest, EntryId, InstitutionId, SubjectId, TerminalId, WriterId
from modules.journal import Draft, Entry, Head, Lane, Moment, extend, head_of, merge, verify
from modules.ordering import order, place_of, record
from modules.person import PersonState, fold
from modules.plan.document import Person, person_key_bytes
from modules.signed import Purpose, SoftwareSigner
from sync.bodies import LaneKeys, is_local, is_opening, lane_keys, open_event, opening_body, seal_event
from sync.courier import Courier, Post
from sync.gateway.clock import Clock
from sync.gateway.exchange import Exchange
from sync.ports import Carrier
from sync.provisioning import Bundle, GatewayKeys, GroupKeys, Introduction, TlsIdentity
from sync.sealed import SEED_BYTES, key_id_of, key_pair
from sync.wire import Feed, Receipt
from tests.makers import GATEWAY, INSTITUTION, NOON, TERMINAL, a_plan_document, a_roster

GATEWAY_OPENING, GATEWAY_SEALING = key_pair(b"\x01" * SEED_BYTES)


class MemoryTerminal:
    """A terminal whose journal, outbox and inbox live in memory."""

    def __init__(self, bundle: Bundle, seed: bytes) -> None:
        self.bundle = bundle
        self.signer = SoftwareSigner(seed)
        self.clock = Clock()
        self.entries: dict[str, list[Entry]] = {}
        self.settled: dict[str, int] = {}
        self.roster = bundle.roster
        self.reached = 0
        self.time_ms = bundle.anchor_ms
        self.wall_ahead_ms = 0
        self._number = 0

    @property
    def id(self) -> TerminalId:
        """Its id."""
        return self.bundle.terminal

    @property
    def introduction(self) -> Introduction:
        """What it tells the gateway of itself."""
        bundle = self.bundle
        return Introduction(
            institution=bundle.institution, terminal=bundle.terminal, wing=bundle.wing, key=self.signer.public_key
        )

    def post(self) -> Post:
        """Gives who it is on the wire."""
        bundle = self.bundle
        return Post(
            terminal=bundle.terminal,
            institution=bundle.institution,
            signer=self.signer,
            opening=bundle.group.opening,
            gateway=bundle.gateway,
            new_id=lambda: EntryId(self.clock.new_id()),
        )

    def courier(self, carrier: Carrier) -> Courier:
        """Gives its courier over a road."""
        return Courier(self, self, carrier, self.post())

    def lane(self, subject: str) -> Lane:
        """Gives its own lane about a subject."""
        return Lane(subject=SubjectId(subject), writer=WriterId(self.id))

    def write(self, subject: str, *events: Event, at_ms: int | None = None) -> tuple[Entry, ...]:
        """Writes events about a subject, opening the lane first where it must."""
        lane = self.lane(subject)
        chain = self.entries.setdefault(lane.key, [])
        wall_ms = (at_ms or self.clock.now_ms()) + self.wall_ahead_ms
        now = Moment(wall_ms, wall_ms)
        if not chain:
            keys = LaneKeys(self.clock.draw(32), self.clock.draw(32))
            group, gateway = self.bundle.group.sealing, self.bundle.gateway.sealing
            body = opening_body(lane, keys, gateway=gateway, group=group)
            chain += extend(None, lane, [Draft(EntryId(self.clock.new_id()), body)], self._others(lane), now)
        keys = self.keys(chain)
        written: list[Entry] = []
        for event in events:
            head = head_of(chain[-1])
            nonce = self.clock.draw(12)
            body = seal_event(event, disclosure_of(event), lane, head.seq + 1, keys, nonce=nonce)
            new = extend(head, lane, [Draft(EntryId(self.clock.new_id()), body)], self._others(lane), now)
            chain += new
            written += new
        return tuple(written)

    def signs(self, person: DetaineeId, **fields: Any) -> PlanSigned:
        """Gives a plan that a person signed here: both signatures are real."""
        listed = self.roster.person(person)
        assert listed is not None
        own = SoftwareSigner(digest(f"{self.id} {person}".encode()).encode()[:32])
        document = a_plan_document(person=Person(id=person, name=listed.name), terminal=self.id, **fields)
        raw = document.text.encode("utf-8")
        certified = self.signer.sign(Purpose.PERSON_KEY, person_key_bytes(person, own.public_key))
        return PlanSigned(
            document=document.text,
            person_key=PersonKey(key=own.public_key, certified=certified),
            by_person=own.sign(Purpose.PLAN, raw),
            by_terminal=self.signer.sign(Purpose.PLAN, raw),
        )

    def keys(self, chain: Sequence[Entry]) -> LaneKeys:
        """Gives the keys of a lane from its opening entry."""
        group = self.bundle.group
        assert chain[0].body is not None
        return lane_keys(chain[0].header.lane, chain[0].body, {key_id_of(group.sealing): group.opening})

    def events(self, subject: str) -> list[Event]:
        """Gives every event about a subject that this terminal can open, lane by lane."""
        return [event for _, event in self._opened(subject)]

    def state(self, subject: str) -> PersonState:
        """Gives the person, as he is to this terminal."""
        opened = list(self._opened(subject))
        places = order(place_of(entry) for entry, _ in opened)
        return fold(record(places, {entry.hash: event for entry, event in opened}))

    def _opened(self, subject: str) -> Iterator[tuple[Entry, Event]]:
        for key, chain in sorted(self.entries.items()):
            if key.split("/")[1] == subject:
                keys = self.keys(chain)
                for entry in chain:
                    if entry.body is not None and not is_opening(entry.body):
                        yield entry, open_event(entry.body, entry.header.lane, entry.header.seq, keys)

    def hashes(self) -> set[Digest]:
        """Gives the hash of everything it holds."""
        return {entry.hash for chain in self.entries.values() for entry in chain}

    def due(self, most_entries: int, most_bytes: int, beyond: Mapping[str, int]) -> tuple[Entry, ...]:
        """Gives what no receipt covers."""
        found: list[Entry] = []
        size_bytes = 0
        for key, chain in self.entries.items():
            after = max(self.settled.get(key, -1), beyond.get(key, -1))
            for entry in chain[after + 1 :] if key.startswith(self.id) else ():
                size_bytes += len(entry.raw) + len(entry.body or b"")
                if found and (len(found) == most_entries or size_bytes > most_bytes):
                    return tuple(found)
                found.append(entry.erased() if entry.body is not None and is_local(entry.body) else entry)
        return tuple(found)

    def draw_number(self) -> int:
        """Gives the next batch number."""
        self._number += 1
        return self._number

    def settle(self, receipt: Receipt) -> None:
        """Records acknowledged heads."""
        for head in receipt.heads:
            chain = self.entries.get(head.lane.key, [])
            if head.seq >= len(chain) or chain[head.seq].hash != head.hash:
                raise RollbackError("this terminal is older than the gateway")
            self.settled[head.lane.key] = max(self.settled.get(head.lane.key, -1), head.seq)
        self.time_ms = max(self.time_ms, receipt.time_ms)

    def position(self) -> int:
        """Gives how far the feed was taken in."""
        return self.reached

    def accept(self, feed: Feed, entries: Sequence[Entry]) -> int:
        """Merges a feed."""
        known = [entry for chain in self.entries.values() for entry in chain]
        united = merge(known, entries)
        lanes: dict[str, list[Entry]] = {}
        for entry in united:
            lanes.setdefault(entry.header.lane.key, []).append(entry)
        for chain in lanes.values():
            if verify(chain) is None:
                raise ChainBrokenError("a lane is empty")
        self.entries = lanes
        self.reached, self.time_ms = max(self.reached, feed.position), max(self.time_ms, feed.time_ms)
        if feed.roster is not None and feed.roster.version > self.roster.version:
            self.roster = feed.roster
        return len(united) - len(known)

    def _others(self, lane: Lane) -> list[Head]:
        about = f"/{lane.subject}/"
        return [head_of(chain[-1]) for key, chain in self.entries.items() if about in key and key != lane.key and chain]


class MemoryCarrier:
    """A road straight to a gateway's counter; what went over it is kept, and answers can get lost on the way back."""

    def __init__(self, exchange: Exchange, institution: InstitutionId) -> None:
        self._exchange = exchange
        self._institution = institution
        self.sent: list[bytes] = []
        self.losing_answers = 0
        self.closed = False

    def send(self, batch: bytes) -> bytes | None:
        """Takes a batch to the gateway."""
        if self.closed:
            raise RetryLaterError("closed by hand")
        self.sent.append(batch)
        receipt = self._exchange.take(batch)
        if self.losing_answers:
            self.losing_answers -= 1
            raise RetryLaterError("the answer got lost")
        return receipt

    def fetch(self, after: int) -> Iterable[bytes]:
        """Gives the feed."""
        if self.closed:
            raise RetryLaterError("closed by hand")
        return [self._exchange.feed(self._institution, after)]

    def settled(self, receipt: Receipt) -> None:
        """Leaves everything as it is."""


def a_bundle(**fields: Any) -> Bundle:
    """Gives the bundle of `TERMINAL`, made without any gateway."""
    group_opening, group_sealing = key_pair(b"\x02" * SEED_BYTES)
    pem = "-----BEGIN NOTHING-----\n"
    said = {
        "institution": INSTITUTION,
        "terminal": TERMINAL,
        "wing": "B2",
        "url": "https://127.0.0.1:8443/",
        "gateway": GatewayKeys(gateway=GATEWAY, sealing=GATEWAY_SEALING, signing=SoftwareSigner(b"g" * 32).public_key),
        "group": GroupKeys(opening=group_opening, sealing=group_sealing, pepper="A" * 43 + "="),
        "tls": TlsIdentity(certificate=pem, key=pem, authority=pem),
        "roster": a_roster(),
        "anchor_ms": NOON,
    }
    return Bundle(**{**said, **fields})
