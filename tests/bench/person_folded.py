"""Opening a store and folding a person of 2,000 entries: what stands between his PIN and his own page.

- Two persons: one who comes back to the same pages and says much again, as in `visits`; one who does nothing twice,
  which no person does, so that what is read once is seen beside what has to be read each time.
- In are: the key, opening the file, reading, verifying each entry, opening each body, order, and the fold.
- The file lies in the system's cache, as it does on a terminal in use; validators are made by the first run, left out.
- The collector is set as in the window's process.
- Out are: the PIN itself (slow on purpose, pin_unlock.py), closing the store again, and painting.
"""

import gc
import time
from statistics import median

from kiosk.development import Desk
from kiosk.settings import Settings, read_settings
from kiosk.wiring.opened import open_store
from kiosk.wiring.window import COLLECT_AFTER
from modules.ids import SubjectId
from modules.person import PersonState, fold
from tests.bench.figures import Figure
from tests.bench.made import people, unlike, visits

ENTRIES, AT_ONCE, RUNS = 2_000, 100, 21


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the milliseconds of the median run, for each of the two persons."""
    settings = read_settings(desk.settings)
    store = open_store(settings)
    lifelike, unlikely = people(store)[:2]
    for person, events in ((lifelike, visits(ENTRIES)), (unlikely, unlike(ENTRIES))):
        for start in range(0, ENTRIES, AT_ONCE):
            store.journal.append(person, events[start : start + AT_ONCE], store.clock.moment())
    store.vault.close()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
    name = "store opened, person of 2,000 entries folded"
    return (
        Figure(name, _median_ms(settings, lifelike), "ms", aim="<= 45"),
        Figure(f"{name}, no entry like another", _median_ms(settings, unlikely), "ms"),
    )


def _median_ms(settings: Settings, person: SubjectId) -> float:
    took = []
    for _ in range(RUNS + 1):
        state, seconds = _folded(settings, person)
        took.append(seconds)
        assert state.packs
    return median(took[1:]) * 1000


def _folded(settings: Settings, person: SubjectId) -> tuple[PersonState, float]:
    before = time.perf_counter()
    store = open_store(settings)
    state = fold(store.journal.replay(person))
    seconds = time.perf_counter() - before
    store.vault.close()
    return state, seconds
