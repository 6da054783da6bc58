"""The lists of a form's `choices` sheet as scales of a pack: ids, texts, pictograms, scores.

- A list is one scale, however many questions use it, so that its texts are translated once.
- Not here: how many choices a kind can hold (questions.py).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from content.findings import Finding
from content.localise import Node
from content.xlsform.columns import Columns
from content.xlsform.names import Names, picture_of
from content.xlsform.spoken import Spoken
from content.xlsform.workbook import CHOICES, Sheet
from modules.ids import OptionId

SCALE_LETTERS = 24
OPTION_LETTERS = 64
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,9})?")


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """One list: the scale it became, its choices in order, and their ids by the form's names."""

    scale: str
    rows: list[Node] = field(default_factory=list)
    options: dict[str, OptionId] = field(default_factory=dict)


def lists_of(sheet: Sheet, columns: Columns, spoken: Spoken, found: list[Finding]) -> Mapping[str, ChoiceList]:
    """Gives every list by the form's name for it."""
    lists: dict[str, ChoiceList] = {}
    scales, options = Names(SCALE_LETTERS, "list"), dict[str, Names]()
    for row in sheet.rows:
        named, name = columns.value(row, "list_name"), columns.value(row, "name")
        if not named or not name:
            found.append(Finding(row.place, "row-incomplete", f"the {'name' if named else 'list_name'} is empty"))
            continue
        if named not in lists:
            lists[named] = ChoiceList(scales.of(named))
            options[named] = Names(OPTION_LETTERS, "choice")
        one = lists[named]
        if name in one.options:
            found.append(Finding(row.place, "id-twice", f"{named} has the choice {name} twice"))
            continue
        option = OptionId(options[named].of(name))
        if option != name:
            found.append(Finding(row.place, "name-changed", f"the choice {name} of {named} became {option}"))
        one.options[name] = option
        fields: dict[str, object] = {"id": option}
        fields["text"] = spoken.said(f"scales.{one.scale}.{option}", columns.words(row, "label"), row.place)
        picture, score = picture_of(row, columns, found), columns.value(row, "pack_score")
        fields |= {"picture": picture} if picture else {}
        fields |= {"score": _number_in(score)} if score else {}
        not_for = columns.value(row, "pack_not_for")
        fields |= {"not_for": not_for} if not_for else {}
        one.rows.append(Node(fields, CHOICES, row.number))
    return lists


def _number_in(text: str) -> float | str:
    """Gives the number that a cell says, or its text, which the pack's own schema then refuses."""
    return float(text) if _NUMBER.fullmatch(text) else text
