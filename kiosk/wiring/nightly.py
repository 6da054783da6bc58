"""The nightly upkeep: the log emptied, every page and lane checked, the second file made anew.

- Who is over his term is erased first (erasing.py), whether a courier runs here or not.
- Only a whole store becomes the second file; damage is marked instead, and the window's next start heals it.
- What came of it stays in the store, for `kiosk status` and the self-test: times and numbers, nothing of anybody.
- A pack goes once no entry of anybody names it, and only when the second file needs no older one either.
- It runs beside the window and the courier; nobody has to stop for it.
- Not here: when (kiosk/deploy/units/kvv-kiosk-upkeep.timer).
"""

from kiosk.selftest import Parts, results
from kiosk.settings import Settings
from kiosk.store import lanes, receipts
from kiosk.store.claim import in_use
from kiosk.store.exchanged import mark_damaged
from kiosk.store.meta import SecondFile, Upkeep
from kiosk.wiring.erasing import new_second
from kiosk.wiring.opened import OpenStore, open_store
from modules.errors import StoreDamagedError
from modules.ids import Digest, SubjectId
from modules.moving import DONE_IN_A_PACK, pack_of


def keep_up(settings: Settings) -> Upkeep:
    """Does the upkeep and gives what came of it.

    Raises:
        StoreError: The store cannot be opened; where it is damaged, the window's next start heals it.
    """
    with in_use(settings.store.path):
        try:
            store = open_store(settings)
            store.erasure.apply(settings.retention)
            upkeep = _kept_up(store, settings)
        except StoreDamagedError:
            mark_damaged(settings.store.path)
            raise
        with store.vault.write():
            store.meta.put_upkeep(upkeep)
        store.vault.checkpoint()
        store.vault.close()
    return upkeep


def named_packs(store: OpenStore) -> frozenset[Digest]:
    """Gives every pack that an entry of anybody here names, so that it can still be shown in its own words."""
    read = (store.journal.read(SubjectId(person)) for person in lanes.people(store.vault))
    return frozenset(pack_of(one.event) for kept in read for one in kept if type(one.event) in DONE_IN_A_PACK)


def self_test(settings: Settings) -> tuple[tuple[str, bool], ...]:
    """Gives each check of the self-test and whether it passes."""
    with in_use(settings.store.path):
        store = open_store(settings)
        found = tuple(results(parts_of(store, settings)))
        store.vault.close()
    return found


def parts_of(store: OpenStore, settings: Settings) -> Parts:
    """Gives the parts of a terminal as its self-test looks at them."""
    return Parts(settings, store.vault, store.keyring, store.packs, store.clock)


def _kept_up(store: OpenStore, settings: Settings) -> Upkeep:
    pages, broken = store.vault.check(), lanes.broken(store.vault)
    if pages or broken:
        mark_damaged(settings.store.path)
        second = SecondFile.LEFT
    else:
        second = new_second(store, settings)
    if second is SecondFile.WRITTEN:
        store.packs.prune(named_packs(store))
    return Upkeep(
        at_ms=store.clock.moment().anchor_ms,
        pages_wrong=len(pages),
        lanes_wrong=len(broken),
        lanes_older=receipts.not_standing(store.vault),
        second=second,
    )
