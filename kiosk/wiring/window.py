"""The window's process: the store, the visit on it, and the application that paints it.

- What only a person logged in needs is read ahead, once the first screen stands (`kiosk/app.py`).
- The collector rests until then, and afterwards leaves alone what was made before: a tap never waits for it.
- Not here: the courier's process, which alone has a network (courier.py).
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk import VERSION
from kiosk.closed import Closed
from kiosk.entry import Admission
from kiosk.hours import Hours
from kiosk.lockdown import Profile as WindowProfile
from kiosk.lockdown import prepare
from kiosk.selftest import CONTENT, PANEL, failed_checks
from kiosk.settings import Profile, Settings
from kiosk.store.claim import in_use
from kiosk.store.codes import Codes
from kiosk.store.exchanged import mark_damaged
from kiosk.store.pepper import check_of
from kiosk.store.pins import Attempt, Doorkeeper, Outcome
from kiosk.views.entrance import LogInTrouble
from kiosk.visit import Terminal, Visit
from kiosk.wiring.healed import DAMAGE, open_healed
from kiosk.wiring.library import check_needed
from kiosk.wiring.nightly import parts_of
from kiosk.wiring.opened import OpenStore
from kiosk.wiring.staff_room import StaffRoom
from kiosk.wiring.voices import Voices
from modules.errors import SettingsError, StoreError
from modules.event_json import event_raw, parse_event
from modules.events import PinWay, TerminalStarted
from modules.roster import RosterPerson

if TYPE_CHECKING:
    from kiosk.speech.recorded import Find
    from kiosk.wiring.sessions import Sessions

log = logging.getLogger("kiosk")

BEGIN_ANEW = 70
COLLECT_AFTER = (50_000, 20, 100)
_TROUBLE = {
    Outcome.NOT_TOGETHER: LogInTrouble.NOT_TOGETHER,
    Outcome.WAIT: LogInTrouble.WAIT,
    Outcome.ASK_STAFF: LogInTrouble.ASK_STAFF,
}


def open_window(settings: Settings, places_file: Path | None) -> None:
    """Opens the window and returns when it is ended.

    Raises:
        StoreError: The store cannot be opened, or a pack is not installed; said after the screen has stood a minute.
        SettingsError: A file of places is asked for in production.
    """
    development = settings.profile is Profile.DEVELOPMENT
    if places_file is not None and not development:
        raise SettingsError("a file of places is for development only", hint="leave --places out")
    gc.set_threshold(*COLLECT_AFTER)
    profile = WindowProfile.DEVELOPMENT if development else WindowProfile.WALL
    prepare(profile, settings.panel.width_px, settings.panel.height_px)
    try:
        store = _started(settings)
    except StoreError as error:
        log.critical("out of use: %s: %s", error.code, error.message)
        _show_closed(settings, profile, places_file)
        raise
    with in_use(settings.store.path):
        voices = Voices()
        kept = lru_cache(maxsize=1)(lambda _packs: _sessions(store, voices, settings.retention.kiosk_days))

        def sessions() -> Sessions:
            return kept(tuple(sorted(store.packs.current().items())))

        hours = Hours(settings.use, settings.rest.hard_stop_minutes, store.clock.moment)
        visit = visit_of(store, settings, sessions, hours)
        ahead = chain((_read_stay, sessions, _read_an_event), _work_out_events())
        closes_in = hours.closes_in if settings.use.lock_up else None
        _app(settings, visit, profile, ahead, places_file, find=voices.find, closes_in=closes_in).run()
        store.vault.close()


class Door:
    """The doorkeeper, answering in the visit's words."""

    def __init__(self, doorkeeper: Doorkeeper, codes: Codes) -> None:
        self._doorkeeper = doorkeeper
        self._codes = codes

    def admit(self, number: str, pin: str) -> Admission:
        """Gives whom these belong to, or what was wrong."""
        return _admission(self._doorkeeper.attempt(number, pin))

    def challenge(self, number: str) -> str:
        """Gives what staff must know to give a code."""
        return self._codes.challenge(number)

    def redeem(self, number: str, code: str) -> Admission:
        """Gives the person a code is for, or what was wrong."""
        return _admission(self._codes.redeem(number, code))

    def choose(self, person: RosterPerson, pin: str, way: PinWay) -> None:
        """Gives a person a new PIN."""
        self._codes.choose(person, pin, way)


def _admission(attempt: Attempt) -> Admission:
    return Admission(attempt.person, _TROUBLE.get(attempt.outcome), attempt.wait_seconds, attempt.staff)


