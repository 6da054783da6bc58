"""What all kinds of exercise have in common: the words around them, options, and a person's own words.

- `Exercise` holds what every definition says; each kind adds its own fields in its own file.
- `Audience` says who may read an answer; it is a property of the question, set by its author.
- Not here: any one kind, and the registry of kinds (exercises/__init__.py).
"""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from modules.conditions import Condition, Fact
from modules.errors import RefusedError
from modules.ids import ItemId, OptionId
from modules.texts import Text
from modules.values import Value

OWN_WORDS_LENGTH = 200
OwnWords = Annotated[str, StringConstraints(min_length=1, max_length=OWN_WORDS_LENGTH)]
Pictogram = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class Audience(StrEnum):
    """Who may read an answer besides the person himself."""

    ONLY_ME = "only_me"
    MENTOR = "mentor"
    DR_PLAN = "dr_plan"


class PlanPart(StrEnum):
    """The parts of a plan; an exercise that names one has its answer copied into that part (plan/document.py)."""

    STRENGTHS = "strengths"
    REASONS = "reasons"
    BASICS = "basics"
    GOALS = "goals"
    HARD_MOMENTS = "hard_moments"
    IF_THEN = "if_then"
    SUPPORTERS = "supporters"


class Counts(StrEnum):
    """What a high answer says about the theme of its question, for the person's own profile."""

    FOR = "for"
    AGAINST = "against"


class Option(Value):
    """One thing to choose; `score` (0 to 1) only where a scale gives it one.

    `not_for` names a fact about a person, such as `vris`, for whom it is not offered (fitting.py).
    """

    id: OptionId
    text: Text
    picture: Pictogram | None = None
    score: Annotated[float, Field(ge=0, le=1)] | None = None
    not_for: Fact | None = None


class Exercise(Value):
    """What every exercise says, whatever its kind."""

    id: ItemId
    prompt: Text
    help: Text | None = None
    picture: Pictogram | None = None
    show_if: Condition | None = None
    audience: Audience = Audience.ONLY_ME
    plan_part: PlanPart | None = None
    second_half: bool = False


class Said(Value):
    """What a person says: an option of the exercise, or his own words; exactly one of the two."""

    option: OptionId | None = None
    own: OwnWords | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if (self.option is None) == (self.own is None):
            raise ValueError("exactly one of option and own")
        return self


def check_options(chosen: tuple[OptionId, ...] | list[OptionId], offered: tuple[Option, ...]) -> None:
    """Returns only if every chosen option is offered, none twice.

    Raises:
        RefusedError: One is unknown or repeated.
    """
    if len(set(chosen)) != len(chosen):
        raise RefusedError("an option was chosen twice")
    if not set(chosen) <= {option.id for option in offered}:
        raise RefusedError("an option was chosen that this exercise does not offer")


def check_said(said: Said, offered: tuple[Option, ...], *, own_words: bool) -> None:
    """Returns only if what was said is an offered option, or own words where those are welcome.

    Raises:
        RefusedError: It is neither.
    """
    if said.option is not None:
        check_options((said.option,), offered)
    elif not own_words:
        raise RefusedError("this exercise takes no own words")
