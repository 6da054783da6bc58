"""A summary: the person's own answers back on one page; he chooses which of them his mentor may see.

- What is shown comes from the folded person, not from this file (SETTLED 7).
"""

from typing import Annotated, Literal

from pydantic import Field

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, check_options
from modules.ids import ItemId, OptionId
from modules.values import Value


class Summary(Exercise):
    """Which answers come back, and which questions to the mentor are offered."""

    kind: Literal["summary"] = "summary"
    shows: Annotated[tuple[ItemId, ...], Field(max_length=20)]
    mentor_questions: Annotated[tuple[Option, ...], Field(max_length=6)] = ()


class SummaryAnswer(Value):
    """The answers to talk about with the mentor, and a question for him."""

    kind: Literal["summary"] = "summary"
    shared: tuple[ItemId, ...]
    mentor_question: OptionId | None = None


def check(exercise: Summary, answer: SummaryAnswer) -> None:
    """Returns only if what is shared was shown, nothing twice, and the question is offered.

    Raises:
        RefusedError: It was not.
    """
    if len(set(answer.shared)) != len(answer.shared):
        raise RefusedError("an answer was shared twice")
    if not set(answer.shared) <= set(exercise.shows):
        raise RefusedError("an answer was shared that this summary does not show")
    if answer.mentor_question is not None:
        check_options((answer.mentor_question,), exercise.mentor_questions)
