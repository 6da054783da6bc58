"""The texts of a form as they are met: Dutch goes into the source, every other language into its catalogue.

- A text that holds markup or a `${value}` is a finding: the terminal shows plain words.
- Not here: where the id of a text comes from (localise.py has the rule; PACK.md 4).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from content.catalogues import Catalogue, Translation
from content.findings import Finding
from modules.texts import DUTCH, Language

_MARKUP = re.compile(r"\$\{|</?[a-zA-Z][^<>]*>|\*\*|__|\]\(|^#{1,6} ", re.MULTILINE)


@dataclass(slots=True)
class Spoken:
    """Translations by language and text id, in the order of the form."""

    found: list[Finding]
    translations: dict[Language, dict[str, Translation]] = field(default_factory=dict)

    def said(self, text_id: str, words: Mapping[Language, str], place: str) -> str | None:
        """Gives the Dutch of a text, none where there is none, and keeps its translations."""
        if any(_MARKUP.search(text) for text in words.values()):
            self.found.append(Finding(place, "label-plain", text_id))
        dutch = words.get(DUTCH)
        for language, text in words.items():
            if language != DUTCH and dutch is not None:
                self.translations.setdefault(language, {})[text_id] = Translation(
                    dutch, text, is_fuzzy=False, place=place
                )
        return dutch

    def forget(self, before: str) -> None:
        """Drops the translations of what was left out: every text whose id begins so."""
        for translations in self.translations.values():
            for text_id in [text_id for text_id in translations if text_id.startswith(before)]:
                del translations[text_id]

    def catalogues(self) -> tuple[Catalogue, ...]:
        """Gives a catalogue a language, none of them reviewed."""
        return tuple(
            Catalogue(language, "survey:1", dict(translations), is_reviewed=False)
            for language, translations in sorted(self.translations.items())
        )
