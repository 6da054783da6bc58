"""An .xlsx workbook read into rows of text, with limits, by the reading layer of pyxform over openpyxl.

- Sheets, rows and cells are counted before they are believed; what is too large is a finding, and never read on.
- A formula is not worked out: its cell is a finding, because what it shows may be of another day.
- The only file that opens a workbook; whatever the libraries raise on a hostile one becomes a finding here.
- Not here: what a column means (columns.py).
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import load_workbook
from pyxform.xls2json_backends import get_excel_column_headers, get_excel_rows, is_empty, xlsx_value_to_str

from content.findings import Finding

Cells = Sequence[Any]
MAX_WORKBOOK_BYTES = 16 * 1024 * 1024
MAX_UNPACKED_BYTES = 128 * 1024 * 1024
MAX_PARTS = 1_000
MAX_ROWS = 10_000
MAX_COLUMNS = 200
MAX_CELL_LETTERS = 8_000
SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
SHEETS = (SURVEY, CHOICES, SETTINGS)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA_OR_ERROR = ("f", "e")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its texts by heading, empty cells left out."""

    sheet: str
    number: int
    cells: Mapping[str, str]

    @property
    def place(self) -> str:
        """The `sheet:row` of this row."""
        return f"{self.sheet}:{self.number}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its headings in order, and its rows that are not empty."""

    name: str
    headings: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


class _TooLargeError(Exception):
    """A sheet has more rows or columns than are read."""


def read_workbook(raw: bytes) -> tuple[dict[str, Sheet], list[Finding]]:
    """Gives the sheets of a form by name, as far as they can be read, and what was found."""
    if found := _size_findings(raw):
        return {}, found
    sheets: dict[str, Sheet] = {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and validations, of which nothing is read
            for name, worksheet in _worksheets(raw):
                known = name.strip().lower()
                if known not in SHEETS or known in sheets:
                    found.append(Finding(f"{name}:1", "sheet-left", f"the sheet {name}"))
                else:
                    sheets[known] = _sheet(known, worksheet, found)
    except _TooLargeError as error:
        found.append(Finding(str(error), "workbook-size", f"over {MAX_ROWS:,} rows or {MAX_COLUMNS} columns"))
    except Exception as error:  # noqa: BLE001 - openpyxl, zipfile and the XML parsers raise dozens of kinds on a broken file
        found.append(Finding("(workbook)", "workbook-broken", f"it cannot be read ({type(error).__name__})"))
    return sheets, found


def _size_findings(raw: bytes) -> list[Finding]:
    if len(raw) > MAX_WORKBOOK_BYTES:
        return [Finding("(workbook)", "workbook-size", f"the file is larger than {MAX_WORKBOOK_BYTES:,} bytes")]
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeDecodeError):
        return [Finding("(workbook)", "workbook-broken", "it is not a zip archive, as an .xlsx is")]
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        return [Finding("(workbook)", "workbook-size", f"unpacked it is larger than {MAX_UNPACKED_BYTES:,} bytes")]
    return []


def _worksheets(raw: bytes) -> Iterator[tuple[str, Any]]:
    opened = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
    try:
        for worksheet in opened.worksheets:
            yield str(worksheet.title), worksheet
    finally:
        opened.close()


def _sheet(name: str, worksheet: Any, found: list[Finding]) -> Sheet:
    worksheet.reset_dimensions()  # what it says of its own size is not believed
    headings = _headings(name, next(worksheet.iter_rows(max_row=1), ()), found)
    rows = worksheet.iter_rows(min_row=2, max_col=max(len(headings), 1))
    used = [column for column, heading in enumerate(headings) if heading is not None]
    numbers: list[int] = []

    def cell_text(cell: Any, at: int, heading: str) -> str:
        del heading
        return _text(name, numbers[at], cell, found)

    read = get_excel_rows(headers=headings, rows=_filled(name, rows, used, numbers), cell_func=cell_text)
    texts = [{key: value for key, value in row.items() if value} for row in read]
    return Sheet(
        name,
        tuple(heading for heading in headings if heading is not None),
        tuple(Row(name, number, cells) for number, cells in zip(numbers, texts, strict=False) if cells),
    )


def _headings(name: str, first: Cells, found: list[Finding]) -> list[str | None]:
    """Gives the headings by column, as pyxform cleans them; one that comes again is a finding and none."""
    if len(first) > MAX_COLUMNS and not is_empty(first[MAX_COLUMNS].value):
        raise _TooLargeError(f"{name}:1")
    said: list[str | None] = []
    for cell in first[:MAX_COLUMNS]:
        text = _text(name, 1, cell, found) or None
        heading = " ".join(text.split()) if text else None
        if heading is not None and heading in said:
            found.append(Finding(f"{name}:1", "column-twice", f"the column {heading}"))
            heading = None
        said.append(heading)
    return list(get_excel_column_headers(first_row=said))


def _filled(name: str, rows: Iterator[Cells], used: Sequence[int], numbers: list[int]) -> Iterator[Cells]:
    """Gives the rows that hold something under a heading, and notes their numbers."""
    for number, row in enumerate(rows, start=2):
        if any(column < len(row) and not is_empty(row[column].value) for column in used):
            if number > MAX_ROWS:
                raise _TooLargeError(f"{name}:{number}")
            numbers.append(number)
            yield row


def _text(name: str, number: int, cell: Any, found: list[Finding]) -> str:
    if is_empty(cell.value):
        return ""
    if cell.data_type in _FORMULA_OR_ERROR:
        found.append(Finding(f"{name}:{number}", "cell-broken", f"{cell.coordinate} holds a formula or an error"))
        return ""
    said = cell.value if isinstance(cell.value, str) else str(xlsx_value_to_str(cell.value))  # French keeps its spaces
    text = said.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > MAX_CELL_LETTERS or _CONTROL.search(text):
        found.append(Finding(f"{name}:{number}", "cell-broken", f"{cell.coordinate} holds what is no text of a form"))
        return ""
    return text
