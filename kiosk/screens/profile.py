"""The profile a person's own answers make: the strengths, large and alone; then all themes, to pick from.

- Nothing here has a colour that judges: a word and a pictogram say how a theme stands; his own picks are in his colour.

Deliberately not here: how a theme stands (`modules/reflector/profile.py`) and what stands on its own page.
"""

from __future__ import annotations

from kiosk.exercises.parts.tight import tight
from kiosk.intents import OpenPage
from kiosk.screens.parts.framed import FramedScreen
from kiosk.screens.parts.theme_tiles import show_tiles
from kiosk.views.reflector import ProfileView


class ProfileScreen(FramedScreen):
    """Themes as they stand."""

    def paint(self, view: ProfileView) -> None:
        """Shows the themes of this page of the profile."""
        self.paint_frame(view.frame)
        self.ids.title.text, self.ids.title.help_text = view.title, "" if tight(self.look) else view.help
        self.ids.who_sees.text = view.who_sees
        self.ids.tiles.columns = 1 if view.large and not tight(self.look) else 0
        show_tiles(self.ids.tiles, view.tiles, self.look, large=view.large)
        self.content.arrange_soon()

    def open(self, page: str) -> None:
        """Opens a theme of the profile."""
        self.send(OpenPage(page))

    def forget(self) -> None:
        """Lets go of what stands on the themes."""
        show_tiles(self.ids.tiles, (), self.look)
        super().forget()
