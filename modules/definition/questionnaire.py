"""The Reflector as a pack says it: themes in order, and one question a screen in each.

- A question is any exercise; most are single choices, multiple choices and rulers.
- Not here: which questions a person sees (reflector/state.py) and what they add up to (reflector/profile.py).
"""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.exercises import AnyExercise
from modules.exercises.shared import Pictogram
from modules.ids import ItemId, ModuleId, ThemeId
from modules.texts import Text
from modules.values import Value


class Theme(Value):
    """One theme: an introduction and its questions; `module` is the KVV module that fits it.

    `intro_vris` stands instead of `intro` for who has no municipality here, where it would be said to read along.
    """

    id: ThemeId
    title: Text
    intro: Text
    intro_vris: Text | None = None
    picture: Pictogram | None = None
    module: ModuleId | None = None
    items: Annotated[tuple[AnyExercise, ...], Field(min_length=1, max_length=40)]


class Questionnaire(Value):
    """All themes, in the order offered; `sittings` says how many of them make each sitting, none where it is one."""

    type: Literal["questionnaire"] = "questionnaire"
    title: Text
    themes: Annotated[tuple[Theme, ...], Field(min_length=1, max_length=40)]
    sittings: tuple[Annotated[int, Field(ge=1)], ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [item.id for item in self.items()]
        if len(set(ids)) != len(ids):
            raise ValueError("two questions share one id")
        if self.sittings and sum(self.sittings) != len(self.themes):
            raise ValueError("the sittings hold another number of themes than there are")
        return self

    def items(self) -> Iterator[AnyExercise]:
        """Gives every question of every theme."""
        for theme in self.themes:
            yield from theme.items

    def theme(self, theme_id: ThemeId) -> Theme:
        """Gives a theme by its id.

        Raises:
            KeyError: There is none.
        """
        for theme in self.themes:
            if theme.id == theme_id:
                return theme
        raise KeyError(theme_id)

    def theme_of(self, item_id: ItemId) -> Theme:
        """Gives the theme a question belongs to.

        Raises:
            KeyError: There is none.
        """
        for theme in self.themes:
            if any(item.id == item_id for item in theme.items):
                return theme
        raise KeyError(item_id)
