"""What the store knows beside the journal: who this terminal is, the roster, how far feed and time are, what it trusts.

- Each is one row and is replaced whole; the roster only by a newer version, the times only by a later one.
- Not here: secrets (keys.py) and the packs themselves (packs.py).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from kiosk.store.vault import Vault
from modules.canonical import canonical
from modules.errors import StoreDamagedError
from modules.ids import DetaineeId, Digest, InstitutionId, PackId, SubjectId, TerminalId, WriterId
from modules.roster import Name, Roster
from modules.values import Value
from sync.provisioning import GatewayKeys
from sync.sealed import SealingKey

Kept = TypeVar("Kept", bound=Value)


class Identity(Value):
    """Who this terminal is, for whom its lanes are sealed, and whose signature it trusts."""

    institution: InstitutionId
    terminal: TerminalId
    wing: Name
    gateway: GatewayKeys
    group: SealingKey

    @property
    def writer(self) -> WriterId:
        """The terminal as the writer of its lanes."""
        return WriterId(self.terminal)

    @property
    def subject(self) -> SubjectId:
        """The terminal as the subject of its own lane."""
        return SubjectId(self.terminal)


class Departures(Value):
    """Who left and is still kept here, by when that was first seen; and who was erased here and has not come back."""

    since_ms: dict[DetaineeId, int] = Field(default_factory=dict)
    erased: tuple[DetaineeId, ...] = ()


class PacksBefore(Value):
    """The packs that were in use before those of now."""

    packs: dict[PackId, Digest]


class SecondFile(StrEnum):
    """What became of the second file in the last upkeep."""

    WRITTEN = "written"
    NO_ROOM = "no_room"
    NOT_WHOLE = "not_whole"
    """What was written did not verify, or its disk refused; the one before is still there."""
    LEFT = "left"
    """The store was damaged: the one before is worth more."""


class Upkeep(Value):
    """What came of the last upkeep; times are the gateway's, carried forward."""

    at_ms: int
    pages_wrong: int
    lanes_wrong: int
    lanes_older: int
    """Lanes that the gateway knows further: the feed brings what is missing."""
    second: SecondFile

    @property
    def is_well(self) -> bool:
        """Whether nothing was wrong with the store."""
        return not self.pages_wrong and not self.lanes_wrong


class Healed(Value):
    """What came of the last healing, in numbers."""

    at_ms: int
    entries: int
    written_anew: int
    pages_wrong: int
    """Of the damaged file; where there are some, the end of a lane may be gone, and nothing here can count it."""
    missing: int
    """Entries that neither file had, before the last that one of them did; the feed brings what was ever carried."""
    bodies_lost: int


