"""What the gateway has of a person, to print for him: in Dutch and, beside it, in the language he reads.

- Only what the gateway can read: what is his alone is sealed with a key it does not have; the paper says so, and where.
- Who looked stands on it as well, from the access log.
- Not here: markup (templates/own_print.html), who may print it (pages.py, verbs.py), the whole on the screen
  (kiosk/views/kept.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from modules.events import CorrectionAsked, DataPrintAsked, LoginFailed, SessionStarted
from modules.plan.document import Both, Own
from modules.roster import Roster, RosterPerson
from modules.texts import DUTCH, Language
from sync.gateway.audit import Access
from sync.gateway.drplan import DrPlan
from sync.gateway.own_print_words import CORRECTIONS, DEEDS, PRINT_WORDS
from sync.gateway.titles import Titles
from sync.gateway.words import PHRASES, REPLIES, language, whole_moment


@dataclass(frozen=True, slots=True)
class Told:
    """A label and what was said, each in Dutch and in the person's language; the second is empty where it is Dutch."""

    label: tuple[str, str]
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PrintPart:
    """One part of the paper."""

    title: tuple[str, str]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class OwnPrint:
    """The whole paper."""

    name: str
    institution: str
    language: str
    is_right_to_left: bool
    title: tuple[str, str]
    only_you: tuple[str, str]
    parts: tuple[PrintPart, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands around a person's own events: the roster, titles, the access log, the time."""

    roster: Roster
    titles: Titles
    looks: Sequence[Access]
    now_ms: int


def own_print(person: RosterPerson, plan: DrPlan, seen: Seen) -> OwnPrint:
    """Gives the paper of one person."""
    reads = Language((plan.progress.language or person.language).partition("@")[0])
    paper = _Paper(seen.roster, seen.titles, reads)
    parts = (
        PrintPart(paper.both("self"), tuple(paper.self_of(person))),
        PrintPart(paper.both("answers"), tuple(paper.answers(plan))),
        PrintPart(paper.both("plan"), tuple(paper.plan(plan))),
        PrintPart(paper.both("talk"), tuple(paper.talk(plan))),
        PrintPart(paper.both("visits"), tuple(paper.visits(plan))),
        PrintPart(paper.both("looks"), tuple(paper.looks(seen.looks))),
    )
    return OwnPrint(
        name=person.name,
        institution=seen.roster.institution_name,
        language=reads,
        is_right_to_left=reads == "ar",
        title=paper.both("title"),
        only_you=paper.both("only_you"),
        parts=parts,
        printed=whole_moment(seen.now_ms),
    )


class _Paper:
    """Writes the lines of one person's paper."""

    def __init__(self, roster: Roster, titles: Titles, reads: Language) -> None:
        self._roster = roster
        self._titles = titles
        self._reads = reads

    def both(self, name: str, words: Mapping[str, Mapping[str, str]] = PRINT_WORDS) -> tuple[str, str]:
        """Gives a word in Dutch and in the person's language."""
        forms = words[name]
        return forms["nl"], "" if self._reads == DUTCH else forms.get(self._reads, "")

    def self_of(self, person: RosterPerson) -> Iterator[Told]:
        """Gives who he is, who works with it, and until when it is kept."""
        mentor = self._roster.staff_name(person.mentor) or "–"
        said = {"name": person.name, "number": person.number, "wing": person.wing, "mentor": mentor}
        for name, text in said.items():
            yield Told(self.both(name), ((text, ""),))
        yield Told(self.both("language"), ((language(person.language), ""),))
        yield Told(self.both("vris"), (self.both("yes" if person.vris else "no"),))
        yield Told(self.both("until"), (self.both("until_text"), self.both("plan_until_text")))

    def answers(self, plan: DrPlan) -> Iterator[Told]:
        """Gives the answers staff may read."""
        for item, answer in plan.progress.shared_answers.items():
            dutch, own = (self._titles.in_language(item, answer, one) for one in (DUTCH, self._reads))
            pairs = zip(dutch[1], own[1], strict=True)
            yield Told(_beside(dutch[0], own[0]), tuple(_beside(nl, two) for nl, two in pairs))

    def plan(self, plan: DrPlan) -> Iterator[Told]:
        """Gives the plan he signed last, line by line."""
        document = plan.plan.document if plan.plan else None
        for section in document.sections if document else ():
            for line in (line for block in section.blocks for line in block):
                yield Told(_shown(line.label), tuple(_shown(value) for value in line.values))

    def talk(self, plan: DrPlan) -> Iterator[Told]:
        """Gives what was said to and fro, and what he asked about his data."""
        for sent in plan.progress.notes:
            note, reply = sent.event, plan.progress.note_replies.get(sent.event.note_id)
            words = (PHRASES[note.phrase], note.words, REPLIES[reply.reply] if reply else "")
            yield Told(self.both("note"), self._dated(sent.place.clock[0], *words))
        for asked in plan.progress.questions:
            question = asked.event.question
            shared = [self._titles.question(one.item) for one in asked.event.shared]
            if question:
                shared.append(self._titles.mentor_question(asked.event.module, question))
            yield Told(self.both("shared"), self._dated(asked.place.clock[0], *shared))
        for one in plan.happened:
            if isinstance(one.event, CorrectionAsked):
                reason = CORRECTIONS[one.event.reason]
                yield Told(self.both("correction"), self._dated(one.arrived_ms, reason, one.event.words))
            elif isinstance(one.event, DataPrintAsked):
                yield Told(self.both("paper"), self._dated(one.arrived_ms))

    def visits(self, plan: DrPlan) -> Iterator[Told]:
        """Gives when he came, and when a number and PIN did not belong together."""
        for one in plan.happened:
            if isinstance(one.event, SessionStarted | LoginFailed):
                name = "came" if isinstance(one.event, SessionStarted) else "refused"
                yield Told(self.both(name), self._dated(one.arrived_ms))

    def looks(self, looks: Sequence[Access]) -> Iterator[Told]:
        """Gives who looked, and what he did."""
        for look in looks:
            who = (self._roster.staff_name(look.by) if look.by else None) or "–"
            deed = self.both(look.action, DEEDS) if look.action in DEEDS else (look.action.replace("_", " "), "")
            yield Told((who, ""), (deed, (whole_moment(look.time_ms), "")))

    def _dated(self, time_ms: int, *words: str) -> tuple[tuple[str, str], ...]:
        return tuple((word, "") for word in (*words, whole_moment(time_ms)) if word)


def _shown(value: Both | Own) -> tuple[str, str]:
    if isinstance(value, Own):
        return value.own, ""
    return _beside(value.nl, value.shown)


def _beside(dutch: str, own: str) -> tuple[str, str]:
    return dutch, "" if own == dutch else own
