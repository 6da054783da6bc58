"""What one row of a form is read with, and what its type says; findings are gathered here, some told once.

- Not here: what a row becomes (questions.py, ranges.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from content.findings import Finding
from content.xlsform.choices import ChoiceList
from content.xlsform.columns import Columns
from content.xlsform.spoken import Spoken
from content.xlsform.workbook import Row
from modules.ids import OptionId

Fields = dict[str, object]


@dataclass(slots=True)
class Reading:
    """What a row is read with: columns, lists, texts so far, findings, and what is counted and told once.

    `ends` are the scales of which only the words at the ends of a ruler were taken.
    """

    survey: Columns
    lists: Mapping[str, ChoiceList]
    spoken: Spoken
    found: list[Finding]
    ends: set[str] = field(default_factory=set)
    told_once: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def note(self, row: Row, code: str, what: str) -> None:
        """Adds a finding at a row."""
        self.found.append(Finding(row.place, code, what))

    def note_once(self, row: Row, code: str, what: str) -> None:
        """Counts something that is told once for the whole form, at its first row."""
        self.told_once.setdefault((code, what), []).append(row.place)

    def counted(self) -> list[Finding]:
        """Gives what was counted, each as one finding."""
        return [
            Finding(places[0], code, what if len(places) == 1 else f"{what}, from here in {len(places)} rows")
            for (code, what), places in self.told_once.items()
        ]

    def said(self, row: Row, column: str, text_id: str) -> str | None:
        """Gives the Dutch of a text in a row."""
        return self.spoken.said(text_id, self.survey.words(row, column), row.place)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a row's type says: the kind of item, and its list where it has one."""

    kind: str
    choices: ChoiceList | None = None

    @property
    def options(self) -> Mapping[str, OptionId]:
        """The item's options by the form's names; none where its kind has none."""
        return self.choices.options if self.choices else {}
