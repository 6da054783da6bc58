"""Themes as tiles, made once and shown again with other words.

Deliberately not here: placing them (`kiosk/widgets/answer_list.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.theme.icons import pictogram
from kiosk.theme.tokens import Look, Role
from kiosk.views.reflector import ThemeTile
from kiosk.widgets.tile import Tile, TileKind


def show_tiles(tiles: Any, views: Sequence[ThemeTile], look: Look, *, own: int = 0, large: bool = False) -> None:
    """Shows themes in a list of tiles; the first `own` of them, and what was picked, have the person's colour."""
    shown: list[Tile] = list(tiles.cards)
    if len(shown) != len(views):
        shown = [Tile(look=look) for _ in views]
        tiles.show(shown)
    for place, (tile, view) in enumerate(zip(shown, views, strict=True)):
        tile.title, tile.text, tile.value = view.title, view.text, view.page
        tile.icon, tile.test_id = pictogram(view.picture), f"theme.{view.page}"
        tile.kind = TileKind.OWN if view.picked or place < own else TileKind.PLAIN
        tile.role = Role.QUESTION if large else Role.ANSWER
    tiles.arrange_soon()
