"""The keyboards: every letter of a language can be written, and no key is there twice on a page."""

import pytest

from kiosk.i18n import OWN_NAMES, base
from kiosk.widgets.keyboard_layouts import LAYOUTS, Page, layout_for

ALPHABETS = {
    "nl": "abcdefghijklmnopqrstuvwxyzéëïöüèáà",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "es": "abcdefghijklmnñopqrstuvwxyzáéíóúü¿¡",
    "fr": "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ'",
    "pap": "abcdefghijklmnñopqrstuvwxyzáéíóúèòùü'",
    "ro": "aăâbcdefghiîjklmnopqrsștțuvwxyz",
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى",
}


@pytest.mark.parametrize("language", LAYOUTS)
def test_every_letter_of_the_language_can_be_written(language: str) -> None:
    layout = LAYOUTS[language]
    keys = "".join((*layout.letters, *layout.accents))
    assert set(ALPHABETS[language]) - set(keys) == set()


@pytest.mark.parametrize("language", LAYOUTS)
@pytest.mark.parametrize("page", list(Page))
def test_no_key_is_there_twice_on_a_page(language: str, page: Page) -> None:
    keys = "".join((*LAYOUTS[language].rows(page), LAYOUTS[language].marks))
    assert sorted(keys) == sorted(set(keys))


def test_turkish_keeps_its_two_letters_i_apart_in_capitals() -> None:
    turkish = layout_for("tr")
    assert (turkish.capital("i"), turkish.capital("ı")) == ("İ", "I")


def test_every_language_of_the_interface_has_a_keyboard_of_its_own() -> None:
    assert {base(language) for language in OWN_NAMES} == set(LAYOUTS)


def test_a_language_nobody_made_a_keyboard_for_has_the_dutch_one() -> None:
    assert layout_for("sv") is layout_for("nl") is layout_for("nl@simple")
