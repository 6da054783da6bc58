"""A `range` of a form: a ruler, a choice of one of its numbers, or a number.

- The words at the ends of a ruler are those of its `tick_labelset` at 0 and 10.
- Not here: the other types (questions.py).
"""

import re

from content.localise import Node
from content.xlsform.constraint import Bounds
from content.xlsform.reading import Fields, Reading, Typed
from content.xlsform.workbook import Row

RULER = range(11)
MOST_CHOICES = 11
_PARAMETER = re.compile(r"([a-z_]+)\s*=\s*([^\s;,]+)", re.IGNORECASE)


def range_fields(reading: Reading, row: Row, fields: Fields, meant: Typed, bounds: Bounds) -> None:
    """Adds what a range becomes; where it has parts of numbers it becomes nothing, and its kind is empty."""
    del meant, bounds
    said = dict(_PARAMETER.findall(reading.survey.value(row, "parameters").lower()))
    start, end, step = (_whole(said.get(name, value)) for name, value in (("start", "0"), ("end", "10"), ("step", "1")))
    if start is None or end is None or step is None or step < 1 or start < 0 or end <= start:
        reading.note(row, "type-left", "a range of parts of numbers, or of no numbers")
        fields["kind"] = ""
        return
    numbers = range(start, end + 1, step)
    if numbers == RULER:
        _ruler(reading, row, fields, said.get("tick_labelset", ""))
    elif len(numbers) <= MOST_CHOICES:
        fields["kind"] = "single_choice"
        fields["options"] = [Node({"id": str(one), "text": str(one)}, row.sheet, row.number) for one in numbers]
    else:
        fields["kind"], fields["least"], fields["most"] = "number", start, end


def _ruler(reading: Reading, row: Row, fields: Fields, labels: str) -> None:
    named = next((one for name, one in reading.lists.items() if name.lower() == labels), None)
    ends = {option: node for node in named.rows for option in (node.value["id"],)} if named else {}
    for end, name in (("low", str(RULER[0])), ("high", str(RULER[-1]))):
        node = ends.get(name)
        if node is None or not named:
            reading.note_once(row, "bounds-made", "a ruler has no words at its ends; they are 0 and 10")
            fields[end] = name
            continue
        reading.ends.add(named.scale)
        text_id = f"scales.{named.scale}.{name}"
        fields[end] = node.value["text"]
        for translations in reading.spoken.translations.values():
            if text_id in translations:
                translations[f"{fields['id']}.{end}"] = translations[text_id]


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?\d{1,9}(\.0*)?", text) and "." not in text else None
