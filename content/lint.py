"""Everything a program can find wrong in a draft, as findings with their place; pure.

- Errors block the build; notices are counted, such as every text that falls back to Dutch.
- Conditions may only ask for items that come before them, so a question never hides what was answered.
- Not here: what reading already found (source.py), the word lists (words.py), whether it fits a screen (kiosk/render).
"""

from collections.abc import Iterator
from functools import cache

from content import words
from content.catalogues import Catalogue, SourceText
from content.findings import Finding, by_place
from content.hearing import recording_findings
from content.localise import Location, shapes_of
from content.migrating import faults_towards
from content.pictograms import PICTOGRAMS
from content.source import Draft
from modules.conditions import items_named
from modules.definition.institution import Institution
from modules.definition.kvv_module import KvvModule, KvvProgramme
from modules.definition.questionnaire import Questionnaire, Theme
from modules.definition.start import StartModules
from modules.exercises import AnyExercise, offered_options
from modules.exercises.shared import Option
from modules.exercises.signature import SignatureStep
from modules.exercises.summary import Summary
from modules.texts import DUTCH, SIMPLE_DUTCH, Text
from modules.values import Value

Placed = tuple[Location, AnyExercise]
_UNREAD = ("yaml-broken", "source-missing")
"""After these not all texts are known, so that a translation without one says nothing."""


def lint(draft: Draft) -> tuple[Finding, ...]:
    """Gives every finding on a draft, in order of place."""
    found = [*draft.findings, *_module_findings(draft)]
    for text in draft.texts:
        found += _dutch_findings(text)
    for catalogue in draft.catalogues:
        found += _catalogue_findings(draft, catalogue)
    if SIMPLE_DUTCH not in {catalogue.language for catalogue in draft.catalogues}:
        found += [Finding(text.place, "simple-missing", text.id) for text in draft.texts]
    if draft.definition is not None:
        found += _definition_findings(draft, draft.definition)
    found += recording_findings(draft)
    if draft.definition is not None and draft.manifest is not None:
        for number, migration in enumerate(draft.manifest.migrations):
            faults = faults_towards(draft.manifest, draft.definition, migration)
            found += [Finding(draft.place(("migrations", number)), *fault) for fault in faults]
    return tuple(sorted(set(found), key=by_place))


def coverage(draft: Draft) -> dict[str, tuple[int, int]]:
    """Gives per language how many texts it has of its own, and how many there are."""
    return {
        catalogue.language: (
            sum(catalogue.sentence(text.id, text.dutch) is not None for text in draft.texts),
            len(draft.texts),
        )
        for catalogue in draft.catalogues
    }


def _dutch_findings(text: SourceText) -> Iterator[Finding]:
    for sentence, count in words.too_long(text.dutch, words.DUTCH_WORDS):
        yield Finding(text.place, "sentence-long", f"{text.id}: {count} words: {sentence}")
    if words.is_formal(text.dutch):
        yield Finding(text.place, "formal", text.id)
    for word in words.forbidden(text.dutch, DUTCH):
        yield Finding(text.place, "word-forbidden", f"{text.id}: {word}")
    for part in words.twice_no(text.dutch):
        yield Finding(text.place, "double-negation", f"{text.id}: {part}")


def _catalogue_findings(draft: Draft, catalogue: Catalogue) -> Iterator[Finding]:
    known = {text.id for text in draft.texts}
    is_whole = not any(finding.code in _UNREAD for finding in draft.findings)
    for text_id, translation in catalogue.translations.items():
        if text_id not in known and is_whole:
            yield Finding(translation.place, "translation-unknown", text_id)
    missing = 0
    for text in draft.texts:
        entry = catalogue.translations.get(text.id)
        said = catalogue.sentence(text.id, text.dutch)
        if said is not None and entry is not None:
            yield from _translation_findings(catalogue, text, said, entry.place)
        elif entry is not None and entry.words:
            yield Finding(entry.place, "translation-fuzzy", text.id)
        elif catalogue.language == SIMPLE_DUTCH:
            yield Finding(text.place, "simple-missing", text.id)
        else:
            missing += 1
    if missing:
        what = f"{catalogue.language}: {missing} of {len(draft.texts)} texts"
        yield Finding(catalogue.place, "translation-missing", what)
    if not catalogue.is_reviewed:
        yield Finding(catalogue.place, "unreviewed", catalogue.language)


def _translation_findings(catalogue: Catalogue, text: SourceText, said: str, place: str) -> Iterator[Finding]:
    language = catalogue.language
    for word in words.forbidden(said, language):
        yield Finding(place, "word-forbidden", f"{text.id}: {word}")
    if words.placeholders(said) != words.placeholders(text.dutch):
        yield Finding(place, "placeholder", text.id)
    if not words.is_in_script(said, language):
        yield Finding(place, "translation-script", text.id)
    if language == SIMPLE_DUTCH:
        for sentence, count in words.too_long(said, words.SIMPLE_WORDS):
            yield Finding(place, "simple-long", f"{text.id}: {count} words: {sentence}")
        if words.shares_a_line(said):
            yield Finding(place, "simple-line", text.id)
        if words.is_formal(said):
            yield Finding(place, "formal", text.id)
        return
    if words.is_same(said, text.dutch):
        yield Finding(place, "translation-same", text.id)
    if words.is_odd_length(said, text.dutch):
        yield Finding(place, "translation-length", text.id)


