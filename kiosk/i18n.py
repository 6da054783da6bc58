"""The words of the interface, in each language and level, with Dutch where a word is not there yet.

- A word is known by a stable name such as `foot.next`, never by its Dutch text; Dutch is a catalogue like the others.
- Catalogues are gettext `.po` files, read as they are: no compiled copy that could be of another day.
- A missing word falls back from the level to its language, and from there to Dutch; `missing()` says which did.
- Plurals follow each catalogue's own rule; numbers and dates are written by Babel in the language shown.

Deliberately not here: texts of questions and modules (they are in packs), and which screen says what (`kiosk/views/`).
"""

from __future__ import annotations

import datetime as dt
import gettext
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from modules.errors import MalformedError
from modules.retention import UNIT_WORDS, Unit, in_units

LOCALES = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "nl"
OWN_NAMES: Mapping[str, str] = {
    "nl": "Nederlands",
    "nl@simple": "Makkelijk Nederlands",
    "en": "English",
    "ar": "العربية",
    "tr": "Türkçe",
    "pl": "Polski",
    "es": "Español",
    "fr": "Français",
    "pap": "Papiamentu",
    "ro": "Română",
    "de": "Deutsch",
}
"""Every language of the interface by its own name, in the order in which a person sees them."""
RIGHT_TO_LEFT = frozenset({"ar"})
NUMBERS_LIKE: Mapping[str, str] = {"pap": SOURCE_LANGUAGE}
"""Languages for which Babel knows no marks in numbers, which it then writes as English does."""
PLURAL_RULE = re.compile(r"plural=([^;]+)")
FIELD = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*(".*")$')


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Gives the reading direction of a language."""
    return "rtl" if base(language) in RIGHT_TO_LEFT else "ltr"


def base(language: str) -> str:
    """Gives the language of a level: `nl` for `nl@simple`."""
    return language.partition("@")[0]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One `.po` file: forms of each word by name, and the rule that chooses a form."""

    language: str
    forms: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]


@cache
def catalogue(language: str) -> Catalogue:
    """Gives the catalogue of a language or level as it stands on disk.

    Raises:
        MalformedError: there is no such catalogue, or it can't be read.
    """
    path = LOCALES / language / "LC_MESSAGES" / "kiosk.po"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise MalformedError(f"no catalogue for {language}", hint="install kvv-kiosk again") from error
    return parse_catalogue(language, text)


def parse_catalogue(language: str, text: str) -> Catalogue:
    """Gives the catalogue written in a `.po` text.

    Raises:
        MalformedError: a line is neither a comment nor part of an entry.
    """
    forms: dict[str, tuple[str, ...]] = {}
    for block in re.split(r"\n\s*\n", text):
        name, written = _entry(language, block)
        if any(written):
            forms[name] = written
    header = forms.pop("", ("",))[0]
    rule = PLURAL_RULE.search(header)
    return Catalogue(language, forms, gettext.c2py(rule.group(1).strip() if rule else "n != 1"))


def _entry(language: str, block: str) -> tuple[str, tuple[str, ...]]:
    fields: dict[str, str] = {}
    field = ""
    for line in block.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        found = FIELD.match(line.strip())
        if found is None or not (found.group(1) or field):
            raise MalformedError(f"the catalogue for {language} has a line that is not part of an entry")
        field = found.group(1) or field
        fields[field] = fields.get(field, "") + str(json.loads(found.group(2)))
    written = tuple(fields[key] for key in sorted(fields) if key.startswith("msgstr"))
    return fields.get("msgid", ""), written


BABEL_DAYS: Mapping[Unit, int] = {"year": 365, "month": 30, "day": 1}
"""How many days Babel takes a unit for."""
NEVER = 1e9
"""Has Babel tell a term in the unit that was asked for, never in a larger one."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language or level; `words("foot.next")` gives the text."""

    language: str

    def __call__(self, name: str, count: int | None = None, **values: object) -> str:
        """Gives the text of a name, with `values` in it, in the form that fits `count`.

        Raises:
            KeyError: not even Dutch has the name; a mistake in the program, not in a catalogue.
        """
        for language in chain(self.language):
            book = catalogue(language)
            forms = book.forms.get(name)
            if forms is not None:
                text = forms[min(book.plural(count), len(forms) - 1)] if count is not None else forms[0]
                return text.format(count=count, **values) if values or count is not None else text
        raise KeyError(name)

    def missing(self) -> frozenset[str]:
        """Gives the names that this language's own catalogue lacks and Dutch has."""
        own = {name for language in chain(self.language)[:-1] for name in catalogue(language).forms}
        source = frozenset(catalogue(SOURCE_LANGUAGE).forms)
        return frozenset() if base(self.language) == SOURCE_LANGUAGE else source - own

    def number(self, value: float) -> str:
        """Gives a number as this language writes it, in the digits people here are used to."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - the first screen shows no number

        own = base(self.language)
        return format_decimal(value, locale=NUMBERS_LIKE.get(own, own), numbering_system="latn")

    def day(self, value: dt.date, length: Literal["short", "medium", "long", "full"] = "long") -> str:
        """Gives a day as this language writes it."""
        from babel.dates import format_date  # noqa: PLC0415 - as above

        return format_date(value, format=length, locale=base(self.language))

    def term(self, days: int) -> str:
        """Gives a term as people say it: `6 months`."""
        from babel.dates import format_timedelta  # noqa: PLC0415 - as above

        count, unit = in_units(days)
        own = UNIT_WORDS.get(base(self.language))
        if own is not None:
            return f"{count} {own[unit]}"
        length = dt.timedelta(days=count * BABEL_DAYS[unit])
        return format_timedelta(length, unit, threshold=NEVER, locale=base(self.language))


@cache
def month_names(language: str) -> tuple[str, ...]:
    """Gives the twelve months as this language names them by themselves."""
    from babel.dates import get_month_names  # noqa: PLC0415 - as above

    names = get_month_names("wide", context="stand-alone", locale=base(language))
    return tuple(names[month] for month in range(1, 13))


def chain(language: str) -> tuple[str, ...]:
    """Gives the catalogues to ask, in order: the level, its language, Dutch."""
    return tuple(dict.fromkeys((language, base(language), SOURCE_LANGUAGE)))


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The words of the fixed frame, which are on every screen."""

    read_aloud: str
    stop_reading: str
    language: str
    hide: str
    finish: str


@cache
def frame_words(words: Words) -> FrameWords:
    """Gives the words of the fixed frame."""
    return FrameWords(
        read_aloud=words("top.read_aloud"),
        stop_reading=words("top.stop_reading"),
        language=words("top.language"),
        hide=words("top.hide"),
        finish=words("top.finish"),
    )


@dataclass(frozen=True, slots=True)
class KeyboardWords:
    """The words on the keys that write no letter."""

    space: str
    letters: str
    figures: str
    capitals: str
    erase: str


@cache
def keyboard_words(words: Words) -> KeyboardWords:
    """Gives the words of the on-screen keyboard."""
    return KeyboardWords(
        space=words("keyboard.space"),
        letters=words("keyboard.letters"),
        figures=words("keyboard.figures"),
        capitals=words("keyboard.capitals"),
        erase=words("keyboard.erase"),
    )
