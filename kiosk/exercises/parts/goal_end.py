"""The end of building a goal: the goal read back, and one goal more or one less.

- Taking a goal away is asked twice; the second time its button is elsewhere, so that two taps in one place do nothing.

Deliberately not here: reading it back (`letter_lines.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kivy.properties import ObjectProperty

from kiosk.exercises.parts.letter_lines import LetterLines
from kiosk.theme.icons import Icon
from kiosk.widgets.column import Column
from kiosk.widgets.push_button import ButtonKind, PushButton
from kiosk.widgets.row import Row
from kiosk.widgets.text import Text


class GoalEnd(Column):
    """A whole goal; `on_add` wants one more, `on_remove` wants this one gone."""

    __events__ = ("on_add", "on_remove")

    words = ObjectProperty(None)

    def __init__(self, **values: Any) -> None:
        super().__init__(fill=True, **values)
        look = self.look
        self._letter = LetterLines(look=look, words=self.words)
        self._buttons = Column(look=look) if look.panel.portrait else Row(look=look)
        self._add = self._button("goal.add", Icon.ADD, ButtonKind.OWN, lambda: self.dispatch("on_add"))
        self._remove = self._button("goal.remove", Icon.TAKE_AWAY, ButtonKind.QUIET, lambda: self._ask(sure=True))
        self._no = self._button("goal.remove.no", Icon.BACK, ButtonKind.PLAIN, lambda: self._ask(sure=False))
        self._yes = self._button("goal.remove.yes", Icon.TAKE_AWAY, ButtonKind.QUIET, self._gone)
        self._nothing = Text(look=look)
        self._may: list[Any] = []
        self.add_widget(self._letter)
        self.add_widget(self._buttons)

    def _button(self, name: str, icon: Icon, kind: ButtonKind, touched: Callable[[], None]) -> PushButton:
        button = PushButton(look=self.look, text=self.words(name), icon=icon, kind=kind, test_id=name)
        button.fbind("on_release", lambda *_: touched())
        return button

    def show(self, lines: Sequence[tuple[str, str]], *, may_add: bool, may_remove: bool) -> None:
        """Shows a goal and what can be done now."""
        self._letter.show(lines)
        self._letter.arrange_soon()
        self._may = [self._add if may_add else self._nothing, *([self._remove] if may_remove else [])]
        self._ask(sure=False)

    def turn(self, pages: int) -> bool:
        """Turns to another page of the goal, and tells whether there was one."""
        return self._letter.turn(pages)

    def _ask(self, *, sure: bool) -> None:
        """Shows what can be done, or asks first whether the goal is really to go."""
        wanted: list[Any] = [self._yes, self._no] if sure else self._may
        if self._buttons.in_reading_order() != wanted:
            self._buttons.clear_widgets()
            for button in wanted:
                self._buttons.add_widget(button)

    def _gone(self) -> None:
        self._ask(sure=False)
        self.dispatch("on_remove")

    def on_add(self) -> None:
        """Is the event: one more goal is wanted."""

    def on_remove(self) -> None:
        """Is the event: this goal is not wanted any more."""
