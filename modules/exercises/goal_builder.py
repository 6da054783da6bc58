"""A goal builder: area → wish → first step → when → who helps → how do I know; one to three goals.

- After these six, where the builder asks for it: how important, how sure, and what to do when it goes wrong. A goal is
  whole without them.
- An area may have helpers of its own, before those for every area.
- Both numbers stay with the person; they never come into the plan (plan/compose.py).

- Its answer changes the plan and nothing else: the session turns it into plan commands (SETTLED 7).
"""

from typing import Annotated, Literal

from pydantic import Field

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, Said, check_options, check_said
from modules.ids import OptionId
from modules.texts import Text
from modules.values import Value

AGAIN = ("important", "sure", "setback", "response")
"""The steps after the six every goal is made of, in order; each may be passed over."""
Rating = Annotated[int, Field(ge=0, le=10)]
Offered = Annotated[tuple[Option, ...], Field(min_length=1, max_length=8)]


class GoalArea(Value):
    """One area of life, with wishes and first steps that suit it, and who helps in this area only."""

    area: Option
    wishes: Offered
    first_steps: Offered
    helpers: Annotated[tuple[Option, ...], Field(max_length=8)] = ()


class GoalScale(Value):
    """A question answered with a number from 0 to 10, and the words at both ends."""

    ask: Text
    low: Text
    high: Text


class GoalQuestions(Value):
    """The question put at each step; a step whose question is none is not taken."""

    area: Text
    wish: Text
    first_step: Text
    when: Text
    who_helps: Text
    how_i_know: Text
    important: GoalScale | None = None
    sure: GoalScale | None = None
    setback: Text | None = None
    response: Text | None = None


class GoalBuilder(Exercise):
    """The areas, and what is offered at each step."""

    kind: Literal["goal_builder"] = "goal_builder"
    questions: GoalQuestions
    areas: Annotated[tuple[GoalArea, ...], Field(min_length=1, max_length=10)]
    whens: Offered
    helpers: Offered
    signs: Offered
    setbacks: Annotated[tuple[Option, ...], Field(max_length=12)] = ()
    responses: Annotated[tuple[Option, ...], Field(max_length=12)] = ()
    most: Annotated[int, Field(ge=1, le=3)] = 3

    @property
    def again(self) -> tuple[str, ...]:
        """The steps this builder takes after the six every goal is made of."""
        offers = {"setback": bool(self.setbacks), "response": bool(self.responses)}
        return tuple(step for step in AGAIN if getattr(self.questions, step) and offers.get(step, True))


class Goal(Value):
    """One goal as far as the person built it; what is none he has not come to yet."""

    area: OptionId
    wish: Said | None = None
    first_step: Said | None = None
    when: OptionId | None = None
    who_helps: OptionId | None = None
    how_i_know: Said | None = None
    important: Rating | None = None
    sure: Rating | None = None
    setback: Said | None = None
    response: Said | None = None

    @property
    def is_whole(self) -> bool:
        """Tells whether every step was taken."""
        return None not in (self.wish, self.first_step, self.when, self.who_helps, self.how_i_know)


class GoalBuilderAnswer(Value):
    """The person came to the end of it; his goals are in the plan."""

    kind: Literal["goal_builder"] = "goal_builder"


def check_goal(exercise: GoalBuilder, goal: Goal) -> None:
    """Returns only if each part of the goal is offered or, where welcome, own words.

    Raises:
        RefusedError: One is not.
    """
    area = next((known for known in exercise.areas if known.area.id == goal.area), None)
    if area is None:
        raise RefusedError("the goal's area is not offered by this exercise")
    said_steps = (
        (goal.wish, area.wishes),
        (goal.first_step, area.first_steps),
        (goal.how_i_know, exercise.signs),
        (goal.setback, exercise.setbacks),
        (goal.response, exercise.responses),
    )
    for said, offered in said_steps:
        if said is not None:
            check_said(said, offered, own_words=True)
    for option, offered in ((goal.when, exercise.whens), (goal.who_helps, (*area.helpers, *exercise.helpers))):
        if option is not None:
            check_options((option,), offered)


def check(exercise: GoalBuilder, answer: GoalBuilderAnswer) -> None:
    """Always returns: the goals themselves are checked when they are set."""