def visit_of(store: OpenStore, settings: Settings, sessions: Callable[[], Sessions], hours: Hours) -> Visit:
    """Gives the visit of a terminal."""

    def mentor_name(person: RosterPerson) -> str:
        newest = store.meta.roster()
        return (newest.staff_name(person.mentor) if newest else None) or ""

    keeper = Doorkeeper(store.vault, store.keyring, store.journal, store.identity, store.clock)
    codes = Codes(keeper, store.keyring, store.journal, store.identity, store.clock)
    return Visit(
        Terminal(
            door=Door(keeper, codes),
            room=StaffRoom(store, codes, settings),
            open_session=lambda person: sessions().open(person),
            keys=store.keyring,
            languages=settings.languages,
            mentor_name=mentor_name,
            development=settings.profile is Profile.DEVELOPMENT,
            opens_at=hours.opens_at,
            had_his_turn=hours.had_his_turn,
        )
    )


def _started(settings: Settings) -> OpenStore:
    store = open_healed(settings)
    check_of(store.keyring.pepper)  # with another TPM nobody's PIN is right: out of use, and nobody's try counts
    _tell_started(store, settings)
    check_needed(store.packs.current())
    return store


def _show_closed(settings: Settings, profile: WindowProfile, places_file: Path | None) -> None:
    app: Any = None
    closed = Closed(settings.languages, lambda: app.stop())  # noqa: PLW0108  the app is made with what it shows
    app = _app(settings, closed, profile, (), places_file)
    app.run()


def _tell_started(store: OpenStore, settings: Settings) -> None:
    failed = failed_checks(parts_of(store, settings))
    if failed:
        log.warning("the self-test failed: %s", ", ".join(failed))
    if PANEL in failed:
        log.warning("the panel is smaller than every page needs: see [panel] in OPERATOR.md")
    if CONTENT in failed and store.packs.fall_back():
        log.warning("the packs of before are used again")
    event = TerminalStarted(version=VERSION, failed_checks=failed)
    store.journal.append(store.identity.subject, (event,), store.clock.moment())


def _begin_anew_when_damaged(store: Path, error: BaseException) -> None:
    if isinstance(error, DAMAGE):
        log.critical("the store is damaged; the program ends so that its next start heals it")
        mark_damaged(store)
        os._exit(BEGIN_ANEW)


def _sessions(store: OpenStore, voices: Voices, kiosk_days: int) -> Sessions:
    from kiosk.wiring.sessions import Sessions  # noqa: PLC0415  the first screen does not wait for it

    return Sessions(store, voices, kiosk_days=kiosk_days)


def _read_stay() -> None:
    import kiosk.stay  # noqa: F401, PLC0415  as above


def _read_an_event() -> None:
    parse_event(event_raw(TerminalStarted(version=VERSION)))


def _work_out_events() -> Iterator[Callable[[], object]]:
    """Gives a step for each kind of event that was not met yet, so that no answer waits for how it is checked."""
    from modules import events  # noqa: PLC0415  when `_read_stay` has read them all

    for name in events.__all__:
        kind = getattr(events, name)
        if not getattr(kind, "__pydantic_complete__", True):
            yield kind.model_rebuild


def _app(
    settings: Settings,
    visit: Visit | Closed,
    profile: WindowProfile,
    ahead: Iterable[Callable[[], object]],
    places_file: Path | None,
    *,
    find: Find = lambda *_: None,
    closes_in: Callable[[], float] | None = None,
) -> Any:
    from kiosk.app import KioskApp  # noqa: PLC0415  Kivy is imported only after `prepare`
    from kiosk.speech.espeak import speaker  # noqa: PLC0415
    from kiosk.speech.recorded import with_recordings  # noqa: PLC0415
    from kiosk.theme.panels import panel_of  # noqa: PLC0415
    from kiosk.theme.tokens import Look  # noqa: PLC0415
    from kiosk.widgets.rest_watch import Rests  # noqa: PLC0415

    glass, rest = settings.panel, settings.rest
    panel = panel_of(glass.width_px, glass.height_px, glass.width_mm, glass.viewing_distance_mm)
    longest = float(rest.hard_stop_minutes * 60)
    rests = Rests(rest.idle_dim_seconds, rest.idle_lock_seconds, rest.lets_go_seconds, longest, closes_in)
    return KioskApp(
        visit=visit,
        look=Look(panel=panel).as_chosen(settings.look),
        speaker=with_recordings(speaker(devices=settings.sound.devices), find, settings.sound.devices),
        rests=rests,
        profile=profile,
        ahead=ahead,
        tell_fault=partial(_begin_anew_when_damaged, settings.store.path),
        places_file=places_file,
        outs=settings.sound.outs,
    )
