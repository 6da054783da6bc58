"""One row of a form as one item of a pack: the kind that its type becomes, and that kind's own fields.

    select_one → single_choice   select_multiple → multi_choice   rank → ranking     text → short_text
    integer, decimal → number    date → date                      note → info_card   range → ruler (ranges.py)

- What a kind needs and the form does not say (bounds, ends) is filled in, and said.
- Not here: groups and conditions (importing.py), and whether the fields are within a kind's limits (the pack's schema).
"""

import re
from collections.abc import Callable, Iterator, Mapping

from content.xlsform.constraint import Bounds, bounds_of, constraint_of
from content.xlsform.names import picture_of
from content.xlsform.ranges import range_fields
from content.xlsform.reading import Fields, Reading, Typed
from content.xlsform.workbook import Row
from modules.exercises.number import MOST
from modules.exercises.shared import OWN_WORDS_LENGTH
from modules.texts import DUTCH, Language

ONE, MANY, RANK, PLACES = 11, 20, 12, 3
NUMBER_MOST, FIRST_YEAR, LAST_YEAR = 999_999, 1930, 2049
SELECTS: Mapping[str, str] = {
    "select_one": "single_choice", "select one": "single_choice", "select one from": "single_choice",
    "select1": "single_choice", "select_multiple": "multi_choice", "select multiple": "multi_choice",
    "select all that apply": "multi_choice", "select all that apply from": "multi_choice", "rank": "ranking",
}  # fmt: skip
PLAIN: Mapping[str, str] = {
    "text": "short_text", "string": "short_text", "integer": "number", "int": "number", "decimal": "number",
    "date": "date", "note": "info_card", "range": "ruler",
}  # fmt: skip
_LISTED = re.compile(
    r"(?P<type>[a-z1_ ]+?) (?P<list>\S+)(?P<other> (?:or_other|or specify other|specify other))?", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"\n\s*\n")

_BOUNDS = ("least", "most", "first_year", "last_year", "most_letters", "most_chosen")
_USED: Mapping[str, tuple[str, ...]] = {
    "number": ("least", "most"),
    "date": ("first_year", "last_year"),
    "short_text": ("most_letters",),
    "multi_choice": ("most_chosen",),
}


def typed(reading: Reading, row: Row) -> Typed | None:
    """Gives what a row's type becomes, none where it has no counterpart; that is said."""
    said = " ".join(reading.survey.value(row, "type").split())
    if said.lower() in PLAIN:
        return Typed(PLAIN[said.lower()])
    listed = _LISTED.fullmatch(said)
    kind = SELECTS.get(listed["type"].lower()) if listed else None
    if listed is None or kind is None:
        reading.note(row, "row-incomplete" if said.lower() in SELECTS else "type-left", f"the type is {said}")
        return None
    choices = reading.lists.get(listed["list"])
    if choices is None:
        reading.note(row, "list-unknown", f"there is no list {listed['list']}")
        return None
    if listed["other"]:
        reading.note(row, "field-left", "the choice `other`, with words of one's own")
    most = {"single_choice": MANY, "multi_choice": MANY, "ranking": RANK}[kind]
    if len(choices.rows) > most:
        reading.note(row, "list-long", f"{listed['list']} has {len(choices.rows)} choices; the question is left out")
        return None
    return Typed(kind, choices)


def item_of(reading: Reading, row: Row, item_id: str, meant: Typed) -> Fields:
    """Gives the item that a row becomes, without its condition."""
    bounds = bounds_of(reading.survey.value(row, "constraint"))
    for part in (*bounds.left, *_unused(bounds, meant.kind)):
        reading.note(row, "constraint-left", part)
    fields: Fields = {"id": item_id, "kind": meant.kind}
    if meant.kind != "info_card":
        fields["prompt"] = reading.said(row, "label", f"{item_id}.prompt")
    if reading.survey.words(row, "hint"):
        fields["help"] = reading.said(row, "hint", f"{item_id}.help")
    picture = picture_of(row, reading.survey, reading.found)
    if picture:
        fields["picture"] = picture
    _OWN_FIELDS[meant.kind](reading, row, fields, meant, bounds)
    for name in ("audience", "plan_part", "counts"):
        if reading.survey.value(row, f"pack_{name}"):
            fields[name] = reading.survey.value(row, f"pack_{name}")
    _note_others(reading, row, str(fields["kind"]))
    return fields


def _unused(bounds: Bounds, kind: str) -> Iterator[str]:
    """Gives the parts of a constraint that this kind has no field for."""
    for name in _BOUNDS:
        value = getattr(bounds, name)
        if value is not None and name not in _USED.get(kind, ()):
            yield constraint_of(Bounds(**{name: value}))


def _note_others(reading: Reading, row: Row, kind: str) -> None:
    """Notes what a row says and an item does not keep."""
    if reading.survey.value(row, "required").lower() not in ("", "no", "false", "false()"):
        reading.note_once(row, "required-soft", "`required`")
    appearance = reading.survey.value(row, "appearance")
    if appearance and (kind != "date" or appearance not in ("year", "month-year")):
        reading.note_once(row, "column-left", f"the appearance {appearance}")
    parameters = reading.survey.value(row, "parameters")
    if parameters and not reading.survey.value(row, "type").lower().startswith("range"):
        reading.note_once(row, "column-left", f"the parameters {parameters}")


