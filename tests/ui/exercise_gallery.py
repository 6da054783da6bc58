"""Every exercise in every state as a picture, to look at: `python -m tests.ui.exercise_gallery [PART ...]`.

- States a walk through the product does not show are here too: unanswered, own words, nothing to sum up.
- Not here: pictures of whole walks (`kiosk render`), judging (test_exercises_fit.py).
"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.i18n import Words, direction
from kiosk.render import Easel
from kiosk.theme.palettes import PALETTES, PaletteName
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from modules.texts import Language
from tests.ui import shipped

FOLDER = Path("build/screens/exercises")


def looks() -> Iterator[tuple[str, Look]]:
    """Gives every panel in Dutch and Arabic, light, and the first panel in high contrast."""
    for panel, measures in PANELS.items():
        for language in ("nl", "ar"):
            yield f"{panel}-{language}", Look(panel=measures, language=language, direction=direction(language))
    yield "21-nl-contrast", Look(palette=PALETTES[PaletteName.CONTRAST])


def draw(only: tuple[str, ...]) -> None:
    """Draws all pictures whose name has one of these parts; all of them without any."""
    easel = Easel()
    for name, look in looks():
        language = Language(look.language)
        views = [*shipped.every_view(language), ("rivals", shipped.with_rivals(language))]
        for title, view in [*views, ("intro", shipped.intro(language)), ("overview", shipped.overview(language))]:
            path = FOLDER / f"{title}-{name}.png"
            if not only or any(part in path.stem for part in only):
                easel.draw(partial(_screen, view, look), look).write(path)


def _screen(view: Any, look: Look) -> Any:
    from kiosk.screens import screen_of  # noqa: PLC0415 - only after the lockdown

    screen = screen_of(type(view))(look=look, words=Words(look.language), send=lambda _intent: None)
    screen.paint(view)
    return screen


if __name__ == "__main__":
    draw(tuple(sys.argv[1:]))
