"""`kiosk preview`: the pages of a release in a window of their own, for an author at a desk; nothing is kept.

- A person who never was is logged in already; every touch does what it does on a terminal.
- Not here: the visit (tryout.py), the window (preview_app.py), making the release and telling what is wrong
  (content/live.py).
"""

import logging
from dataclasses import dataclass
from pathlib import Path

from kiosk.gallery import LANGUAGES, editions_of, still_clock
from kiosk.lockdown import Profile, prepare
from kiosk.theme.panels import KNOWN_PANELS
from kiosk.tryout import Tryout
from modules.person import HOME
from modules.texts import DUTCH, Language


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a preview: the release, where to begin, and a test-only file of what is on the screen."""

    release: Path
    language: Language = DUTCH
    panel: str = "15"
    page: str = HOME
    places: Path | None = None


def open_preview(wanted: Wanted) -> int:
    """Opens the window and returns when it is closed, or when nobody tells it anything any more."""
    panel = KNOWN_PANELS[wanted.panel]
    logging.disable(logging.INFO)  # an author's shell is for what is wrong with the pack
    prepare(Profile.DEVELOPMENT, panel.width_px, panel.height_px)
    from kiosk.preview_app import PreviewApp  # noqa: PLC0415  Kivy is imported only after `prepare`

    tryout = Tryout(editions_of(wanted.release), LANGUAGES, still_clock())
    tryout.enter(wanted.language, wanted.page)
    PreviewApp(tryout, panel, wanted.places).run()
    return 0
