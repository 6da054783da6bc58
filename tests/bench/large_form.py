"""A form of 1,600 questions in two languages: read, linted, built and loaded, against pyxform's own whole conversion.

- Both sides begin with the same bytes of the workbook and end with what a terminal or a field program takes.
- Ours is everything between: rows to a draft, every finding of lint, the canonical archive, and its check by a reader.
- One after the other, after a first time of each that is not counted; medians.
- Not here: writing the sources to a folder, which a pack needs once and pyxform never.
"""

import statistics
import time
from collections.abc import Callable

from pyxform.xls2xform import convert

from content.build import build
from content.pack import load
from content.xlsform.importing import drafted, read_form
from kiosk.development import Desk
from modules.definition.questionnaire import Questionnaire
from tests.bench.figures import Figure
from tests.content.forms import GROUPS, QUESTIONS, a_large_form

RUNS = 5


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the seconds of both, and their ratio."""
    del desk
    raw = a_large_form()
    ours, theirs = list[float](), list[float]()
    for _ in range(RUNS + 1):
        ours.append(_seconds(lambda: _loaded(raw)))
        theirs.append(_seconds(lambda: convert(raw, validate=False, file_type=".xlsx")))
    own, other = statistics.median(ours[1:]), statistics.median(theirs[1:])
    name = f"form of {GROUPS * QUESTIONS:,} questions: read, linted, built, loaded; against pyxform's conversion"
    return (Figure(name, own, "s", against=other, ratio=own / other, aim="<= 1"),)


def _loaded(raw: bytes) -> None:
    built, _ = build(drafted(read_form(raw)))
    definition = load(built).definition
    assert isinstance(definition, Questionnaire)
    assert sum(1 for _ in definition.items()) == GROUPS * QUESTIONS


def _seconds(run: Callable[[], object]) -> float:
    before = time.perf_counter()
    run()
    return time.perf_counter() - before
