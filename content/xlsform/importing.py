"""A whole form read into what a pack's sources say: groups become themes, rows items, `relevant` conditions.

- A theme is a group that stands in no other; its first note is its introduction. What stands outside is a theme too.
- A group's `relevant` goes to each question in it. What a condition asks for has to come before it.
- With an error nothing is given to be written; notices say what was left out, changed or filled in.
- Not here: one row (questions.py), the choices (choices.py), and files (written.py).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from content.catalogues import Catalogue
from content.findings import Finding, by_place, errors
from content.localise import Node
from content.source import Draft, draft_of
from content.xlsform.choices import lists_of
from content.xlsform.columns import columns_of, language_named
from content.xlsform.groups import Group, Themes
from content.xlsform.names import Names
from content.xlsform.questions import item_of, typed
from content.xlsform.reading import Reading, Typed
from content.xlsform.relevant import Asked, UnreadError, condition_of, joined
from content.xlsform.spoken import Spoken
from content.xlsform.workbook import CHOICES, SETTINGS, SURVEY, Row, Sheet, read_workbook
from modules.conditions import Condition
from modules.errors import PackError
from modules.ids import ItemId
from modules.texts import DUTCH, Language

PACK_LETTERS = 32
_BEGINS = ("begin_group", "begin group", "begin_repeat", "begin repeat", "begin_loop", "begin loop")
_ENDS = ("end_group", "end group", "end_repeat", "end repeat", "end_loop", "end loop")
_NEEDED = {SURVEY: ("type", "name", "label"), CHOICES: ("list_name", "name", "label")}


@dataclass(frozen=True, slots=True)
class Imported:
    """What a pack's sources say: the head of pack.yaml, its themes, its catalogues, and what was found."""

    head: Node
    themes: tuple[Node, ...]
    catalogues: tuple[Catalogue, ...]
    findings: tuple[Finding, ...]


def read_form(raw: bytes) -> Imported:
    """Gives what the form in an .xlsx becomes.

    Raises:
        PackError: It has errors; its findings name each with sheet and row, and the notices too.
    """
    sheets, found = read_workbook(raw)
    if not errors(found):
        found += _missing_sheets(sheets)
    imported = _Form(sheets, found).imported() if not errors(found) else None
    if imported is None or errors(imported.findings):
        told = imported.findings if imported else tuple(found)
        raise PackError("a form with errors is not imported", hint="Mend the rows named.", findings=told)
    return imported


def drafted(imported: Imported) -> Draft:
    """Gives the draft of an imported form: as `read_draft` of its sources, with places in the sheets."""
    return draft_of(imported.head, list(imported.themes), imported.catalogues, [])


def _missing_sheets(sheets: dict[str, Sheet]) -> Iterator[Finding]:
    if SURVEY not in sheets:
        yield Finding("(workbook)", "sheet-missing", f"there is no sheet {SURVEY}")
    elif not sheets[SURVEY].rows:
        yield Finding(f"{SURVEY}:1", "row-incomplete", "there is no question")


@dataclass(slots=True)
class _Known:
    """The questions of a form by name: whether each is unlike all others, and what those before became."""

    counts: Counter[str]
    before: dict[str, Asked] = field(default_factory=dict)

    def asked(self, name: str) -> Asked:
        """Gives what a name in a `relevant` stands for.

        Raises:
            UnreadError: There is no such question, or two, or it comes later.
        """
        if name.startswith("last-saved#"):
            raise UnreadError("relevant-beyond", "it asks for a visit of before")
        if self.counts[name] != 1:
            raise UnreadError(
                "condition-unknown", f"there {'are two questions' if self.counts[name] else 'is no'} {name}"
            )
        if name not in self.before:
            raise UnreadError("condition-late", f"{name} does not come before")
        return self.before[name]


