"""All themes of the Reflector as tiles: done, begun, next and later, each in a word; and the own profile.

- Any theme can be opened, also out of order; `verder` goes on where he was.

Deliberately not here: which word stands on which theme (`kiosk/views/reflector.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.tight import tight
from kiosk.intents import OpenPage
from kiosk.screens.parts.framed import FramedScreen
from kiosk.screens.parts.theme_tiles import show_tiles
from kiosk.views.reflector import ThemesView


class ThemesScreen(FramedScreen):
    """The themes in order."""

    def paint(self, view: ThemesView) -> None:
        """Shows the themes and the words on them."""
        self.paint_frame(view.frame)
        self.ids.title.text = view.title
        self.ids.title.help_text = view.notice or ("" if tight(self.look) else view.help)
        own = () if view.profile is None else (view.profile,)
        show_tiles(self.ids.tiles, (*own, *view.tiles), self.look, own=len(own))
        self.content.arrange_soon()

    def open(self, page: str) -> None:
        """Opens what a tile stands for."""
        self.send(OpenPage(page))
