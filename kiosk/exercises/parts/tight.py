"""Whether a look leaves little room: a low panel, or the largest letters.

Deliberately not here: what then gives way (each part says so itself).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.theme.tokens import LARGEST_FACTOR, Look


def tight(look: Look) -> bool:
    """Tells whether each line of height counts."""
    return look.panel.low or look.text_factor > LARGEST_FACTOR


def short(look: Look) -> bool:
    """Tells whether each letter of width counts: there, or in any larger letters."""
    return look.panel.low or look.text_factor > 1


def height_under(widgets: Sequence[Any], content: Any) -> float:
    """Gives how high these are in a column, with the gap over each of them."""
    heights = sum(widget.natural_height(content.width) for widget in widgets)
    return float(heights + content.gap * len(widgets))
