"""What is seen, what is heard, how the terminal is used: a row for each thing that can be set, its ways beside it.

- A leaf each, so that all of it fits the small panel in the largest letters; at the foot are back and the other two.
- It can be opened from the page of languages, which is behind the same button on every screen, before login too.
- A touch sets at once: the next paint is in that look, the next word in that voice.

Deliberately not here: what a touch sets (the view), and keeping it (`kiosk/visit.py`, `kiosk/widgets/guide.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.exercises.parts.state_row import StateRow
from kiosk.i18n import Words
from kiosk.intents import Intent, OpenAids, ReadAloud
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
        self._sample = self.ids.sample.__self__  # held here, as it is not on every leaf

    def paint(self, view: AidsView) -> None:
        """Shows what is set now."""
        self._view = view
        self.paint_frame(view.frame)
        self.skip_icon, self.next_icon = (pictogram(one.icon) for one in view.others)
        self.ids.heading.text, self._sample.text = view.title, view.sample
        wanted = [self.ids.heading.__self__, *(self._shown(row) for row in view.rows)]
        if view.sample:
            wanted.append(self._sample)
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

    def on_read_aloud(self) -> None:
        """Wants this page read, not the one it lies on."""
        self.send(ReadAloud(self._view.frame.spoken if self._view is not None else ()))

    def on_skip(self) -> None:
        """Turns to the first of the other leaves."""
        self._turn(0)

    def on_next(self) -> None:
        """Turns to the second of them."""
        self._turn(1)

    def _turn(self, other: int) -> None:
        if self._view is not None:
            self.send(OpenAids(self._view.others[other].leaf))

    def _new_row(self, name: str) -> StateRow:
        row = StateRow(look=self.look, keeps_mark=True)
        row.fbind("on_state", lambda _, way: self.choose(name, way))
        self._rows[name] = row
        return row

    def choose(self, name: str, way: str) -> None:
        """Sets one thing in one way."""
        view = self._view
        for choice in (each for row in view.rows if row.name == name for each in row.choices) if view else ():
            if choice.name == way:
                self.send(choice.wants)
