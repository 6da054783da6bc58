"""One ring of the map as a thing to touch: who is in hand goes there, by a finger, a key, a switch or let go over it.

- Rings lie in each other; a touch means the innermost it falls in, since that one lies on top.
- Its ground is calmer the farther it is; its word says what it means.

Deliberately not here: how large it is and who stands on it (`people_map.py`).
"""

from __future__ import annotations

from kivy.properties import AliasProperty, NumericProperty

from kiosk.theme.palettes import Colour
from kiosk.widgets.surface import Sheet, Surface, cut
from kiosk.widgets.touchable import Touchable


class Ring(Touchable):
    """A ring, the nearest being number 0."""

    number = NumericProperty(0)
    radius = NumericProperty(0)

    def sheet(self) -> Sheet:
        """Gives its ground: the nearest as a chosen card, the farthest as the paper."""
        palette = self.look.palette
        fill = palette.pressed if self.pressed else self.ground()
        edge = palette.deep if self.pressed else palette.line
        return Sheet(fill=fill, edge=edge, edge_px=self.look.edge, radius=int(self.radius))

    def ground(self) -> Colour:
        """Gives its colour at rest."""
        palette = self.look.palette
        red, green, blue, whole = (
            near + (far - near) * self.number / 2 for near, far in zip(palette.deep_soft, palette.paper, strict=True)
        )
        return red, green, blue, whole

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look", "pressed", "number", "radius"), cache=True, rebind=True)
