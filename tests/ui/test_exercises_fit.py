"""Every shipped question and exercise on every panel, in every language and in large letters: whole and apart.

- One screen is painted anew for each view, as in use: what an earlier question left behind would show here.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.i18n import direction
from kiosk.render import PANELS
from kiosk.theme.tokens import Look
from modules.texts import Language
from tests.ui import shipped

LANGUAGES = ("nl", "nl@simple", "ar", "tr", "pl")


def _looks() -> Iterator[Any]:
    for panel in PANELS:
        for language in LANGUAGES:
            look = Look(panel=PANELS[panel], language=language, direction=direction(language))
            yield pytest.param(look, id=f"{panel}-{language}")
    for panel, factor in (("21", 1.45), ("21-portrait", 1.45), ("15", 1.2), ("15", 1.45)):
        yield pytest.param(Look(panel=PANELS[panel], text_factor=factor), id=f"{panel}-large-{factor}")


@pytest.mark.parametrize("look", list(_looks()))
def test_every_shipped_question_and_exercise_fits(look: Look, stage: Any) -> None:
    language = Language(look.language)
    shown: list[tuple[str, object]] = [*shipped.every_view(language), ("rivals", shipped.with_rivals(language))]
    shown += [("intro", shipped.intro(language)), ("overview", shipped.overview(language))]
    faults = {name: [str(fault) for fault in stage.faults(view)] for name, view in shown}
    assert {name: found for name, found in faults.items() if found} == {}
