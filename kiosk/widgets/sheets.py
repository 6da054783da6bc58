"""Which sheet a thing lies on in which state: at rest, under a finger, chosen, primary, quiet, own, notice.

- State is said by the edge and the ground together; a mark and a word say it too, in the widget itself.
- A sheet is a value worked out from the look; nothing is remembered here.

Deliberately not here: cutting a sheet into a texture (`surface.py`).
"""

from __future__ import annotations

from kiosk.theme.palettes import Colour
from kiosk.theme.tokens import Look
from kiosk.widgets.surface import Sheet

CLEAR: Colour = (1.0, 1.0, 1.0, 0.0)


def card(look: Look, *, pressed: bool = False, chosen: bool = False) -> Sheet:
    """Gives the sheet of a card that can be touched."""
    palette = look.palette
    ground = palette.deep_soft if chosen else palette.card
    return Sheet(
        fill=palette.pressed if pressed and not chosen else ground,
        edge=palette.deep if chosen or pressed else palette.line,
        edge_px=look.chosen_edge if chosen or pressed else look.edge,
        radius=look.radius,
        shadow=0.0 if pressed else palette.shadow,
        lift=look.panel.px(0.75),
    )


def still(look: Look) -> Sheet:
    """Gives the sheet of a card that only shows something and can't be touched."""
    palette = look.palette
    return Sheet(fill=palette.card, edge=palette.line_soft, edge_px=look.edge, radius=look.radius)


def primary(look: Look, *, pressed: bool = False) -> Sheet:
    """Gives the sheet of the one primary button of a screen."""
    palette = look.palette
    return Sheet(
        fill=palette.deep_pressed if pressed else palette.deep,
        edge=palette.deep,
        radius=look.radius,
        shadow=0.0 if pressed else palette.shadow * 1.6,
        lift=look.panel.px(0.75),
    )


def quiet(look: Look, *, pressed: bool = False) -> Sheet:
    """Gives the sheet of a button that shows its edge only: it lies in the paper, not on it."""
    palette = look.palette
    return Sheet(
        fill=palette.pressed if pressed else palette.paper,
        edge=palette.line,
        edge_px=look.edge,
        radius=look.radius,
    )


def resting(look: Look) -> Sheet:
    """Gives the sheet of a button that can't be used yet."""
    palette = look.palette
    return Sheet(fill=palette.paper, edge=palette.line_soft, edge_px=look.edge, radius=look.radius)


def own(look: Look, *, pressed: bool = False) -> Sheet:
    """Gives the sheet under a person's own words and own plan."""
    palette = look.palette
    return Sheet(
        fill=palette.pressed if pressed else palette.own_paper,
        edge=palette.own,
        edge_px=look.chosen_edge if pressed else look.edge,
        radius=look.radius,
        shadow=0.0 if pressed else palette.shadow,
        lift=look.panel.px(0.75),
    )


def note(look: Look) -> Sheet:
    """Gives the sheet of a friendly notice."""
    palette = look.palette
    return Sheet(fill=palette.note_paper, edge=palette.note, edge_px=look.edge, radius=look.radius)
