"""How far a pack is, per language: translated, equal, falling back, unreviewed, spoken, easy to read; pure.

- The counts stand apart (SETTLED 29): equal to the source is no translation, a fallback is Dutch on screen.
- Reading ease is Flesch's in Douma's numbers for Dutch, 206.84 - 77 syllables a word - 0.93 words a sentence: 60 and
  more is plain. textstat counts; it is pinned to Dutch, for which it needs nothing from the network. It finds syllables
  by hyphenation, which leaves no first letter alone: those are added. Only sentences count, and in simple Dutch also
  those that it shares with the Dutch: a button of one word is always easy.
- Not here: whether it fits a screen (fitting.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from content import words
from content.findings import Finding
from content.hearing import heard
from content.source import Draft
from modules.texts import DUTCH, SIMPLE_DUTCH, Language

LANGUAGES = ("nl", SIMPLE_DUTCH, "en", "ar", "tr", "pl", "es", "fr", "pap", "ro", "de")
"""The catalogues every pack and the interface are asked for (SETTLED 29)."""
A_SENTENCE = 4
A_TEXT = 12
HARD = 40.0
SYLLABLE_COSTS = 77.0
"""Of reading ease, for each syllable a word."""


@dataclass(frozen=True, slots=True)
class Row:
    """One language: counts of texts, and for Dutch the mean words of a sentence and the reading ease."""

    language: str
    texts: int
    translated: int
    same: int
    fallback: int
    unreviewed: int
    spoken: int
    sentence_words: float | None = None
    ease: float | None = None


COUNTS = ("texts", "translated", "same", "fallback", "unreviewed", "spoken")


def readiness(draft: Draft) -> Iterator[Row]:
    """Gives a row for each language that is asked for, and for each other one that has a catalogue."""
    catalogues = {str(catalogue.language): catalogue for catalogue in draft.catalogues}
    others = (language for language in catalogues if language not in LANGUAGES)
    for language in (*LANGUAGES, *others):
        catalogue = catalogues.get(language)
        said: list[tuple[str | None, str]] = [(text.dutch, text.dutch) for text in draft.texts]
        if language != DUTCH:
            said = [
                (catalogue.sentence(text.id, text.dutch) if catalogue else None, text.dutch) for text in draft.texts
            ]
        unread = (
            0 if catalogue is None or catalogue.is_reviewed else sum(own not in (None, dutch) for own, dutch in said)
        )
        yield row(language, said, unreviewed=unread, spoken=heard(draft, Language(language)))


def row(language: str, said: Sequence[tuple[str | None, str]], *, unreviewed: int, spoken: int) -> Row:
    """Gives the row of a language from what it says of its own, if anything, and the Dutch, for each text."""
    is_source = language == DUTCH
    own = sum(one is not None and (is_source or one != dutch) for one, dutch in said)
    same = 0 if is_source else sum(one == dutch for one, dutch in said)
    level = _level(one or dutch for one, dutch in said) if language in (DUTCH, SIMPLE_DUTCH) else {}
    return Row(language, len(said), own, same, len(said) - own - same, unreviewed, spoken, **level)


def together(parts: Iterable[Sequence[Row]]) -> Iterator[Row]:
    """Gives the counts of several parts as one row for each language, with no reading level."""
    rows = [row for part in parts for row in part]
    for language in dict.fromkeys(row.language for row in rows):
        of_it = [row for row in rows if row.language == language]
        yield Row(language, *(sum(getattr(row, name) for row in of_it) for name in COUNTS))


def hard_texts(draft: Draft) -> Iterator[Finding]:
    """Gives the Dutch texts that are hard to read."""
    for text in draft.texts:
        if len(words.words(text.dutch)) >= A_TEXT and (ease := reading_ease(list(words.sentences(text.dutch)))) < HARD:
            yield Finding(text.place, "reading-hard", f"{text.id}: reading ease {ease:.0f}")


def table(rows: Sequence[Row]) -> str:
    """Gives the rows as lines, a column each."""
    names = [field.name.replace("_", " ") for field in fields(Row)]
    lines = [names, *([_told(getattr(row, field.name)) for field in fields(Row)] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(names))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def _told(value: object) -> str:
    return "-" if value is None else f"{value:.1f}" if isinstance(value, float) else str(value)


def _level(texts: Iterable[str]) -> dict[str, float]:
    """Gives the mean words of a sentence and the reading ease; nothing where there are no sentences."""
    every = [sentence for text in texts for sentence in words.sentences(text)]
    whole = [sentence for sentence in every if len(words.words(sentence)) >= A_SENTENCE]
    if not whole:
        return {}
    return {"sentence_words": sum(len(words.words(one)) for one in whole) / len(whole), "ease": reading_ease(whole)}


def reading_ease(sentences: Sequence[str]) -> float:
    """Gives the reading ease of Dutch sentences."""
    from textstat.textstat import textstatistics  # noqa: PLC0415  slow to load, and only readiness needs it

    counting = textstatistics()
    counting.set_lang(DUTCH)
    text = " ".join(f"{sentence.rstrip('.!?:;…')}." for sentence in sentences)
    more = words.letters_alone(text) / float(counting.lexicon_count(text))
    return float(counting.flesch_reading_ease(text)) - SYLLABLE_COSTS * more
