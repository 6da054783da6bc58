"""A place to try drawing a mark, as it is drawn under the plan; nothing of it is sent or kept.

Deliberately not here: signing (`kiosk/screens/sign.py`), drawing itself (`parts/drawing.py`).
"""

from __future__ import annotations

from kiosk.screens.parts.framed import FramedScreen
from kiosk.views.practice import DrawView


class DrawScreen(FramedScreen):
    """A title and a card to draw on."""

    def paint(self, view: DrawView) -> None:
        """Shows the card, with what was drawn on it so far."""
        self.paint_frame(view.frame)
        drawing = self.ids.drawing
        drawing.title, drawing.hint = view.title, view.hint
        drawing.clear_word, drawing.cross_word = self.word("sign.draw.clear"), self.word("sign.draw.cross")
        self.content.arrange_soon()

    def forget(self) -> None:
        """Wipes what was drawn."""
        self.ids.drawing.clear()
        super().forget()
