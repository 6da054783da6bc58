"""A story: a few short scenes to hear and see, then what the person recognises in it.

- The prompt is the story's title; `question` is asked after the last scene.
- With `most: 1` it is a choice of one; none at all is an answer where more may be chosen.
"""

from typing import Annotated, Literal

from pydantic import Field

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, Pictogram, check_options
from modules.ids import OptionId
from modules.texts import Text
from modules.values import Value


class Scene(Value):
    """One moment of the story: a few sentences and a pictogram."""

    text: Text
    picture: Pictogram | None = None


class Story(Exercise):
    """One to eight scenes and two to eight options."""

    kind: Literal["story"] = "story"
    scenes: Annotated[tuple[Scene, ...], Field(min_length=1, max_length=8)]
    question: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]
    most: Annotated[int, Field(ge=1, le=8)] = 1


class StoryAnswer(Value):
    """What the person chose after the story, in the order of choosing."""

    kind: Literal["story"] = "story"
    options: tuple[OptionId, ...]


def check(exercise: Story, answer: StoryAnswer) -> None:
    """Returns only if the options are offered, none twice, and not too many.

    Raises:
        RefusedError: They are not.
    """
    check_options(answer.options, exercise.options)
    if len(answer.options) > exercise.most:
        raise RefusedError("more options were chosen than this story takes")
