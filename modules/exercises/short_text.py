"""A short text: a few own words, private unless the author's `audience` says otherwise (as every answer is)."""

from typing import Annotated, Literal

from pydantic import Field

from modules.errors import RefusedError
from modules.exercises.shared import OWN_WORDS_LENGTH, Exercise, OwnWords
from modules.values import Value


class ShortText(Exercise):
    """At most 200 letters, or fewer where the author says so."""

    kind: Literal["short_text"] = "short_text"
    most: Annotated[int, Field(ge=1, le=OWN_WORDS_LENGTH)] = OWN_WORDS_LENGTH


class ShortTextAnswer(Value):
    """The words."""

    kind: Literal["short_text"] = "short_text"
    words: OwnWords


def check(exercise: ShortText, answer: ShortTextAnswer) -> None:
    """Returns only if the words are no longer than the exercise takes.

    Raises:
        RefusedError: They are.
    """
    if len(answer.words) > exercise.most:
        raise RefusedError("the text is longer than this exercise takes")
