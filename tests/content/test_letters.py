"""Every letter of every catalogue stands in the very font that its text is set in, and so does every key."""

from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

import pytest
from PIL import ImageFont

from content.source import PACK_FILE, SOURCES, read_draft
from kiosk.i18n import OWN_NAMES, catalogue
from kiosk.theme.fonts import WIDE, Face, face_for, font_file
from kiosk.widgets.keyboard_layouts import LAYOUTS, Page
from modules.texts import DUTCH

NOWHERE = "\ufdd0"
"""What no font has: no letter will ever stand there."""
PACKS = sorted(path.parent.name for path in SOURCES.glob(f"*/{PACK_FILE}"))


@cache
def _is_drawn(letter: str, face: Face) -> bool:
    """Tells whether a letter is another picture than the box of a letter that isn't there, also in bold."""
    for bold in (False, True):
        font = ImageFont.truetype(font_file(face, bold), 40, layout_engine=ImageFont.Layout.BASIC)
        if bytes(font.getmask(letter)) == bytes(font.getmask(NOWHERE)):
            return False
    return True


def _unknown(text: str) -> list[str]:
    """Gives the letters of a text that its font has neither whole nor in parts; a new line is no letter."""
    face = face_for(text)
    return [
        letter
        for letter in text.replace("\n", "")
        if not _is_drawn(letter, face) and not all(_is_drawn(part, face) for part in normalize("NFD", letter))
    ]


def _said_in_packs(language: str) -> Iterator[str]:
    for name in PACKS:
        draft = read_draft(SOURCES / name)
        if language == DUTCH:
            yield from (text.dutch for text in draft.texts)
        for one in draft.catalogues:
            if one.language == language:
                yield from (one.sentence(text.id, text.dutch) or "" for text in draft.texts)


@pytest.mark.parametrize("language", OWN_NAMES)
def test_every_letter_of_the_interface_and_of_the_packs_can_be_drawn(language: str) -> None:
    texts = [OWN_NAMES[language], *(form for forms in catalogue(language).forms.values() for form in forms)]
    texts += _said_in_packs(language)
    assert {text: unknown for text in texts if (unknown := _unknown(text))} == {}


@pytest.mark.parametrize("language", LAYOUTS)
def test_every_key_can_be_drawn_small_and_as_a_capital(language: str) -> None:
    layout = LAYOUTS[language]
    keys = {key for page in Page for row in (*layout.rows(page), layout.marks) for key in row}
    assert [key for key in sorted(keys | {layout.capital(key) for key in keys}) if _unknown(key)] == []


def test_no_letter_of_europe_goes_to_a_font_that_does_not_have_it() -> None:
    printable = (chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2010, 0x2027)))
    assert [letter for letter in printable if face_for(letter) is not WIDE and _unknown(letter)] == []


def test_a_letter_that_the_font_does_not_have_is_found() -> None:
    assert _unknown("\u1200 hier") == ["\u1200"]
