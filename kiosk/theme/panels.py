"""The panels pages are drawn and judged for, by name; and what a panel of some size in millimetres is to the theme.

- A name says inches, as panels are sold; three are always drawn, the others when they are asked for.
- A panel smaller than the least cannot hold every page: letters and targets are set for eye and finger, not for glass.
- Not here: what a panel means for a size (tokens.py), and which panel hangs here (settings.py).
"""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.theme.tokens import NEAR_MM, PANEL_15, PANEL_21, PANEL_21_PORTRAIT, WALL_MM, Panel

PANELS = {"21": PANEL_21, "15": PANEL_15, "21-portrait": PANEL_21_PORTRAIT}
ON_REQUEST = {
    "15-fine": Panel(1920, 1080, 0.1793, viewing_distance_mm=NEAR_MM),
    "15-tall": Panel(1280, 800, 0.2588, viewing_distance_mm=NEAR_MM),
    "27": Panel(3840, 2160, 0.1554),
    "32": Panel(3840, 2160, 0.1816),
}
KNOWN_PANELS = PANELS | ON_REQUEST
LEAST_LYING_MM = (320, 193)
"""Width and height of the smallest panel on which every page holds, lying."""
LEAST_UPRIGHT_MM = (260, 440)
"""The same upright."""


def panels_of(names: Sequence[str] = ()) -> dict[str, Panel]:
    """Gives the panels of these names; without names the three for which every page is made."""
    return {name: KNOWN_PANELS[name] for name in names} or PANELS


def panel_of(width_px: int, height_px: int, width_mm: float, distance_mm: float | None = None) -> Panel:
    """Gives a panel of these measures; unless a distance is said, a small one is used from nearer by."""
    panel = Panel(width_px, height_px, width_mm / width_px)
    return replace(panel, viewing_distance_mm=distance_mm or (NEAR_MM if panel.small else WALL_MM))


def holds_every_page(width_mm: float, height_mm: float) -> bool:
    """Tells whether a panel is large enough for letters and targets of every page."""
    width, height = LEAST_UPRIGHT_MM if height_mm > width_mm else LEAST_LYING_MM
    return width_mm >= width and height_mm >= height
