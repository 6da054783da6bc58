"""What staff can do at a terminal, on its store: note it, give codes, ask the courier, and see how the terminal is.

- The window has no network and no medium: it asks the courier through the store, which does it and says what came.
- Not here: who may come in (kiosk/store/pins.py), the words (kiosk/views/staff.py).
"""

from datetime import UTC, datetime

from content.pack import load
from kiosk.i18n import Words
from kiosk.settings import Settings
from kiosk.status import terminal_status
from kiosk.store.codes import Codes
from kiosk.store.errands import Errand, Errands
from kiosk.views.staff import PackLine, StaffReport
from kiosk.wiring.opened import OpenStore
from modules.events import Deed, DoorPaused, StaffActed, TerminalStarted
from modules.roster import RosterStaff
from modules.texts import DUTCH

ERRANDS = {Deed.CARRIED: Errand.CARRY, Deed.LOADED_PACKS: Errand.PACKS}


class StaffRoom:
    """The terminal as staff see it."""

    def __init__(self, store: OpenStore, codes: Codes, settings: Settings) -> None:
        self._store = store
        self._codes = codes
        self._settings = settings
        self._errands = Errands(store.vault)

    def note(self, staff: RosterStaff, deed: Deed) -> None:
        """Records a deed, and asks the courier where it is his to do."""
        acted = StaffActed(staff=staff.staff, deed=deed)
        self._store.journal.append(self._store.identity.subject, (acted,), self._store.clock.moment())
        if deed in ERRANDS:
            self._errands.ask(ERRANDS[deed])

    def give_code(self, staff: RosterStaff, number: str, shown: str) -> str:
        """Gives a one-time code; that it was given stands here and with the person."""
        self.note(staff, Deed.GAVE_CODE)
        return self._codes.give(staff.staff, number, shown)

    def report(self) -> StaffReport:
        """Gives how the terminal is."""
        store = self._store
        status = terminal_status(
            store.vault, store.journal, store.packs, self._settings.profile, second=self._settings.store.second
        )
        told = self._errands.last()
        happened = [one.event for one in store.journal.read(store.identity.subject)]
        started = [event for event in happened if isinstance(event, TerminalStarted)]
        day = datetime.fromtimestamp(status.receipt_ms / 1000, UTC).date() if status.receipt_ms else None
        return StaffReport(
            wing=store.identity.wing,
            due=status.due,
            last_receipt=Words(DUTCH).day(day) if day else "",
            packs=tuple(self._pack(digest) for _, digest in sorted(status.packs.items())),
            wrong=started[-1].failed_checks if started else (),
            pauses=sum(isinstance(event, DoorPaused) for event in happened),
            errand=f"{told.errand.value}.{told.outcome}" if told else "",
            errand_count=told.count if told else 0,
        )

    def _pack(self, digest: str) -> PackLine:
        manifest = load(self._store.packs.raw(digest)).manifest  # type: ignore[arg-type]
        return PackLine(manifest.id, manifest.version)
