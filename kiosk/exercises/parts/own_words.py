"""Writing own words in place: a text line, the keyboard, keep it or never mind.

- At most as many letters as an own answer may have; the line says how many are left when they run short.
- What is being written is nowhere but here, until it is kept; `forget()` wipes it.

Deliberately not here: the keys (`kiosk/widgets/keyboard.py`) and what the words answer (`chooser.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import NumericProperty, ObjectProperty

from kiosk.i18n import keyboard_words
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.keyboard_layouts import layout_for
from modules.exercises.shared import OWN_WORDS_LENGTH

SHORT = 40
"""From how many letters left on it is said."""
KEYS_MM = 22.0


class OwnWords(Panelled):
    """A place to write; `on_keep` tells the words, `on_cancel` that they are not wanted."""

    __events__ = ("on_keep", "on_cancel")

    words = ObjectProperty(None)
    most = NumericProperty(OWN_WORDS_LENGTH)
    """How many letters there may be."""

    def begin(self, text: str) -> None:
        """Begins to write, from words that are there already."""
        keyboard = self.ids.keyboard
        keyboard.layout, keyboard.words = layout_for(self.look.language), keyboard_words(self.words)
        self._write(text)

    @property
    def text(self) -> str:
        """What is written so far, without spaces around it."""
        return " ".join(self.ids.line.text.split())

    def type(self, letters: str) -> None:
        """Adds letters, as many as an own answer may have."""
        written = self.ids.line.text
        if len(written) + len(letters) <= self.most and (written or letters.strip()):
            self._write(written + letters)

    def erase(self) -> None:
        """Takes the last letter away."""
        self._write(self.ids.line.text[:-1])

    def keep(self) -> None:
        """Keeps what is written; nothing written is never mind."""
        text = self.text
        if text:
            self.dispatch("on_keep", text)
        else:
            self.dispatch("on_cancel")

    def forget(self) -> None:
        """Wipes what was written."""
        self.ids.line.text = ""

    def _write(self, text: str) -> None:
        ids, left = self.ids, int(self.most) - len(text)
        ids.line.text = text
        ids.keyboard.capital = not text or text.endswith((". ", "! ", "? "))
        ids.keep.enabled = bool(text.strip())
        ids.hint.tally = self.words("own.left", count=left) if left <= SHORT else ""

    def natural_height(self, width: float) -> float:
        """Gives the height of line, hint and keyboard."""
        parts = (self.ids.line, self.ids.hint, self.ids.keyboard)
        return sum(part.natural_height(width) for part in parts) + 2 * self.look.gap

    def arrange(self) -> None:
        """Places the line with its two buttons, the hint, and the keyboard under them."""
        look, ids = self.look, self.ids
        upright = look.panel.portrait
        widths = [round(max(look.panel.px(44.0), ids[name].natural_width())) for name in ("keep", "cancel")]
        line = self.width - (0 if upright else sum(widths) + 2 * look.gap)
        high = round(ids.line.natural_height(line))
        ids.line.size, ids.line.pos = (line, high), (self.lead(0, line), round(self.top - high))
        low = self.top - high
        if upright:
            low -= look.target + look.gap
        tall = look.target if upright else high
        offset = self.width
        for name, width in zip(("keep", "cancel"), widths, strict=True):
            offset -= width
            ids[name].size, ids[name].pos = (width, tall), (self.lead(offset, width), round(low))
            ids[name].reach_x = ids[name].reach_y = look.gap / 2
            offset -= look.gap
        hint = round(ids.hint.natural_height(self.width))
        ids.hint.size, ids.hint.pos = (self.width, hint), (self.x, round(low - look.unit - hint))
        room = ids.hint.y - look.unit - self.y
        keys = min(room, 4 * look.panel.px(KEYS_MM) + 3 * look.gap)
        ids.keyboard.size, ids.keyboard.pos = (self.width, keys), (self.x, round(ids.hint.y - look.unit - keys))

    def on_keep(self, text: str) -> None:
        """Is the event: these words are kept."""

    def on_cancel(self, *_: Any) -> None:
        """Is the event: no own words after all."""
