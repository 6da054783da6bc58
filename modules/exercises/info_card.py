"""An information card: something to read or hear, and nothing to answer."""

from typing import Literal

from modules.exercises.shared import Exercise
from modules.texts import Text
from modules.values import Value


class InfoCard(Exercise):
    """Short paragraphs, each an idea of its own."""

    kind: Literal["info_card"] = "info_card"
    body: tuple[Text, ...]


class InfoCardAnswer(Value):
    """The card was seen and left with 'verder'."""

    kind: Literal["info_card"] = "info_card"


def check(exercise: InfoCard, answer: InfoCardAnswer) -> None:
    """Always returns: a card that was seen was seen."""
