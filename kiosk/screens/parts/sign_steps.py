"""The steps of signing, which lead on from each and which back; not signing is one more way out.

Deliberately not here: what each step shows (`kiosk/screens/sign.py`).
"""

from __future__ import annotations

from enum import Enum
from typing import Any


class Step(Enum):
    """Where in signing the person is, in the order of the rules."""

    READ = 0
    AGREE = 1
    DRAW = 2
    PIN = 3
    DECLINE = 4
    BECAUSE = 5


BEFORE = {
    Step.AGREE: Step.READ,
    Step.DRAW: Step.AGREE,
    Step.PIN: Step.DRAW,
    Step.DECLINE: Step.READ,
    Step.BECAUSE: Step.DECLINE,
}
AFTER = {Step.READ: Step.AGREE, Step.AGREE: Step.DRAW, Step.DRAW: Step.PIN}
DECLINING = (Step.DECLINE, Step.BECAUSE)


def is_done(step: Step, ids: Any) -> bool:
    """Tells whether the foot may lead on from a step; `ids` are the parts of the screen."""
    return bool(
        {
            Step.READ: True,
            Step.AGREE: ids.agreeing.agreed,
            Step.DRAW: not ids.drawing.empty,
            Step.PIN: ids.entry.full,
            Step.DECLINE: ids.declining.reason is not None,
            Step.BECAUSE: True,
        }[step]
    )
