"""What an item of a pack is in a form: its type, its label, and the cells of its own kind; pure.

- Not here: the row around it and its condition (exporting.py), and the way back (questions.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from content.xlsform.constraint import Bounds, constraint_of
from content.xlsform.lists import Lists
from modules.exercises import AnyExercise
from modules.exercises.date import Date
from modules.exercises.info_card import InfoCard
from modules.exercises.multi_choice import MultiChoice
from modules.exercises.number import Number
from modules.exercises.ranking import Ranking
from modules.exercises.ruler import Ruler
from modules.exercises.shared import OWN_WORDS_LENGTH, Counts, Option
from modules.exercises.short_text import ShortText
from modules.exercises.single_choice import SingleChoice
from modules.ids import OptionId
from modules.texts import Text
from modules.values import Value

_CARRIED = (
    "id", "kind", "title", "intro", "goal", "picture", "module", "items", "exercises", "prompt", "help", "show_if",
    "audience", "plan_part", "options", "counts", "most", "places", "low", "high", "least", "unit", "unknown",
    "precision", "first_year", "last_year", "body", "score", "not_for", "intro_vris",
)  # fmt: skip
_APPEARANCE: Mapping[str, str] = {"year": "year", "month": "month-year"}


@dataclass(frozen=True, slots=True)
class Carried:
    """An item as a form says it: `words` are texts in columns of their own."""

    type: str
    label: Text
    cells: dict[str, str] = field(default_factory=dict)
    words: dict[str, Text] = field(default_factory=dict)


def carried(item: AnyExercise, lists: Lists) -> Carried | None:
    """Gives an item as a form says it, none where no type of a form is like it."""
    match item:
        case SingleChoice():
            counts = {"pack_counts": item.counts.value} if item.counts else {}
            return Carried(f"select_one {lists.name(item.id, item.options)}", item.prompt, counts)
        case MultiChoice():
            said = _constraint(Bounds(most_chosen=item.most))
            return Carried(f"select_multiple {lists.name(item.id, item.options)}", item.prompt, said)
        case Ranking():
            places = {"pack_places": str(item.places)}
            return Carried(f"rank {lists.name(item.id, item.options)}", item.prompt, places)
        case Ruler():
            return _ruler(item, lists)
        case Number():
            said = _constraint(Bounds(least=item.least, most=item.most))
            return Carried("integer", item.prompt, said, _spoken(pack_unit=item.unit, pack_unknown=item.unknown))
        case Date():
            said = _constraint(Bounds(first_year=item.first_year, last_year=item.last_year))
            look = {"appearance": _APPEARANCE[item.precision]} if item.precision in _APPEARANCE else {}
            return Carried("date", item.prompt, said | look, _spoken(pack_unknown=item.unknown))
        case ShortText():
            most = item.most if item.most != OWN_WORDS_LENGTH else None
            return Carried("text", item.prompt, _constraint(Bounds(most_letters=most)))
        case InfoCard():
            return Carried("note", _note(item))
        case _:
            return None


def left_of(value: Value) -> Iterator[str]:
    """Gives the fields of an item, a theme or a module that say something and that a form has no place for."""
    known = {*_CARRIED, *(("text",) if isinstance(value, Option) else ())}
    for name, field_of in type(value).model_fields.items():
        said = getattr(value, name)
        if name not in known and said != field_of.default:
            yield name
    for option in getattr(value, "options", ()):
        yield from left_of(option)


def _ruler(item: Ruler, lists: Lists) -> Carried:
    ends = (Option(id=OptionId("0"), text=item.low), Option(id=OptionId("10"), text=item.high))
    labels = lists.name(item.id, ends)
    said = {"parameters": f"start=0 end=10 step=1 tick_labelset={labels}"}
    counts: Counts | None = item.counts
    return Carried("range", item.prompt, said | ({"pack_counts": counts.value} if counts else {}))


def _note(item: InfoCard) -> Text:
    """Gives a card's paragraphs as one text, in each language that has them all."""
    parts = (item.prompt, *item.body)
    languages = [language for language in item.prompt.root if all(part.is_in(language) for part in parts)]
    return Text({language: "\n\n".join(part.in_language(language) for part in parts) for language in languages})


def _constraint(bounds: Bounds) -> dict[str, str]:
    said = constraint_of(bounds)
    return {"constraint": said} if said else {}


def _spoken(**texts: Text | None) -> dict[str, Text]:
    return {name: text for name, text in texts.items() if text is not None}
