"""The window: it paints what the visit says, hands intents to the visit, and watches for rest and faults.

- One screen at a time; the same screen is painted anew where it can be, so a tap shows in one frame.
- Before a screen is taken away (rest, `verberg`, another language) what is half done on it is kept.
- Once the first screen stands, what later ones need is read, made and painted ahead between touches (ahead.py), and
  the collector works in pauses (sweeping.py).
- What helps a person to hear or to touch (guide.py) is his until he leaves, and how he wants to see it as long as the
  visit says; the page on which he sets them is the window's own, and the visit stays where it was.
- A fault anywhere shows the fault screen: what is on disk is safe. After too many, systemd starts the program again.
- The log names the kind and place of a fault, never its values (house rule 14).
- Not here: which view follows (visit.py) and how a screen looks (screens).
"""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.base import EventLoop, ExceptionHandler, ExceptionManager
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.uix.floatlayout import FloatLayout

from kiosk.ahead import Ahead, Standing
from kiosk.aids import Leaf
from kiosk.aside import Aside
from kiosk.closed import Closed
from kiosk.i18n import Words, direction
from kiosk.intents import ChooseLook, GoBack, Hide, Intent, KeepHalf, OpenAids, OpenLanguages, ReadAloud, Rest, SetAids
from kiosk.lockdown import Profile, hold, stop_on_sigterm, tell_systemd, watchdog_seconds
from kiosk.screens import screen_of
from kiosk.shelf import Shelf
from kiosk.speech import Manner, Out, Speaker
from kiosk.speech.reading import Reading
from kiosk.sweeping import Sweeping
from kiosk.theme.tokens import Look
from kiosk.views.aids import AidsView, Now, aids_view
from kiosk.views.entrance import AttractView, ClosedView, FaultView, fault_view
from kiosk.visit import View, Visit
from kiosk.widgets.guide import Guide
from kiosk.widgets.pace import Pace
from kiosk.widgets.places_file import PlacesFile
from kiosk.widgets.rest_watch import Reminder, Rests, RestWatch, Watched
from kiosk.widgets.typesetting import forget_lines
from kiosk.widgets.veil import Veil

log = logging.getLogger("kiosk")

MOST_FAULTS = 5


