"""The rules on words that a program can hold: lengths, forbidden words, script, placeholders; pure, on text.

- Dutch (B1): at most 15 words a sentence. Simple Dutch (A2): at most 10, each sentence on a line of its own.
- Nothing asks about, names or suggests an offence, in any of the eleven languages; nothing scolds; `je`, never `u`.
- Not here: whether a text is warm and true (its author), and where it stands (lint.py).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

DUTCH_WORDS = 15
SIMPLE_WORDS = 10
ODD_SHORT, ODD_LONG = 0.35, 2.6
_COMPARED_FROM = 24
_SAME_FROM = 4

_SENTENCE_END = re.compile(r"(?<=[.!?:;…])\s+")
_WORD = re.compile(r"\w[\w'’-]*")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_LETTER_ALONE = re.compile(r"\b[aeiou](?:[bdfgkpt]r|[bdfgklmnpqrstvwz]|pl|bl|kl)[aeiouy]", re.IGNORECASE)
_NO = re.compile(r"\b(niet|geen|nooit|niemand|niets|nergens|zonder)\b", re.IGNORECASE)
_FORMAL = re.compile(r"\b(u|uw)\b", re.IGNORECASE)

# Stems: a word that begins so is forbidden. `schuld` is not among them: debts are a basic condition.
_FORBIDDEN: Mapping[str, tuple[str, ...]] = {
    "nl": (
        "aangifte", "aangeklaagd", "aanklacht", "bekennen", "bajes", "berouw", "boef", "crimine", "dader", "dealen",
        "delict", "diefstal", "drugs", "fout", "geweld", "gestolen", "inbraak", "inbreken", "justitiabele", "misbruik",
        "misdaad", "misdad", "misdrijf", "moord", "overval", "overtreding", "pleger", "recidiv", "risico", "schuldig",
        "slachtoffer", "spijt", "steelt", "stelen", "straf", "verdacht", "verdachte", "verplicht", "veroordeel",
        "wapen",
    ),
    "en": (
        "convict", "crime", "crimin", "felon", "guilt", "inmate", "mandatory", "murder", "offence", "offend", "offense",
        "perpetrator", "recidiv", "robbery", "steal", "suspect", "theft", "victim", "violen",
    ),
    "ar": ("جريم", "الجريم", "ضحي", "الضحي", "مذنب", "المذنب", "مجرم", "المجرم", "سرقة", "السرقة"),
    "de": (
        "diebstahl", "gewalttat", "kriminal", "kriminell", "opfer", "straftat", "straftäter", "täter", "verbrech",
        "verdächtig", "überfall",
    ),
    "es": ("agresor", "crimen", "criminal", "culpable", "delincuen", "delito", "robo", "víctima"),
    "fr": ("agress", "coupable", "crime", "criminel", "délinquan", "délit", "cambriol", "victime"),
    "pap": ("delito", "kriminal", "kulpabel", "víktima", "viktima"),
    "pl": ("kradzie", "ofiar", "przestęp", "sprawc", "zbrodni"),
    "ro": ("crimă", "criminal", "furt", "infracțiun", "infractor", "victim", "vinovat"),
    "tr": ("hırsız", "kurban", "mağdur", "suç", "sanık"),
}  # fmt: skip
_FORBIDDEN_PHRASES: Mapping[str, tuple[str, ...]] = {"nl": ("je moet", "moet je"), "en": ("you must",)}
_SCRIPTS: Mapping[str, str] = {"ar": "ARABIC", "fa": "ARABIC", "ru": "CYRILLIC", "uk": "CYRILLIC", "bg": "CYRILLIC"}


def sentences(text: str) -> Iterator[str]:
    """Gives the sentences of a text; a line's end ends one too."""
    for line in text.splitlines():
        yield from (part for part in _SENTENCE_END.split(line.strip()) if part)


def too_long(text: str, most_words: int) -> Iterator[tuple[str, int]]:
    """Gives each sentence of more than `most_words` words, with its number of words."""
    for sentence in sentences(text):
        count = len(_WORD.findall(sentence))
        if count > most_words:
            yield sentence, count


def words(text: str) -> list[str]:
    """Gives the words of a text."""
    return _WORD.findall(text)


def letters_alone(dutch: str) -> int:
    """Counts the words whose first syllable is one letter (`o-ver`, `a-vond`): hyphenation never parts those."""
    return len(_LETTER_ALONE.findall(dutch))


def twice_no(dutch: str) -> Iterator[str]:
    """Gives each part of a Dutch sentence, up to a comma, that says no twice."""
    for sentence in sentences(dutch):
        yield from (
            part.strip() for part in re.split(r"[,–—]| maar | en | of ", sentence) if len(_NO.findall(part)) > 1
        )


def shares_a_line(text: str) -> bool:
    """Tells whether two sentences stand on one line."""
    return any(len(list(sentences(line))) > 1 for line in text.splitlines())


def is_formal(dutch: str) -> bool:
    """Tells whether a Dutch text says `u` or `uw`."""
    return bool(_FORMAL.search(dutch))


def forbidden(text: str, language: str) -> Iterator[str]:
    """Gives each forbidden word or phrase in a text; languages without a list of their own give none."""
    base = language.partition("@")[0]
    stems = _FORBIDDEN.get(base, ())
    small = text.lower()
    yield from (word for word in _WORD.findall(small) if word.startswith(stems) and stems)
    yield from (phrase for phrase in _FORBIDDEN_PHRASES.get(base, ()) if re.search(rf"\b{phrase}\b", small))


def placeholders(text: str) -> list[str]:
    """Gives the `{names}` in a text, in order of name."""
    return sorted(_PLACEHOLDER.findall(text))


def is_in_script(text: str, language: str) -> bool:
    """Tells whether most letters of a text are of the script its language is written in."""
    letters = [letter for letter in text if letter.isalpha()]
    script = _SCRIPTS.get(language.partition("@")[0], "LATIN")
    fitting = sum(_script(letter) == script for letter in letters)
    return 2 * fitting >= len(letters)


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def is_same(text: str, dutch: str) -> bool:
    """Tells whether a translation of more than a few words is the Dutch text itself."""
    return text == dutch and len(_WORD.findall(dutch)) >= _SAME_FROM


def is_odd_length(text: str, dutch: str) -> bool:
    """Tells whether a translation is far longer or shorter than the Dutch."""
    return len(dutch) >= _COMPARED_FROM and not ODD_SHORT <= len(text) / len(dutch) <= ODD_LONG
