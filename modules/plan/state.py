"""The persoonlijk plan as far as it was made, signed or declined, as a fold over a person's events.

- There is one plan: goals are the same whether made in a module or on the plan's own page (SETTLED 7).
- Signed versions are never replaced; two signed in two places at once both stand (SETTLED 5).
- A goal changed in two places at once keeps both; the later in order is shown until the person changes it.
- `evolve` accepts any event and never raises. Not here: the document that is signed (document.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from modules.events import Event, GoalRemoved, GoalSet, PlanDeclined, PlanSigned, ShareChosen
from modules.exercises.shared import Audience, PlanPart
from modules.ids import GoalId
from modules.ordering import Recorded

Given = Recorded[Event]
SetGoals = tuple[Recorded[GoalSet], ...]


@dataclass(frozen=True, slots=True)
class PlanState:
    """Per goal what stands, in order of making; the shares chosen; every signed version; the last refusal to sign."""

    goal_heads: Mapping[GoalId, SetGoals] = field(default_factory=dict)
    shares: Mapping[PlanPart, Audience] = field(default_factory=dict)
    signed: tuple[Recorded[PlanSigned], ...] = ()
    declined: PlanDeclined | None = None
    changed_since_signed: bool = False

    @property
    def goals(self) -> Mapping[GoalId, GoalSet]:
        """The goals as shown: per goal the last one in order."""
        return {goal_id: heads[-1].event for goal_id, heads in self.goal_heads.items()}

    @property
    def current(self) -> Recorded[PlanSigned] | None:
        """The last signed version in order, if there is one."""
        return self.signed[-1] if self.signed else None

    @property
    def is_signed(self) -> bool:
        """Whether the plan as it stands now was signed."""
        return bool(self.signed) and not self.changed_since_signed


def evolve(state: PlanState, recorded: Given) -> PlanState:
    """Gives the state after one event; events of other parts change nothing."""
    event = recorded.event
    match event:
        case GoalSet():
            standing = tuple(head for head in state.goal_heads.get(event.goal_id, ()) if not recorded.saw(head.place))
            heads = (*standing, Recorded(event, recorded.place, recorded.seen))
            return replace(state, goal_heads={**state.goal_heads, event.goal_id: heads}, changed_since_signed=True)
        case GoalRemoved():
            kept = {known: heads for known, heads in state.goal_heads.items() if known != event.goal_id}
            return replace(state, goal_heads=kept, changed_since_signed=True)
        case ShareChosen():
            return replace(state, shares={**state.shares, event.part: event.audience})
        case PlanSigned():
            signed = Recorded(event, recorded.place, recorded.seen)
            return replace(state, signed=(*state.signed, signed), declined=None, changed_since_signed=False)
        case PlanDeclined():
            return replace(state, declined=event)
        case _:
            return state