class KioskApp(App):
    """The one application; `places_file` is a test-only file that says where everything touchable stands.

    `ahead` is what can wait until the first screen stands, in small steps; `clock` counts rests. `outs` is where a
    person can hear the terminal, the usual one first.
    """

    use_kivy_settings = False

    def __init__(
        self,
        *,
        visit: Visit | Closed,
        look: Look,
        speaker: Speaker,
        rests: Rests,
        profile: Profile,
        ahead: Iterable[Callable[[], object]] = (),
        tell_fault: Callable[[BaseException], object] = id,
        places_file: Path | None = None,
        clock: Any = Clock,
        outs: tuple[Out, ...] = (Out.SPEAKER,),
    ) -> None:
        super().__init__()
        self._visit = visit
        self._base_look = look
        self._reading = Reading(clock, speaker)
        self._outs = outs
        self._guide = Guide(clock, self._reading, Manner(out=outs[0]))
        self._aside = Aside()
        self._guide.veiled = self._for_everybody
        self._rests, self._profile = rests, profile
        self._shelf = Shelf(self.send)
        self._ahead = Ahead(Clock, ahead, self._shelf, Standing(self._look_now, self._slides, self._is_in, self._next))
        self._tell_fault = tell_fault
        self._places = PlacesFile(places_file, lambda: (self._screen, self._page), self._also_seen)
        self._clock = clock
        self._screen: Any = None
        self._look: Look | None = None
        self._faults = 0
        self._veil: Veil | None = None

    def open_settings(self, *_: Any) -> bool:
        """Never opens Kivy's own settings (F1)."""
        return False

    def build(self) -> FloatLayout:
        """Gives the root of the window, with the first screen on it."""
        self._root = FloatLayout()
        watched = Watched(
            has_session=lambda: self._visit.session is not None,
            is_locked=lambda: self._visit.is_locked,
            is_reading=lambda: self._reading.going_on,
            rest=self.send,
            warn=self._warn,
        )
        self._watch = RestWatch(self._clock, self._rests, watched)
        self._sweeping = Sweeping(self._clock, lambda: not self._is_in(), self._shelf.were_let_go)
        Window.bind(on_touch_down=self._touched, on_touch_up=self._let_go, on_flip=self._places.show)
        hold(Window, self._profile, self._key, self._guide.let_go)
        self.paint(self._visit.view())
        return self._root

    def on_start(self) -> None:
        """Begins waiting for input, and tells systemd once the first frame stands."""
        ExceptionManager.add_handler(_Faults(self._fault))
        stop_on_sigterm(self.stop)
        self._pace = Pace(Clock, EventLoop)
        self._pace.start()
        Clock.schedule_once(lambda _: tell_systemd("READY=1"), 0)
        if watchdog_seconds():
            Clock.schedule_interval(lambda _: tell_systemd("WATCHDOG=1"), watchdog_seconds())

    def on_stop(self) -> None:
        """Leaves nothing of anybody behind."""
        self._reading.stop()
        if self._screen is not None:
            self._screen.forget()
            self._screen = None

    def send(self, intent: Intent) -> None:
        """Does what a touch means and paints what follows; on disk before on screen."""
        self._reading.stop()
        if isinstance(intent, ReadAloud):
            self._read_aloud(intent.said)
            return
        if isinstance(intent, Hide | Rest | OpenLanguages | OpenAids):
            self._keep_half()
        self._lift_veil()
        if isinstance(intent, OpenAids | SetAids | ChooseLook):
            self._show_aids(intent)
            return
        closes_aids = isinstance(intent, GoBack) and type(self._screen) is screen_of(AidsView)
        page = self._page
        self.paint(self._visit.view() if closes_aids else self._visit.take(intent))
        if page and self._page not in ("", page):
            self._screen.slide_in(back=isinstance(intent, GoBack))
        self._watch.mind_visit()
        if self._visit.session is None:
            forget_lines()
            self._aside.forget()
            self._shelf.clear_used()

    def _for_everybody(self, text: str) -> str:
        return self._aside.without_own_words(text, self._visit.session, Words(self._visit.language))

    @property
    def _page(self) -> str:
        """The page of who is logged in, if anybody is."""
        return self._visit.session.state.page if self._visit.session else ""

    def _show_aids(self, intent: OpenAids | SetAids | ChooseLook) -> None:
        if isinstance(intent, SetAids):
            self._guide.set(intent.aids)
        elif isinstance(intent, ChooseLook):
            self._visit.take(intent)
        leaf = Leaf.SEEN if isinstance(intent, ChooseLook) else intent.leaf
        self.paint(aids_view(Now(self._guide.aids, self._outs, self._look_now().own), self._visit.language, leaf))

    def _keep_half(self) -> None:
        half = self._screen.unfinished() if self._screen is not None and self._visit.session is not None else None
        if half is not None:
            self._visit.take(KeepHalf(half))

    def paint(self, view: View | AidsView | ClosedView | FaultView) -> None:
        """Paints a view, on the screen that stands already where it can."""
        if isinstance(view, AttractView):
            self._guide.forget()
            self._guide.greetings = tuple(greeting.language for greeting in view.greetings)
        language, look = self._visit.language, self._look_now()
        kind = screen_of(type(view))
        if type(self._screen) is not kind or self._look != look:
            faulty = isinstance(view, FaultView)
            fresh = kind(look=look, words=Words(language), send=self._after_fault) if faulty else None
            self._replace(fresh or self._shelf.take(kind, look))
            self._look = look
            Window.clearcolor = look.palette.paper
        self._shelf.paint(self._screen, view)
        self._guide.stands(self._screen, Words(language))
        self._places.painted()
        self._ahead.painted()

    def _look_now(self) -> Look:
        language = self._visit.language
        return replace(self._base_look, language=language, direction=direction(language)).as_chosen(self._visit.look)

    def _after_fault(self, _intent: Intent) -> None:
        self.paint(self._visit.take(Rest()))

    def _replace(self, screen: Any) -> None:
        if self._screen is not None:
            self._screen.forget()
            self._root.remove_widget(self._screen)
        self._screen = screen
        if hasattr(screen, "can_read"):
            screen.can_read = self._reading.speaker.available
        self._root.add_widget(screen)

    def _slides(self) -> bool:
        return bool(getattr(self._screen, "shift", 0))

    def _is_in(self) -> bool:
        return self._visit.session is not None

    def _next(self) -> View | None:
        return self._visit.view_ahead() if isinstance(self._visit, Visit) else None

    def _read_aloud(self, said: tuple[str, ...]) -> None:
        """Reads the page, or stays silent where the same touch has just stopped the reading."""
        if self._guide.was_reading:
            return
        view = self._visit.view()
        frame = getattr(view, "frame", view)
        self._guide.read_page(said or getattr(frame, "spoken", ()), self._visit.language)

    def _also_seen(self) -> dict[str, Any]:
        return {}

    def _touched(self, *_: Any) -> bool:
        self._wait_anew()
        self._guide.touched()
        return self._lift_veil()

    def _let_go(self, *_: Any) -> None:
        self._places.tell()

    def _lift_veil(self) -> bool:
        veil, self._veil = self._veil, None
        if veil is not None:
            self._root.remove_widget(veil)
        return veil is not None

    def _wait_anew(self) -> None:
        self._places.tell()
        self._watch.touched()
        self._sweeping.touched()
        self._ahead.touched()

    def _key(self, scancode: int, with_shift: bool) -> None:
        self._wait_anew()
        self._lift_veil()
        self._guide.key(scancode, with_shift)

    def _warn(self, reminder: Reminder) -> None:
        if self._visit.session is None or self._look is None:
            return
        self._lift_veil()
        self._veil = Veil(self._look, Words(self._visit.language)(reminder))
        self._root.add_widget(self._veil)

    def _fault(self, error: BaseException) -> None:
        frames = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[::-1]
        )
        log.error("fault %s at %s", type(error).__name__, frames)
        self._tell_fault(error)
        self._ahead.foresee_no_more()
        self._faults += 1
        if self._faults > MOST_FAULTS:
            log.critical("too many faults; the program ends so that it can start anew")
            os._exit(70)
        Clock.schedule_once(lambda _: self.paint(fault_view(self._visit.language)), 0)


class _Faults(ExceptionHandler):
    """Keeps the window alive; what happened is told to the app."""

    def __init__(self, tell: Callable[[BaseException], None]) -> None:
        self._tell = tell

    def handle_exception(self, exception: BaseException) -> int:
        """Tells of the fault and lets the window go on."""
        self._tell(exception)
        return int(ExceptionManager.PASS)
