"""What a person's session is made of: the packs in use, read once, as they apply to him.

- Not read before somebody logs in, or ahead by the window once its first screen stands.
- Not here: who may log in (window.py), what a session does (kiosk/session.py).
"""

from dataclasses import replace
from typing import Any

from content.pack import load
from kiosk.pages import Editions
from kiosk.session import Place, Session
from kiosk.wiring.opened import OpenStore
from modules.definition.edition import Edition
from modules.definition.institution import Institution, with_partners
from modules.definition.kvv_module import KvvProgramme
from modules.definition.questionnaire import Questionnaire
from modules.definition.start import StartModules, with_start
from modules.ids import PackId, StaffId
from modules.roster import RosterPerson


class Sessions:
    """Opens sessions of one terminal, whose packs are installed."""

    def __init__(self, store: OpenStore) -> None:
        self._store = store
        self._questionnaire, self._programme = _editions(store)
        roster = store.meta.roster()
        name = roster.institution_name if roster else ""
        self._place = Place(store.identity.terminal, name, self._staff_name, self._wing_of)

    def _wing_of(self, writer: str) -> str:
        newest = self._store.meta.roster()
        wings = {str(known.terminal): known.wing for known in (newest.terminals if newest else ())}
        return wings.get(writer) or (self._store.identity.wing if writer == self._store.identity.terminal else "—")

    def _staff_name(self, staff: StaffId) -> str:
        newest = self._store.meta.roster()
        return (newest.staff_name(staff) if newest else None) or ""

    def open(self, person: RosterPerson) -> Session:
        """Gives the session of a person whose PIN was checked."""
        facts = frozenset({"vris"} if person.vris else ())
        editions = Editions(
            replace(self._questionnaire, facts=facts),
            replace(self._programme, facts=facts),
        )
        return Session(person, editions, self._store.journal, self._store.clock, self._place)


def _editions(store: OpenStore) -> tuple[Edition[Questionnaire], Edition[KvvProgramme]]:
    current = store.packs.current()
    found: dict[str, Any] = {}
    for name in ("reflector", "kvv", "start", "institution"):
        if PackId(name) in current:
            pack = load(store.packs.raw(current[PackId(name)]))
            found[name] = Edition(pack.digest, pack.definition)
    start: Edition[StartModules] | None = found.get("start")
    programme: Edition[KvvProgramme] = found["kvv"]
    institution: Edition[Institution] | None = found.get("institution")
    beside = with_partners(programme, institution) if institution else programme
    return found["reflector"], with_start(beside, start) if start else beside
