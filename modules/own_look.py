"""How a person wants to see the terminal: the size of the letters, the colours, and whether anything moves.

- What he never chose is left open: there he has what the terminal has.
- Not here: the event that keeps it (modules/events/visits.py), and what each choice looks like (kiosk/theme).
"""

from enum import StrEnum

from modules.values import Value


class Letters(StrEnum):
    """How large the letters are."""

    USUAL = "usual"
    LARGER = "larger"
    LARGEST = "largest"


class Colours(StrEnum):
    """The colours of the screen."""

    LIGHT = "light"
    NIGHT = "night"
    CONTRAST = "contrast"


class Moving(StrEnum):
    """Whether a new page comes to rest with a short movement."""

    CALM = "calm"
    STILL = "still"


class OwnLook(Value):
    """What a person chose of it."""

    letters: Letters | None = None
    colours: Colours | None = None
    moving: Moving | None = None

    def over(self, before: "OwnLook") -> "OwnLook":
        """Gives what was chosen here, and what was chosen before where nothing is chosen here."""
        return OwnLook(
            letters=self.letters or before.letters,
            colours=self.colours or before.colours,
            moving=self.moving or before.moving,
        )
