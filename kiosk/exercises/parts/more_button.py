"""The button that turns to what did not fit.

Deliberately not here: what is on a page (`pages.py`, and whoever shows it).
"""

from __future__ import annotations

from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Look
from kiosk.widgets.push_button import PushButton


def more_button(look: Look, word: str) -> PushButton:
    """Gives a button as high as a target and as wide as its word."""
    button = PushButton(look=look, text=word, icon_after=Icon.MORE, test_id="page.more")
    button.size = (round(button.natural_width()), look.target)
    return button
