"""What happens at a terminal's door: tries that failed, a pause, codes, new PINs, and staff at the terminal.

- Numbers and PINs never stand here: a *mark* is a number's keyed digest, made with the group's pepper.
- Not here: a person's own failed tries (terminal.py) and his visits (visits.py).
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import StringConstraints

from modules.ids import StaffId
from modules.roster import PinVerifier, Salt
from modules.values import Value

Mark = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class PinWay(StrEnum):
    """How a person came to a new PIN."""

    OWN = "own"
    CODE = "code"


class Deed(StrEnum):
    """What a member of staff did at a terminal."""

    CAME = "came"
    LEFT = "left"
    GAVE_CODE = "gave_code"
    CARRIED = "carried"
    LOADED_PACKS = "loaded_packs"


class DoorFailed(Value):
    """A try at this terminal's door failed, whosever number it was; its subject is the terminal."""

    kind: Literal["door_failed/1"] = "door_failed/1"
    mark: Mark


class DoorPaused(Value):
    """Too many tries failed at this terminal within an hour: its door rests for a few minutes, and staff are told."""

    kind: Literal["door_paused/1"] = "door_paused/1"


class CodeUsed(Value):
    """A one-time code was used at this terminal; the number it was for has another challenge from now on."""

    kind: Literal["code_used/1"] = "code_used/1"
    mark: Mark


class CodeGiven(Value):
    """A member of staff gave this person a one-time code at a terminal."""

    kind: Literal["code_given/1"] = "code_given/1"
    staff: StaffId


class PinChosen(Value):
    """The person chose a PIN; it counts as long as the roster's own verifier is the one it took the place of."""

    kind: Literal["pin_chosen/1"] = "pin_chosen/1"
    verifier: PinVerifier
    way: PinWay
    instead_of: Salt | None


class StaffActed(Value):
    """A member of staff came, left or did something at this terminal; nothing of any person is in it."""

    kind: Literal["staff_acted/1"] = "staff_acted/1"
    staff: StaffId
    deed: Deed
