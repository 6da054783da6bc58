"""Real terminals on a real disk, and the gateway they share as far as a store can tell it from a real one.

- A terminal here is its encrypted store and what stands on it; two of one institution can read each other.
- The gateway keeps entries in order of arrival, acknowledges what it has and gives everything as a feed.
- Not here: the real gateway (sync/gateway), rounds between the two (tests of sync/courier.py).
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.clock import Clock
from kiosk.store import lanes
from kiosk.store.exchange import Exchange
from kiosk.store.journal import Journal
from kiosk.store.keys import Keyring, StoreKey
from kiosk.store.meta import Identity, Meta
from kiosk.store.vault import Vault
from kiosk.wiring.opened import OpenStore
from modules.events import AnswerGiven, Event
from modules.exercises.shared import Audience
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import DetaineeId, EntryId, GatewayId, InstitutionId, ItemId, OptionId, SubjectId, TerminalId, uuid7
from modules.journal import Entry
from modules.journal import verify as verify_lane
from modules.signed import SoftwareSigner
from sync.provisioning import GatewayKeys, GroupKeys
from sync.sealed import SEED_BYTES, key_pair
from sync.wire import Acknowledged, Feed, Receipt

NOON_MS = 1_795_000_000_000
PACK = "ab" * 32


def an_id(prefix: str, number: int) -> str:
    """Gives the same identifier for the same number."""
    return prefix + uuid7(NOON_MS, number.to_bytes(10, "big"))


GATEWAY = GatewayId(an_id("g-", 1))
INSTITUTION = InstitutionId(an_id("i-", 1))
GATEWAY_OPENING, GATEWAY_SEALING = key_pair(b"\x01" * SEED_BYTES)
GROUP_OPENING, GROUP_SEALING = key_pair(b"\x02" * SEED_BYTES)
GATEWAY_SIGNER = SoftwareSigner(b"\x03" * 32)
GROUP = GroupKeys(opening=GROUP_OPENING, sealing=GROUP_SEALING, pepper=base64.b64encode(b"\x04" * 32).decode("ascii"))
RAW_STORE_KEY = b"\x05" * 32
STORE_KEY = StoreKey(RAW_STORE_KEY)


def a_person(number: int = 1) -> DetaineeId:
    """Gives a person's id."""
    return DetaineeId(an_id("p-", number))


def an_answer(item: int = 1, option: str = "yes") -> AnswerGiven:
    """Gives an answer that the mentor may see."""
    answer = SingleChoiceAnswer(option=OptionId(option))
    return AnswerGiven(pack=PACK, item=ItemId(f"debts.q{item}"), answer=answer, audience=Audience.MENTOR)  # type: ignore[arg-type]


@dataclass
class Machine:
    """What a machine tells its clock; both are moved by hand."""

    wall_ms: int = NOON_MS
    uptime_ms: int = 5_000

    def clock(self, anchor_ms: int = NOON_MS) -> Clock:
        """Gives a clock of this machine."""
        return Clock(
            anchor_ms,
            wall_ns=lambda: self.wall_ms * 1_000_000,
            uptime_ns=lambda: self.uptime_ms * 1_000_000,
            sleep=self.passes,
        )

    def passes(self, seconds: float) -> None:
        """Lets time pass."""
        self.wall_ms += int(seconds * 1000)
        self.uptime_ms += int(seconds * 1000)


@dataclass
class TerminalStore:
    """One process's view of a terminal's store."""

    path: Path
    machine: Machine
    vault: Vault
    clock: Clock
    meta: Meta
    identity: Identity
    keyring: Keyring
    journal: Journal
    exchange: Exchange

    def answer(self, count: int = 1, person: DetaineeId | None = None, *, first: int = 0) -> None:
        """Has a person answer so many questions, one transaction each."""
        for number in range(first, first + count):
            self.write(an_answer(number), person)

    def write(self, event: Event, person: DetaineeId | None = None) -> None:
        """Appends one event about a person."""
        self.machine.passes(0.001)
        self.journal.append(SubjectId(person or a_person()), (event,), self.clock.moment())

    def events(self, person: DetaineeId | None = None) -> list[Event]:
        """Gives what is read about a person."""
        return [one.event for one in self.journal.replay(SubjectId(person or a_person()))]