def _single_choice(reading: Reading, row: Row, fields: Fields, meant: Typed, bounds: Bounds) -> None:
    del bounds
    _scale(fields, meant)
    count = len(meant.choices.rows) if meant.choices else 0
    if count > ONE:
        reading.note(row, "list-long", f"{count} choices; asked as a choice of many of which one is taken")
        fields["kind"], fields["most"] = "multi_choice", 1


def _multi_choice(reading: Reading, row: Row, fields: Fields, meant: Typed, bounds: Bounds) -> None:
    del reading, row
    _scale(fields, meant)
    if bounds.most_chosen is not None:
        fields["most"] = bounds.most_chosen


def _ranking(reading: Reading, row: Row, fields: Fields, meant: Typed, bounds: Bounds) -> None:
    del bounds
    _scale(fields, meant)
    places = reading.survey.value(row, "pack_places")
    fields["places"] = int(places) if re.fullmatch(r"\d{1,3}", places) else min(PLACES, len(meant.options))
    if not places and len(meant.options) > PLACES:
        reading.note_once(row, "bounds-made", f"a ranking asks for the first {PLACES}")


def _scale(fields: Fields, meant: Typed) -> None:
    if meant.choices is not None:
        fields["scale"] = meant.choices.scale


def _short_text(reading: Reading, row: Row, fields: Fields, meant: Typed, bounds: Bounds) -> None:
    del meant
    if bounds.most_letters is not None:
        fields["most"] = min(bounds.most_letters, OWN_WORDS_LENGTH)
    if (bounds.most_letters or 0) > OWN_WORDS_LENGTH:
        reading.note(row, "constraint-left", f"a text has {OWN_WORDS_LENGTH} letters at most")


def _number(reading: Reading, row: Row, fields: Fields, meant: Typed, bounds: Bounds) -> None:
    del meant
    if reading.survey.value(row, "type").lower() == "decimal":
        reading.note(row, "bounds-made", "a decimal is asked as a whole number")
    least, most = max(bounds.least or 0, 0), min(MOST if bounds.most is None else bounds.most, MOST)
    if bounds.least is not None and bounds.least < 0:
        reading.note(row, "constraint-left", "a number is 0 or more")
    if bounds.most is None:
        most = max(NUMBER_MOST, least + 1)
        reading.note_once(row, "bounds-made", f"a number is at most {NUMBER_MOST:,}")
    fields["least"], fields["most"] = least, most
    _unit_and_unknown(reading, row, fields)


def _date(reading: Reading, row: Row, fields: Fields, meant: Typed, bounds: Bounds) -> None:
    del meant
    appearance = reading.survey.value(row, "appearance")
    fields["precision"] = {"year": "year", "month-year": "month"}.get(appearance, "day")
    if bounds.first_year is None or bounds.last_year is None:
        reading.note_once(row, "bounds-made", f"a date lies from {FIRST_YEAR} to {LAST_YEAR}")
    fields["first_year"] = FIRST_YEAR if bounds.first_year is None else bounds.first_year
    fields["last_year"] = LAST_YEAR if bounds.last_year is None else bounds.last_year
    _unit_and_unknown(reading, row, fields)


def _unit_and_unknown(reading: Reading, row: Row, fields: Fields) -> None:
    for name in ("unit", "unknown"):
        if reading.survey.words(row, f"pack_{name}"):
            fields[name] = reading.said(row, f"pack_{name}", f"{fields['id']}.{name}")


def _info_card(reading: Reading, row: Row, fields: Fields, meant: Typed, bounds: Bounds) -> None:
    """A note's first paragraph is what the card is about, the others are its body."""
    del meant, bounds
    parted = {language: _PARAGRAPH.split(text) for language, text in reading.survey.words(row, "label").items()}
    dutch = parted.get(DUTCH, [])
    for language in [language for language, parts in parted.items() if len(parts) != len(dutch) and dutch]:
        reading.note(row, "text-parted", f"{fields['id']} in {language}")
        del parted[language]
    item_id = str(fields["id"])
    fields["prompt"] = reading.spoken.said(f"{item_id}.prompt", _paragraph(parted, 0), row.place)
    fields["body"] = [
        reading.spoken.said(f"{item_id}.body.{number}", _paragraph(parted, number), row.place)
        for number in range(1, len(dutch))
    ]


def _paragraph(parted: Mapping[Language, list[str]], number: int) -> dict[Language, str]:
    return {language: parts[number].strip() for language, parts in parted.items()}


_OWN_FIELDS: Mapping[str, Callable[[Reading, Row, Fields, Typed, Bounds], None]] = {
    "single_choice": _single_choice,
    "multi_choice": _multi_choice,
    "ranking": _ranking,
    "short_text": _short_text,
    "number": _number,
    "date": _date,
    "info_card": _info_card,
    "ruler": range_fields,
}
