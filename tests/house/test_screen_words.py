"""No word for a person stands in the code, and none that is translated holds markup (SETTLED 29).

- What is said stands in a catalogue or a pack, where a translator finds it; the code only asks for it by name.
- Words are shown as they are written: a tag of Kivy's markup would be read out.
- Not here: finding literals (literal_words.py), whether every word that is asked for is there (test_catalogues.py).
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.source import PACK_FILE, SOURCES, read_draft
from kiosk.i18n import LOCALES, catalogue
from tests.house.literal_words import in_code, in_rules
from tests.house.tree import files, product, text_of

PAINTS = ("screens", "exercises", "widgets", "views")
MARKUP = re.compile(
    r"\[/?(?:b|i|u|s|sub|sup|color|size|font|font_\w+|text_language|ref|anchor)(?:=[^\]]*)?\]|&(?:bl|br|amp);"
)


def _painters() -> list[Path]:
    """Gives the files that make what a person reads; the gallery of widgets is for who builds them."""
    painters = [path for path in product() if path.parts[0] == "kiosk" and path.parts[1] in PAINTS]
    return [path for path in painters if not path.stem.startswith("gallery")]


def _translatable() -> Iterator[tuple[str, str]]:
    """Gives every text of the interface and of the packs, in each language, with where it stands."""
    for folder in sorted(LOCALES.iterdir()):
        for name, forms in catalogue(folder.name).forms.items():
            yield from ((f"{folder.name}: {name}", form) for form in forms)
    for pack in sorted(path.parent for path in SOURCES.glob(f"*/{PACK_FILE}")):
        draft = read_draft(pack)
        for text in draft.texts:
            yield f"{pack.name}: {text.id}", text.dutch
            for each in draft.catalogues:
                yield f"{pack.name} {each.language}: {text.id}", each.sentence(text.id, text.dutch) or ""


def test_no_word_for_a_person_stands_in_the_code_of_a_screen() -> None:
    assert len(_painters()) > 100
    assert {str(path): found for path in _painters() if (found := in_code(text_of(path)))} == {}


def test_no_word_for_a_person_stands_in_a_rule_of_a_screen() -> None:
    assert {str(path): found for path in files(".kv") if (found := in_rules(text_of(path)))} == {}


def test_no_text_that_is_translated_holds_markup() -> None:
    texts = list(_translatable())
    assert len(texts) > 10_000
    assert [where for where, text in texts if MARKUP.search(text)] == []


def test_no_widget_reads_markup() -> None:
    assert [str(path) for path in files(".py", ".kv") if path.parts[0] == "kiosk" and "markup" in text_of(path)] == []


@pytest.mark.parametrize(
    "planted",
    [
        'self.ids.report.text = "Klaar"',
        'self.ids.report.text = "" if view.done else "nog niet"',
        'self.ids.report.text = f"{count} vragen"',
        'button = PushButton(look=look, text="verder")',
        'return IntroView(frame, "Je bent klaar", ())',
        'return IntroView(frame, "Klaar", ())',
        'TITLES = {"home": "Mijn pad"}',
    ],
)
def test_a_word_planted_in_the_code_is_found(planted: str) -> None:
    assert len(in_code(planted if not planted.startswith("return") else f"def view():\n    {planted}")) == 1


@pytest.mark.parametrize(
    "planted", ["text: 'Klaar'", 'more_word: "meer"', "text: root.said or 'niets'", "anything: 'Wat wil je?'"]
)
def test_a_word_planted_in_a_rule_is_found(planted: str) -> None:
    assert len(in_rules(f"<Screen>:\n    Text:\n        {planted}")) == 1


@pytest.mark.parametrize("planted", ["Wat [b]wil[/b] je?", "[color=#ff0000]Let op", "Jij &amp; ik", "[ref=home]Terug"])
def test_planted_markup_is_found(planted: str) -> None:
    assert MARKUP.search(planted)
    assert not MARKUP.search("Wat wil je [later] doen?")
