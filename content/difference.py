"""What an administrator must know before a new version goes out: what changed, and what it does to answers; pure.

- Two packs are compared by their stable ids. An id that went away and came back elsewhere is removed and added.
- Running answers stay pinned to the pack they were given in; what is told here is what a person meets whom the newer
  pack moves (migrating.py).
- Not here: reading folders and built packs (author_verbs.py), and words of any person: there are none in a pack.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from modules.canonical import canonical
from modules.definition.institution import Institution
from modules.definition.kvv_module import KvvProgramme
from modules.definition.manifest import AnyDefinition, exercises_of
from modules.definition.questionnaire import Questionnaire
from modules.definition.start import StartModules
from modules.exercises import AnyExercise, offered_options
from modules.texts import DUTCH, Text
from modules.values import Value


class Touch(StrEnum):
    """What a change does to an answer that was given before."""

    NOTHING = "running answers stand"
    READ_AGAIN = "running answers stand, and were given to other words"
    ASKED_MORE = "who is in the middle is asked this too"
    NO_LONGER_ASKED = "running answers are kept and no longer shown"
    MAY_NOT_FIT = "running answers are kept; a choice no longer offered is not shown"
    SHOWN_TO_OTHERS = "running answers are kept; others are asked this than before"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of which item or part, what, and what it does."""

    id: str
    what: str
    touch: Touch

    def __str__(self) -> str:
        """Gives the change in a line."""
        return f"{self.id}: {self.what} - {self.touch}"


def differences(old: AnyDefinition, new: AnyDefinition) -> tuple[Change, ...]:
    """Gives every change from one definition to the other: what frames the items first."""
    before, after = _items(old), _items(new)
    changes = list(_owners(old, new))
    for name, item in after.items():
        if name in before:
            changes += _of_an_item(name, before[name], item)
        else:
            changes.append(Change(name, "added", Touch.ASKED_MORE))
    changes += [Change(name, "removed", Touch.NO_LONGER_ASKED) for name in before if name not in after]
    kept_before, kept_after = (
        [name for name in one if name in other] for one, other in ((before, after), (after, before))
    )
    if kept_before != kept_after:
        changes.append(Change("(all)", "the items stand in another order", Touch.NOTHING))
    return tuple(changes)


def _owned(definition: AnyDefinition) -> dict[str, tuple[Value, tuple[AnyExercise, ...]]]:
    """Gives each theme or module by its id, with its items."""
    match definition:
        case Questionnaire():
            return {theme.id: (theme, theme.items) for theme in definition.themes}
        case KvvProgramme() | StartModules():
            return {module.id: (module, module.exercises) for module in definition.modules}
        case Institution():
            return {partner.id: (partner, ()) for partner in definition.partners}


def _items(definition: AnyDefinition) -> dict[str, AnyExercise]:
    return {item.id: item for item in exercises_of(definition)}


def _owners(old: AnyDefinition, new: AnyDefinition) -> Iterator[Change]:
    """Gives what changed around the items: themes, modules, partners, and the words of the pack itself."""
    before, after = _owned(old), _owned(new)
    frames = {"items", "exercises"}
    for name, (owner, _) in after.items():
        if name not in before:
            yield Change(name, "added", Touch.ASKED_MORE)
        else:
            yield from _fields(name, before[name][0], owner, frames)
    yield from (Change(name, "removed", Touch.NO_LONGER_ASKED) for name in before if name not in after)
    if type(old) is type(new):
        yield from _fields("(pack)", old, new, {"themes", "modules", "partners"})
    else:
        yield Change("(pack)", "is of another type", Touch.NO_LONGER_ASKED)


def _fields(name: str, old: Value, new: Value, without: set[str]) -> Iterator[Change]:
    for field in type(new).model_fields:
        if field in without or getattr(old, field) == getattr(new, field):
            continue
        if isinstance(getattr(new, field), Text) and isinstance(getattr(old, field), Text):
            yield _reworded(name, field, getattr(old, field), getattr(new, field))
        else:
            yield Change(name, f"{field} changed", Touch.NOTHING)


def _of_an_item(name: str, old: AnyExercise, new: AnyExercise) -> Iterator[Change]:
    if old == new:
        return
    if old.kind != new.kind:
        yield Change(name, f"asked as {new.kind}, before as {old.kind}", Touch.MAY_NOT_FIT)
        return
    gone, come = (
        sorted(offered_options(old) - offered_options(new)),
        sorted(offered_options(new) - offered_options(old)),
    )
    if gone:
        yield Change(name, f"no longer offers {', '.join(gone)}", Touch.MAY_NOT_FIT)
    if come:
        yield Change(name, f"also offers {', '.join(come)}", Touch.NOTHING)
    if old.show_if != new.show_if:
        yield Change(name, "condition changed", Touch.SHOWN_TO_OTHERS)
    if old.audience != new.audience:
        yield Change(name, f"may be read by {new.audience}, before by {old.audience}", Touch.NOTHING)
    yield from _words(name, old, new)
    if _bare(old, options=not (gone or come)) != _bare(new, options=not (gone or come)):
        yield Change(name, "is set up otherwise", Touch.MAY_NOT_FIT)


def _words(name: str, old: Value, new: Value) -> Iterator[Change]:
    before, after = dict(_texts("", old)), dict(_texts("", new))
    for where, text in after.items():
        if where in before and before[where] != text:
            yield _reworded(name, where, before[where], text)


def _reworded(name: str, where: str, old: Text, new: Text) -> Change:
    if old.dutch != new.dutch:
        return Change(name, f"{where} reworded", Touch.READ_AGAIN)
    languages = sorted(
        language for language in old.root.keys() | new.root.keys() if old.root.get(language) != new.root.get(language)
    )
    return Change(name, f"{where} translated anew in {', '.join(languages)}", Touch.NOTHING)


def _texts(where: str, value: object) -> Iterator[tuple[str, Text]]:
    """Gives every text in a value by where it stands; in a list, by id where there is one."""
    if isinstance(value, Text):
        yield where, value
    elif isinstance(value, Value):
        for field in type(value).model_fields:
            yield from _texts(f"{where}.{field}".strip("."), getattr(value, field))
    elif isinstance(value, tuple):
        for number, child in enumerate(value, start=1):
            yield from _texts(f"{where}.{getattr(child, 'id', number)}", child)


_TOLD_APART = {"show_if", "audience", "help", "picture", "outcome_picture", "plan_part", "second_half", "counts"}


def _bare(item: AnyExercise, *, options: bool) -> bytes:
    """Gives what an answer has to fit: the item without words, pictures and what is told apart."""
    return canonical(_without_words(item.model_dump(mode="json", exclude_none=True), options=options))


def _without_words(value: object, *, options: bool) -> object:
    if isinstance(value, Mapping):
        if DUTCH in value:
            return None
        kept = {name: child for name, child in value.items() if name not in _TOLD_APART}
        if not options:
            kept = {name: child for name, child in kept.items() if not isinstance(child, list)}
        return {name: _without_words(child, options=options) for name, child in kept.items()}
    if isinstance(value, list):
        return [_without_words(child, options=options) for child in value]
    return value
