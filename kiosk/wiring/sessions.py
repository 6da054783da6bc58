"""What a person's session is made of: the packs as they apply to him, and where his work stands.

- Nothing is read before somebody logs in, or ahead by the window once its first screen stands.
- Not here: who may log in (window.py), which pack is his (library.py), what a session does (kiosk/session.py).
"""

from kiosk.session import Place, Session
from kiosk.store.receipts import is_safe
from kiosk.views.last_time import ELSEWHERE
from kiosk.wiring.library import library_of, moved_state
from kiosk.wiring.opened import OpenStore
from kiosk.wiring.voices import Voices
from modules.ids import StaffId, SubjectId
from modules.ordering import Place as EntryPlace
from modules.person import fold
from modules.retention import RetentionTerms
from modules.roster import RosterPerson


class Sessions:
    """Opens sessions of one terminal, whose packs are installed."""

    def __init__(self, store: OpenStore, voices: Voices | None = None, *, kiosk_days: int = 0) -> None:
        self._store = store
        self._library = library_of(store.packs, voices)
        self._library.editions()
        roster = store.meta.roster()
        name = roster.institution_name if roster else ""
        self._place = Place(
            store.identity.terminal, name, self._staff_name, self._wing_of, self._has_left, self._terms, kiosk_days
        )

    def _wing_of(self, writer: str) -> str:
        newest = self._store.meta.roster()
        wings = {str(known.terminal): known.wing for known in (newest.terminals if newest else ())}
        return wings.get(writer) or (
            self._store.identity.wing if writer == self._store.identity.terminal else ELSEWHERE
        )

    def _has_left(self, place: EntryPlace) -> bool:
        return is_safe(self._store.vault, place, self._store.identity.writer)

    def _staff_name(self, staff: StaffId) -> str:
        newest = self._store.meta.roster()
        return (newest.staff_name(staff) if newest else None) or ""

    def _terms(self) -> RetentionTerms:
        newest = self._store.meta.roster()
        return (newest.retention if newest else None) or RetentionTerms()

    def open(self, person: RosterPerson) -> Session:
        """Gives the session of a person whose PIN was checked."""
        facts = frozenset({"vris"} if person.vris else ())
        recorded = self._store.journal.replay(SubjectId(person.detainee))
        state = fold(self._library.followed(recorded))
        moves = self._library.moves(state)
        editions = self._library.editions(moved_state(state, moves), facts)
        return Session(person, editions, self._store.journal, self._store.clock, self._place, state=state, moves=moves)
