"""A place that can be touched and shows nothing: for a screen that is one target as a whole.

Deliberately not here: what lies under it.
"""

from __future__ import annotations

from kiosk.widgets.sheets import CLEAR
from kiosk.widgets.surface import Sheet
from kiosk.widgets.touchable import Touchable


class Bare(Touchable):
    """A touchable place without a sheet."""

    def sheet(self) -> Sheet:
        """Gives no sheet."""
        return Sheet(fill=CLEAR, edge=CLEAR)