def _module_findings(draft: Draft) -> Iterator[Finding]:
    """Finds what opens after nothing, or after itself; on plain values, since such a programme is no definition."""
    listed = draft.plain.get("modules")
    modules = [module for module in listed if isinstance(module, dict)] if isinstance(listed, list) else []
    waits = {str(module.get("id")): [str(one) for one in module.get("opens_after") or ()] for module in modules}
    for index, module in enumerate(modules):
        place = draft.place(("modules", index, "opens_after"))
        for name in waits[str(module.get("id"))]:
            if name not in waits:
                yield Finding(place, "module-unknown", f"there is no module {name}")
        if str(module.get("id")) in _all_before(str(module.get("id")), waits):
            yield Finding(place, "module-circle", f"{module.get('id')} waits for itself")


def _all_before(module: str, waits: dict[str, list[str]]) -> set[str]:
    before: set[str] = set()
    todo = list(waits[module])
    while todo:
        name = todo.pop()
        if name not in before:
            before.add(name)
            todo += waits.get(name, ())
    return before


def _definition_findings(
    draft: Draft, definition: Questionnaire | KvvProgramme | StartModules | Institution
) -> Iterator[Finding]:
    for location, value in _values((), definition):
        picture = getattr(value, "picture", None)
        if picture is not None and picture not in PICTOGRAMS:
            yield Finding(draft.place((*location, "picture")), "pictogram-unknown", picture)
        said = getattr(value, "text", None) if picture is not None else None
        if isinstance(said, Text) and not any(letter.isalnum() for letter in said.dutch):
            yield Finding(draft.place((*location, "text")), "picture-wordless", f"{picture} has only {said.dutch!r}")
        for name in _fields(type(value)):
            for index in _said_before(getattr(value, name)):
                place = draft.place((*location, name, index))
                yield Finding(place, "id-twice", f"{name} has {getattr(value, name)[index].id} twice")
    placed: list[Placed] = []
    if isinstance(definition, Questionnaire):
        for number, theme in enumerate(definition.themes):
            placed += [(("themes", number, "items", index), item) for index, item in enumerate(theme.items)]
            yield from _owner_findings(draft, theme, ("themes", number, "items"))
    elif not isinstance(definition, Institution):
        for number, module in enumerate(definition.modules):
            own = [(("modules", number, "exercises", index), item) for index, item in enumerate(module.exercises)]
            placed += own
            yield from _owner_findings(draft, module, ("modules", number, "exercises"))
            if not isinstance(own[-1][1], Summary | SignatureStep):
                yield Finding(draft.place(own[-1][0]), "ending", f"{module.id} ends with {own[-1][1].id}")
    yield from _reference_findings(draft, placed)


def _values(location: Location, value: Value) -> Iterator[tuple[Location, Value]]:
    yield location, value
    for name in _fields(type(value)):
        child = getattr(value, name)
        if isinstance(child, Value):
            yield from _values((*location, name), child)
        elif isinstance(child, tuple):
            for index, each in enumerate(child):
                if isinstance(each, Value):
                    yield from _values((*location, name, index), each)


@cache
def _fields(model: type[Value]) -> tuple[str, ...]:
    """Gives the names of the fields in which something can stand that lint looks at."""
    return tuple(name for name, shape in shapes_of(model).items() if shape.element or shape.model or shape.members)


def _said_before(offered: object) -> Iterator[int]:
    """Gives the index of each option whose id an earlier option of the same list has."""
    if not (isinstance(offered, tuple) and offered and isinstance(offered[0], Option)):
        return
    ids = [one.id for one in offered]
    if len(set(ids)) < len(ids):
        yield from (index for index, name in enumerate(ids) if name in ids[:index])


def _owner_findings(draft: Draft, owner: Theme | KvvModule, location: Location) -> Iterator[Finding]:
    items = owner.items if isinstance(owner, Theme) else owner.exercises
    for index, item in enumerate(items):
        if not item.id.startswith(f"{owner.id}."):
            yield Finding(draft.place((*location, index)), "id-foreign", f"{item.id} stands under {owner.id}")


def _reference_findings(draft: Draft, placed: list[Placed]) -> Iterator[Finding]:
    order = {item.id: index for index, (_, item) in enumerate(placed)}
    for index, (location, item) in enumerate(placed):
        place = draft.place((*location, "show_if"))
        for named in items_named(item.show_if):
            asked = order.get(named.item)
            if asked is None:
                yield Finding(place, "condition-unknown", f"there is no item {named.item}")
                continue
            if asked >= index:
                yield Finding(place, "condition-late", f"{named.item} does not come before {item.id}")
            for option in sorted(set(named.is_) - offered_options(placed[asked][1])):
                yield Finding(place, "condition-unknown", f"{named.item} has no option {option}")
        for shown in item.shows if isinstance(item, Summary) else ():
            place = draft.place((*location, "shows"))
            if shown not in order:
                yield Finding(place, "shows-unknown", f"there is no item {shown}")
            elif order[shown] >= index:
                yield Finding(place, "shows-late", f"{shown} does not come before {item.id}")
