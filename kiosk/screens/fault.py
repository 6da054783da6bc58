"""Something went wrong in the terminal: what is kept, what to do now, and one way on. It takes the blame.

- It has no bars: whatever is touched here leads to the beginning.

Deliberately not here: what happened, which only the log knows (`kiosk/app.py`).
"""

from __future__ import annotations

from kiosk.intents import Leave
from kiosk.screens.parts.screen import BareScreen
from kiosk.theme.tokens import Role
from kiosk.views.entrance import FaultView

TEXT_MM = 250.0
"""How wide the lines are set."""


class FaultScreen(BareScreen):
    """A calm page on the same paper."""

    def paint(self, view: FaultView) -> None:
        """Shows what happened and what to do."""
        self.ids.title.text, self.ids.told.text, self.ids.next.text = view.title, view.text, view.next
        self.arrange_soon()

    def leave(self) -> None:
        """Leads to the beginning."""
        self.send(Leave())

    def arrange(self) -> None:
        """Places pictogram, words and button under each other, a little above the middle."""
        look, ids = self.look, self.ids
        width = min(self.width - 2 * look.margin, look.panel.px(TEXT_MM))
        mark = round(look.capital_px(Role.TITLE) * 2.4)
        parts = (ids.mark, ids.title, ids.told, ids.next)
        wanted = [mark, ids.title.natural_height(width), ids.told.natural_height(width), look.panel.px(26.0)]
        button = min(width, max(look.panel.px(110.0), ids.next.natural_width() + 2 * look.padding))
        widths = [mark, width, width, button]
        gaps = [look.panel.px(8.0), look.panel.px(4.0), look.panel.px(14.0), 0]
        top = self.y + self.height * 0.53 + (sum(wanted) + sum(gaps)) / 2
        for each, height, wide, gap in zip(parts, wanted, widths, gaps, strict=True):
            each.size = (round(wide), round(height))
            each.pos = (round(self.center_x - wide / 2), round(top - height))
            top -= height + gap
        ids.mark.size_px = mark
