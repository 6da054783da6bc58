"""Use without touching: Tab and arrows move a ring from one thing to the next, Enter and Space act on it.

- The order is the reading order of the screen: from top to bottom, then in reading direction.
- The ring is a light line within a dark one, so it is seen on any ground; a touch takes it away.
- It acts through `Touchable.press()`, so a key does exactly what a finger does.

Deliberately not here: which keys are let through (`kiosk/lockdown.py`).
"""

from __future__ import annotations

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
    return sorted(found, key=lambda each: (-round(each.top / 24), -each.right if each.look.rtl else each.x))


def _usable(touchable: Touchable) -> bool:
    return bool(
        touchable.enabled and not touchable.disabled and touchable.opacity and touchable.width and touchable.test_id
    )


class FocusRing:
    """The ring on one screen at a time."""

    def __init__(self) -> None:
        self._root: Any = None
        self._on: Touchable | None = None
        self._ring = InstructionGroup()

    @property
    def on(self) -> Touchable | None:
        """What the ring is on, if it is seen."""
        return self._on

    def enter(self, root: Any) -> None:
        """Goes over to another screen; the ring is seen again at the next key."""
        self.hide()
        self._root = root

    def hide(self) -> None:
        """Takes the ring away, as at a touch."""
        if self._on is not None:
            self._on.focused = False
            self._on.canvas.after.remove(self._ring)
            self._on.funbind("pos", self._draw)
            self._on.funbind("size", self._draw)
        self._on = None

    def key(self, scancode: int, shift: bool) -> None:
        """Moves the ring, or acts on what it is on."""
        if self._root is None:
            return
        order = in_reading_order(self._root)
        if not order:
            return
        if scancode in (ENTER, PAD_ENTER, SPACE):
            if self._on in order:
                self._on.press()
        elif self._on not in order:
            self._move_to(order[-1 if shift else 0])
        elif scancode == TAB:
            place = order.index(self._on) + (-1 if shift else 1)
            self._move_to(order[place % len(order)])
        elif scancode in TOWARDS:
            self._move_to(nearest(self._on, order, TOWARDS[scancode]))

    def _move_to(self, touchable: Touchable) -> None:
        if touchable is self._on:
            return
        self.hide()
        self._on = touchable
        touchable.focused = True
        touchable.canvas.after.add(self._ring)
        touchable.fbind("pos", self._draw)
        touchable.fbind("size", self._draw)
        self._draw()

    def _draw(self, *_: Any) -> None:
        on = self._on
        if on is None:
            return
        self._ring.clear()
        self._ring.add(Color(1, 1, 1, 1))
        for sheet, reach in ring(on.look):
            surface = cut(sheet)
            wide = 2 * (reach + surface.bleed)
            self._ring.add(
                BorderImage(
                    texture=surface.texture,
                    border=surface.border,
                    auto_scale="off",
                    pos=(on.x - wide / 2, on.y - wide / 2),
                    size=(on.width + wide, on.height + wide),
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
