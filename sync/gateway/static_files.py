"""The few files a page needs besides itself: one style sheet, one icon, and the font from its package.

- A closed list: what is not on it is not there.
- Not here: pages (pages.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from modules.errors import SettingsError

_OWN = Path(__file__).parent / "static"
_FONT_PACKAGE = "fontpkg_atkinson_hyperlegible"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file's bytes and what they are."""

    raw: bytes
    media_type: str


@cache
def static_files() -> Mapping[str, StaticFile]:
    """Gives every file by its name.

    Raises:
        SettingsError: The package of the font is not installed.
    """
    return {
        "desk.css": StaticFile((_OWN / "desk.css").read_bytes(), "text/css; charset=utf-8"),
        "icon.svg": StaticFile((_OWN / "icon.svg").read_bytes(), "image/svg+xml"),
        "regular.ttf": StaticFile(_font("Regular"), "font/ttf"),
        "bold.ttf": StaticFile(_font("Bold"), "font/ttf"),
    }


def style_sheet() -> str:
    """Gives the style sheet as text, for a page that must read by itself."""
    return static_files()["desk.css"].raw.decode("utf-8")


def _font(weight: str) -> bytes:
    found = find_spec(_FONT_PACKAGE)
    if found is None or found.origin is None:
        raise SettingsError(f"{_FONT_PACKAGE} is not installed", hint="install the extra `gateway`")
    return (Path(found.origin).parent / "files" / f"AtkinsonHyperlegible-{weight}.ttf").read_bytes()
