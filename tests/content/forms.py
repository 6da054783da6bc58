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


GROUPS, QUESTIONS, LISTS = 8, 200, 20
KINDS = ("select_one", "select_one", "select_multiple", "select_one", "integer", "text", "date", "rank")


def a_large_form() -> bytes:
    """Gives a form of 1,600 questions in two languages: 8 groups, 20 lists of 6 choices, hints, conditions, bounds."""
    head = (
        "type",
        "name",
        "label::Nederlands (nl)",
        "label::English (en)",
        "hint::Nederlands (nl)",
        "hint::English (en)",
    )
    survey: list[Sequence[object]] = [(*head, "relevant", "required", "constraint")]
    for group in range(GROUPS):
        survey.append(("begin_group", f"g{group}", f"Groep {group}", f"Group {group}"))
        survey.append(("note", f"g{group}_intro", f"Dit is groep {group}.", f"This is group {group}."))
        survey += [_large_row(group, number) for number in range(QUESTIONS)]
        survey.append(("end_group",))
    choices: list[Sequence[object]] = [CHOICES_HEAD]
    for one in range(LISTS):
        choices += [(f"list{one}", f"c{at}", f"Keuze {at} van lijst {one}", f"Choice {at} of {one}") for at in range(6)]
    return a_workbook({"survey": survey, "choices": choices, "settings": (SETTINGS_HEAD, *SETTINGS)})


def _large_row(group: int, number: int) -> Sequence[object]:
    kind, overall = KINDS[number % len(KINDS)], group * QUESTIONS + number
    is_listed = kind in ("select_one", "select_multiple", "rank")
    first = f"q{group}_0"
    return (
        f"{kind} list{overall % LISTS}" if is_listed else kind,
        f"q{group}_{number}",
        f"Hoe gaat het nu met onderwerp {overall}?",
        f"How is subject {overall} going now?",
        "Je kunt dit ook overslaan.",
        "You can skip this too.",
        f"selected(${{{first}}}, 'c1') or ${{{first}}} = 'c2'" if number % 4 == 3 else "",
        "yes" if number % 10 == 0 else "",
        ". >= 0 and . <= 60" if kind == "integer" else "",
    )
