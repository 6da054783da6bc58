"""How the answers of one version of a pack are read in another: what is called otherwise there, and what is lost.

- Items and options that keep their id need no word here. An option is named under the item's id in the old version.
- What is lost is named too: an author says it, a program never guesses it.
- Own words, numbers and dates come over as they are. An answer that says nothing without a lost option is lost.
- Not here: which version it is from and to (modules/definition/migration.py), reading a journal so (modules/moving.py).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from pydantic import Field, ValidationError

from modules.exercises import Answer
from modules.exercises.goal_builder import Goal
from modules.exercises.shared import Option
from modules.exercises.summary import SummaryAnswer
from modules.ids import ItemId, OptionId
from modules.values import Value

Renamed = TypeVar("Renamed", bound=Value)
_OF_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "single_choice": ("option",),
    "multi_choice": ("options",),
    "story": ("options",),
    "card_sort": ("piles",),
    "timeline": ("placed",),
    "ranking": ("order",),
    "balance": ("stay", "change"),
    "chain": ("situation", "thought", "feeling", "action", "result"),
    "network_map": ("placed",),
    "scenario": ("path",),
    "checklist": ("states", "helpers"),
    "if_then": ("situation", "action"),
    "summary": ("mentor_question",),
}
"""Where in an answer of each kind options stand; everything else in it is the person's own."""
_OF_A_GOAL = ("area", "wish", "first_step", "when", "who_helps", "how_i_know", "setback", "response")
_MAY_BE_EMPTY = {"multi_choice", "story", "card_sort", "timeline", "balance", "chain", "network_map", "summary"}
_GONE = object()


class Renaming(Value):
    """Old ids with the new ones, and the old ids that have none."""

    items: dict[ItemId, ItemId] = Field(default_factory=dict)
    options: dict[ItemId, dict[OptionId, OptionId]] = Field(default_factory=dict)
    lost: tuple[ItemId, ...] = ()
    lost_options: dict[ItemId, tuple[OptionId, ...]] = Field(default_factory=dict)

    def item(self, old: ItemId) -> ItemId | None:
        """Gives what an item is called now; none where it is lost."""
        return None if old in self.lost else self.items.get(old, old)

    def option(self, item: ItemId, old: OptionId) -> OptionId | None:
        """Gives what an option of an (old) item is called now; none where it is lost."""
        return None if old in self.lost_options.get(item, ()) else self.options.get(item, {}).get(old, old)

    def answer(self, item: ItemId, answer: Answer) -> Answer | None:
        """Gives an answer to an (old) item as it is read now; none where nothing is left of it."""
        if self.item(item) is None:
            return None
        if isinstance(answer, SummaryAnswer):
            shared = (self.item(one) for one in answer.shared)
            answer = answer.model_copy(update={"shared": tuple(one for one in shared if one is not None)})
        read = self._read(item, answer, _OF_OPTIONS.get(answer.kind, ()))
        emptied = read is not None and _holds(answer) and not _holds(read)
        return None if emptied and answer.kind in _MAY_BE_EMPTY else read

    def goal(self, source: ItemId, goal: Goal) -> Goal:
        """Gives a goal as it is read now; a goal is a person's own, and is never lost."""
        return self._read(source, goal, _OF_A_GOAL) or goal

    def _read(self, item: ItemId, value: Renamed, fields: Iterable[str]) -> Renamed | None:
        if item not in self.options and item not in self.lost_options:
            return value
        whole = value.model_dump()
        for name in fields:
            read = self._each(item, whole[name])
            if read is _GONE:
                del whole[name]
            else:
                whole[name] = read
        try:
            return type(value).model_validate(whole)
        except ValidationError:  # what is left says nothing without what was lost
            return None

    def _each(self, item: ItemId, value: object) -> object:
        match value:
            case str():
                found = self.option(item, OptionId(value))
                return _GONE if found is None else found
            case {"option": said, "own": own}:
                now = None if said is None else self._each(item, said)
                return value if said is None else _GONE if now is _GONE else {"option": now, "own": own}
            case dict():
                pairs = ((self._each(item, key), self._each(item, held)) for key, held in value.items())
                return {key: held for key, held in pairs if key is not _GONE and held not in (_GONE, ())}
            case tuple():
                return tuple(read for one in value if (read := self._each(item, one)) is not _GONE)
            case _:
                return value


def _holds(answer: Answer) -> bool:
    """Tells whether an answer says anything."""
    return any(getattr(answer, name) for name in type(answer).model_fields if name != "kind")


def options_in(value: object) -> Iterator[OptionId]:
    """Gives the id of every option that stands anywhere in an exercise."""
    if isinstance(value, Option):
        yield value.id
    if isinstance(value, Value):
        for name in type(value).model_fields:
            yield from options_in(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from options_in(one)
