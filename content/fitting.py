"""Does it fit: what the geometry of drawn pages says about each text, in findings; pure.

- A page comes as `kiosk render --geometry` prints it: its panel, its language, all that stands on it.
- A finding names the text by its id and stands at its line; what is not the pack's own is named by the page.
- Not here: drawing and measuring (the kiosk's own program, asked by rendering.py).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from content.findings import Finding
from content.source import Draft
from modules.texts import DUTCH

LEAST_TARGET_MM = 20.0
LEAST_KEY_MM = 16.0
"""A key on a low panel, where there is no room for more."""
KEYS = ("keyboard.", "pad.")
READABLE = 7.0
OWN = "screen:0"
"""The place of what the pack does not say itself, such as a button of the frame."""

Said = Mapping[tuple[str, str], tuple[str, str]]


def misfits(drafts: Sequence[Draft], pages: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    """Gives what is cut off, off the panel, too faint or too small to touch, each once for a text and look."""
    said = _said(drafts)
    found = {finding: None for page in pages for place in page["places"] for finding in _of(page, place, said)}
    yield from found


def _said(drafts: Sequence[Draft]) -> Said:
    """Gives the id and the place of each text by language and words."""
    said: dict[tuple[str, str], tuple[str, str]] = {}
    for draft, text in ((each, text) for each in drafts for text in each.texts):
        said.setdefault((DUTCH, text.dutch), (text.id, text.place))
        for catalogue in draft.catalogues:
            words = catalogue.sentence(text.id, text.dutch) or text.dutch
            said.setdefault((catalogue.language, words), (text.id, text.place))
    return said


def _of(page: Mapping[str, Any], place: Mapping[str, Any], said: Said) -> Iterator[Finding]:
    panel, language = page["panel"], page["language"]
    what, where = said.get((language, place["text"]), (place["test_id"] or "a text of the screen", OWN))
    seen = f"{what}, {language}, {panel['width']}×{panel['height']}, page {page['page']}"
    if place["clipped"]:
        yield Finding(where, "fit-cut", seen)
    right, under = place["x"] + place["width"], place["y"] + place["height"]
    if min(place["x"], place["y"]) < 0 or right > panel["width"] or under > panel["height"]:
        yield Finding(where, "fit-outside", seen)
    if place["text"] and 0 < place["contrast"] < READABLE:
        yield Finding(where, "fit-faint", seen)
    if place["touchable"] and place["height"] * panel["mm_per_px"] < _least(place, panel) - panel["mm_per_px"]:
        yield Finding(where, "fit-small", seen)


def _least(place: Mapping[str, Any], panel: Mapping[str, Any]) -> float:
    is_key = str(place["test_id"]).startswith(KEYS)
    return LEAST_KEY_MM if is_key and panel["height"] < panel["width"] else LEAST_TARGET_MM
