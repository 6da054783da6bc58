"""One step of building a goal as it is shown: what is offered, a number, or the goal read back.

- Beside a step stands only what its question is about; the whole goal is read back at the end.
- A number under six is no verdict: it offers the step before once more, and going on is as near (D48).
- What a municipality does is not offered to who has none here to return to (`not_for`).
- Not here: which step follows (kiosk/pages.py), and the prompt and frame around it (question.py).
"""

from collections.abc import Mapping

from kiosk.views.exercises import GoalStepView, RulerView
from kiosk.views.frame import BETWEEN
from kiosk.views.options import Lines, options
from modules.exercises.goal_builder import Goal, GoalArea, GoalBuilder, GoalScale
from modules.exercises.shared import Option, Said
from modules.ids import GoalId
from modules.texts import Language, Text

ENOUGH = 6
"""From which number on a step is thought to work out (SAMHSA TIP 35)."""
BACK_TO = {"important": "wish", "sure": "first_step"}
RATED = tuple(BACK_TO)
ABOUT = {"area": (), "wish": ("area",), "first_step": ("wish",), "response": ("setback",)}
"""What was said before that a step asks about; the other steps ask about `GOAL`."""
GOAL = ("wish", "first_step")


def goal_check_view(goal_id: GoalId | None, goal: Goal | None, lines: Lines, *, may_add: bool) -> GoalStepView:
    """Gives the last step of building a goal: the whole goal in words."""
    return GoalStepView(
        "check", "", (), own_words=False, own="", goal=goal, lines=lines, goal_id=goal_id, may_add=may_add
    )


def goal_step_view(
    builder: GoalBuilder, step: str, goal: Goal | None, lines: Lines, *, facts: frozenset[str], language: Language
) -> GoalStepView:
    """Gives one step of building a goal before the last; `lines` are the goal so far in words."""
    question: Text = getattr(builder.questions, step)
    chosen = getattr(goal, step, None) if goal else None
    said = chosen if isinstance(chosen, Said) else None
    offered = _offered(builder, step, goal)
    picked = frozenset({said.option} if said.option else ()) if said else frozenset({chosen} if chosen else ())
    return GoalStepView(
        step,
        question.in_language(language),
        options(tuple(one for one in offered if one.not_for not in facts), language, picked),
        own_words=step in ("wish", "first_step", "how_i_know", "response"),
        own=said.own or "" if said else "",
        goal=goal,
        so_far=_about(builder, step, lines, language),
    )


def _about(builder: GoalBuilder, step: str, lines: Lines, language: Language) -> str:
    asked: list[Text | None] = [getattr(builder.questions, earlier) for earlier in ABOUT.get(step, GOAL)]
    said = dict(lines)
    found = (said.get(question.in_language(language)) for question in asked if question is not None)
    return BETWEEN.join(filter(None, found))


def _offered(builder: GoalBuilder, step: str, goal: Goal | None) -> tuple[Option, ...]:
    area: GoalArea | None = next((one for one in builder.areas if goal and one.area.id == goal.area), None)
    offered: Mapping[str, tuple[Option, ...]] = {
        "area": tuple(one.area for one in builder.areas),
        "wish": area.wishes if area else (),
        "first_step": area.first_steps if area else (),
        "when": builder.whens,
        "who_helps": (*(area.helpers if area else ()), *builder.helpers),
        "how_i_know": builder.signs,
        "setback": builder.setbacks,
        "response": builder.responses,
    }
    return offered[step]


def goal_rating_view(
    builder: GoalBuilder, step: str, goal: Goal | None, lines: Lines, language: Language
) -> GoalStepView:
    """Gives a step that asks for a number from 0 to 10, and where a low one leads back to."""
    scale: GoalScale = getattr(builder.questions, step)
    value: int | None = getattr(goal, step, None) if goal else None
    return GoalStepView(
        step,
        scale.ask.in_language(language),
        (),
        own_words=False,
        own="",
        goal=goal,
        so_far=_about(builder, step, lines, language),
        scale=RulerView(scale.low.in_language(language), scale.high.in_language(language), value),
        smaller=BACK_TO[step] if value is not None and value < ENOUGH else "",
    )
