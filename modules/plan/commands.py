"""What a person can do with his plan, and what then happens: decide(edition, state, command) -> events.

- A goal is set at each step of building it, so that nothing of it is lost; only whole goals come into the document.
- Signing takes the finished document and both signatures as values: keys are elsewhere (kiosk/store/keys.py).
- Not signing is an equal, recorded choice.
- Where the law says who reads a part there is nothing to choose (modules/disclosure.py).
"""

from dataclasses import dataclass

from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvProgramme
from modules.disclosure import PLAN_PARTS
from modules.errors import RefusedError
from modules.events import (
    MARK_STROKES,
    Event,
    GoalRemoved,
    GoalSet,
    GoalStepTicked,
    MarkDrawn,
    PersonKey,
    PlanCheckedIn,
    PlanDeclined,
    PlanReadied,
    PlanSigned,
    ShareChosen,
    VersionChosen,
)
from modules.exercises.goal_builder import Goal, GoalBuilder, Rating, check_goal
from modules.exercises.shared import Audience, PlanPart, Said
from modules.ids import Digest, GoalId, ItemId
from modules.plan.document import PlanDocument, Strokes, mark_digest
from modules.plan.state import PlanState, Stage, digest_of
from modules.reasons import DeclineReason, DisagreeReason
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
    """Chooses not to sign, and says why; `because` where he does not agree."""

    reason: DeclineReason
    because: Said | None = None


@dataclass(frozen=True, slots=True)
class ReadyPlan:
    """Says that the plan, read back, is ready."""


@dataclass(frozen=True, slots=True)
class ChooseVersion:
    """Chooses which of the versions signed in different places counts."""

    plan: Digest


@dataclass(frozen=True, slots=True)
class TickStep:
    """Ticks off a goal's first step as it stands, or takes the tick back."""

    goal_id: GoalId
    done: bool


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Answers the weekly question about a goal; none where the person would rather not say."""

    goal_id: GoalId
    sure: Rating | None


PlanCommand = (
    SetGoal | RemoveGoal | ChooseShare | SignPlan | DeclinePlan | ReadyPlan | ChooseVersion | TickStep | CheckIn
)


def decide(edition: Edition[KvvProgramme], state: PlanState, command: PlanCommand) -> tuple[Event, ...]:
    """Gives what happens when a person does this.

    Raises:
        RefusedError: The goal is not made of what its builder offers, there are too many goals, the goal is not in
            the plan, the law says who reads the part, the reason or version is none there is, or the mark is too large
            or not the one the document names.
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
            if not PLAN_PARTS[part].is_choice:
                raise RefusedError("who reads this part of the plan is the law's to say")
            return () if state.shares.get(part) is audience else (ShareChosen(part=part, audience=audience),)
        case SignPlan():
            return _sign(command)
        case DeclinePlan(reason, because):
            return _decline(reason, because)
        case _:
            return _live(state, command)


def _live(state: PlanState, command: ReadyPlan | ChooseVersion | TickStep | CheckIn) -> tuple[Event, ...]:
    """Gives what happens when a person says his plan is ready, or lives with it."""
    match command:
        case ReadyPlan():
            if not state.whole_goals:
                raise RefusedError("a plan without a whole goal is not ready")
            return () if state.stage in (Stage.READY, Stage.SIGNED) else (PlanReadied(),)
        case ChooseVersion(plan):
            if plan not in {digest_of(one.event) for one in state.standing}:
                raise RefusedError("a version was chosen that is not one of those that stand")
            return (VersionChosen(plan=plan),) if state.rivals else ()
        case TickStep(goal_id, done):
            if goal_id not in state.whole_goals:
                raise RefusedError("a step was ticked off that is not in the plan")
            return () if state.is_ticked(goal_id) is done else (GoalStepTicked(goal_id=goal_id, done=done),)
        case CheckIn(goal_id, sure):
            if goal_id not in state.whole_goals:
                raise RefusedError("a question was answered about a goal that is not in the plan")
            return (PlanCheckedIn(goal_id=goal_id, sure=sure),)


def _decline(reason: DeclineReason, because: Said | None) -> tuple[Event, ...]:
    if because is not None and reason is not DeclineReason.DISAGREE:
        raise RefusedError("only who does not agree says what with")
    if (
        because is not None
        and because.option is not None
        and because.option not in {one.value for one in DisagreeReason}
    ):
        raise RefusedError("what is not agreed with is none of what can be said of it")
    return (PlanDeclined(reason=reason, because=because),)


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
