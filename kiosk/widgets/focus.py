"""Use without touching: Tab and arrows move a ring from one thing to the next, Enter and Space act on it.

- The order is the reading order of the screen: from top to bottom, then in reading direction. The keys of a pad lie as
  on a telephone in every language, so they are gone through as they lie there.
- The ring may also stand around several things at once, for who chooses a row before a thing (`scanning.py`).
- The ring is a light line within a dark one, so it is seen on any ground; a touch takes it away.
- It acts through `Touchable.press()`, so a key does exactly what a finger does.

Deliberately not here: which keys are let through (`kiosk/lockdown.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kivy.graphics import BorderImage, Color, InstructionGroup

from kiosk.theme.tokens import Look
from kiosk.widgets.sheets import CLEAR
from kiosk.widgets.surface import Sheet, cut
from kiosk.widgets.touchable import Touchable

ENTER, TAB, SPACE, RIGHT, LEFT, DOWN, UP, PAD_ENTER = 40, 43, 44, 79, 80, 81, 82, 88
APART_PX, OUTER_PX = 2, 2
"""How far the ring stands off the thing, and how wide its dark line is; together they fit in half a gap."""
TOWARDS = {RIGHT: (1, 0), LEFT: (-1, 0), DOWN: (0, -1), UP: (0, 1)}


def in_reading_order(root: Any) -> list[Touchable]:
    """Gives everything under `root` that can be touched now, as one would read it."""
    found = [each for each in root.walk(restrict=True) if isinstance(each, Touchable) and _usable(each)]
    return sorted(found, key=lambda each: (-round(each.top / 24), -each.right if _mirrored(each) else each.x))


def content_first(order: Sequence[Touchable]) -> list[Touchable]:
    """Gives the same with the bar at the top last: what is asked comes before what is always there."""
    top = [each for each in order if each.test_id.startswith("top.")]
    return [*(each for each in order if each not in top), *top]


def _mirrored(touchable: Touchable) -> bool:
    return touchable.look.rtl and not touchable.test_id.startswith("pad.")


def _usable(touchable: Touchable) -> bool:
    return bool(
        touchable.enabled and not touchable.disabled and touchable.opacity and touchable.width and touchable.test_id
    )


class FocusRing:
    """The ring on one screen at a time."""

    def __init__(self) -> None:
        self._root: Any = None
        self._on: Touchable | None = None
        self._around: tuple[Touchable, ...] = ()
        self._drawn_on: Any = None
        self._ring = InstructionGroup()
        self.content_first = False
        """Whether the bar at the top comes last."""
        self.moved: Callable[[tuple[Touchable, ...]], object] = id
        """Is told what the ring is around now."""

    @property
    def on(self) -> Touchable | None:
        """What the ring is on, if it is seen and around one thing alone."""
        return self._on

    @property
    def around(self) -> tuple[Touchable, ...]:
        """What the ring is around, one thing or several together."""
        return self._around

    def order(self) -> list[Touchable]:
        """Gives everything the ring can come to, in its order."""
        order = in_reading_order(self._root) if self._root is not None else []
        return content_first(order) if self.content_first else order

    def enter(self, root: Any) -> None:
        """Goes over to another screen; the ring is seen again at the next key."""
        self.hide()
        self._root = root

    def hide(self) -> None:
        """Takes the ring away, as at a touch."""
        for each in self._around:
            each.focused = False
            each.funbind("pos", self._draw)
            each.funbind("size", self._draw)
        if self._drawn_on is not None:
            self._drawn_on.canvas.after.remove(self._ring)
        self._on, self._around, self._drawn_on = None, (), None

    def key(self, scancode: int, shift: bool) -> None:
        """Moves the ring, or acts on what it is on."""
        order = self.order()
        if not order:
            return
        if scancode in (ENTER, PAD_ENTER, SPACE):
            if self._on in order:
                self._on.press()
        elif self._on not in order:
            self.stand_around(order[-1 if shift else 0])
        elif scancode == TAB:
            place = order.index(self._on) + (-1 if shift else 1)
            self.stand_around(order[place % len(order)])
        elif scancode in TOWARDS:
            self.stand_around(nearest(self._on, order, TOWARDS[scancode]))

    def stand_around(self, *things: Touchable) -> None:
        """Puts the ring around one thing, or around several together."""
        if things == self._around:
            return
        self.hide()
        self._around = things
        self._on = things[0] if len(things) == 1 else None
        self._drawn_on = self._on or self._root
        self._drawn_on.canvas.after.add(self._ring)
        for each in things:
            each.focused = True
            each.fbind("pos", self._draw)
            each.fbind("size", self._draw)
        self._draw()
        self.moved(things)

    def _draw(self, *_: Any) -> None:
        around = self._around
        if not around:
            return
        left, low = min(each.x for each in around), min(each.y for each in around)
        right, high = max(each.right for each in around), max(each.top for each in around)
        self._ring.clear()
        self._ring.add(Color(1, 1, 1, 1))
        for sheet, reach in ring(around[0].look):
            surface = cut(sheet)
            wide = reach + surface.bleed
            self._ring.add(
                BorderImage(
                    texture=surface.texture,
                    border=surface.border,
                    auto_scale="off",
                    pos=(left - wide, low - wide),
                    size=(right - left + 2 * wide, high - low + 2 * wide),
                )
            )


def ring(look: Look) -> tuple[tuple[Sheet, int], ...]:
    """Gives the two lines of the ring, each with how far it reaches around the thing."""
    palette, width = look.palette, look.focus_px
    inner, outer = width + APART_PX, width + APART_PX + OUTER_PX
    light = Sheet(CLEAR, palette.focus_ring, width, look.radius + inner)
    dark = Sheet(CLEAR, palette.focus_core, OUTER_PX, look.radius + outer)
    return ((dark, outer), (light, inner))


def nearest(start: Touchable, among: list[Touchable], towards: tuple[int, int]) -> Touchable:
    """Gives the nearest thing in a direction on the panel, or `start` itself where there is none."""
    best, best_distance = start, float("inf")
    for each in among:
        across, up = each.center_x - start.center_x, each.center_y - start.center_y
        ahead = across * towards[0] + up * towards[1]
        aside = abs(across * towards[1]) + abs(up * towards[0])
        distance = ahead + 2.5 * aside
        if each is not start and ahead > 1 and distance < best_distance:
            best, best_distance = each, distance
    return best
