"""A signature: the way from the module to the signing of the plan; the signing itself is a plan command.

- The answer says only that the person signed, or chose not to now.
"""

from typing import Literal

from modules.exercises.shared import Exercise
from modules.values import Value


class SignatureStep(Exercise):
    """The page that leads to signing."""

    kind: Literal["signature"] = "signature"


class SignatureStepAnswer(Value):
    """Whether the plan was signed at this step."""

    kind: Literal["signature"] = "signature"
    signed: bool


def check(exercise: SignatureStep, answer: SignatureStepAnswer) -> None:
    """Always returns: not signing now is as good an answer."""
