"""The words of the terminal: what the code asks for is there, and every language speaks of the same things.

- Dutch is the source: it has every word; another language may lack one, and then Dutch shows (SETTLED 29).
- A translation keeps the places where a value comes in, or the sentence would break in front of a person.
- Not here: whether a translation is good (its catalogue marks what nobody has reviewed), texts of packs (`packs lint`).
"""

import ast
import string
from collections.abc import Iterator

import pytest

from kiosk.i18n import LOCALES, OWN_NAMES, SOURCE_LANGUAGE, catalogue
from tests.house.tree import product, syntax_of

LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
DUTCH = catalogue(SOURCE_LANGUAGE).forms


def _asked() -> Iterator[tuple[str, str]]:
    for path in product():
        for node in ast.walk(syntax_of(path)):
            if not (isinstance(node, ast.Call) and node.args and path.parts[0] == "kiosk"):
                continue
            asker = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            name = node.args[0]
            if asker in {"words", "_words"} and isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield f"{path}:{node.lineno}", name.value


def _places(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_dutch_has_every_word_that_is_asked_for() -> None:
    asked = list(_asked())
    assert asked
    assert [(where, name) for where, name in asked if name not in DUTCH] == []


def test_every_language_a_person_can_choose_has_a_catalogue_and_the_other_way_round() -> None:
    assert set(LANGUAGES) == set(OWN_NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_has_a_word_that_dutch_has_lost(language: str) -> None:
    assert set(catalogue(language).forms) - set(DUTCH) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_where_a_value_comes_in(language: str) -> None:
    broken = [
        name
        for name, forms in catalogue(language).forms.items()
        if set().union(*map(_places, forms)) != set().union(*map(_places, DUTCH[name]))
    ]
    assert broken == []
