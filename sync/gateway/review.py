"""What a mentor's pages show: a query in, a page model out; words in, no markup.

- A mentor sees the people who are his, a case manager everybody of the institution, an operator nobody.
- At a glance: who asks for me, what is due, what changed since I last looked; so the list is in that order.
- Raw answers only where they were shared or belong to the D&R-plan (modules/progress.py).
- Not here: markup (templates), requests (pages.py), the fold itself (drplan.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from modules.access import Action
from modules.events import (
    CorrectionAsked,
    DataPrintAsked,
    Event,
    MentorNoteAnswered,
    MentorNoteSent,
    MentorQuestionAsked,
    ModuleFinished,
    ModuleStarted,
    PlanDeclined,
    PlanReadied,
    PlanSigned,
    RecordAccessed,
    ReflectorFinished,
    SessionStarted,
    ShareWithdrawn,
    TalkAsked,
    TalkWithdrawn,
    ThemeFinished,
    TogetherBegun,
)
from modules.reasons import NoteReply
from modules.roster import Role, Roster, RosterPerson, RosterStaff
from sync.gateway.drplan import DrPlan, Happened, Proof
from sync.gateway.due import Watch, next_step, pressing
from sync.gateway.own_print_words import CORRECTIONS
from sync.gateway.titles import Titles
from sync.gateway.words import COMPANIONS, DECLINES, WHOMS, count, day, declined_words, moment

_LIVED: Mapping[type[Event], str] = {
    PlanReadied: "Plan klaar om te tekenen",
    ShareWithdrawn: "Deelt iets niet meer",
    TalkAsked: "Wil met iemand praten",
    TalkWithdrawn: "Praten is toch niet nodig",
}
QUIET_MS = 14 * 24 * 60 * 60 * 1000


class Turn(IntEnum):
    """Where a person stands on the list: who asks comes first."""

    ASKS = 0
    DUE = 1
    CALM = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One theme or module: its title, how far it is, in a word and as a mark."""

    title: str
    state: str
    word: str


@dataclass(frozen=True, slots=True)
class Row:
    """One person on the list."""

    person: RosterPerson
    turn: Turn
    asks: tuple[str, ...]
    due: tuple[str, ...]
    new: tuple[str, ...]
    plan: str
    themes: tuple[Step, ...]
    modules: tuple[Step, ...]
    last_seen: str

    @property
    def done(self) -> int:
        """How many themes and modules are done."""
        return sum(step.state == "done" for step in (*self.themes, *self.modules))


def may_see(staff: RosterStaff, person: RosterPerson) -> bool:
    """Tells whether this member of staff may open this person's page."""
    return staff.role is Role.CASE_MANAGER or (staff.role is Role.MENTOR and person.mentor == staff.staff)


def people_of(roster: Roster, staff: RosterStaff) -> tuple[RosterPerson, ...]:
    """Gives the people whose pages a member of staff may open."""
    return tuple(person for person in roster.people if may_see(staff, person))


def row(person: RosterPerson, plan: DrPlan, seen_position: int, titles: Titles, watch: Watch) -> Row:
    """Gives one line of the list.

    Args:
        person: Who.
        plan: His D&R-plan.
        seen_position: How far the register was when this mentor last opened his page; 0 for never.
        titles: What themes and modules are called.
        watch: What time it is, and the terms that staff keep.
    """
    now_ms = watch.now_ms
    asked, to_do = (*talks(plan, now_ms), *asks(plan, titles)), (*due(plan, now_ms), *pressing(person, plan, watch))
    last = plan.progress.last_seen
    return Row(
        person=person,
        turn=Turn.ASKS if asked else Turn.DUE if to_do else Turn.CALM,
        asks=asked,
        due=to_do,
        new=news(plan.since(seen_position), titles),
        plan=plan_state(plan, now_ms),
        themes=themes(plan, titles),
        modules=modules(plan, titles),
        last_seen=day(last.place.clock[0], now_ms) if last else "nog niet",
    )


def in_turn(rows: Iterable[Row]) -> tuple[tuple[Turn, tuple[Row, ...]], ...]:
    """Gives the rows in three groups: who asks, what is due, the others; new things first, then by name."""
    ordered = sorted(rows, key=lambda one: (one.turn, not one.new, one.person.name.casefold()))
    return tuple((turn, found) for turn in Turn if (found := tuple(one for one in ordered if one.turn is turn)))


def asks(plan: DrPlan, titles: Titles) -> tuple[str, ...]:
    """Gives what a person asked since the last note to him, newest first."""
    asked: list[str] = []
    for one in plan.happened:
        match one.event:
            case MentorNoteSent():
                asked.clear()
            case MentorQuestionAsked(module=module, question=question):
                words = titles.mentor_question(module, question) if question else "Wil een antwoord bespreken"
                asked.append(words)
            case MentorNoteAnswered(reply=NoteReply.WANTS_TO_TALK):
                asked.append("Wil praten over je bericht")
            case _:
                pass
    return tuple(dict.fromkeys((*own_asks(plan), *reversed(asked))))


def talks(plan: DrPlan, now_ms: int) -> tuple[str, ...]:
    """Gives with whom a person wants to talk today, and when he asked; until a note was sent to him."""
    waiting = plan.progress.talk.waiting.items()
    return tuple(
        f"Wil vandaag praten met {WHOMS[whom]}, gevraagd {moment(one.place.clock[0], now_ms)}" for whom, one in waiting
    )


