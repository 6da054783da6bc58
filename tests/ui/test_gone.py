"""After a lock nothing of the predecessor is left: not on the screen, not in its picture, not in the window's memory.

- Somebody walks every page of the shipped packs in the real window; on each one he stays away until the lock comes.
- The clock is moved by hand; the picture is read back by a program that reads (tesseract). Nothing is made ahead for
  nobody meanwhile, which says the interface's own words, and all is collected once, at the end.
- Not here: what is on disk (tests/fault/test_store_tells_nothing.py).
"""

import gc
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kiosk.clock import Clock
from kiosk.i18n import Words
from kiosk.intents import LogIn
from kiosk.lockdown import Profile
from kiosk.pages import Editions
from kiosk.rehearsal import PIN, Rehearsal
from kiosk.speech import Manner
from kiosk.theme.tokens import PANEL_15, Look
from kiosk.views.entrance import unlock_view
from kiosk.visit import View
from modules.definition.edition import Edition
from modules.texts import Language
from tests.definitions import PACK
from tests.ui import shipped
from tests.ui.hand_clock import HandClock

NL = Language("nl")
OUTSIDE = {"attract", "language", "unlock", "locked", "code", "choose", "staff", "give", "give-code"}
"""Pages on which nobody is logged in: left alone, they rest as the first screen, not as a lock."""
LOOK = Look(panel=PANEL_15, language=NL)


class Speech:
    """A speaker that keeps nothing once it is stopped."""

    available = True

    def __init__(self) -> None:
        self.queue: tuple[str, ...] = ()
        self.manner = Manner()

    @property
    def speaking(self) -> bool:
        """Whether anything is still to be said."""
        return bool(self.queue)

    def say(self, texts: Any, language: Language) -> None:
        """Begins to read."""
        self.queue = tuple(texts)

    def stop(self) -> None:
        """Is silent at once."""
        self.queue = ()


class Window:
    """The application in a window nobody sees, with a clock moved by hand."""

    def __init__(self, visit: Any) -> None:
        from kiosk.app import KioskApp  # noqa: PLC0415 - only after the lockdown
        from kiosk.widgets.rest_watch import Rests  # noqa: PLC0415

        self.clock, self.speech = HandClock(), Speech()
        self.app = KioskApp(
            visit=visit,
            look=LOOK,
            speaker=self.speech,
            rests=Rests(hard_stop_seconds=1e6),
            profile=Profile.HIDDEN,
            clock=self.clock,
        )
        self.app._shelf.make_ahead = lambda _: False  # type: ignore[method-assign, assignment]
        self.app._shelf.were_let_go = lambda: False  # type: ignore[method-assign]
        self.root = self.app.build()
        self.root.size = (LOOK.panel.width_px, LOOK.panel.height_px)

    def settle(self) -> None:
        """Lets every widget come to its place."""
        from kivy.base import EventLoop  # noqa: PLC0415 - only after the lockdown

        self.root.do_layout()
        for _ in range(6):
            EventLoop.idle()

    def leaves_it_alone(self) -> None:
        """Lets two minutes pass without a touch."""
        self.app._touched()
        self.app._watch.mind_visit()
        self.clock.passes(121)
        self.settle()

    def texts(self) -> set[str]:
        """Gives every text that stands anywhere in the tree, seen or unseen."""
        return _texts(self.root)

    def picture(self) -> bytes:
        """Gives what the window shows, as pixels."""
        from kivy.graphics import ClearBuffers, ClearColor, Fbo  # noqa: PLC0415 - only after the lockdown

        buffer = Fbo(size=(LOOK.panel.width_px, LOOK.panel.height_px), with_stencilbuffer=True)
        with buffer:
            ClearColor(*LOOK.palette.paper)
            ClearBuffers()
        buffer.add(self.root.canvas)
        buffer.draw()
        pixels: bytes = buffer.pixels
        buffer.remove(self.root.canvas)
        return pixels


def _texts(root: Any) -> set[str]:
    names = ("text", "title", "said", "hint", "spoken", "help_text", "place", "question", "word", "tally")
    found = (getattr(widget, name, "") for widget in root.walk() for name in names)
    return {text for text in found if isinstance(text, str) and text}