def open_terminal(path: Path, machine: Machine | None = None, store_key: StoreKey = STORE_KEY) -> TerminalStore:
    """Opens a terminal's store, as each of its processes does."""
    machine = machine or Machine()
    vault = Vault.open(path, store_key.file)
    meta = Meta(vault)
    identity, clock = meta.identity(), machine.clock(meta.signed_ms())
    keyring = Keyring(vault, store_key, clock)
    journal = Journal(vault, keyring, identity, clock)
    exchange = Exchange(vault, keyring, journal, identity, clock)
    return TerminalStore(path, machine, vault, clock, meta, identity, keyring, journal, exchange)


def make_terminal(path: Path, number: int = 1, machine: Machine | None = None) -> TerminalStore:
    """Makes a new terminal of the institution and opens it."""
    machine = machine or Machine()
    vault = Vault.create(path, STORE_KEY.file)
    gateway = GatewayKeys(gateway=GATEWAY, sealing=GATEWAY_SEALING, signing=GATEWAY_SIGNER.public_key)
    with vault.write():
        Keyring(vault, STORE_KEY, machine.clock()).fill(GROUP)
        Meta(vault).put_identity(
            Identity(
                institution=INSTITUTION,
                terminal=TerminalId(an_id("t-", number)),
                wing="A",
                gateway=gateway,
                group=GROUP_SEALING,
            )
        )
        Meta(vault).put_signed_ms(NOON_MS)
    vault.close()
    return open_terminal(path, machine)


@dataclass
class ListGateway:
    """Everything that arrived, in order of arrival."""

    entries: list[Entry] = field(default_factory=list)
    time_ms: int = NOON_MS

    def take(self, entries: Iterable[Entry], terminal: TerminalId) -> Receipt:
        """Stores what is new, refusing what does not follow, and gives the receipt."""
        offered = tuple(entries)
        known = {(entry.header.lane.key, entry.header.seq): entry.hash for entry in self.entries}
        new = [entry for entry in offered if (entry.header.lane.key, entry.header.seq) not in known]
        self.entries += new
        lanes = {entry.header.lane.key: entry.header.lane for entry in offered}
        heads = []
        for key in lanes:
            head = verify_lane(sorted(self.lane(key), key=lambda entry: entry.header.seq))
            assert head is not None
            heads.append(Acknowledged.of(head))
        self.time_ms += 1000
        return Receipt(
            gateway=GATEWAY,
            terminal=terminal,
            batch=EntryId(an_id("", 7)),
            number=1,
            heads=tuple(heads),
            new=len(new),
            time_ms=self.time_ms,
        )

    def lane(self, key: str) -> list[Entry]:
        """Gives the entries of a lane."""
        return [entry for entry in self.entries if entry.header.lane.key == key]

    def feed(self, after: int = 0, up_to: int | None = None) -> tuple[Feed, tuple[Entry, ...]]:
        """Gives everything after a position."""
        position = len(self.entries) if up_to is None else up_to
        self.time_ms += 1000
        feed = Feed(gateway=GATEWAY, institution=INSTITUTION, after=after, position=position, time_ms=self.time_ms)
        ordered = sorted(self.entries[after:position], key=lambda entry: (entry.header.lane.key, entry.header.seq))
        return feed, tuple(ordered)


def exchange_all(terminal: TerminalStore, gateway: ListGateway) -> None:
    """Makes one round without a road: everything due goes up, everything new comes down."""
    due = terminal.exchange.due(5_000, 1 << 30, {})
    if due:
        terminal.exchange.settle(gateway.take(due, terminal.identity.terminal))
    terminal.exchange.accept(*gateway.feed(terminal.exchange.position()))


def plain_words(terminal: TerminalStore | OpenStore) -> str:
    """Gives everything that whoever has every key of a terminal can read in its store."""
    found = [str(terminal.journal.read(row.lane.subject)) for row in lanes.all_lanes(terminal.vault)]
    for (table,) in terminal.vault.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        found += [str(row) for row in terminal.vault.rows(f"SELECT * FROM {table}")]  # noqa: S608  names of the schema
    return "\n".join(found)
