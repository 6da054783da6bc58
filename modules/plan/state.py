"""The persoonlijk plan as far as it was made, signed, declined and lived with, as a fold over a person's events.

- There is one plan: goals are the same whether made in a module or on the plan's own page (SETTLED 7).
- Signed versions are never replaced; two signed in two places at once both stand (SETTLED 5).
- A goal changed in two places at once keeps both; the later in order is shown until the person changes it. Taking a
  goal out takes what was seen of it: a change made elsewhere at the same time keeps it in the plan.
- A signature stands for what its writer had seen: a change he had not seen leaves the plan changed since. So does
  saying that the plan is ready.
- Of versions signed in two places at once the last in order counts until the person chooses one (SETTLED 5).
- A tick is for the step as it stood when it was ticked; another step of the same goal is open again.
- `evolve` accepts any event and never raises. Not here: the document that is signed (document.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from modules.canonical import digest
from modules.events import (
    Event,
    GoalRemoved,
    GoalSet,
    GoalStepTicked,
    PlanCheckedIn,
    PlanDeclined,
    PlanReadied,
    PlanSigned,
    ShareChosen,
    VersionChosen,
)
from modules.exercises.goal_builder import Rating
from modules.exercises.shared import Audience, PlanPart, Said
from modules.ids import Digest, GoalId
from modules.moving import Moves, read_after
from modules.ordering import Place, Recorded, standing_with

Given = Recorded[Event]
SetGoals = tuple[Recorded[GoalSet], ...]
CHANGED_BY: frozenset[type[Event]] = frozenset(
    {
        GoalSet,
        GoalRemoved,
        ShareChosen,
        PlanReadied,
        PlanSigned,
        PlanDeclined,
        VersionChosen,
        GoalStepTicked,
        PlanCheckedIn,
    }
)


WEEK_MS = 7 * 24 * 60 * 60 * 1000


class Stage(StrEnum):
    """How far the person himself is with his plan (SETTLED 13)."""

    CONCEPT = "concept"
    READY = "ready"
    SIGNED = "signed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class PlanState:
    """Per goal what stands, in order of making; the shares chosen; every signed version; the last refusal to sign.

    `standing` are the signed versions no other signature or choice has taken the place of; `unsigned` holds the changes
    that no signature has seen. `ticked` is per goal the step that was ticked last, `sure` per goal every number given.
    """

    goal_heads: Mapping[GoalId, SetGoals] = field(default_factory=dict)
    shares: Mapping[PlanPart, Audience] = field(default_factory=dict)
    signed: tuple[Recorded[PlanSigned], ...] = ()
    standing: tuple[Recorded[PlanSigned], ...] = ()
    readied: Given | None = None
    declined: PlanDeclined | None = None
    unsigned: tuple[Place, ...] = ()
    ticked: Mapping[GoalId, Said | None] = field(default_factory=dict)
    sure: Mapping[GoalId, tuple[Rating, ...]] = field(default_factory=dict)
    check_ins: tuple[Recorded[PlanCheckedIn], ...] = ()

    @property
    def goals(self) -> Mapping[GoalId, GoalSet]:
        """The goals as shown: per goal the last one in order."""
        return {goal_id: heads[-1].event for goal_id, heads in self.goal_heads.items()}

    @property
    def current(self) -> Recorded[PlanSigned] | None:
        """The signed version that counts: the one chosen, or the last in order; none where none was signed."""
        return self.standing[-1] if self.standing else None

    @property
    def rivals(self) -> tuple[Recorded[PlanSigned], ...]:
        """The versions signed in different places of which the person has chosen none yet."""
        return self.standing if len(self.standing) > 1 else ()

    @property
    def changed_since_signed(self) -> bool:
        """Whether something was changed that no signature has seen."""
        return bool(self.unsigned)

    @property
    def is_signed(self) -> bool:
        """Whether the plan as it stands now was signed."""
        return bool(self.signed) and not self.changed_since_signed

    @property
    def stage(self) -> Stage:
        """How far the person is: signed, changed since, ready, or still making it."""
        if self.is_signed:
            return Stage.SIGNED
        readied = self.readied
        if readied is not None and all(readied.saw(change) for change in self.unsigned):
            return Stage.READY
        return Stage.CHANGED if self.signed else Stage.CONCEPT

    @property
    def whole_goals(self) -> Mapping[GoalId, GoalSet]:
        """The goals built to their last step."""
        return {goal_id: one for goal_id, one in self.goals.items() if one.goal.is_whole}

    def is_ticked(self, goal_id: GoalId) -> bool:
        """Tells whether the first step of a goal was ticked off as it stands now."""
        goal = self.goals.get(goal_id)
        step = goal.goal.first_step if goal else None
        return step is not None and self.ticked.get(goal_id) == step


def asks_about(state: PlanState, now_ms: int) -> GoalId | None:
    """Gives the goal the weekly question is about, if it is time: seven days since it was last asked or the goal made.

    The first goal whose step is not ticked yet comes first; where all are, the first goal.
    """
    goals = list(state.whole_goals)
    if not goals:
        return None
    made = min(head.place.clock[0] for heads in state.goal_heads.values() for head in heads)
    last = max([made, *(asked.place.clock[0] for asked in state.check_ins)])
    if now_ms - last < WEEK_MS:
        return None
    return next((goal_id for goal_id in goals if not state.is_ticked(goal_id)), goals[0])


def digest_of(signed: PlanSigned) -> Digest:
    """Gives the digest a signed version is known by: that of the text that was signed."""
    return digest(signed.document.encode("utf-8"))


def evolve(state: PlanState, recorded: Given) -> PlanState:
    """Gives the state after one event; events of other parts change nothing."""
    event, place = recorded.event, recorded.place
    match event:
        case GoalSet():
            heads = (*_standing(state, event.goal_id, recorded), Recorded(event, place, recorded.seen))
            goal_heads = {**state.goal_heads, event.goal_id: heads}
            again = state.sure.get(event.goal_id, ())[-1:] == (event.goal.sure,)
            sure = state.sure if again else _told(state, event.goal_id, event.goal.sure)
            return replace(state, goal_heads=goal_heads, sure=sure, unsigned=(*state.unsigned, place))
        case GoalRemoved(goal_id=goal_id):
            goal_heads = {**state.goal_heads, goal_id: _standing(state, goal_id, recorded)}
            kept = {known: heads for known, heads in goal_heads.items() if heads}
            return replace(state, goal_heads=kept, unsigned=(*state.unsigned, place))
        case ShareChosen():
            shares = {**state.shares, event.part: event.audience}
            return replace(state, shares=shares, unsigned=(*state.unsigned, place))
        case PlanSigned():
            new = Recorded(event, place, recorded.seen)
            unsigned = tuple(change for change in state.unsigned if not recorded.saw(change))
            standing = standing_with(new, state.standing)
            signed = (*state.signed, new)
            return replace(state, signed=signed, standing=standing, readied=None, declined=None, unsigned=unsigned)
        case PlanReadied():
            return replace(state, readied=recorded)
        case PlanDeclined():
            return replace(state, declined=event)
        case _:
            return _live(state, recorded)


def read_anew(state: PlanState, moves: Moves) -> PlanState:
    """Gives the state as it is read after these moves: each goal in the words of now, each tick still on its step."""
    read = {
        known: tuple(read_after(head, moves) or head for head in heads) for known, heads in state.goal_heads.items()
    }
    ticked = {
        known: read[known][-1].event.goal.first_step if state.is_ticked(known) else step
        for known, step in state.ticked.items()
    }
    return replace(state, goal_heads=read, ticked=ticked)


def _live(state: PlanState, recorded: Given) -> PlanState:
    """Gives the state after something of living with the plan: a version chosen, a tick, the weekly question."""
    event = recorded.event
    match event:
        case VersionChosen(plan=plan):
            chosen = [one for one in state.signed if digest_of(one.event) == plan and recorded.saw(one.place)]
            unseen = tuple(one for one in state.standing if not recorded.saw(one.place))
            return replace(state, standing=(*unseen, *chosen[-1:])) if chosen else state
        case GoalStepTicked(goal_id=goal_id, done=done):
            others = {known: step for known, step in state.ticked.items() if known != goal_id}
            goal = state.goals.get(goal_id)
            ticked = {**others, goal_id: goal.goal.first_step if goal else None} if done else others
            return replace(state, ticked=ticked)
        case PlanCheckedIn():
            asked = Recorded(event, recorded.place, recorded.seen)
            sure = _told(state, event.goal_id, event.sure)
            return replace(state, check_ins=(*state.check_ins, asked), sure=sure)
        case _:
            return state


def _told(state: PlanState, goal_id: GoalId, sure: Rating | None) -> Mapping[GoalId, tuple[Rating, ...]]:
    known = state.sure.get(goal_id, ())
    return state.sure if sure is None else {**state.sure, goal_id: (*known, sure)}


def _standing(state: PlanState, goal_id: GoalId, recorded: Given) -> SetGoals:
    return tuple(head for head in state.goal_heads.get(goal_id, ()) if not recorded.saw(head.place))
