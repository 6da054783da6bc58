"""The persoonlijk plan as far as it was made, signed or declined, as a fold over a person's events.

- There is one plan: goals are the same whether made in a module or on the plan's own page (SETTLED 7).
- Signed versions are never replaced; two signed in two places at once both stand (SETTLED 5).
- A goal changed in two places at once keeps both; the later in order is shown until the person changes it. Taking a
  goal out takes what was seen of it: a change made elsewhere at the same time keeps it in the plan.
- A signature stands for what its writer had seen: a change he had not seen leaves the plan changed since.
- `evolve` accepts any event and never raises. Not here: the document that is signed (document.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from modules.events import Event, GoalRemoved, GoalSet, PlanDeclined, PlanSigned, ShareChosen
from modules.exercises.shared import Audience, PlanPart
from modules.ids import GoalId
from modules.ordering import Place, Recorded

Given = Recorded[Event]
SetGoals = tuple[Recorded[GoalSet], ...]
CHANGED_BY: frozenset[type[Event]] = frozenset({GoalSet, GoalRemoved, ShareChosen, PlanSigned, PlanDeclined})


@dataclass(frozen=True, slots=True)
class PlanState:
    """Per goal what stands, in order of making; the shares chosen; every signed version; the last refusal to sign.

    `unsigned` holds the changes that no signature has seen.
    """

    goal_heads: Mapping[GoalId, SetGoals] = field(default_factory=dict)
    shares: Mapping[PlanPart, Audience] = field(default_factory=dict)
    signed: tuple[Recorded[PlanSigned], ...] = ()
    declined: PlanDeclined | None = None
    unsigned: tuple[Place, ...] = ()

    @property
    def goals(self) -> Mapping[GoalId, GoalSet]:
        """The goals as shown: per goal the last one in order."""
        return {goal_id: heads[-1].event for goal_id, heads in self.goal_heads.items()}

    @property
    def current(self) -> Recorded[PlanSigned] | None:
        """The last signed version in order, if there is one."""
        return self.signed[-1] if self.signed else None

    @property
    def changed_since_signed(self) -> bool:
        """Whether something was changed that no signature has seen."""
        return bool(self.unsigned)

    @property
    def is_signed(self) -> bool:
        """Whether the plan as it stands now was signed."""
        return bool(self.signed) and not self.changed_since_signed


def evolve(state: PlanState, recorded: Given) -> PlanState:
    """Gives the state after one event; events of other parts change nothing."""
    event, place = recorded.event, recorded.place
    match event:
        case GoalSet():
            heads = (*_standing(state, event.goal_id, recorded), Recorded(event, place, recorded.seen))
            goal_heads = {**state.goal_heads, event.goal_id: heads}
            return replace(state, goal_heads=goal_heads, unsigned=(*state.unsigned, place))
        case GoalRemoved(goal_id=goal_id):
            goal_heads = {**state.goal_heads, goal_id: _standing(state, goal_id, recorded)}
            kept = {known: heads for known, heads in goal_heads.items() if heads}
            return replace(state, goal_heads=kept, unsigned=(*state.unsigned, place))
        case ShareChosen():
            shares = {**state.shares, event.part: event.audience}
            return replace(state, shares=shares, unsigned=(*state.unsigned, place))
        case PlanSigned():
            signed = (*state.signed, Recorded(event, place, recorded.seen))
            unsigned = tuple(change for change in state.unsigned if not recorded.saw(change))
            return replace(state, signed=signed, declined=None, unsigned=unsigned)
        case PlanDeclined():
            return replace(state, declined=event)
        case _:
            return state


def _standing(state: PlanState, goal_id: GoalId, recorded: Given) -> SetGoals:
    return tuple(head for head in state.goal_heads.get(goal_id, ()) if not recorded.saw(head.place))
