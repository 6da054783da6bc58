"""What a person can do with his plan, and what then happens: decide(edition, state, command) -> events.

- A goal is set at each step of building it, so that nothing of it is lost; only whole goals come into the document.
- Signing takes the finished document and both signatures as values: keys are elsewhere (kiosk/store/keys.py).
- Not signing is an equal, recorded choice.
"""

from dataclasses import dataclass

from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvProgramme
from modules.errors import RefusedError
from modules.events import (
    MARK_STROKES,
    Event,
    GoalRemoved,
    GoalSet,
    MarkDrawn,
    PersonKey,
    PlanDeclined,
    PlanSigned,
    ShareChosen,
)
from modules.exercises.goal_builder import Goal, GoalBuilder, check_goal
from modules.exercises.shared import Audience, PlanPart
from modules.ids import GoalId, ItemId
from modules.plan.document import PlanDocument, Strokes, mark_digest
from modules.plan.state import PlanState
from modules.reasons import DeclineReason
from modules.signed import Signature

MARK_POINTS = 20_000


@dataclass(frozen=True, slots=True)
class SetGoal:
    """Makes a goal, or changes one; `source` is the goal builder it is made with."""

    source: ItemId
    goal_id: GoalId
    goal: Goal


@dataclass(frozen=True, slots=True)
class RemoveGoal:
    """Takes a goal out of the plan."""

    goal_id: GoalId


@dataclass(frozen=True, slots=True)
class ChooseShare:
    """Chooses who may see a part of the plan."""

    part: PlanPart
    audience: Audience


@dataclass(frozen=True, slots=True)
class SignPlan:
    """Signs: the document as shown, in its canonical text, the mark drawn under it, and the signatures."""

    document: str
    strokes: Strokes
    person_key: PersonKey
    by_person: Signature
    by_terminal: Signature


@dataclass(frozen=True, slots=True)
class DeclinePlan:
    """Chooses not to sign, and says why."""

    reason: DeclineReason


PlanCommand = SetGoal | RemoveGoal | ChooseShare | SignPlan | DeclinePlan


def decide(edition: Edition[KvvProgramme], state: PlanState, command: PlanCommand) -> tuple[Event, ...]:
    """Gives what happens when a person does this.

    Raises:
        RefusedError: The goal is not made of what its builder offers, there are too many goals, the goal is not in
            the plan, or the mark is too large or not the one the document names.
        MalformedError: The document is not a plan document.
    """
    match command:
        case SetGoal():
            return _set_goal(edition, state, command)
        case RemoveGoal(goal_id):
            if goal_id not in state.goals:
                raise RefusedError("a goal was taken out that is not in the plan")
            return (GoalRemoved(goal_id=goal_id),)
        case ChooseShare(part, audience):
            return (ShareChosen(part=part, audience=audience),)
        case SignPlan():
            return _sign(command)
        case DeclinePlan(reason):
            return (PlanDeclined(reason=reason),)


def _set_goal(edition: Edition[KvvProgramme], state: PlanState, command: SetGoal) -> tuple[Event, ...]:
    builder = goal_builder(edition.definition, command.source)
    if builder is None:
        raise RefusedError("a goal names a builder that this programme does not have")
    check_goal(builder, command.goal)
    if command.goal_id not in state.goals and len(state.goals) >= builder.most:
        raise RefusedError("the plan has as many goals as it takes")
    known = state.goals.get(command.goal_id)
    if known is not None and known.goal == command.goal:
        return ()
    return (GoalSet(pack=edition.digest, source=command.source, goal_id=command.goal_id, goal=command.goal),)


def goal_builder(programme: KvvProgramme, source: ItemId) -> GoalBuilder | None:
    """Gives the goal builder with this id, if the programme has it."""
    for module in programme.modules:
        for exercise in module.exercises:
            if exercise.id == source and isinstance(exercise, GoalBuilder):
                return exercise
    return None


def _sign(command: SignPlan) -> tuple[Event, ...]:
    document = PlanDocument.parse(command.document)
    if len(command.strokes) > MARK_STROKES or sum(map(len, command.strokes)) > MARK_POINTS:
        raise RefusedError("the mark has more strokes or points than are kept")
    if document.mark != mark_digest(command.strokes):
        raise RefusedError("the mark is not the one the document names")
    return (
        PlanSigned(
            document=command.document,
            person_key=command.person_key,
            by_person=command.by_person,
            by_terminal=command.by_terminal,
        ),
        MarkDrawn(plan=document.digest, strokes=command.strokes),
    )
