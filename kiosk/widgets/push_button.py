"""A button: a verb, often with a pictogram before or after it; all buttons of a row have the same height.

- `PRIMARY` is the one way on; `PLAIN` lies on the paper; `QUIET` lies in it; `OWN` belongs to the person's own words.
- With `stacked` the pictogram stands above the word, for narrow bars.
- The focus, the press and the hit area come from `Touchable`.

Deliberately not here: what a button does.
"""

from __future__ import annotations

import math
from enum import StrEnum

from kivy.properties import AliasProperty, BooleanProperty, ObjectProperty, StringProperty

from kiosk.theme.palettes import Colour
from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.surface import Sheet
from kiosk.widgets.touchable import Touchable

ICON_PER_CAPITAL = 1.55


class ButtonKind(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    OWN = "own"


class PushButton(Arranging, Touchable):
    """A verb that can be touched."""

    watched = ("text", "icon", "icon_after", "role", "stacked")

    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    icon_after = ObjectProperty(None, allownone=True)
    role = ObjectProperty(Role.HELP)
    kind = StringProperty(ButtonKind.PLAIN)
    stacked = BooleanProperty(False)

    def sheet(self) -> Sheet:
        """Gives the sheet of the button's kind and state."""
        if not self.enabled:
            return sheets.resting(self.look)
        if self.kind == ButtonKind.PRIMARY:
            return sheets.primary(self.look, pressed=self.pressed)
        if self.kind == ButtonKind.QUIET:
            return sheets.quiet(self.look, pressed=self.pressed)
        if self.kind == ButtonKind.OWN:
            return sheets.own(self.look, pressed=self.pressed)
        return sheets.card(self.look, pressed=self.pressed)

    def _ink(self) -> Colour:
        palette = self.look.palette
        if not self.enabled:
            return palette.ink_soft
        if self.kind == ButtonKind.PRIMARY:
            return palette.on_deep
        if self.kind == ButtonKind.OWN and not self.pressed:
            return palette.own
        return palette.ink

    ink = AliasProperty(_ink, None, bind=("look", "kind", "pressed", "enabled"), cache=True)
    """The colour of word and pictogram."""

    @property
    def icon_px(self) -> int:
        """The side of a pictogram beside a word of this role."""
        return self._icon_px(self.role)

    def _icon_px(self, role: Role) -> int:
        return round(self.look.capital_px(role) * ICON_PER_CAPITAL)

    def natural_width(self) -> float:
        """Gives the width of word, pictograms and padding."""
        return self.width_as(self.role, stacked=self.stacked)

    def width_as(self, role: Role, *, stacked: bool) -> float:
        """Gives the width it has in a role, stacked or not, and changes nothing: a bar tries before it takes."""
        words, icon = self.ids.words.width_in(role) if self.text else 0, self._icon_px(role)
        if stacked:
            return float(max(words, icon) + 4 * self.look.unit)
        icons = sum(1 for each in (self.icon, self.icon_after) if each)
        between = self.look.unit * 1.5 * icons if self.text else 0
        return float(math.ceil(words + icons * icon + between + 2 * self.look.padding))

    def arrange(self) -> None:
        """Places word and pictograms in the middle, side by side or stacked."""
        self.ids.before.size_px = self.ids.after.size_px = self.icon_px
        if self.stacked:
            self._stack()
        else:
            self._line_up()

    def _line_up(self) -> None:
        before, words, after = self.ids.before, self.ids.words, self.ids.after
        room = self.width - 2 * self.look.padding
        pieces = [(before, self.icon_px)] if self.icon else []
        icons = self.icon_px * (bool(self.icon) + bool(self.icon_after))
        between = self.look.unit * 1.5
        if self.text:
            gaps = between * (bool(self.icon) + bool(self.icon_after))
            pieces.append((words, min(room - icons - gaps, words.natural_width())))
        if self.icon_after:
            pieces.append((after, self.icon_px))
        total = sum(width for _, width in pieces) + between * (len(pieces) - 1)
        offset = (self.width - total) / 2
        for piece, width in pieces:
            piece.size = (width, self.height)
            piece.pos = (self.lead(offset, width), self.y)
            offset += width + between

    def _stack(self) -> None:
        before, words = (self.ids.before if self.icon else self.ids.after), self.ids.words
        capital = self.look.capital_px(self.role)
        gap, under = capital * 0.35, capital * 0.25
        more = max(0.0, words.natural_height(self.width) - 2 * capital)
        top = self.center_y + (self.icon_px + gap + capital + more + under) / 2
        before.size = (self.width, self.icon_px)
        before.pos = (self.x, round(top - self.icon_px))
        words.size = (self.width, capital * 2 + more)
        words.pos = (self.x, round(top - self.icon_px - gap - capital * 1.5 - more))

    def natural_height(self, width: float) -> float:
        """Gives the least target, or more where the word needs lines."""
        words = self.ids.words
        icons = (self.icon_px + self.look.unit * 1.5) * (bool(self.icon) + bool(self.icon_after))
        room = max(1.0, width - 2 * self.look.padding - icons)
        return float(max(self.look.target, words.natural_height(room) + 2 * self.look.unit))
