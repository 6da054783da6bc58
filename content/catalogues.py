"""Translations of a pack: one gettext catalogue per language and level, keyed by stable text ids.

- `msgctxt` is the text id (`basics.debts.prompt`), `msgid` the Dutch sentence, `msgstr` the translation.
- A translation whose Dutch has changed since is kept, flagged `fuzzy`, and not used.
- The header `X-Review: none` says that no one who speaks the language has read it.
- What was read is kept by its bytes: a preview that reads a folder again parses only what was edited.
- Not here: which texts there are (source.py), and what is wrong with a translation (lint.py).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polib

from content.findings import Finding
from modules.errors import PackError
from modules.texts import Language

REVIEW = "X-Review"
_NAME = re.compile(r"([a-z]{2,3}(@simple)?)\.po")
_LINE = re.compile(r"\(line (\d+)\)")
_WIDTH = 110


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as the author wrote it, in Dutch, and where."""

    id: str
    dutch: str
    place: str


@dataclass(frozen=True, slots=True)
class Translation:
    """One text in another language; `dutch` is the sentence it was made from."""

    dutch: str
    words: str
    is_fuzzy: bool
    place: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All translations into one language, by text id."""

    language: Language
    place: str
    translations: Mapping[str, Translation]
    is_reviewed: bool

    def sentence(self, text_id: str, dutch: str) -> str | None:
        """Gives the translation of exactly this Dutch sentence, if there is one that may be used."""
        found = self.translations.get(text_id)
        if found is None or found.is_fuzzy or found.dutch != dutch:
            return None
        return found.words or None


def read_catalogues(folder: Path) -> Iterator[Catalogue]:
    """Gives the catalogues in a `locale` folder, in order of language.

    Raises:
        PackError: A catalogue cannot be read.
    """
    for path in sorted(folder.glob("*.po")):
        place = f"{folder.name}/{path.name}"
        named = _NAME.fullmatch(path.name)
        if named is None:
            raise _broken(place, "the name is no language")
        yield _parsed(_text(path, place), place, Language(named[1]))


def update_catalogue(path: Path, texts: Iterable[SourceText]) -> tuple[int, int]:
    """Writes a catalogue anew for these texts, keeping its translations; gives how many are used, and how many texts.

    Raises:
        PackError: The catalogue there cannot be read.
    """
    old = _opened(_text(path, path.name), path.name) if path.exists() else None
    kept = {entry.msgctxt: entry for entry in old} if old is not None else {}
    fresh = _empty(path)
    if old is not None:
        fresh.metadata = dict(old.metadata)
    for text in texts:
        before = kept.get(text.id)
        entry = polib.POEntry(msgctxt=text.id, msgid=text.dutch, occurrences=[(text.place.rpartition(":")[0], "")])
        if before is not None and before.msgstr:
            entry.msgstr = before.msgstr
            if before.msgid != text.dutch or before.fuzzy:
                entry.flags = ["fuzzy"]
                entry.previous_msgid = before.previous_msgid or before.msgid
        fresh.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(path))
    return len(fresh.translated_entries()), len(fresh)


def write_catalogue(path: Path, texts: Iterable[SourceText], words: Mapping[str, str]) -> None:
    """Writes a new catalogue for these texts with the translations there are, by text id; nobody has reviewed it."""
    fresh = _empty(path)
    for text in texts:
        fresh.append(polib.POEntry(msgctxt=text.id, msgid=text.dutch, msgstr=words.get(text.id, "")))
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(path))


def _empty(path: Path) -> polib.POFile:
    fresh = polib.POFile(wrapwidth=_WIDTH)
    fresh.header = f"Texts of a pack in {path.stem}: msgctxt is the text id, msgid the Dutch (content/PACK.md 4)."
    fresh.metadata = _header(path)
    return fresh


def _header(path: Path) -> dict[str, str]:
    return {
        "Language": path.stem,
        REVIEW: "none",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }


def _text(path: Path, place: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(place, "the file cannot be read as text") from error


def _opened(text: str, place: str) -> polib.POFile:
    try:
        opened = polib.pofile(f"{text}\n", wrapwidth=_WIDTH)
    except (OSError, ValueError) as error:
        line = _LINE.search(str(error))
        raise _broken(f"{place}:{line[1]}" if line else place, "no entry can be read here") from error
    ids = [entry.msgctxt for entry in opened if not entry.obsolete]
    if len(set(ids)) < len(ids):
        raise _broken(place, f"{next(one for one in ids if ids.count(one) > 1)} stands twice")
    return opened


def _broken(place: str, what: str) -> PackError:
    finding = Finding(place, "catalogue-broken", what)
    return PackError("a catalogue cannot be read", hint=finding.remedy, findings=[finding])


@lru_cache(maxsize=64)
def _parsed(text: str, place: str, language: Language) -> Catalogue:
    opened = _opened(text, place)
    return Catalogue(
        language=language,
        place=f"{place}:1",
        translations={
            entry.msgctxt or "": Translation(entry.msgid, entry.msgstr, entry.fuzzy, f"{place}:{entry.linenum}")
            for entry in opened
        },
        is_reviewed=opened.metadata.get(REVIEW, "none") != "none",
    )
