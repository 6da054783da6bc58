"""Whether a look leaves little room: a low panel, or the largest letters.

Deliberately not here: what then gives way (each part says so itself).
"""

from __future__ import annotations

from kiosk.theme.tokens import Look

LARGEST_FACTOR = 1.3


def tight(look: Look) -> bool:
    """Tells whether each line of height counts."""
    return look.panel.low or look.text_factor > LARGEST_FACTOR
