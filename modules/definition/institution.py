"""The ketenpartners of one institution as a pack says it: who helps from here, with what, and in which areas of a goal.

- A partner is offered as a helper in the areas it names, before the helpers every institution has; chosen, it stands in
  the plan by its name.
- `with_partners` lays them into the goal builders of one person's programme, which keeps its own digest; the plan names
  this pack too, because its words stand in it.
"""

from dataclasses import replace
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvModule, KvvProgramme
from modules.exercises import AnyExercise
from modules.exercises.goal_builder import GoalArea, GoalBuilder
from modules.exercises.shared import Option
from modules.ids import OptionId
from modules.reasons import Whom
from modules.texts import Text
from modules.values import Value

MOST_IN_AN_AREA = 8


class Partner(Option):
    """One partner: its name, what it does in a sentence, and the areas of a goal it helps in."""

    what: Text
    areas: Annotated[tuple[OptionId, ...], Field(min_length=1, max_length=8)]


class Institution(Value):
    """The partners of one institution, and with whom a person can ask to talk, each in the order they are offered."""

    type: Literal["institution"] = "institution"
    title: Text
    talk_with: Annotated[tuple[Whom, ...], Field(min_length=1, max_length=len(Whom))] = tuple(Whom)
    partners: Annotated[tuple[Partner, ...], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _no_area_has_too_many(self) -> Self:
        areas = [area for partner in self.partners for area in partner.areas]
        if any(areas.count(area) > MOST_IN_AN_AREA for area in areas):
            raise ValueError("more partners in one area than a person can choose from")
        return self


def with_partners(programme: Edition[KvvProgramme], institution: Edition[Institution]) -> Edition[KvvProgramme]:
    """Gives a person's programme with these partners among those who can help with a goal."""
    modules = tuple(_with(module, institution.definition) for module in programme.definition.modules)
    definition = programme.definition.model_copy(update={"modules": modules})
    return replace(programme, definition=definition, beside=(*programme.beside, institution.digest))


def _with(module: KvvModule, institution: Institution) -> KvvModule:
    return module.model_copy(update={"exercises": tuple(_helped(one, institution) for one in module.exercises)})


def _helped(exercise: AnyExercise, institution: Institution) -> AnyExercise:
    if not isinstance(exercise, GoalBuilder):
        return exercise
    areas = tuple(
        area.model_copy(update={"helpers": (*_partners(area, institution), *area.helpers)}) for area in exercise.areas
    )
    return exercise.model_copy(update={"areas": areas})


def _partners(area: GoalArea, institution: Institution) -> tuple[Option, ...]:
    return tuple(
        Option(id=one.id, text=one.text, picture=one.picture, not_for=one.not_for)
        for one in institution.partners
        if area.area.id in one.areas
    )
