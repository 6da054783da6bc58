"""What happens now: a title, and three numbered lines under it.

Deliberately not here: the lines (the view).
"""

from __future__ import annotations

from kiosk.screens.parts.framed import FramedScreen
from kiosk.screens.parts.numbered_line import NumberedLine
from kiosk.views.plan import DoneView


class DoneScreen(FramedScreen):
    """Numbered plain lines."""

    def paint(self, view: DoneView) -> None:
        """Shows title and lines."""
        self.paint_frame(view.frame)
        self.ids.title.text = view.title
        lines = self.ids.lines
        if [line.text for line in lines.in_reading_order()] != list(view.lines):
            lines.clear_widgets()
            for place, text in enumerate(view.lines):
                lines.add_widget(NumberedLine(look=self.look, number=str(place + 1), text=text))

    def forget(self) -> None:
        """Lets go of the lines: a name stands in them."""
        self.ids.lines.clear_widgets()
        super().forget()
