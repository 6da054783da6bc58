"""The end of building a goal: the goal read back, and one goal more or one less.

Deliberately not here: reading it back (`letter_lines.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.properties import ObjectProperty

from kiosk.exercises.parts.letter_lines import LetterLines
from kiosk.theme.icons import Icon
from kiosk.widgets.column import Column
from kiosk.widgets.push_button import ButtonKind, PushButton
from kiosk.widgets.row import Row


class GoalEnd(Column):
    """A whole goal; `on_add` wants one more, `on_remove` wants this one gone."""

    __events__ = ("on_add", "on_remove")

    words = ObjectProperty(None)

    def __init__(self, **values: Any) -> None:
        super().__init__(fill=True, **values)
        look, words = self.look, self.words
        self._letter = LetterLines(look=look)
        self._buttons = Column(look=look) if look.panel.portrait else Row(look=look)
        self._add = PushButton(
            look=look, text=words("goal.add"), icon=Icon.ADD, kind=ButtonKind.OWN, test_id="goal.add"
        )
        self._remove = PushButton(
            look=look, text=words("goal.remove"), icon=Icon.TAKE_AWAY, kind=ButtonKind.QUIET, test_id="goal.remove"
        )
        self._add.fbind("on_release", lambda *_: self.dispatch("on_add"))
        self._remove.fbind("on_release", lambda *_: self.dispatch("on_remove"))
        self.add_widget(self._letter)
        self.add_widget(self._buttons)

    def show(self, lines: Sequence[tuple[str, str]], *, may_add: bool, may_remove: bool) -> None:
        """Shows a goal and what can be done now."""
        self._letter.show(lines)
        wanted = [*([self._add] if may_add else []), *([self._remove] if may_remove else [])]
        if self._buttons.in_reading_order() != wanted:
            self._buttons.clear_widgets()
            for button in wanted:
                self._buttons.add_widget(button)

    def on_add(self) -> None:
        """Is the event: one more goal is wanted."""

    def on_remove(self) -> None:
        """Is the event: this goal is not wanted any more."""
