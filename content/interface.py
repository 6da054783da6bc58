"""How far the words of the terminal's own screens are, per language; the catalogues are read as files, not as code.

- `msgid` is a stable name; the Dutch catalogue is the source. A word that a language lacks is shown in Dutch.
- An entry with the comment `unreviewed` was not read by anybody who speaks the language.
- Not here: what the terminal does with them (kiosk/i18n.py), and the texts of packs (readiness.py).
"""

from collections.abc import Iterator
from pathlib import Path

import polib

from content.readiness import LANGUAGES, Row, row
from modules.texts import DUTCH

LOCALES = Path(__file__).parent.parent / "kiosk" / "locale"
UNREVIEWED = "unreviewed"


def interface_readiness(locales: Path = LOCALES) -> Iterator[Row]:
    """Gives a row for each language of packs; all of it falls back where the interface has no catalogue."""
    dutch = {entry.msgid: _words(entry) for entry in _entries(locales, DUTCH)}
    for language in LANGUAGES:
        entries = {entry.msgid: entry for entry in _entries(locales, language)}
        own = {name: _words(entry) for name, entry in entries.items()}
        unread = [
            name
            for name, entry in entries.items()
            if UNREVIEWED in entry.comment and own[name] not in ("", dutch[name])
        ]
        said = [(own.get(name) or None, words) for name, words in dutch.items()]
        yield row(language, said, unreviewed=len(unread), spoken=0)


def _entries(locales: Path, language: str) -> list[polib.POEntry]:
    path = locales / language / "LC_MESSAGES" / "kiosk.po"
    return list(polib.pofile(str(path), encoding="utf-8")) if path.is_file() else []


def _words(entry: polib.POEntry) -> str:
    """Gives the words of an entry; of a counted one its forms, a line each."""
    return "\n".join(entry.msgstr_plural.values()) if entry.msgid_plural else str(entry.msgstr)
