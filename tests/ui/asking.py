"""A question on the screen under a finger: each answer given is painted again, as after a real tap.

- Touches are injected; widgets are found by their test ids.
- Not here: the shipped questions (shipped.py).
"""

from collections.abc import Callable
from typing import Any

from kiosk.i18n import Words, direction
from kiosk.intents import GiveThisAnswer, Intent
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.views.question import QuestionView
from kiosk.widgets.touchable import Touchable
from modules.exercises import Answer
from modules.texts import Language
from tests.ui import shipped

NL, AR = Language("nl"), Language("ar")


class Asking:
    """A question on the screen: each answer given is painted again, as after a tap."""

    def __init__(self, show: Any, tap: Callable[..., None], panel: str = "21", language: Language = NL) -> None:
        self.look = Look(panel=PANELS[panel], language=language, direction=direction(language))
        self.said: list[Intent] = []
        self._show, self._tap = show, tap
        self._view_of: Callable[[Answer | None], QuestionView] | None = None
        self.language = language
        self.screen: Any = None
        self.make()

    def make(self) -> None:
        """Makes the screen in the present look."""
        from kiosk.screens import screen_named  # noqa: PLC0415 - only after the lockdown

        self.screen = screen_named("question")(look=self.look, words=Words(self.language), send=self._send)

    def settle(self) -> None:
        self._show.settle()

    def of(self, item: Any, answer: Answer | None = None) -> "Asking":
        return self.view(lambda given: shipped.asked(item, given, self.language), answer)

    def view(self, view_of: Callable[[Answer | None], QuestionView], answer: Answer | None = None) -> "Asking":
        self._view_of = view_of
        self.screen.paint(view_of(answer))
        if self.screen.parent is None:
            self._show(self.screen, self.look)
        self._show.settle()
        return self

    def _send(self, intent: Intent) -> None:
        self.said.append(intent)
        if isinstance(intent, GiveThisAnswer) and self._view_of is not None:
            self.screen.paint(self._view_of(intent.answer))

    @property
    def answer(self) -> Answer:
        return next(said.answer for said in reversed(self.said) if isinstance(said, GiveThisAnswer))

    def find(self, name: str) -> Any:
        found = [each for each in self.screen.walk() if getattr(each, "test_id", "") == name]
        return next((each for each in found if isinstance(each, Touchable)), found[0] if found else None)

    def touch(self, *names: str) -> "Asking":
        for name in names:
            widget = self.find(name)
            assert widget is not None, f"{name} is not on the screen"
            self._tap(*widget.center)
            self._show.settle()
        return self

    def lay(self, pile: str) -> "Asking":
        """Touches the foot of a pile, where no card lies on it."""
        target = self.find(f"pile.{pile}")
        self._tap(target.center_x, target.y + 6)
        self._show.settle()
        return self

    def give_ring(self, ring: str) -> "Asking":
        """Touches a ring at its edge, where no other ring lies on it."""
        target = self.find(f"ring.{ring}")
        self._tap(target.x + 6, target.center_y)
        self._show.settle()
        return self

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> "Asking":
        """Drags a finger from one place to another, and lets go there."""
        from kivy.tests.common import UnitTestTouch  # noqa: PLC0415 - only after the lockdown

        finger = UnitTestTouch(*start)
        finger.touch_down()
        for part in (0.1, 0.4, 0.8, 1.0):
            finger.touch_move(*(one + (other - one) * part for one, other in zip(start, end, strict=True)))
        finger.touch_up()
        self._show.settle()
        return self
