"""Text: one sentence in several languages and levels, so that a screen never shows a blank.

- Dutch (`nl`, level B1) is always there; every other language falls back to it, `nl@simple` to `nl` too.
- A fallback can be asked for, so that a readiness report counts it and a plan can say which language was shown.
- Not here: the interface's own catalogues (kiosk/i18n.py) and where texts come from (content/source.py).
"""

from collections.abc import Mapping
from typing import Annotated, NewType, Self

from pydantic import ConfigDict, RootModel, StringConstraints, model_validator

Language = NewType("Language", Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(@simple)?$")])
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=2000)]

DUTCH = Language("nl")
SIMPLE_DUTCH = Language("nl@simple")


class Text(RootModel[dict[Language, Sentence]]):
    """One sentence or paragraph, keyed by language (`nl`, `nl@simple`, `en`, …); `nl` is required."""

    model_config = ConfigDict(frozen=True, strict=True)

    @model_validator(mode="after")
    def _has_dutch(self) -> Self:
        if DUTCH not in self.root:
            raise ValueError("a text needs its Dutch (nl) sentence")
        return self

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))

    @property
    def dutch(self) -> str:
        """The Dutch sentence."""
        return self.root[DUTCH]

    def in_language(self, language: Language) -> str:
        """Gives the sentence in `language`, else in Dutch."""
        return self.root.get(language) or self.root[DUTCH]

    def is_in(self, language: Language) -> bool:
        """Tells whether `language` has a sentence of its own."""
        return language in self.root


def dutch_text(sentence: str, others: Mapping[Language, str] | None = None) -> Text:
    """Gives a Text from its Dutch sentence and any others."""
    return Text({DUTCH: sentence, **(others or {})})
