"""A plan laid out in sheets: nothing is lost, both languages stay alike, and a code stays small enough to read."""

import pytest

from modules.plan.document import PlanDocument
from sync.gateway.paper import MOST_LETTERS, PaperPage, paper_text, read_paper
from sync.gateway.sheets import Facts, face_text, sheets_of
from tests.lifelike_plan import lifelike
from tests.makers import GATEWAY_SIGNER, NOON, a_plan_document


def a_document(language: str, basics: int = 6) -> PlanDocument:
    return a_plan_document(**lifelike(language, basics))


@pytest.mark.parametrize("rows", [19.0, 9.0, 1.0])
def test_every_line_stands_on_some_sheet_however_few_rows_it_has(rows: float) -> None:
    document = a_document("ar")
    wanted = [line.label.nl for section in document.sections for block in section.blocks for line in block]
    laid = [line.label for sheet in sheets_of(document, Facts(), rows) for line in sheet.dutch.lines]
    assert [label for label in laid if label in wanted] == wanted


@pytest.mark.parametrize("rows", [19.0, 9.0, 1.0])
def test_facing_pages_are_alike_line_for_line(rows: float) -> None:
    for sheet in sheets_of(a_document("tr"), Facts(), rows):
        assert sheet.shown is not None
        assert len(sheet.shown.lines) == len(sheet.dutch.lines)
        assert sheet.shown.picture == sheet.dutch.picture
        assert [face.language for face in sheet.faces] == ["tr", "nl"]


def test_a_plan_read_in_dutch_has_no_facing_pages() -> None:
    assert all(sheet.shown is None for sheet in sheets_of(a_document("nl"), Facts(), 19.0))


def test_the_arabic_face_is_read_from_the_right_and_the_dutch_one_from_the_left() -> None:
    for sheet in sheets_of(a_document("ar"), Facts(), 19.0):
        assert [face.direction for face in sheet.faces] == ["rtl", "ltr"]


def test_own_words_stand_as_typed_on_both_faces() -> None:
    document = a_document("ar")
    said = [
        value.text
        for sheet in sheets_of(document, Facts(), 19.0)
        for face in sheet.faces
        for line in face.lines
        for value in line.values
        if value.own
    ]
    assert len(said) == 2
    assert said[0] == said[1]


def test_the_last_sheet_says_who_signed_and_whether_the_mentor_did() -> None:
    document = a_document("nl")
    for facts, words in (
        (Facts(), "nog niet getekend"),
        (Facts("M. de Groot", NOON), "M. de Groot heeft ook getekend"),
    ):
        last = sheets_of(document, facts, 19.0)[-1].dutch
        assert words in face_text(document, last)


def test_a_code_is_never_too_large_and_a_text_that_is_cut_says_so() -> None:
    text = " ".join(f"woord{number * 7919 % 1000}" for number in range(600))
    code = paper_text(PaperPage(a_document("nl").digest, 1, 1, text), GATEWAY_SIGNER)
    read = read_paper(code, (GATEWAY_SIGNER.public_key,))
    assert len(code) <= MOST_LETTERS
    assert read.text.endswith(" …")
    assert text.startswith(read.text.removesuffix(" …"))


@pytest.mark.parametrize("rows", [19.0, 13.0, 9.0])
def test_a_goal_that_is_parted_leaves_no_single_line_behind(rows: float) -> None:
    sheets = [sheet.dutch for sheet in sheets_of(a_document("nl"), Facts(), rows)]
    assert {len(sheet.lines) for sheet in sheets if sheet.title.startswith("Doel")} <= {3, 6}
    assert all(sum(line.rows for line in sheet.lines) <= rows for sheet in sheets)
