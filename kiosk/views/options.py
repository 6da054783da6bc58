"""Options as they are shown: the words and pictogram of each, and whether it is chosen.

- Not here: the views of the kinds, which are made of these (exercises.py, told.py, weighed.py, filled_in.py).
"""

from dataclasses import dataclass

from modules.exercises.shared import Option, Said
from modules.ids import OptionId
from modules.texts import Language


@dataclass(frozen=True, slots=True)
class OptionView:
    """One thing to choose."""

    id: OptionId
    text: str
    picture: str | None
    chosen: bool = False


Options = tuple[OptionView, ...]
Lines = tuple[tuple[str, str], ...]
"""What was asked and what was said, in words."""


def options(offered: tuple[Option, ...], language: Language, chosen: frozenset[OptionId] = frozenset()) -> Options:
    """Gives options in the language shown."""
    return tuple(OptionView(one.id, one.text.in_language(language), one.picture, one.id in chosen) for one in offered)


def option_said(said: Said | None) -> frozenset[OptionId]:
    """Gives the option that was said, if one was."""
    return frozenset({said.option}) if said and said.option else frozenset()
