"""The mark of a choice: a ring for one answer, a box for several; filled and ticked when chosen.

- The shape says which kind of choice it is, the tick says that it is made; colour only repeats both.

Deliberately not here: the card around it (`answer_card.py`).
"""

from __future__ import annotations

from kivy.properties import AliasProperty, BooleanProperty, ObjectProperty
from kivy.uix.widget import Widget

from kiosk.theme.tokens import Look
from kiosk.widgets.surface import Sheet, Surface, cut


class ChoiceMark(Widget):
    """A ring or a box, empty or ticked."""

    look = ObjectProperty(Look(), rebind=True)
    chosen = BooleanProperty(False)
    multiple = BooleanProperty(False)

    def _surface(self) -> Surface:
        palette, side = self.look.palette, self.side_px
        return cut(
            Sheet(
                fill=palette.deep if self.chosen else palette.card,
                edge=palette.deep if self.chosen else palette.line,
                edge_px=self.look.panel.px(0.75),
                radius=round(side * 0.22) if self.multiple else side // 2,
            )
        )

    surface = AliasProperty(_surface, None, bind=("look", "chosen", "multiple"), cache=True, rebind=True)

    @property
    def side_px(self) -> int:
        """The side of the mark, even, so that a ring is round."""
        return 2 * round(self.look.panel.px(10.0) * min(self.look.text_factor, 1.2) / 2)
