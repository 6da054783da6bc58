"""The neutral page after `verberg`: a landscape and a quiet word, as of a terminal that nobody uses.

- It says nothing of anybody, not even that something is hidden; touching anywhere leads back.

Deliberately not here: asking the PIN again, which the visit decides.
"""

from __future__ import annotations

from kiosk.intents import Unhide
from kiosk.screens.parts.screen import BareScreen
from kiosk.views.entrance import HiddenView


class HiddenScreen(BareScreen):
    """A pause."""

    def paint(self, view: HiddenView) -> None:
        """Shows the two lines."""
        self.ids.title.text, self.ids.touch.text = view.title, view.touch
        self.ids.anywhere.spoken = view.touch
        self.arrange_soon()

    def leave(self) -> None:
        """Wants the page back."""
        self.send(Unhide())

    def arrange(self) -> None:
        """Places both lines in the middle, the landscape at the foot, and the touch everywhere."""
        look, ids = self.look, self.ids
        ids.landscape.pos, ids.landscape.size = self.pos, (self.width, round(self.height * 0.45))
        ids.anywhere.pos, ids.anywhere.size = self.pos, self.size
        width, top = self.width - 2 * look.margin, self.y + self.height * 0.74
        for line in (ids.title, ids.touch):
            line.size = (width, line.natural_height(width))
            line.pos = (self.x + look.margin, round(top - line.height))
            top -= line.height + look.gap
