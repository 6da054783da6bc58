"""Workbooks of forms as a test needs them: a small whole one, with rows put in place of others."""

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from content.findings import Finding
from content.xlsform.importing import Imported, read_form
from modules.errors import PackError

Rows = Sequence[Sequence[object]]
SURVEY_HEAD = ("type", "name", "label::Nederlands (nl)", "label::English (en)", "relevant", "constraint", "required")
CHOICES_HEAD = ("list_name", "name", "label::Nederlands (nl)", "label::English (en)")
CHOICES: Rows = (
    ("yes_no", "yes", "Ja", "Yes"),
    ("yes_no", "no", "Nee", "No"),
    ("days", "Mon", "Maandag", "Monday"),
    ("days", "Tue", "Dinsdag", "Tuesday"),
    ("days", "Wed", "Woensdag", "Wednesday"),
)
SURVEY: Rows = (
    ("begin_group", "work", "Werk", "Work"),
    ("note", "hello", "Dit gaat over werk.", "This is about work."),
    ("select_one yes_no", "has_work", "Heb je werk?", "Do you have work?"),
    (
        "select_multiple days",
        "days",
        "Op welke dagen?",
        "On which days?",
        "${has_work} = 'yes'",
        "count-selected(.) <= 2",
    ),
    ("integer", "hours", "Hoeveel uur?", "How many hours?", "selected(${days}, 'Mon')", ". >= 1 and . <= 60"),
    ("end_group", ""),
)
SETTINGS: Rows = (("Werk en dagen", "work_days", "3", "Nederlands (nl)"),)
SETTINGS_HEAD = ("form_title", "form_id", "version", "default_language")


def a_workbook(sheets: Mapping[str, Rows]) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    raw = io.BytesIO()
    workbook.save(raw)
    return raw.getvalue()


def a_form(survey: Rows = SURVEY, choices: Rows = CHOICES, settings: Rows = SETTINGS) -> bytes:
    return a_workbook(
        {"survey": (SURVEY_HEAD, *survey), "choices": (CHOICES_HEAD, *choices), "settings": (SETTINGS_HEAD, *settings)}
    )


def asking(*rows: Sequence[object]) -> bytes:
    """Gives a form that asks these rows, in a group of its own after the small whole one."""
    return a_form((*SURVEY, ("begin_group", "more", "Meer", "More"), *rows, ("end_group", "")))


def imported(raw: bytes) -> Imported:
    return read_form(raw)


def told(raw: bytes) -> set[tuple[str, str]]:
    """Gives the code and place of everything that is found, whether the form is taken or not."""
    try:
        found: Sequence[object] = read_form(raw).findings
    except PackError as error:
        found = error.findings
    return {(one.code, one.place) for one in found if isinstance(one, Finding)}
