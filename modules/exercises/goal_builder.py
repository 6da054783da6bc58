"""A goal builder: area → wish → first step → when → who helps → how do I know; one to three goals.

- Its answer changes the plan and nothing else: the session turns it into plan commands (SETTLED 7).
"""

from typing import Annotated, Literal

from pydantic import Field

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, Said, check_options, check_said
from modules.ids import OptionId
from modules.texts import Text
from modules.values import Value

Offered = Annotated[tuple[Option, ...], Field(min_length=1, max_length=8)]


class GoalArea(Value):
    """One area of life, with wishes and first steps that suit it."""

    area: Option
    wishes: Offered
    first_steps: Offered


class GoalQuestions(Value):
    """The question put at each of the six steps."""

    area: Text
    wish: Text
    first_step: Text
    when: Text
    who_helps: Text
    how_i_know: Text


class GoalBuilder(Exercise):
    """The areas, and what is offered at each step."""

    kind: Literal["goal_builder"] = "goal_builder"
    questions: GoalQuestions
    areas: Annotated[tuple[GoalArea, ...], Field(min_length=1, max_length=10)]
    whens: Offered
    helpers: Offered
    signs: Offered
    most: Annotated[int, Field(ge=1, le=3)] = 3


class Goal(Value):
    """One goal as the person built it."""

    area: OptionId
    wish: Said
    first_step: Said
    when: OptionId
    who_helps: OptionId
    how_i_know: Said


class GoalBuilderAnswer(Value):
    """The goals, first things first."""

    kind: Literal["goal_builder"] = "goal_builder"
    goals: Annotated[tuple[Goal, ...], Field(min_length=1, max_length=3)]


def check_goal(exercise: GoalBuilder, goal: Goal) -> None:
    """Returns only if each part of the goal is offered or, where welcome, own words.

    Raises:
        RefusedError: One is not.
    """
    area = next((known for known in exercise.areas if known.area.id == goal.area), None)
    if area is None:
        raise RefusedError("the goal's area is not offered by this exercise")
    check_said(goal.wish, area.wishes, own_words=True)
    check_said(goal.first_step, area.first_steps, own_words=True)
    check_options((goal.when,), exercise.whens)
    check_options((goal.who_helps,), exercise.helpers)
    check_said(goal.how_i_know, exercise.signs, own_words=True)


def check(exercise: GoalBuilder, answer: GoalBuilderAnswer) -> None:
    """Returns only if every goal is made of what is offered, and there are not too many.

    Raises:
        RefusedError: One is not.
    """
    if len(answer.goals) > exercise.most:
        raise RefusedError("more goals were made than this exercise takes")
    for goal in answer.goals:
        check_goal(exercise, goal)
