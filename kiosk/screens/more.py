"""A title and tiles, each of which opens a page: what stands beside the path.

Deliberately not here: which tiles there are (`kiosk/views/rooms.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.tight import tight
from kiosk.intents import OpenPage
from kiosk.screens.parts.framed import FramedScreen
from kiosk.screens.parts.theme_tiles import show_tiles
from kiosk.views.rooms import MoreView


class MoreScreen(FramedScreen):
    """All tiles."""

    def paint(self, view: MoreView) -> None:
        """Shows the tiles."""
        self.paint_frame(view.frame)
        self.ids.title.text = view.title
        self.ids.title.help_text = "" if tight(self.look) else view.help
        show_tiles(self.ids.tiles, view.tiles, self.look)
        self.content.arrange_soon()

    def open(self, page: str) -> None:
        """Opens what a tile stands for."""
        self.send(OpenPage(page))
