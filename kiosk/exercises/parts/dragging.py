"""Dragging, as one more way to do what a tap does: a thing follows the finger and is let go over a place.

- A finger that moves less than a few millimetres is a tap, and everything works by taps alone.
- A thing let go over no place stays where it was; the place under the finger shows that it takes the thing.

Deliberately not here: what can be dragged, where to, and what that answers (each kind).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from kiosk.exercises.parts.pile import Pile
from kiosk.theme.icons import pictogram
from kiosk.theme.tokens import Role
from kiosk.widgets.answer_card import AnswerCard

LEAST_MM = 5.0
"""How far a finger goes before it drags."""


class Dragging:
    """Adds dragging to an exercise; the exercise says what, where to, and what it means."""

    def __init__(self, **values: Any) -> None:
        self._thing: Any = None
        self._from = (0.0, 0.0)
        self._over: Any = None
        self._ghost: AnswerCard | None = None
        super().__init__(**values)

    def things(self) -> Iterable[Any]:
        """Gives what can be dragged now."""
        return ()

    def _carried(self, thing: Any) -> tuple[str, Any]:
        """Gives the words and the pictogram that go along under the finger: off a pile, of the card laid there last."""
        if isinstance(thing, Pile):
            return thing.cards[-1].text, pictogram(thing.cards[-1].picture)
        return thing.text, thing.icon

    def places(self) -> Iterable[Any]:
        """Gives where things can be let go now."""
        return ()

    def drop(self, thing: Any, place: Any) -> None:
        """Answers with this thing on this place."""

    def on_touch_down(self, touch: Any) -> bool:
        """Remembers what lies under the finger; what a tap on it means is its own."""
        self.let_go()
        taken = bool(super().on_touch_down(touch))  # type: ignore[misc]
        self._thing = next((each for each in self.things() if each.opacity and each.collide_point(*touch.pos)), None)
        self._from = touch.pos
        if self._thing is not None:
            touch.grab(self)
        return taken or self._thing is not None

    def on_touch_move(self, touch: Any) -> bool:
        """Lifts the thing once the finger has moved far enough, and takes it along."""
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))  # type: ignore[misc]
        me: Any = self
        if self._thing is not None:
            if self._ghost is None and math.dist(self._from, touch.pos) >= me.look.panel.px(LEAST_MM):
                self._lift(touch)
            self._carry(touch.pos)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Lets the thing go over the place under the finger."""
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))  # type: ignore[misc]
        touch.ungrab(self)
        thing, place, dragged = self._thing, self._over, self._ghost is not None
        self.let_go()
        if dragged and place is not None:
            self.drop(thing, place)
        return True

    def _lift(self, touch: Any) -> None:
        """Takes the touch from what felt it so far, and shows the thing under the finger."""
        for felt in [reference() for reference in touch.grab_list]:
            if felt is not None and felt is not self:
                touch.ungrab(felt)
                felt.pressed = False
        me: Any = self
        ghost = AnswerCard(look=me.look, marked=False, role=Role.HELP, chosen=True)
        ghost.text, ghost.icon = self._carried(self._thing)
        width = min(me.width / 2, ghost.ids.words.natural_width() + me.look.target + 2 * me.look.padding)
        ghost.size = (round(width), round(ghost.natural_height(width)))
        me.canvas.after.add(ghost.canvas)
        self._ghost = ghost

    def _carry(self, finger: tuple[float, float]) -> None:
        if self._ghost is None:
            return
        self._ghost.center = (round(finger[0]), round(finger[1]))
        over = next((place for place in self.places() if place.collide_point(*finger)), None)
        if over is not self._over:
            self._show_over(self._over, False)
            self._over = over
            self._show_over(over, True)

    def _show_over(self, place: Any, is_over: bool) -> None:
        if place is not None and hasattr(place, "pressed"):
            place.pressed = is_over

    def let_go(self) -> None:
        """Carries nothing any more."""
        if self._ghost is not None:
            me: Any = self
            me.canvas.after.remove(self._ghost.canvas)
        self._show_over(self._over, False)
        self._thing = self._over = self._ghost = None
