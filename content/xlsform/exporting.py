"""A pack as an XLSForm workbook, for who translates, studies or asks the same questions in the field.

- Themes and modules become groups, their introduction a note; options become lists, one for all that are alike.
- `pack_…` columns carry what a form has no word for; field programs pass over them. What is left is a finding.
- What is exported and imported again is the same definition, as far as it was carried (a property test).
- Not here: writing cells (sheet_writer.py).
"""

from collections.abc import Iterator, Sequence

from content.findings import Finding, by_place
from content.localise import Location
from content.source import Draft
from content.xlsform.carrying import Carried, carried, left_of
from content.xlsform.columns import language_label
from content.xlsform.lists import Lists
from content.xlsform.relevant import UnreadError, expression_of
from content.xlsform.sheet_writer import Cells, written
from modules.definition.institution import Institution
from modules.definition.kvv_module import KvvModule
from modules.definition.questionnaire import Questionnaire, Theme
from modules.errors import PackError, SettingsError
from modules.exercises import AnyExercise
from modules.exercises.single_choice import SingleChoice
from modules.ids import ItemId
from modules.texts import DUTCH, Text

Part = Theme | KvvModule


def workbook_of(draft: Draft) -> tuple[bytes, tuple[Finding, ...]]:
    """Gives a pack as the bytes of an .xlsx, and what it does not hold.

    Raises:
        PackError: The draft has errors.
        SettingsError: It is a pack of partners, which asks nothing.
    """
    if draft.definition is None or draft.manifest is None:
        raise PackError("a pack with errors is not exported", hint="Run `packs lint`.", findings=draft.findings)
    if isinstance(draft.definition, Institution):
        raise SettingsError("a pack of partners asks nothing", hint="Export a questionnaire or modules.")
    export = _Export(draft)
    survey = list(export.survey(_parts(draft.definition)))
    settings = {
        "form_title": draft.manifest.title.dutch,
        "form_id": draft.manifest.id,
        "version": str(draft.manifest.version),
        "default_language": language_label(DUTCH),
    }
    if isinstance(draft.definition, Questionnaire) and draft.definition.sittings:
        settings["pack_sittings"] = " ".join(map(str, draft.definition.sittings))
    raw = written(
        {
            "survey": survey,
            "choices": export.lists.rows(),
            "settings": [Cells(settings, {"pack_title": draft.manifest.title})],
        }
    )
    return raw, tuple(sorted(set(export.found), key=by_place))


def _parts(definition: Questionnaire | object) -> Sequence[tuple[Location, Part]]:
    name = "themes" if isinstance(definition, Questionnaire) else "modules"
    return [((name, index), part) for index, part in enumerate(getattr(definition, name))]


def _items(part: Part) -> tuple[str, tuple[AnyExercise, ...]]:
    return ("items", part.items) if isinstance(part, Theme) else ("exercises", part.exercises)


class _Export:
    """One pack while its rows are made."""

    def __init__(self, draft: Draft) -> None:
        self.found: list[Finding] = []
        self.lists = Lists([text.id for text in draft.texts if text.id.startswith("scales.")])
        self._draft = draft
        self._single: dict[ItemId, bool] = {}

    def survey(self, parts: Sequence[tuple[Location, Part]]) -> Iterator[Cells]:
        """Gives the rows of the survey, and notes what is left out."""
        for location, part in parts:
            yield from self._group(location, part)

    def _group(self, location: Location, part: Part) -> Iterator[Cells]:
        begins = {"type": "begin_group", "name": part.id}
        if part.picture:
            begins["image"] = f"{part.picture}.svg"
        if isinstance(part, Theme) and part.module:
            begins["pack_module"] = part.module
        place = self._draft.place(location)
        self.found += [Finding(place, "field-left", f"{part.id}: {name}") for name in left_of(part)]
        vris = {"pack_intro_vris": part.intro_vris} if isinstance(part, Theme) and part.intro_vris else {}
        yield Cells(begins, {"label": part.title, **vris})
        yield Cells({"type": "note", "name": f"{part.id}.intro"}, {"label": _introduction(part)})
        field, items = _items(part)
        for index, item in enumerate(items):
            made = carried(item, self.lists)
            place = self._draft.place((*location, field, index))
            if made is None:
                self.found.append(Finding(place, "kind-left", f"{item.id} is a {item.kind}"))
                continue
            self.found += [Finding(place, "field-left", f"{item.id}: {name}") for name in left_of(item)]
            lost = sorted(set(item.prompt.root) - set(made.label.root))
            self.found += [Finding(place, "field-left", f"{item.id}: what it has in {one}") for one in lost]
            self._single[item.id] = isinstance(item, SingleChoice)
            yield self._row(item, made, place)
        yield Cells({"type": "end_group"})

    def _row(self, item: AnyExercise, made: Carried, place: str) -> Cells:
        said = {"type": made.type, "name": item.id, **made.cells}
        if item.picture:
            said["image"] = f"{item.picture}.svg"
        if item.plan_part:
            said["pack_plan_part"] = item.plan_part.value
        said["pack_audience"] = item.audience.value
        if item.show_if is not None:
            try:
                said["relevant"] = expression_of(item.show_if, self._name, self._single.__getitem__)
            except UnreadError as error:
                self.found.append(Finding(place, error.code, f"{item.id}: {error.what}; asked of everybody"))
        words = {"label": made.label, **({"hint": item.help} if item.help else {}), **made.words}
        return Cells(said, words)

    def _name(self, item: ItemId) -> str | None:
        return item if item in self._single else None


def _introduction(part: Part) -> Text:
    return part.intro if isinstance(part, Theme) else part.goal
