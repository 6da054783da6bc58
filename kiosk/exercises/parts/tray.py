"""A tray of a balance: a pile that hangs, with its name and a row of the cards that lie on it, two where there is room.

Deliberately not here: the beam it hangs on (`beam.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.pile import Pile
from kiosk.exercises.parts.tight import tight
from kiosk.theme.tokens import CARD_LINE_HEIGHT, Role


class Tray(Pile):
    """What lies on one side."""

    def natural_height(self, width: float) -> float:
        """Gives the height of the name and its rows of cards."""
        row = self.look.capital_px(Role.LABEL) * 1.45 * CARD_LINE_HEIGHT + self.look.unit
        rows = 1 if tight(self.look) else 2
        return float(round(self._head_height(width) + rows * row + self.look.unit))
