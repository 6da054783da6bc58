"""What the headings of a sheet mean: a field, and for texts the language that stands in them.

- `label::Nederlands (nl)`, `label::nl` and `label::Dutch` are one; without a language it is the form's own, or Dutch.
- Prefixes of older forms (`bind::relevant`, `media::image`) and pyxform's own aliases are understood.
- Columns that begin with `pack_` carry what a form has no word for; they are written by `packs export-xlsform`.
- Not here: reading the workbook (workbook.py), and what a question makes of its fields (questions.py).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale
from pyxform import aliases

from content.findings import Finding
from content.xlsform.workbook import Row, Sheet
from modules.texts import DUTCH, SIMPLE_DUTCH, Language

SPOKEN = ("label", "hint", "pack_unit", "pack_unknown", "pack_intro_vris", "pack_title")
CARRIED: Mapping[str, tuple[str, ...]] = {
    "survey": (
        "type", "name", *SPOKEN, "relevant", "required", "constraint", "parameters", "appearance", "image", "audio",
        "video", "pack_audience", "pack_plan_part", "pack_counts", "pack_module", "pack_places",
    ),
    "choices": ("list_name", "name", "label", "image", "audio", "video", "pack_score", "pack_not_for"),
    "settings": ("form_title", "form_id", "version", "default_language", "pack_title", "pack_sittings"),
}  # fmt: skip
_OWN_NAMES = {"nederlands": "nl", "eenvoudig nederlands": "nl@simple", "b1": "nl", "a2": "nl@simple"}
_CODE = re.compile(r"\(\s*([a-z]{2,3}(?:@simple)?)\s*\)\s*$", re.IGNORECASE)
_BARE_CODE = re.compile(r"[a-z]{2,3}(?:@simple)?")
_PREFIXES = ("bind::", "media::", "control::", "body::")


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of one sheet that are understood, by field, each with the language of what stands under it."""

    by_field: Mapping[str, Mapping[str, Language | None]]

    def value(self, row: Row, field: str) -> str:
        """Gives what a row says in a column, in whatever language comes first, or an empty text."""
        return next((row.cells[heading] for heading in self.by_field.get(field, ()) if heading in row.cells), "")

    def words(self, row: Row, field: str) -> dict[Language, str]:
        """Gives a text of a row in each language it stands in."""
        spoken = self.by_field.get(field, {}).items()
        return {language or DUTCH: row.cells[heading] for heading, language in spoken if heading in row.cells}

    def has(self, field: str) -> bool:
        """Tells whether a column is there."""
        return field in self.by_field


def columns_of(sheet: Sheet, default: Language, found: list[Finding]) -> Columns:
    """Gives what the headings of a sheet mean; one that is not carried is a finding that counts what stands in it."""
    known: dict[str, dict[str, Language | None]] = {}
    for heading in sheet.headings:
        field, said = _parted(heading, sheet.name)
        language = language_named(said) if said and said.lower() != "default" else default
        meant = language if field in SPOKEN else None
        others = known.get(field, {}).values()
        if field in CARRIED[sheet.name] and language is not None and meant not in others:
            known.setdefault(field, {})[heading] = meant
            continue
        rows = [row.number for row in sheet.rows if heading in row.cells]
        if rows:
            code = "language-left" if language is None else "column-left"
            count = f"{len(rows)} rows" if len(rows) > 1 else "1 row"
            found.append(Finding(f"{sheet.name}:{rows[0]}", code, f"the column {heading}, from here in {count}"))
    return Columns(known)


def language_named(said: str) -> Language | None:
    """Gives the language of `Nederlands (nl)`, `nl` or `Dutch`, or none."""
    code = _CODE.search(said)
    if code:
        return Language(code[1].lower())
    small = " ".join(said.lower().split())
    known = _OWN_NAMES.get(small) or _english_names().get(small)
    if known is None and _BARE_CODE.fullmatch(small) and small.partition("@")[0] in _english_names().values():
        known = small
    return Language(known) if known else None


def heading(field: str, language: Language) -> str:
    """Gives the heading under which a text in a language stands."""
    return f"{field}::{language_label(language)}"


def language_label(language: Language) -> str:
    """Gives a language as a form names it: `Nederlands (nl)`."""
    names = Locale.parse("nl").languages
    name = "Eenvoudig Nederlands" if language == SIMPLE_DUTCH else names.get(language, language)
    return f"{name} ({language})"


@cache
def _english_names() -> Mapping[str, str]:
    named = {}
    for locale in ("nl", "en"):
        for code, name in Locale.parse(locale).languages.items():
            if _BARE_CODE.fullmatch(code):
                named[name.lower()] = code
    return named


def _parted(heading: str, sheet: str) -> tuple[str, str]:
    """Gives the field and the language that a heading says."""
    text = heading
    for prefix in _PREFIXES:
        text = text[len(prefix) :] if text.lower().startswith(prefix) else text
    field, mark, language = text.partition("::")
    if not mark and text.partition(":")[0].lower() in SPOKEN:
        field, _, language = text.partition(":")  # one colon: forms of before 2013
    return _alias(field.strip().lower(), sheet), language.strip()


def _alias(field: str, sheet: str) -> str:
    tables = {"survey": aliases.survey_header, "choices": aliases.list_header, "settings": aliases.settings_header}
    if sheet == "settings":
        return {"set_form_title": "form_title", "set_form_id": "form_id"}.get(field, field)
    if field in ("list_name", "list name"):
        return "list_name"
    meant = tables[sheet].get(field, field)
    return str(meant[-1] if isinstance(meant, tuple) else meant)
