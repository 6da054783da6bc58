"""Whatever a workbook is, it gives a form or findings with their place; never anything else, and never a long wait."""

import io
import random
import zipfile
from collections.abc import Callable, Sequence

import pytest
from openpyxl import Workbook

from content.findings import Finding, errors
from content.xlsform import workbook
from content.xlsform.importing import drafted, read_form
from modules.errors import PackError
from tests.content.forms import CHOICES, SETTINGS, SURVEY, SURVEY_HEAD, a_form, a_workbook, told

MUTATIONS = 400


@pytest.mark.parametrize(
    ("raw", "finding"),
    [
        (b"", ("workbook-broken", "(workbook)")),
        (b"type,name,label", ("workbook-broken", "(workbook)")),
        (a_form()[:-200], ("workbook-broken", "(workbook)")),
        (a_workbook({"questions": SURVEY}), ("sheet-missing", "(workbook)")),
        (a_workbook({"survey": (SURVEY_HEAD,)}), ("row-incomplete", "survey:1")),
        (a_workbook({"survey": (("type", "label"), ("text", "Vraag"))}), ("column-missing", "survey:1")),
        (
            a_workbook({"survey": (("type", "name", "label::English (en)"), ("text", "q", "Q"))}),
            ("column-missing", "survey:1"),
        ),
        (
            a_workbook({"survey": (("type", "name", "label", "label"), ("text", "q", "Q", "Q"))}),
            ("column-twice", "survey:1"),
        ),
        (a_form(choices=(*CHOICES, ("yes_no", "yes", "Ja", "Yes"))), ("id-twice", "choices:7")),
        (a_form(choices=(*CHOICES, ("yes_no", "", "Ja", "Yes"))), ("row-incomplete", "choices:7")),
        (a_form(choices=(*CHOICES, ("spare", "a", "Een", "One"))), ("sheet-left", "choices:7")),
        (a_form(SURVEY[:-1]), ("group-broken", "survey:2")),
        (a_form((*SURVEY, ("text", "has_work", "Vraag", "Q"))), ("condition-unknown", "survey:5")),
        (a_workbook({"survey": (SURVEY_HEAD, *SURVEY), "choices": (), "osm": (("a",),)}), ("sheet-left", "osm:1")),
        (a_form(settings=(("Titel", "Mijn formulier", "v1", "Elfentaal"),)), ("name-changed", "settings:1")),
        (a_form(settings=(("Titel", "Mijn formulier", "v1", "Elfentaal"),)), ("language-left", "settings:1")),
    ],
)
def test_a_malformed_workbook_gets_a_finding_with_sheet_and_row(raw: bytes, finding: tuple[str, str]) -> None:
    assert finding in told(raw)


def test_a_column_of_an_unknown_language_or_meaning_is_named_with_its_first_row() -> None:
    head, row = ("type", "name", "label", "label::Klingonaase", "default"), ("text", "q", "Vraag", "nuq", "7")
    found = told(a_workbook({"survey": (head, (), row)}))
    assert {("language-left", "survey:3"), ("column-left", "survey:3")} <= found


def test_a_formula_is_never_worked_out() -> None:
    found = told(a_form((*SURVEY[:1], ("text", "q", "=HYPERLINK(1)", "Q"), SURVEY[-1])))
    assert ("cell-broken", "survey:3") in found


def test_what_is_too_large_is_not_read_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 40)
    rows = [("text", f"q{number}", "Vraag", "Q") for number in range(60)]
    assert ("workbook-size", "survey:41") in told(a_form(rows))
    assert ("workbook-size", "survey:1") in told(a_workbook({"survey": (tuple(f"c{n}" for n in range(300)),)}))
    monkeypatch.setattr(workbook, "MAX_UNPACKED_BYTES", 1_000)
    assert ("workbook-size", "(workbook)") in told(a_form())
    assert ("workbook-size", "(workbook)") in told(bytes(workbook.MAX_WORKBOOK_BYTES + 1))


def test_rows_after_a_long_gap_are_read_and_so_is_what_a_sheet_denies() -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "survey"
    sheet.append(list(SURVEY_HEAD))
    sheet.append(["text", "near", "Dichtbij", "Near"])
    for column, text in enumerate(("text", "far", "Ver", "Far"), start=1):
        sheet.cell(row=500, column=column, value=text)
    raw = io.BytesIO()
    made.save(raw)
    lying = _with_part(raw.getvalue(), "xl/worksheets/sheet1.xml", lambda part: part.replace(b"A1:G500", b"A1:B2"))
    form = read_form(lying)
    assert [item.value["id"] for theme in form.themes for item in theme.value["items"]] == ["form.near", "form.far"]


@pytest.mark.parametrize("seed", range(4))
def test_a_broken_workbook_raises_nothing_but_findings(seed: int) -> None:
    chance = random.Random(seed)
    whole, taken = a_form(settings=SETTINGS), 0
    for _ in range(MUTATIONS // 4):
        found = _found(chance.choice((_flipped, _cut, _with_other_text, _without_a_tag))(whole, chance))
        assert all(isinstance(one, Finding) and one.place and one.remedy for one in found)
        taken += not errors(one for one in found if isinstance(one, Finding))
    assert 0 < taken < MUTATIONS // 4


def _found(raw: bytes) -> Sequence[object]:
    try:
        form = read_form(raw)
    except PackError as error:
        return error.findings
    return (*form.findings, *drafted(form).findings)


def _flipped(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw))
    return raw[:start] + raw[start + chance.randrange(80) :]


def _with_other_text(raw: bytes, chance: random.Random) -> bytes:
    """Puts other words in the place of some cells: names, types, expressions, numbers, nonsense."""
    words = (
        b"select_one",
        b"${q}",
        b"((",
        b"begin_group",
        b"select_one days",
        b"nan",
        b"1e999",
        b"'",
        b"\xff",
        b"&#1;",
        b"",
        b"..",
        b"-1",
    )

    def mutated(part: bytes) -> bytes:
        texts = part.split(b"<t>")
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(1, len(texts))
            texts[at] = chance.choice(words) + b"</t>" + texts[at].partition(b"</t>")[2]
        return b"<t>".join(texts)

    return _with_part(raw, "xl/sharedStrings.xml", mutated)


def _without_a_tag(raw: bytes, chance: random.Random) -> bytes:
    name = chance.choice(
        (
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet2.xml",
            "xl/workbook.xml",
            "xl/styles.xml",
            "[Content_Types].xml",
        )
    )

    def mutated(part: bytes) -> bytes:
        tags = part.split(b">")
        del tags[chance.randrange(len(tags))]
        return b">".join(tags)

    return _with_part(raw, name, mutated)


def _with_part(raw: bytes, name: str, mutate: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            part = old.read(each)
            new.writestr(each, mutate(part) if each == name else part)
    return out.getvalue()
