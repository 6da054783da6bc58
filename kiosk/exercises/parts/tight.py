"""Whether a look leaves little room: a low panel, or the largest letters.

Deliberately not here: what then gives way (each part says so itself).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.theme.tokens import Look

LARGEST_FACTOR = 1.3


def tight(look: Look) -> bool:
    """Tells whether each line of height counts."""
    return look.panel.low or look.text_factor > LARGEST_FACTOR


def too_high(widgets: Sequence[Any], content: Any) -> bool:
    """Tells whether not all of these can be seen at once in a column."""
    heights = sum(widget.natural_height(content.width) for widget in widgets)
    return bool(heights + content.gap * (len(widgets) - 1) > content.height)
