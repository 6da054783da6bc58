"""The keys of the on-screen keyboard as data: one layout a language, three pages each.

- Rows are written from left to right as they lie on the panel; a keyboard is never mirrored.
- Every page has three rows; the fourth, with the space bar, is the same for all.
- A layout has all letters of its language on the first two pages.

Deliberately not here: drawing keys (`key.py`) and the words on the action keys (`kiosk/i18n.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Rows = tuple[str, str, str]


class Page(StrEnum):
    """Which keys are seen."""

    LETTERS = "letters"
    ACCENTS = "accents"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of one language."""

    letters: Rows
    accents: Rows
    figures: Rows
    marks: str = ",.?"
    """The three marks beside the space bar."""
    has_capitals: bool = True
    capitals: Mapping[str, str] = field(default_factory=dict)
    """Capitals that are not what Unicode says on its own."""

    def rows(self, page: Page) -> Rows:
        """Gives the rows of a page."""
        return {Page.LETTERS: self.letters, Page.ACCENTS: self.accents, Page.FIGURES: self.figures}[page]

    def capital(self, letter: str) -> str:
        """Gives the capital of a letter, or the letter where it has none."""
        return self.capitals.get(letter, letter.upper() if len(letter.upper()) == 1 else letter)


QWERTY: Rows = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
FIGURES: Rows = ("1234567890", "-/:;()€&@", "'\"!+=%*")
DUTCH = Layout(QWERTY, ("éèëêáàäâíï", "óòöôúùüûç", "ìîñýÿæø"), FIGURES)
ENGLISH = Layout(QWERTY, ("éèëêáàäâíï", "óòöôúùüûç", "ìîñýÿæø"), ("1234567890", "-/:;()£&@", "'\"!+=%*"))
TURKISH = Layout(
    ("qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç"),
    ("âîûéèëáàäíïñ", "óòôúùßæøåêì", "ãõýÿłśźżć"),
    ("1234567890", "-/:;()₺€&@", "'\"!+=%*"),
    capitals={"i": "İ", "ı": "I"},
)
POLISH = Layout(QWERTY, ("ąćęłńóśźżé", "áàäâëêèíï", "öôúùüûç"), ("1234567890", "-/:;()€&@", "'\"!+=%*"))
SPANISH = Layout(
    ("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
    ("áéíóúüàèìò", "ñçâêîôûäëï", "¿¡ªºæœö"),
    ("1234567890", "-/:;()€&@¿", "'\"!¡+=%*"),
)
FRENCH = Layout(
    ("azertyuiop", "qsdfghjklm", "wxcvbn'é"),
    ("èàçêâîôûùë", "éïüöäœæÿáó", "úíñ«»…"),
    ("1234567890", "-/:;()€&@", "'\"!+=%*"),
)
PAPIAMENTU = Layout(
    ("qwertyuiop", "asdfghjklñ", "zxcvbnm'"),
    ("èòùüáéíóúñ", "àâäçêëîïôö", "ìûæÿø"),
    ("1234567890", "-/:;()€&@", "'\"!+=%*"),
)
ROMANIAN = Layout(
    ("qwertyuiopăî", "asdfghjklșț", "zxcvbnmâ"),
    ("ăâîșțáàäéèê", "ëíïóöôőúüűù", "çñß„”«»"),
    FIGURES,
)
GERMAN = Layout(
    ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"),
    ("éèêëáàâíìîï", "óòôúùûçñøåæ", "ýÿłśšžčć"),
    FIGURES,
)
ARABIC = Layout(
    ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظذ"),
    ("أإآپچژگڤ", "َُِّْ", "ًٌٍـ"),
    ("1234567890", "-/:؛()€&@", "'\"!+=%*"),
    marks="،.؟",
    has_capitals=False,
)
LAYOUTS: Mapping[str, Layout] = {
    "nl": DUTCH,
    "en": ENGLISH,
    "ar": ARABIC,
    "tr": TURKISH,
    "pl": POLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "pap": PAPIAMENTU,
    "ro": ROMANIAN,
    "de": GERMAN,
}


def layout_for(language: str) -> Layout:
    """Gives the layout of a language or level; Dutch where there is none."""
    return LAYOUTS.get(language.partition("@")[0], DUTCH)
