"""What is done while nobody touches: reading and making what is needed later, and painting the page that comes next.

- Small steps with room between them, so that a touch waits for one of them at most; none while a page slides.
- While a person looks at a page, what is likely to follow is painted where it is not seen; the touch that
  leads there then only brings it in. What he answers meanwhile may change it: it is worked out anew after each touch.
  Who was quicker than that has it painted while his finger is down. After a fault nothing is foreseen any more.
- What a step made is looked through by the collector at once, so that it never has much to look through at a time; what
  was read before the first person came is left alone.

Deliberately not here: which page follows (`kiosk/turns.py`), and where it is painted (`kiosk/screens/question.py`).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.screens import NAMES, screen_named
from kiosk.shelf import Shelf
from kiosk.theme.tokens import Look

PAUSE_SECONDS = 0.1
"""How long after a touch, and after each other while somebody is in, things are made."""
SHORT_SECONDS = 0.03
"""How long after each other while nobody is in or all is read, and how often it is seen whether a page still slides."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What there is to know about the window: its look, whether a page slides or somebody is in, what comes next."""

    look: Callable[[], Look]
    slides: Callable[[], bool]
    somebody_is_in: Callable[[], bool]
    next_view: Callable[[], object]


class Ahead:
    """The steps of one window; `steps` is what can wait until the first screen stands, `clock` is Kivy's."""

    def __init__(self, clock: Any, steps: Iterable[Callable[[], object]], shelf: Shelf, standing: Standing) -> None:
        self._steps = _all_to_read(steps)
        self._shelf, self._standing = shelf, standing
        self._is_foreseen = self._is_all_read = False
        self._foresees = True
        self._later = clock.create_trigger(self._go, PAUSE_SECONDS)
        self._soon = clock.create_trigger(self._go, SHORT_SECONDS)
        self._at_once = clock.create_trigger(lambda _: self._foresee(), 0)

    def touched(self) -> None:
        """Waits anew for a pause; what follows is foreseen at once where there was no pause for it since the slide."""
        self._soon.cancel()
        self._later.cancel()
        self._later()
        if not self._standing.slides():
            self._at_once()

    def painted(self) -> None:
        """Works out anew what comes next, as another page may stand there or another answer."""
        self._is_foreseen = False
        self._at_once.cancel()
        self._later()

    def foresee_no_more(self) -> None:
        """Leaves what comes next alone from now on: the fault that happened may be in it, and he goes there or not."""
        self._foresees = False

    def _go(self, _: float) -> None:
        if self._standing.slides():
            self._soon()
        elif self._step():
            gc.collect(1)
            (self._later if self._is_all_read and self._standing.somebody_is_in() else self._soon)()

    def _step(self) -> bool:
        """Does one thing, and tells whether there was any."""
        if self._foresee():
            return True
        if not self._is_all_read:
            self._is_all_read = not next(self._steps, False)
            return True
        return self._shelf.make_ahead(self._standing.look())

    def _foresee(self) -> bool:
        """Paints what comes next, if that was not done yet, and tells whether there was anything to paint."""
        if self._is_foreseen or not self._foresees:
            return False
        self._is_foreseen = True
        view = self._standing.next_view()
        return view is not None and self._shelf.paint_ahead(view, self._standing.look())


def _all_to_read(steps: Iterable[Callable[[], object]]) -> Iterator[bool]:
    for name in NAMES:
        screen_named(name)
        yield True
    for step in steps:
        step()
        yield True
    gc.freeze()
    gc.enable()
