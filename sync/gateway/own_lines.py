"""What happened with a person, as lines for his paper: each event the gateway can read is told, none is left out.

- The same events, groups and words as on his screen (modules/kept.py, screen_words.json), in Dutch and in his language.
- An event of a kind that has no words of its own yet is told all the same, with what stands in it.
- Who looked comes from the access log, so it is no line here (own_print.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from babel.dates import format_date
from pydantic import BaseModel

from modules.access import Action
from modules.errors import MalformedError
from modules.events import (
    AnswerGiven,
    Event,
    ExerciseDone,
    MentorQuestionAsked,
    PlanDeclined,
    PlanSigned,
    RecordAccessed,
    ThemeFinished,
)
from modules.exercises import Answer
from modules.exercises.shared import Audience
from modules.ids import ItemId, StaffId
from modules.kept import DAY, WORDS_OF, Group, group_of, leaves
from modules.plan.document import Both, Own, PlanDocument
from modules.reasons import DisagreeReason
from modules.roster import Roster
from modules.texts import DUTCH, Language
from sync.gateway.drplan import DrPlan
from sync.gateway.own_print_words import SCREEN_WORDS
from sync.gateway.titles import Titles
from sync.gateway.words import LANGUAGES, whole_moment

Pair = tuple[str, str]
"""Something in Dutch and in the person's language; the second is empty where it is the same."""


@dataclass(frozen=True, slots=True)
class Told:
    """A label and what was said, each in Dutch and in the person's language."""

    label: Pair
    said: tuple[Pair, ...]


class OwnLines:
    """Writes the lines of one person's paper."""

    def __init__(self, roster: Roster, titles: Titles, reads: Language, *, vris: bool = False) -> None:
        self._roster = roster
        self._titles = titles
        self._reads = reads
        self._vris = vris

    def both(self, name: str) -> Pair:
        """Gives the words that stand on the screen under a name."""
        forms = SCREEN_WORDS[name]
        return beside(forms["nl"], forms.get(self._reads, ""))

    def staff(self, staff: StaffId) -> Pair:
        """Gives the name of a member of staff."""
        name = self._roster.staff_name(staff)
        return (name, "") if name else self.both("me.colleague")

    def deed(self, action: Action) -> Pair:
        """Gives what a member of staff did."""
        name = f"did.{action}"
        return self.both(name) if name in SCREEN_WORDS else (action.replace("_", " "), "")

    def of(self, plan: DrPlan, group: Group) -> Iterator[Told]:
        """Gives a line for everything of one group, newest first."""
        for one in reversed(plan.happened):
            if group_of(one.event) is group and not isinstance(one.event, RecordAccessed):
                label, said = self._line(one.event)
                yield Told(label, (*said, (whole_moment(one.arrived_ms), "")))

    def _line(self, event: Event) -> tuple[Pair, tuple[Pair, ...]]:
        match event:
            case AnswerGiven(item=item, answer=answer, audience=audience):
                return self._question(item), (*self._answer(item, answer), self._value(audience))
            case ExerciseDone(item=item, answer=answer, audience=audience, module=module):
                return self._question(item), (*self._answer(item, answer), self._value(module), self._value(audience))
            case MentorQuestionAsked():
                return self._label(event), tuple(self._shared(event))
            case ThemeFinished(theme=theme, answered=answered, skipped=skipped):
                dutch, own = self.both("me.theme_counts")
                counts = {"answered": answered, "skipped": skipped}
                return self._label(event), (self._value(theme), (dutch.format(**counts), own.format(**counts)))
            case PlanSigned():
                return self._label(event), tuple(self._document(event))
            case PlanDeclined():
                return self._label(event), tuple(self._declined(event))
            case _:
                return self._label(event), tuple(self._leaves(event))

    def _label(self, event: Event) -> Pair:
        name = f"me.event.{event.kind.partition('/')[0]}"
        return self.both(name if name in SCREEN_WORDS else "me.event.other")

    def _question(self, item: ItemId) -> Pair:
        return self._named(item) or self.both("me.old_question")

    def _answer(self, item: ItemId, answer: Answer) -> tuple[Pair, ...]:
        dutch, own = (self._titles.in_language(item, answer, one)[1] for one in (DUTCH, self._reads))
        said = tuple(beside(nl, two) for nl, two in zip(dutch, own, strict=True))
        return said or tuple(self._leaves(answer)) or (self.both("overview.none_chosen"),)

    def _shared(self, event: MentorQuestionAsked) -> Iterator[Pair]:
        yield self._value(event.module)
        for one in event.shared:
            yield self._question(one.item)
            yield from self._answer(one.item, one.answer)
        if event.question:
            asked = (self._titles.mentor_question(event.module, event.question, one) for one in (DUTCH, self._reads))
            yield beside(*asked)

    def _declined(self, event: PlanDeclined) -> Iterator[Pair]:
        yield self._value(event.reason)
        if event.because is not None and event.because.own:
            yield event.because.own, ""
        elif event.because is not None:
            yield from (self._value(one) for one in DisagreeReason if one.value == event.because.option)

    def _document(self, event: PlanSigned) -> Iterator[Pair]:
        try:
            document = PlanDocument.parse(event.document)
        except MalformedError:
            return
        yield _shown(document.statement)
        for line in (line for section in document.sections for block in section.blocks for line in block):
            values = [_shown(value) for value in line.values]
            dutch, own = (", ".join(value[one] or value[0] for value in values) for one in (0, 1))
            label = _shown(line.label)
            yield beside(f"{label[0]}: {dutch}", f"{label[1] or label[0]}: {own}")

    def _leaves(self, value: BaseModel) -> Iterator[Pair]:
        return (self._value(one) for one in leaves(value))

    def _value(self, value: object) -> Pair:
        if isinstance(value, bool):
            return self.both("answers.yes" if value else "answers.no")
        if value is Audience.DR_PLAN and self._vris:
            return self.both("audience.dr_plan_vris")
        if isinstance(value, Enum):
            return self.both(f"{WORDS_OF[type(value)]}.{value.value}")
        text = str(value)
        if DAY.fullmatch(text):
            on = date.fromisoformat(text)
            return beside(*(format_date(on, "d MMMM y", locale=one) for one in (DUTCH, self._reads)))
        if text.startswith("s-"):
            return self.staff(StaffId(text))
        return self._named(text) or (LANGUAGES.get(text, text), "")

    def _named(self, text: str) -> Pair | None:
        dutch, own = (self._titles.named(text, one) for one in (DUTCH, self._reads))
        return beside(dutch, own) if dutch else None


def beside(dutch: str, own: str) -> Pair:
    """Gives both, the second only where it says it otherwise."""
    return dutch, "" if own == dutch else own


def _shown(value: Both | Own) -> Pair:
    return (value.own, "") if isinstance(value, Own) else beside(value.nl, value.shown)