def own_asks(plan: DrPlan) -> tuple[str, ...]:
    """Gives what a person asked about his data: paper, until it was printed; corrections, until a note was sent."""
    paper, corrections = False, list[str]()
    for one in plan.happened:
        match one.event:
            case DataPrintAsked():
                paper = True
            case RecordAccessed(action=Action.DATA_PRINTED):
                paper = False
            case CorrectionAsked(reason=reason, words=words):
                corrections.append(f"{CORRECTIONS[reason]}{f': “{words}”' if words else ''}")
            case MentorNoteSent():
                corrections.clear()
            case _:
                pass
    return (*(["Wil alle gegevens op papier"] if paper else []), *corrections)


def due(plan: DrPlan, now_ms: int) -> tuple[str, ...]:
    """Gives what a mentor has to do for a person."""
    to_do: list[str] = []
    signed = plan.plan
    if signed is not None and signed.proof is not Proof.HOLDS:
        to_do.append("Handtekening nakijken")
    elif step := next_step(plan, now_ms):
        to_do.append(step)
    if plan.progress.declined is not None and not _told_after(plan, PlanDeclined):
        to_do.append(f"Nu niet getekend: {declined_words(plan.progress.declined.event)}")
    last = plan.progress.last_seen
    if last is not None and now_ms - last.place.clock[0] > QUIET_MS:
        to_do.append("Al even niet geweest")
    if plan.apart or plan.unreadable:
        to_do.append("Er staat iets apart")
    return tuple(to_do)


def news(happened: Sequence[Happened], titles: Titles) -> tuple[str, ...]:
    """Gives what happened, in a few words each, newest first; sessions are counted together, last."""
    events = [one.event for one in happened]
    sessions = sum(isinstance(event, SessionStarted) for event in events)
    told = [words for event in reversed(events) if (words := _new(event, titles))]
    if sessions:
        told.append(count(sessions, "keer ingelogd", "keer ingelogd"))
    return tuple(dict.fromkeys(told))


def plan_state(plan: DrPlan, now_ms: int) -> str:
    """Gives in a few words how far the plan is."""
    signed = plan.plan
    if signed is not None:
        at = day(signed.recorded.place.clock[0], now_ms)
        if signed.proof is not Proof.HOLDS:
            return f"Niet te vertrouwen, {at}"
        version = f", versie {signed.document.version}" if signed.document and signed.document.version > 1 else ""
        return f"Getekend, {at}{version}"
    return "Nu niet getekend" if plan.progress.declined else "Nog niet getekend"


def themes(plan: DrPlan, titles: Titles) -> tuple[Step, ...]:
    """Gives the themes of the Reflector and how far each is."""
    done = plan.progress.themes
    known = dict(titles.themes())
    steps = []
    for theme in dict.fromkeys((*known, *done)):
        finished = done.get(theme)
        if finished is None:
            steps.append(Step(titles.theme(theme), "later", "nog niet"))
        else:
            skipped = f", {finished.skipped} overgeslagen" if finished.skipped else ""
            word = f"klaar{skipped}" if finished.answered else "overgeslagen, kan nog"
            steps.append(Step(titles.theme(theme), "done" if finished.answered else "declined", word))
    return tuple(steps)


def modules(plan: DrPlan, titles: Titles) -> tuple[Step, ...]:
    """Gives the modules and how far each is."""
    told = plan.progress
    known = dict(titles.modules())
    steps = []
    for module in dict.fromkeys((*known, *told.modules_started, *told.modules_finished, *told.modules_declined)):
        if module in told.modules_finished:
            steps.append(Step(titles.module(module), "done", "doorlopen"))
        elif module in told.modules_declined:
            words = DECLINES[told.modules_declined[module].reason]
            steps.append(Step(titles.module(module), "declined", f"nu niet: {words}"))
        elif module in told.modules_started:
            steps.append(Step(titles.module(module), "now", "bezig"))
        else:
            steps.append(Step(titles.module(module), "later", "nog niet"))
    return tuple(steps)


def _told_after(plan: DrPlan, kind: type[Event]) -> bool:
    told = False
    for one in plan.happened:
        if isinstance(one.event, kind):
            told = False
        elif isinstance(one.event, MentorNoteSent):
            told = True
    return told


def _new(event: Event, titles: Titles) -> str | None:
    match event:
        case ThemeFinished(theme=theme, answered=answered):
            return f"Thema “{titles.theme(theme)}” {'klaar' if answered else 'overgeslagen'}"
        case ReflectorFinished():
            return "Reflector klaar"
        case ModuleStarted(module=module):
            return f"Begonnen aan {titles.module(module)}"
        case ModuleFinished(module=module):
            return f"Tot het eind doorlopen: {titles.module(module)}"
        case MentorQuestionAsked():
            return "Heeft iets met je gedeeld"
        case TogetherBegun(companion=companion):
            return f"Deed het samen met {COMPANIONS[companion]}"
        case PlanSigned():
            return "Plan getekend"
        case PlanDeclined():
            return "Plan nu niet getekend"
        case MentorNoteAnswered(reply=NoteReply.SEEN):
            return "Bericht gezien"
        case MentorNoteAnswered():
            return "Wil praten over je bericht"
        case _:
            return _LIVED.get(type(event))
