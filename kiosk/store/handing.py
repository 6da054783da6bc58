"""Handing on the keys of who went to another institution, before his copy here goes; and taking them in there.

- The gateway tells of a move in its lane about the institution, with the key of the new group. The key counts only with
  the word of the authority, whose certificate this terminal was provisioned with and which the serving machine does
  not have: a gateway that names a key of its own is told nothing, and the move counts for nothing here.
- Each terminal hands on every lane it can open and counts on no other for it: what it wrote itself, with a receipt, is
  what lets it erase (JOURNAL 10.5).
- Keys that come in are kept only where they open what stands in the lane.
- Not here: the body (sync/handed.py), when a copy goes (erasure.py).
"""

import logging
from collections.abc import Callable, Sequence

from kiosk.clock import Clock
from kiosk.store import lanes
from kiosk.store.journal import Journal
from kiosk.store.keys import Keyring
from kiosk.store.lanes import LaneRow
from kiosk.store.meta import Identity, Meta
from kiosk.store.vault import Vault
from modules.errors import MalformedError, UntrustedError
from modules.events import PersonMoved
from modules.ids import DetaineeId, SubjectId
from sync.bodies import OWN, SHARED, LaneKeys, Opener, keys_in
from sync.certificates import check_vouched
from sync.handed import HANDED, MOST_LANES, HandedLane, handed_body, handed_in
from sync.sealed import SealingKey, key_id_of

log = logging.getLogger("kiosk")


class Handing:
    """What one terminal owes to those who moved."""

    def __init__(
        self,
        vault: Vault,
        keyring: Keyring,
        journal: Journal,
        identity: Identity,
        clock: Clock,
        *,
        authority: Callable[[], str],
    ) -> None:
        self._vault = vault
        self._keyring = keyring
        self._journal = journal
        self._identity = identity
        self._clock = clock
        self._authority = authority
        self._meta = Meta(vault)
        self._read_up_to = -1
        self._moved: dict[DetaineeId, SealingKey] = {}

    def hand_on(self) -> int:
        """Hands on whatever is still owed to anybody, and gives how many lanes that were."""
        kept, count = lanes.people(self._vault), 0
        for person, group in self._going().items():
            owed = self._owed(person, group) if person in kept else []
            for start in range(0, len(owed), MOST_LANES):
                self._hand(person, owed[start : start + MOST_LANES], group)
            count += len(owed)
        return count

    def owes(self, person: DetaineeId) -> bool:
        """Tells whether a lane of somebody who moved is not handed on yet."""
        group = self._going().get(person)
        return group is not None and bool(self._owed(person, group))

    def _hand(self, person: DetaineeId, rows: Sequence[LaneRow], group: SealingKey) -> None:
        keys = [(row.lane, self._keyring.unwrap_lane_keys(row.lane, row.keys)) for row in rows if row.keys]
        self._journal.append_body(SubjectId(person), handed_body(keys, group), self._clock.moment())

    def _going(self) -> dict[DetaineeId, SealingKey]:
        """Gives who moved and is not here again, with the proven key of the terminals where each went."""
        position, roster = self._meta.position(), self._meta.roster()
        if position != self._read_up_to:
            self._moved, self._read_up_to = self._told(), position
        here = {person.detainee for person in roster.people} if roster else set()
        return {person: group for person, group in self._moved.items() if person not in here}

    def _told(self) -> dict[DetaineeId, SealingKey]:
        gateway = f"{self._identity.gateway.gateway}/"
        told = self._journal.read(SubjectId(self._identity.institution))
        moves = [one.event for one in told if isinstance(one.event, PersonMoved) and one.place.lane.startswith(gateway)]
        newest = {move.person: move for move in moves}
        return {person: SealingKey(move.group) for person, move in newest.items() if self._is_proven(move)}

    def _is_proven(self, move: PersonMoved) -> bool:
        try:
            check_vouched(self._authority(), move.institution, move.group, move.vouched)
            key_id_of(SealingKey(move.group))
        except (UntrustedError, MalformedError, OSError):
            log.warning("the gateway tells of a move to a group whose key is not proven; nothing was handed on")
            return False
        return True

    def _owed(self, person: DetaineeId, group: SealingKey) -> list[LaneRow]:
        subject, to = SubjectId(person), key_id_of(group)
        own = f"{self._identity.terminal}/"
        done = {
            one.lane.key
            for lane, body in lanes.bodies_marked(self._vault, subject, HANDED)
            if lane.key.startswith(own)
            for one in _readable(body, subject)
            if any(key.to == to for key in one.keys)
        }
        return [row for row in lanes.lanes_of(self._vault, subject) if row.keys and row.lane.key not in done]


def take_handed(vault: Vault, keyring: Keyring, subject: SubjectId) -> int:
    """Keeps the keys handed on for lanes about a subject that could not be opened here; gives for how many lanes.

    Done inside the caller's transaction. Of what was erased nothing opens, so no key of it is kept.
    """
    shut = {row.lane.key: row for row in lanes.lanes_of(vault, subject) if row.keys is None}
    bodies = lanes.bodies_marked(vault, subject, HANDED) if shut else ()
    opened = 0
    for one in (one for _, body in bodies for one in _readable(body, subject)):
        row = shut.get(one.lane.key)
        keys = _keys_of(one, keyring) if row else None
        if row and keys and _fit(vault, row, keys):
            wrapped = keyring.wrap_lane_keys(row.lane, keys)
            vault.run("UPDATE lanes SET keys = ? WHERE id = ?", (wrapped, row.number))
            del shut[one.lane.key]
            opened += 1
    return opened


def _readable(body: bytes, subject: SubjectId) -> tuple[HandedLane, ...]:
    try:
        return handed_in(body, subject)
    except MalformedError:
        return ()


def _keys_of(one: HandedLane, keyring: Keyring) -> LaneKeys | None:
    try:
        return keys_in(one.lane, one.keys, keyring.group())
    except UntrustedError:
        return None  # for the terminals of another institution, or changed


def _fit(vault: Vault, row: LaneRow, keys: LaneKeys) -> bool:
    """Tells whether keys open the first body of either kind that stands in a lane, and there is one."""
    opener, fits = Opener(row.lane, keys), False
    for marker in (SHARED, OWN):
        first = lanes.first_marked(vault, row.number, marker)
        if first is None:
            continue
        try:
            opener.open(first[1], first[0])
        except UntrustedError:
            return False
        except MalformedError:
            pass  # it opened; of a kind that only a newer program knows
        fits = True
    return fits