class _Form:
    """One form while it is read."""

    def __init__(self, sheets: dict[str, Sheet], found: list[Finding]) -> None:
        self._found = found
        self._sheets = {name: sheets.get(name, Sheet(name)) for name in (SURVEY, CHOICES, SETTINGS)}
        self._settings = columns_of(self._sheets[SETTINGS], DUTCH, found)
        default = self._default_language()
        self._survey = columns_of(self._sheets[SURVEY], default, found)
        self._choices = columns_of(self._sheets[CHOICES], default, found)
        self._spoken = Spoken(found)

    def imported(self) -> Imported:
        self._find_missing_columns()
        lists = lists_of(self._sheets[CHOICES], self._choices, self._spoken, self._found)
        reading = Reading(self._survey, lists, self._spoken, self._found)
        names = [self._survey.value(row, "name") for row in self._sheets[SURVEY].rows]
        known = _Known(Counter(name for name in names if name))
        title = self._setting("form_title") or self._setting("form_id") or "Formulier"
        themes = Themes(reading, self._setting("form_id") or "form", title)
        for row in self._sheets[SURVEY].rows:
            _read_row(reading, themes, known, row)
        themes.finish()
        used = {one.value.get("scale") for theme in themes.nodes for one in theme.value["items"]}
        for name, one in lists.items():
            if one.scale not in used:
                if one.scale not in reading.ends:
                    self._found.append(Finding(one.rows[0].place, "sheet-left", f"the list {name}"))
                self._spoken.forget(f"scales.{one.scale}.")
        self._found += reading.counted()
        scales = {one.scale: one.rows for one in lists.values() if one.scale in used}
        head = self._head(title, scales, themes)
        rows = self._sheets[SETTINGS].rows
        if rows:
            words = {**self._settings.words(rows[0], "pack_title"), DUTCH: title}
            self._spoken.said("title", words, rows[0].place)
        findings = tuple(sorted(set(self._found), key=by_place))
        return Imported(head, tuple(themes.nodes), self._spoken.catalogues(), findings)

    def _head(self, title: str, scales: dict[str, list[Node]], themes: Themes) -> Node:
        fields: dict[str, object] = {
            "format": "kvv-pack/1",
            "id": self._pack_id(),
            "type": "questionnaire",
            "version": self._version(),
            "title": title,
        }
        sittings = self._setting("pack_sittings").split()
        if sittings and all(one.isdecimal() and len(one) < PACK_LETTERS for one in sittings):
            fields["sittings"] = [int(one) for one in sittings]
        if scales:
            fields["scales"] = scales
        fields["themes"] = [f"themes/{theme.value['id']}.yaml" for theme in themes.nodes]
        rows = self._sheets[SETTINGS].rows
        return Node(fields, SETTINGS, rows[0].number if rows else 1)

    def _pack_id(self) -> str:
        said = self._setting("form_id")
        pack_id = Names(PACK_LETTERS, "form").of(said.replace(".", "_")).strip("_") or "form"
        pack_id = pack_id if pack_id[0].isalpha() else f"form_{pack_id}"[:PACK_LETTERS]
        if pack_id != said:
            what = f"the form {said or '(no id)'} became {pack_id}"
            self._found.append(Finding(f"{SETTINGS}:1", "name-changed", what))
        return pack_id

    def _version(self) -> int:
        said = self._setting("version")
        if said.isdecimal() and int(said[:18]) > 0 and len(said) <= len(str(2**53)):
            return int(said)
        self._found.append(Finding(f"{SETTINGS}:1", "bounds-made", f"the version {said or '(none)'} became 1"))
        return 1

    def _setting(self, name: str) -> str:
        rows = self._sheets[SETTINGS].rows
        return self._settings.value(rows[0], name) if rows else ""

    def _default_language(self) -> Language:
        said = self._setting("default_language")
        language = language_named(said) if said and said != "default" else DUTCH
        if language is None:
            self._found.append(Finding(f"{SETTINGS}:1", "language-left", f"default_language {said}; Dutch was taken"))
        return language or DUTCH

    def _find_missing_columns(self) -> None:
        for name, columns in ((SURVEY, self._survey), (CHOICES, self._choices)):
            missing = [column for column in _NEEDED[name] if self._sheets[name].rows and not columns.has(column)]
            self._found += [Finding(f"{name}:1", "column-missing", f"there is no column {one}") for one in missing]
            labels = columns.by_field.get("label")
            if labels and DUTCH not in labels.values():
                self._found.append(Finding(f"{name}:1", "column-missing", "there is no label::Nederlands (nl)"))


def _read_row(reading: Reading, themes: Themes, known: _Known, row: Row) -> None:
    said = " ".join(reading.survey.value(row, "type").lower().split())
    name = reading.survey.value(row, "name")
    if said in _ENDS:
        themes.close(row)
    elif said in _BEGINS:
        themes.open(row, name, Group(condition=_condition(reading, known, row), is_repeat="group" not in said))
    elif not said or not name:
        if reading.survey.value(row, "type") or reading.survey.words(row, "label"):
            reading.note(row, "row-incomplete", f"the {'name' if said else 'type'} is empty")
        else:
            reading.note(row, "type-left", "a row without type and label")
    else:
        _read_question(reading, themes, known, row, name)


def _read_question(reading: Reading, themes: Themes, known: _Known, row: Row, name: str) -> None:
    condition, meant = _condition(reading, known, row), typed(reading, row)
    item_id = ""
    if meant is not None and condition is None and meant.kind == "info_card" and themes.takes_intro():
        themes.introduce(row)
    elif meant is not None:
        item_id = themes.item_id(row, name)
        fields = item_of(reading, row, item_id, meant)
        if fields["kind"]:
            _show_if(reading, row, fields, [*themes.conditions(), *([condition] if condition else [])])
            themes.add(Node(fields, row.sheet, row.number))
        else:
            reading.spoken.forget(f"{item_id}.")
    known.before.setdefault(name, _asked(item_id, meant))


def _asked(item_id: str, meant: Typed | None) -> Asked:
    options = meant.options if meant and item_id else {}
    return Asked(ItemId(item_id), options, is_single=meant is not None and meant.kind == "single_choice")


def _condition(reading: Reading, known: _Known, row: Row) -> Condition | None:
    expression = reading.survey.value(row, "relevant")
    if not expression:
        return None
    try:
        return condition_of(expression, known.asked)
    except UnreadError as error:
        reading.note(row, error.code, f"relevant: {error.what}")
        return None


def _show_if(reading: Reading, row: Row, fields: dict[str, object], conditions: list[Condition]) -> None:
    try:
        condition = joined(conditions)
    except UnreadError as error:
        reading.note(row, error.code, f"relevant: {error.what}")
        return
    if condition is not None:
        fields["show_if"] = condition.model_dump(mode="json", by_alias=True)
