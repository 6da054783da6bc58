"""The fixed words of a printed plan, in every language a plan can be shown in; what the person wrote is not here.

- Short lines and known words, as on the screen; a language without words here is read in Dutch.
- They stand in `paper_words.json`; translations are by whoever wrote it and unreviewed, like those of the terminal.
- Not here: texts of packs, which the signed plan carries itself (modules/plan/document.py).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.dates import format_datetime

from sync.gateway.clock import netherlands


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Every fixed sentence of a printed plan in one language; `{…}` is filled in."""

    locale: str
    plan_of: str
    page: str
    goal: str
    more: str
    who_sees: str
    signed: str
    who: str
    person_signed: str
    when: str
    sure: str
    unsure: str
    stamped: str
    mentor: str
    mentor_signed: str
    mentor_not_yet: str
    house: str
    house_sealed: str
    mark: str
    code: str

    def moment(self, time_ms: int) -> str:
        """Gives a day and time in full, in this language, in the time of the Netherlands."""
        at = datetime.fromtimestamp(time_ms / 1000, UTC)
        said = format_datetime(at, "d MMMM y, HH:mm", tzinfo=netherlands(), locale=self.locale)
        return said.replace(" ", "\u00a0")  # a day is not parted over two lines


WORDS: Mapping[str, PaperWords] = {
    language: PaperWords(**words)
    for language, words in json.loads(Path(__file__).with_name("paper_words.json").read_text(encoding="utf-8")).items()
}


def paper_words(language: str) -> PaperWords:
    """Gives the words of a language, or the Dutch ones."""
    return WORDS.get(language, WORDS["nl"])
