"""Sound, and how the terminal is used: a row for each thing that can be set, its ways beside it.

- What is heard is on the first leaf, how it is used on the second, so that both fit the small panel in large letters.
- It can be opened from the page of languages, which is behind the same button on every screen, before login too.
- A touch sets at once and can be heard at the next word.

Deliberately not here: what a touch sets (the view), and keeping it (`kiosk/widgets/guide.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.exercises.parts.state_row import StateRow
from kiosk.i18n import Words
from kiosk.intents import GoBack, Intent, OpenAids, SetAids
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.icons import pictogram
from kiosk.theme.tokens import Look
from kiosk.views.aids import AidRow, AidsView
from kiosk.views.options import OptionView
from modules.ids import OptionId


class AidsScreen(FramedScreen):
    """All that can be set."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._rows: dict[str, StateRow] = {}
        self._view: AidsView | None = None
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: AidsView) -> None:
        """Shows what is set now."""
        self._view = view
        self.paint_frame(view.frame)
        self.ids.heading.text = view.title
        wanted = [self.ids.heading, *(self._shown(row) for row in view.rows)]
        if self.content.in_reading_order() != wanted:
            self.content.clear_widgets()
            for each in wanted:
                self.content.add_widget(each)

    def _shown(self, row: AidRow) -> StateRow:
        """Gives the row as it is set now."""
        shown = self._rows.get(row.name) or self._new_row(row.name)
        ways = tuple(OptionView(OptionId(each.name), each.text, None) for each in row.choices)
        shown.icon = pictogram(row.icon)
        chosen = next((each.name for each in row.choices if each.chosen), None)
        shown.show(OptionView(OptionId(row.name), row.text, row.icon), ways, chosen)
        return shown

    def on_next(self) -> None:
        """Turns to the second leaf."""
        self.send(OpenAids(using=True))

    def on_back(self) -> None:
        """Turns back to the first leaf, or leaves."""
        self.send(OpenAids() if self._view is not None and self._view.using else GoBack())

    def _new_row(self, name: str) -> StateRow:
        row = StateRow(look=self.look)
        row.fbind("on_state", lambda _, way: self.choose(name, way))
        self._rows[name] = row
        return row

    def choose(self, name: str, way: str) -> None:
        """Sets one thing in one way."""
        view = self._view
        for choice in (each for row in view.rows if row.name == name for each in row.choices) if view else ():
            if view is not None and choice.name == way:
                self.send(SetAids(choice.aids, view.using))
