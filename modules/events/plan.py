"""What a person does with his plan: goals, who may see what, signing or choosing not to, and living with it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from modules.exercises.goal_builder import Goal, Rating
from modules.exercises.shared import Audience, PlanPart, Said
from modules.ids import Digest, GoalId, ItemId
from modules.reasons import DeclineReason
from modules.signed import PublicKey, Signature
from modules.values import Value

MARK_STROKES = 100


class GoalSet(Value):
    """A goal was made or changed."""

    kind: Literal["goal_set/1"] = "goal_set/1"
    pack: Digest
    source: ItemId
    goal_id: GoalId
    goal: Goal


class GoalRemoved(Value):
    """A goal was taken out of the plan."""

    kind: Literal["goal_removed/1"] = "goal_removed/1"
    goal_id: GoalId


class ShareChosen(Value):
    """The person chose who may see a part of his plan where the choice is his."""

    kind: Literal["share_chosen/1"] = "share_chosen/1"
    part: PlanPart
    audience: Audience


class ShareWithdrawn(Value):
    """The person no longer shares an answer he chose to show his mentor; what was read already stays read."""

    kind: Literal["share_withdrawn/1"] = "share_withdrawn/1"
    item: ItemId


class PlanReadied(Value):
    """The person read his plan back and says it is ready to sign and to talk about."""

    kind: Literal["plan_readied/1"] = "plan_readied/1"


class PersonKey(Value):
    """A person's public signing key on one terminal, certified by that terminal's key (purpose PERSON_KEY)."""

    key: PublicKey
    certified: Signature


class PlanSigned(Value):
    """The person signed his plan; `document` is the canonical JSON of exactly what he was shown.

    Both signatures are over the bytes of `document` in UTF-8, purpose PLAN (modules/plan/document.py).
    """

    kind: Literal["plan_signed/1"] = "plan_signed/1"
    document: Annotated[str, StringConstraints(min_length=2, max_length=200_000)]
    person_key: PersonKey
    by_person: Signature
    by_terminal: Signature


class MarkDrawn(Value):
    """The mark the person drew when signing; kept as a picture of a mark, never analysed.

    Strokes are points (x, y) in thousandths of the drawing area, y upward.
    """

    kind: Literal["mark_drawn/1"] = "mark_drawn/1"
    plan: Digest
    strokes: Annotated[tuple[tuple[tuple[int, int], ...], ...], Field(max_length=MARK_STROKES)]


class PlanDeclined(Value):
    """The person chose not to sign, and said why; an equal choice.

    `because` is what he does not agree with: one of `DisagreeReason`, or his own words.
    """

    kind: Literal["plan_declined/1"] = "plan_declined/1"
    reason: DeclineReason
    because: Said | None = None


class VersionChosen(Value):
    """Two versions were signed in two places at once, and the person chose the one that stands."""

    kind: Literal["version_chosen/1"] = "version_chosen/1"
    plan: Digest


class GoalStepTicked(Value):
    """The person ticked off the first step of a goal as it stands, or took the tick back; no word of it is here."""

    kind: Literal["goal_step_ticked/1"] = "goal_step_ticked/1"
    goal_id: GoalId
    done: bool


class PlanCheckedIn(Value):
    """The weekly question: how sure the person is now that his step works out; none where he would rather not say."""

    kind: Literal["plan_checked_in/1"] = "plan_checked_in/1"
    goal_id: GoalId
    sure: Rating | None
