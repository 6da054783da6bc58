"""What a person does with his plan: goals, who may see what, signing, and choosing not to."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from modules.exercises.goal_builder import Goal
from modules.exercises.shared import Audience, PlanPart
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
    """The person chose not to sign, and said why; an equal choice."""

    kind: Literal["plan_declined/1"] = "plan_declined/1"
    reason: DeclineReason