class Meta:
    """The rows of the table `meta`."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._roster: Roster | None = None
        self._departures: tuple[bytes | None, Departures] = (None, Departures())

    def identity(self) -> Identity:
        """Gives who this terminal is.

        Raises:
            StoreDamagedError: The store does not say; it was never set up to its end.
        """
        raw = self._get("identity")
        if raw is None:
            raise StoreDamagedError("this store belongs to no terminal", hint="set it up with `kiosk provision`")
        return _parsed(Identity, raw)

    def put_identity(self, identity: Identity) -> None:
        """Keeps who this terminal is."""
        self._put("identity", canonical(identity))

    def roster(self) -> Roster | None:
        """Gives the newest roster, if any came in."""
        version = self._number("roster_version")
        if self._roster is None or self._roster.version != version:
            raw = self._get("roster")
            self._roster = None if raw is None else _parsed(Roster, raw)
        return self._roster

    def put_roster(self, roster: Roster) -> None:
        """Keeps a roster, if it is newer than the one here."""
        if roster.version > self._number("roster_version"):
            self._put("roster", canonical(roster))
            self._put("roster_version", roster.version)

    def position(self) -> int:
        """Gives how far the feed was taken in."""
        return self._number("position")

    def put_position(self, position: int) -> None:
        """Keeps how far the feed was taken in."""
        self._put("position", position)

    def signed_ms(self) -> int:
        """Gives the newest signed gateway time, 0 when none was ever learned."""
        return self._number("signed_ms")

    def put_signed_ms(self, signed_ms: int) -> None:
        """Keeps a signed time, if it is later than the one here."""
        if signed_ms > self.signed_ms():
            self._put("signed_ms", signed_ms)

    def trust(self) -> tuple[bytes, bytes] | None:
        """Gives the trusted root and the floor (JSON) that the next release of packs must follow; none at first."""
        root, floor = self._get("trusted_root"), self._get("floor")
        return None if root is None else (root, floor)

    def put_trust(self, root: bytes, floor: bytes) -> None:
        """Keeps the trusted root and the floor."""
        self._put("trusted_root", root)
        self._put("floor", floor)

    def packs_before(self) -> dict[PackId, Digest]:
        """Gives the packs that were in use before those of now; none before the second release."""
        raw = self._get("packs_before")
        return {} if raw is None else dict(_parsed(PacksBefore, raw).packs)

    def put_packs_before(self, packs: Mapping[PackId, Digest]) -> None:
        """Keeps the packs that were in use before."""
        self._put("packs_before", canonical(PacksBefore(packs=dict(packs))))

    def fell_back(self) -> bool:
        """Tells whether the packs in use are those of before, because newer ones failed."""
        return bool(self._number("fell_back"))

    def put_fell_back(self, *, fell: bool) -> None:
        """Keeps whether the packs of before were taken into use again."""
        self._put("fell_back", int(fell))

    def draw_number(self) -> int:
        """Gives the next batch number, inside the caller's transaction."""
        number = self._number("batches") + 1
        self._put("batches", number)
        return number

    def receipt_ms(self) -> int:
        """Gives the gateway's time of the newest receipt, 0 before the first."""
        return self._number("receipt_ms")

    def put_receipt_ms(self, time_ms: int) -> None:
        """Keeps the time of a receipt, if it is later than the one here."""
        if time_ms > self.receipt_ms():
            self._put("receipt_ms", time_ms)

    def is_restored(self) -> bool:
        """Tells whether this store was found older than the gateway's, and that was not yet recorded."""
        return bool(self._number("restored"))

    def put_restored(self, *, found: bool) -> None:
        """Keeps whether a restored store is still to be recorded."""
        self._put("restored", int(found))

    def departures(self) -> Departures:
        """Gives who left, and who was erased."""
        raw = self._get("departures")
        if raw != self._departures[0]:
            self._departures = raw, _parsed(Departures, raw)
        return self._departures[1]

    def put_departures(self, departures: Departures) -> None:
        """Keeps who left, and who was erased."""
        self._put("departures", canonical(departures))

    def upkeep(self) -> Upkeep | None:
        """Gives what came of the last upkeep; none before the first."""
        raw = self._get("upkeep")
        return None if raw is None else _parsed(Upkeep, raw)

    def put_upkeep(self, upkeep: Upkeep) -> None:
        """Keeps what came of an upkeep."""
        self._put("upkeep", canonical(upkeep))

    def healed(self) -> Healed | None:
        """Gives what came of the last healing; none where there was never one."""
        raw = self._get("healed")
        return None if raw is None else _parsed(Healed, raw)

    def put_healed(self, healed: Healed) -> None:
        """Keeps what came of a healing."""
        self._put("healed", canonical(healed))

    def rewind(self) -> None:
        """Has the feed taken in from its beginning again: what is here already changes nothing."""
        self._put("position", 0)

    def _get(self, name: str) -> Any:
        found = self._vault.row("SELECT value FROM meta WHERE name = ?", (name,))
        return found[0] if found else None

    def _number(self, name: str) -> int:
        return int(self._get(name) or 0)

    def _put(self, name: str, value: bytes | int) -> None:
        self._vault.run(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (name, value)
        )


def _parsed(kind: type[Kept], raw: bytes) -> Kept:
    try:
        return kind.model_validate_json(raw)
    except ValidationError:  # SQLCipher can give a damaged page of a long value as zeros
        raise StoreDamagedError("what the store keeps of itself is not whole", hint="take the second file") from None
