"""Rows of texts written as an .xlsx: one column a field, and one a field and language.

- A cell is always text, never a formula, whatever a text begins with; nothing of the machine or the day goes in.
- Not here: which rows there are (exporting.py, lists.py).
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from content.xlsform.columns import CARRIED, SPOKEN, heading
from modules.texts import DUTCH, Language, Text

_MOMENT = re.compile(rb"(?<=W3CDTF\">)[^<]*")
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: plain cells by column, and texts by column in each of their languages."""

    said: Mapping[str, str]
    words: Mapping[str, Text] = field(default_factory=dict)


def written(sheets: Mapping[str, Sequence[Cells]]) -> bytes:
    """Gives the bytes of a workbook; the same rows give the same bytes."""
    workbook = Workbook(write_only=True)
    for name, rows in sheets.items():
        worksheet = workbook.create_sheet(name)
        columns = list(_columns(name, rows))
        texts = [[heading(field, language) if language else field for field, language in columns]]
        texts += [[_cell(row, field, language) for field, language in columns] for row in rows]
        for line in texts:
            cells = [WriteOnlyCell(worksheet, text or None) for text in line]
            for cell in cells:
                cell.data_type = "s" if cell.value is not None else "n"
            worksheet.append(cells)
    raw = io.BytesIO()
    workbook.save(raw)
    return _undated(raw.getvalue())


def _columns(sheet: str, rows: Sequence[Cells]) -> list[tuple[str, Language | None]]:
    """Gives the columns that are used, in the order of PACK.md 7, Dutch before other languages."""
    used = {name for row in rows for name in row.said}
    spoken = {(name, language) for row in rows for name, text in row.words.items() for language in text.root}
    columns: list[tuple[str, Language | None]] = []
    for name in CARRIED[sheet]:
        if name in SPOKEN:
            own = sorted((language for said, language in spoken if said == name), key=lambda one: (one != DUTCH, one))
            columns += [(name, language) for language in own]
        elif name in used:
            columns.append((name, None))
    return columns


def _cell(row: Cells, name: str, language: Language | None) -> str:
    if language is None:
        return row.said.get(name, "")
    text = row.words.get(name)
    return text.in_language(language) if text is not None and text.is_in(language) else ""


def _undated(raw: bytes) -> bytes:
    """Gives a zip again with no time of its writing in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as dated, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as undated:
        for name in dated.namelist():
            part = _MOMENT.sub(b"1980-01-01T00:00:00Z", dated.read(name))
            undated.writestr(zipfile.ZipInfo(name, _ZIP_DAY), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