def _painted_anew() -> set[str]:
    from kiosk.screens import screen_named  # noqa: PLC0415 - only after the lockdown

    screen = screen_named("unlock")(look=LOOK, words=Words(NL), send=lambda _: None)
    screen.paint(unlock_view(NL, None, locked=True))
    return _texts(screen)


def _holders() -> Iterator[Any]:
    """Gives every widget and drawn line there is in this process."""
    from kivy.uix.widget import Widget  # noqa: PLC0415 - only after the lockdown

    from kiosk.widgets.typesetting import Line  # noqa: PLC0415

    gc.collect()
    return (each for each in gc.get_objects() if type(each) is Line or issubclass(type(each), Widget))


def _in_memory(texts: set[str], others: Sequence[Any]) -> set[str]:
    """Gives which of these texts any widget or drawn line still holds, beside those that other tests left."""
    left = {id(each) for each in others}
    held = {str(getattr(each, "text", "")) for each in _holders() if id(each) not in left}
    return {text for text in texts if any(text in one for one in held)}


def _read(pixels: bytes, folder: Path) -> str:
    from PIL import Image, ImageOps  # noqa: PLC0415 - only this test draws

    width, height = LOOK.panel.width_px, LOOK.panel.height_px
    path = folder / "lock.png"
    upright = ImageOps.flip(Image.frombytes("RGBA", (width, height), pixels).convert("RGB"))
    upright.save(path)
    done = subprocess.run(["tesseract", str(path), "-", "-l", "nld"], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def window(easel: Any) -> Iterator[Window]:
    from kivy.core.window import Window as KivyWindow  # noqa: PLC0415 - only after the lockdown

    editions = Editions(
        Edition(PACK, shipped.questionnaire(), frozenset()),
        Edition(PACK, shipped.programme(), frozenset()),
    )
    rehearsal = Rehearsal(editions, (NL,), Clock())
    others = tuple(_holders())
    opened = Window(rehearsal.visit)
    opened.rehearsal, opened.others = rehearsal, others  # type: ignore[attr-defined]
    yield opened
    opened.app.on_stop()
    KivyWindow.unbind(on_touch_down=opened.app._touched)


def _walk(window: Any) -> Iterator[tuple[str, View]]:
    for name, view in window.rehearsal.walk(NL):
        window.app.paint(view)
        window.app._ahead._foresee()
        window.settle()
        if name not in OUTSIDE and not name.startswith("practice-"):
            yield name, view


def test_after_a_lock_nothing_of_the_person_is_left_on_any_page(
    window: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    allowed, locks, seen = _painted_anew(), set(), set()
    for name, _ in _walk(window):
        personal = window.texts() - allowed
        seen |= personal
        window.speech.say(tuple(personal), NL)
        window.speech.stop() if name == "hidden" else window.app._read_aloud(())
        window.speech.queue = ()
        window.leaves_it_alone()
        assert window.texts() <= allowed, name
        assert window.speech.queue == ()
        locks.add(window.picture())
        window.app.send(LogIn("", PIN))
        window.settle()
    window.leaves_it_alone()
    assert len(seen) > 100
    assert len(locks) == 1
    assert not _in_memory({text for text in seen if len(text) > 12}, window.others)
    shown = " ".join(_read(locks.pop(), tmp_path).lower().split())
    assert "iemand anders" in shown
    assert [text for text in seen if len(text) > 6 and text.lower() in shown] == []
    assert "kivy.core.clipboard" not in sys.modules
    assert [text for text in seen if len(text) > 6 and text in caplog.text] == []


def test_the_reader_does_read_what_stands_on_a_screen(window: Any, tmp_path: Path) -> None:
    for name, view in _walk(window):
        if name == "home":
            shown = " ".join(_read(window.picture(), tmp_path).split())
            assert view.plan_title in shown  # type: ignore[union-attr]
            assert _in_memory({view.plan_text}, window.others)  # type: ignore[union-attr]
            return
