"""The KVV programme as a pack says it: modules, what opens each, and their exercises; their number is data.

- A module ends with a summary; the exercises marked `second_half` come after a good stopping place.
- Not here: a person's way through it (kvv/state.py).
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.exercises import AnyExercise
from modules.exercises.shared import Pictogram, PlanPart
from modules.ids import ItemId, ModuleId
from modules.texts import Text
from modules.values import Value


class KvvModule(Value):
    """One module, `number` as people call it (0 where it has none); it opens when each of `opens_after` was done."""

    id: ModuleId
    number: Annotated[int, Field(ge=0, le=99)]
    title: Text
    goal: Text
    picture: Pictogram | None = None
    minutes: Annotated[int, Field(ge=1, le=60)]
    opens_after: tuple[ModuleId, ...] = ()
    exercises: Annotated[tuple[AnyExercise, ...], Field(min_length=1, max_length=40)]

    def exercise(self, item_id: ItemId) -> AnyExercise:
        """Gives an exercise by its id.

        Raises:
            KeyError: There is none.
        """
        for exercise in self.exercises:
            if exercise.id == item_id:
                return exercise
        raise KeyError(item_id)


class PlanPartTexts(Value):
    """The heading of one part of the plan, and who gets to see it, in words; of who has no municipality here, too."""

    part: PlanPart
    title: Text
    who_sees: Text
    who_sees_vris: Text | None = None


class PlanTexts(Value):
    """All fixed words of the plan; they are copied into the document, so that it reads by itself."""

    title: Text
    statement: Text
    parts: Annotated[tuple[PlanPartTexts, ...], Field(min_length=1, max_length=8)]
    after_signing: Text


class KvvProgramme(Value):
    """All modules, in the order shown, and the words of the plan they lead to.

    `short_track` names the modules of the short way, for who does not stay long; with none there is one way only.
    """

    type: Literal["kvv"] = "kvv"
    title: Text
    plan: PlanTexts
    modules: Annotated[tuple[KvvModule, ...], Field(min_length=1, max_length=40)]
    short_track: tuple[ModuleId, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for ids in (
            [module.id for module in self.modules],
            [exercise.id for module in self.modules for exercise in module.exercises],
        ):
            if len(set(ids)) != len(ids):
                raise ValueError("two modules or two exercises share one id")
        known = {module.id for module in self.modules}
        if any(not set(module.opens_after) <= known for module in self.modules):
            raise ValueError("a module opens after one that is not in this pack")
        if not set(self.short_track) <= known:
            raise ValueError("the short track names a module that is not in this pack")
        return self

    def module(self, module_id: ModuleId) -> KvvModule:
        """Gives a module by its id.

        Raises:
            KeyError: There is none.
        """
        for module in self.modules:
            if module.id == module_id:
                return module
        raise KeyError(module_id)
