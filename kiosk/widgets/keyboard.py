"""The on-screen keyboard: three rows of letters, one row with the space bar; no field, no focus, no clipboard.

- It never knows what was written; it says which letters were touched, and whoever holds the text adds them.
- A capital is for one letter. Accents and figures are pages of their own and lead back to the letters.
- Its keys are made once and change their letters; turning a page builds nothing.

Deliberately not here: which letters a language has (`keyboard_layouts.py`), showing the text (`text_line.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.properties import BooleanProperty, ObjectProperty, OptionProperty

from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.key import Key, KeyKind
from kiosk.widgets.keyboard_layouts import DUTCH, Layout, Page

KEY_MM = 20.0
LOW_KEY_MM = 16.0
"""The height of a key on a low panel, where two lines of the text must be seen above the keys."""
ACTION_WEIGHT = 1.5
SPACE_WEIGHT = 4.0


class Keyboard(Panelled):
    """Letters, accents and figures under the fingers."""

    __events__ = ("on_text", "on_erase")
    watched = ("layout", "page")

    layout = ObjectProperty(DUTCH)
    words = ObjectProperty(None, allownone=True)
    """Any value with the fields of `kiosk.i18n.KeyboardWords`."""
    page = OptionProperty(Page.LETTERS, options=list(Page))
    capital = BooleanProperty(False)
    """Whether the next letter is a capital; set it at the start of a sentence."""

    def __init__(self, **values: Any) -> None:
        self._letters: list[Key] = []
        self._rows: list[list[Key]] = []
        self._actions = {name: self._action(name) for name in ("capital", "erase", "figures", "accents", "space")}
        self._marks = [self._letter_key() for _ in range(3)]
        self._dress_soon = Clock.create_trigger(self._dress, -1)
        super().__init__(**values)
        for name in ("look", "layout", "words", "page", "capital"):
            self.fbind(name, self._dress_soon)
        self._dress_soon()

    def _action(self, name: str) -> Key:
        key = Key(value=name, kind=KeyKind.ACTION, role=Role.LABEL, test_id=f"keyboard.{name}")
        key.fbind("on_release", self._acted)
        return key

    def _letter_key(self) -> Key:
        key = Key()
        key.fbind("on_release", self._typed)
        return key

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - four rows at any width
        """Gives the height of four rows of targets."""
        panel = self.look.panel
        return float(4 * panel.px(LOW_KEY_MM if panel.low else KEY_MM) + 3 * self._gap)

    @property
    def _gap(self) -> int:
        return self.look.panel.px(1.0 if self.look.crowded else 2.0)

    def _dress(self, *_: Any) -> None:
        """Gives every key its letter or word for the present page."""
        layout: Layout = self.layout
        rows = layout.rows(Page(self.page))
        while len(self._letters) < sum(map(len, rows)):
            self._letters.append(self._letter_key())
        spare = iter(self._letters)
        self._rows = [[self._lettered(next(spare), letter) for letter in row] for row in rows]
        self._marks = [self._lettered(key, mark) for key, mark in zip(self._marks, layout.marks, strict=True)]
        self._name_actions(layout)
        actions = self._actions
        if layout.has_capitals and self.page != Page.FIGURES:
            self._rows[2].insert(0, actions["capital"])
        self._rows[2].append(actions["erase"])
        self._rows.append([actions["figures"], actions["accents"], actions["space"], *self._marks])
        shown = [key for row in self._rows for key in row]
        if list(reversed(self.children)) != shown:
            self.clear_widgets()
            for key in shown:
                self.add_widget(key)
        for key in shown:
            key.look = self.look
        self.arrange_soon()

    def _lettered(self, key: Key, letter: str) -> Key:
        shown = self.layout.capital(letter) if self.capital and self.page != Page.FIGURES else letter
        key.text, key.value, key.test_id = shown, shown, f"keyboard.{letter}"
        return key

    def _name_actions(self, layout: Layout) -> None:
        actions, words = self._actions, self.words
        actions["capital"].icon, actions["capital"].chosen = Icon.CAPITALS, self.capital
        actions["capital"].kind = KeyKind.LETTER if self.capital else KeyKind.ACTION
        actions["erase"].icon = Icon.ERASE_LETTER
        actions["space"].kind = KeyKind.LETTER
        if words is None:
            return
        actions["figures"].text = words.letters if self.page == Page.FIGURES else words.figures
        actions["accents"].text = words.letters if self.page == Page.ACCENTS else "  ".join(layout.accents[0][:3])
        actions["space"].text = words.space
        actions["capital"].spoken, actions["erase"].spoken = words.capitals, words.erase

    def _weight(self, key: Key) -> float:
        if key.value == "space":
            return SPACE_WEIGHT
        return ACTION_WEIGHT if key.value in self._actions else 1.0

    def arrange(self) -> None:
        """Places the rows from the top, each in the middle, all keys of one measure."""
        if not self._rows:
            return
        gap = self._gap
        columns = max(sum(map(self._weight, row)) for row in self._rows)
        unit = (self.width + gap) / columns
        height = (self.height - 3 * gap) / 4
        for place, row in enumerate(self._rows):
            near = self.x + (self.width + gap - unit * sum(map(self._weight, row))) / 2
            for key in row:
                far = near + unit * self._weight(key)
                key.size = (round(far - gap) - round(near), round(height))
                key.pos = (round(near), round(self.top - place * (height + gap) - height))
                key.reach_x = key.reach_y = gap / 2
                near = far

    def _typed(self, key: Key) -> None:
        self.capital = False
        self.dispatch("on_text", key.value)

    def _acted(self, key: Key) -> None:
        if key.value == "space":
            self.dispatch("on_text", " ")
        elif key.value == "erase":
            self.dispatch("on_erase")
        elif key.value == "capital":
            self.capital = not self.capital
        else:
            wanted = Page(key.value)
            self.page = Page.LETTERS if self.page == wanted else wanted

    def on_text(self, letters: str) -> None:
        """Is the event: these letters were touched."""

    def on_erase(self) -> None:
        """Is the event: take the last letter away."""
