"""Keeping no longer than the law says: who has left is erased here, and who comes back within his term is not.

- Who is on no roster any more has left. His copy here goes as soon as its term is over (`[retention] kiosk_days`) and
  the gateway has acknowledged every entry; until then nothing goes, and a return lifts it.
- Who moved to another institution of the gateway keeps his copy here until his keys were handed on (handing.py).
- What the gateway erased for good (its own tombstone, in its lane about the institution) goes here whatever else holds.
- Erasing is: a line among the tombstones, every lane key, body, signing seed and PIN count of the person, an emptied
  log, and `PersonErased` in this terminal's own lane. Headers stay, and every lane still verifies (JOURNAL 10).
- Damaged files that were set aside go with him, whole: nothing can be written in them, and healing took what they had.
- Who comes back after his copy went gets it again by the feed, from its beginning; the erased lanes stay aside.
- Times are the gateway's, carried forward: a clock set ahead erases nobody.
- Not here: the terms (modules/retention.py), the gateway's own erasing (sync/gateway/retention.py).
"""

from collections.abc import Callable

from kiosk.clock import Clock
from kiosk.settings import RetentionSettings
from kiosk.store import lanes, receipts
from kiosk.store.exchanged import drop_set_aside
from kiosk.store.journal import Journal
from kiosk.store.meta import Departures, Identity, Meta
from kiosk.store.tombstones import Tombstones
from kiosk.store.vault import Vault
from modules.events import PersonErased
from modules.ids import DetaineeId, SubjectId
from modules.retention import RetentionClass, is_over


class Erasure:
    """The policy of one terminal, on its store."""

    def __init__(
        self,
        vault: Vault,
        journal: Journal,
        identity: Identity,
        clock: Clock,
        tombstones: Tombstones,
        *,
        owes: Callable[[DetaineeId], bool] = lambda _: False,
    ) -> None:
        self._vault = vault
        self._journal = journal
        self._identity = identity
        self._clock = clock
        self._tombstones = tombstones
        self._owes = owes
        self._meta = Meta(vault)
        self._read_up_to = -1

    def replay(self) -> int:
        """Erases again whom an older copy of the store, put back, brought back; gives how many."""
        gone = self._tombstones.erased()
        again = [person for person in gone if person in lanes.people(self._vault)]
        for person in again:
            self._destroy(person)
        return len(again)

    def apply(self, settings: RetentionSettings) -> int:
        """Does what retention asks for now, and gives how many persons were erased."""
        roster = self._meta.roster()
        if roster is None:
            return 0
        here = {person.detainee for person in roster.people}
        self._take_back(here)
        ordered = self._ordered()
        kept = lanes.people(self._vault)
        over = dict.fromkeys(self._over(kept - here, settings.kiosk_days), RetentionClass.KIOSK)
        if settings.hold:
            over.clear()
        over |= {person: kind for person, kind in ordered.items() if person in kept}
        for person, kind in over.items():
            self._erase(person, kind)
        return len(over)

    def _over(self, left: frozenset[DetaineeId], days: int) -> list[DetaineeId]:
        now_ms = self._clock.moment().anchor_ms
        known = self._meta.departures()
        since = {person: known.since_ms.get(person, now_ms) for person in sorted(left)}
        if since != known.since_ms:
            with self._vault.write():
                self._meta.put_departures(Departures(since_ms=since, erased=known.erased))
        waiting = {str(row.lane.subject) for row, _ in receipts.unsettled(self._vault, self._identity.writer)}
        over = [person for person, at_ms in since.items() if is_over(at_ms, days, now_ms) and person not in waiting]
        return [person for person in over if not self._owes(person)]

    def _ordered(self) -> dict[DetaineeId, RetentionClass]:
        """Gives whom the gateway has erased for good, where its lane about the institution was not read so far yet."""
        position = self._meta.position()
        if position == self._read_up_to:
            return {}
        told = self._journal.read(SubjectId(self._identity.institution))
        self._read_up_to = position
        events = (one.event for one in told if one.place.lane.startswith(f"{self._identity.gateway.gateway}/"))
        return {event.person: event.kept_as for event in events if isinstance(event, PersonErased)}

    def _take_back(self, here: set[DetaineeId]) -> None:
        known = self._meta.departures()
        back = [person for person in known.erased if person in here]
        for person in back:
            self._tombstones.back(person)
            with self._vault.write():
                lanes.lay_aside(self._vault, SubjectId(person))
                erased = tuple(one for one in self._meta.departures().erased if one != person)
                self._meta.put_departures(Departures(since_ms=known.since_ms, erased=erased))
                self._meta.rewind()
        if back:
            self._journal.forget()

    def _erase(self, person: DetaineeId, kind: RetentionClass) -> None:
        self._tombstones.erase(person)
        self._destroy(person)
        event = PersonErased(person=person, kept_as=kind)
        self._journal.append(self._identity.subject, (event,), self._clock.moment())
        self._vault.checkpoint()

    def _destroy(self, person: DetaineeId) -> None:
        drop_set_aside(self._vault.path)  # first: after a power cut the next start finds him here and does it again
        self._journal.erase(person)
        known = self._meta.departures()
        since = {one: at_ms for one, at_ms in known.since_ms.items() if one != person}
        erased = tuple(sorted({*known.erased, person}))
        with self._vault.write():
            self._meta.put_departures(Departures(since_ms=since, erased=erased))
