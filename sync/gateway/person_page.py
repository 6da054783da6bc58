"""One person's page as its mentor reads it: the plan as a letter, and beside it the way there, talk, and who looked.

- The plan stands in Dutch, with own words as they were typed; what the signature comes to is said in plain words.
- Only the parts that are for who reads it (modules/plan/reading.py); a letter without the others says it is an extract.
- Not here: markup (templates), the list (review.py), who may open it (pages.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from modules.access import Action
from modules.events import SharedAnswer
from modules.plan.document import Both, Own, Section
from modules.plan.reading import Reading, reading_of_staff
from modules.roster import Roster, RosterPerson, RosterStaff
from sync.gateway.audit import Access
from sync.gateway.course_page import CoursePage, course_page
from sync.gateway.drplan import DrPlan, Proof, SignedPlan
from sync.gateway.due import Watch, pressing
from sync.gateway.review import Step, asks, due, modules, news, talks, themes
from sync.gateway.titles import Titles
from sync.gateway.words import (
    COMPANIONS,
    PHRASES,
    PROOFS,
    REPLIES,
    count,
    language,
    moment,
    whole_day,
    whole_moment,
)

LOOKS = 12
_DONE = {
    Action.PAGE_OPENED: "bekeek deze pagina",
    Action.PLAN_EXPORTED: "nam het plan mee als bestand",
    Action.NOTE_SENT: "stuurde een bericht",
    Action.CODE_GIVEN: "gaf een code voor een nieuwe pincode",
    Action.PLAN_STEP_TAKEN: "zette een stap met het plan",
    Action.PLAN_COUNTERSIGNED: "tekende het plan mede",
    Action.MDO_EXPORTED: "nam het blad voor het MDO mee",
    Action.PROGRESS_EXPORTED: "nam de voortgang mee als bestand",
    Action.PAGE_REFUSED: "wilde deze pagina openen en mocht dat niet",
    Action.DATA_PRINTED: "printte alle gegevens",
    Action.LOG_READ: "nam mee wie hier keek",
    Action.MOVED: "gaf alles mee naar een andere inrichting",
    Action.HELD: "liet de gegevens langer bewaren",
    Action.HOLD_LIFTED: "liet de bewaartermijn weer lopen",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A few words of a plan; own words keep the language they were typed in."""

    text: str
    own: bool = False
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A label and what stands behind it."""

    label: str
    values: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One part of the plan; where it is goals, each block is one."""

    title: str
    who_sees: str
    blocks: tuple[tuple[LetterLine, ...], ...]
    is_goals: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """A signed plan as a letter, and what its signature comes to; no words where they are no plan."""

    title: str
    name: str
    institution: str
    statement: tuple[str, ...]
    parts: tuple[LetterPart, ...]
    is_extract: bool
    version: int
    shown_in: str
    signed_on: str
    signed_at: str
    is_time_certain: bool
    arrived_at: str
    wing: str
    holds: bool
    proof: str
    proof_meaning: str
    digest: str


@dataclass(frozen=True, slots=True)
class Talk:
    """One thing said between a person and his mentor."""

    from_person: bool
    who: str
    when: str
    words: tuple[str, ...]
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """One time somebody opened this page."""

    when: str
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything on one person's page."""

    person: RosterPerson
    mentor: str
    language: str
    sessions: str
    last_seen: str
    asks: tuple[str, ...]
    due: tuple[str, ...]
    new: tuple[str, ...]
    seen_before: str
    letter: Letter | None
    versions: int
    course: CoursePage
    themes: tuple[Step, ...]
    modules: tuple[Step, ...]
    talk: tuple[Talk, ...]
    shared: tuple[LetterLine, ...]
    apart: int
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a person's own events: the roster, titles, wings of terminals, the access log, the time."""

    roster: Roster
    titles: Titles
    wings: dict[str, str]
    looks: Sequence[Access]
    before: Access | None
    watch: Watch
    staff: RosterStaff


def person_page(person: RosterPerson, plan: DrPlan, around: Around) -> PersonPage:
    """Gives one person's page."""
    told, now_ms, titles = plan.progress, around.watch.now_ms, around.titles
    spoken = told.language or person.language
    return PersonPage(
        person=person,
        mentor=around.roster.staff_name(person.mentor) or "",
        language=language(spoken),
        sessions=count(told.sessions, "keer", "keer"),
        last_seen=moment(told.last_seen.place.clock[0], now_ms) if told.last_seen else "nog niet",
        asks=(*talks(plan, now_ms), *asks(plan, titles)),
        due=(*due(plan, now_ms), *pressing(person, plan, around.watch)),
        new=news(plan.since(around.before.position), titles) if around.before else (),
        seen_before=moment(around.before.time_ms, now_ms) if around.before else "",
        letter=letter(plan.plan, around.wings, reading_of_staff(around.staff.role)) if plan.plan else None,
        versions=len(plan.plans),
        course=course_page(plan, person, around.staff, around.roster, around.watch),
        themes=themes(plan, titles),
        modules=modules(plan, titles),
        talk=_talk(person.name, plan, around),
        shared=_shared(plan, titles),
        apart=plan.apart + plan.unreadable,
        looks=_looks(around),
    )


def letter(signed: SignedPlan, wings: dict[str, str], reading: Reading) -> Letter:
    """Gives a signed plan as a letter to who reads it."""
    document = signed.document
    proof, meaning = PROOFS[signed.proof]
    return Letter(
        title=document.title.nl if document else "Plan",
        name=document.person.name if document else "",
        institution=document.institution if document else "",
        statement=tuple(document.statement.nl.splitlines()) if document else (),
        parts=_parts(reading.sections(document)) if document else (),
        is_extract=bool(document and not reading.is_whole(document)),
        version=document.version if document else 0,
        shown_in=language(document.language) if document else "",
        signed_on=whole_day(document.signed_at.wall_ms) if document else "",
        signed_at=whole_moment(document.signed_at.wall_ms) if document else "",
        is_time_certain=bool(document and document.signed_at.certain),
        arrived_at=whole_moment(signed.arrived_ms),
        wing=wings.get(document.terminal, "") if document else "",
        holds=signed.proof is Proof.HOLDS,
        proof=proof,
        proof_meaning=meaning,
        digest=document.digest if document else "",
    )


def _parts(sections: tuple[Section, ...]) -> tuple[LetterPart, ...]:
    return tuple(
        LetterPart(
            title=section.title.nl,
            who_sees=section.who_sees.nl,
            blocks=tuple(
                tuple(LetterLine(line.label.nl, tuple(_words(value) for value in line.values)) for line in block)
                for block in section.blocks
            ),
            is_goals=section.part == "goals",
        )
        for section in sections
    )


def _words(value: Both | Own) -> Words:
    if isinstance(value, Own):
        return Words(value.own, own=True, language=value.language.partition("@")[0])
    return Words(value.nl)


def _talk(name: str, plan: DrPlan, around: Around) -> tuple[Talk, ...]:
    told, now_ms, titles = plan.progress, around.watch.now_ms, around.titles
    said: list[tuple[int, Talk]] = []
    for asked in told.questions:
        event, at = asked.event, asked.place.clock[0]
        question = (titles.mentor_question(event.module, event.question),) if event.question else ()
        shared = tuple(_answered(titles, one) for one in event.shared)
        said.append((at, Talk(from_person=True, who=name, when=moment(at, now_ms), words=(*question, *shared))))
    for sent in told.notes:
        note, at = sent.event, sent.place.clock[0]
        answered = told.note_replies.get(note.note_id)
        words = (PHRASES[note.phrase], *([note.words] if note.words else []))
        reply = REPLIES[answered.reply] if answered else ""
        mentor = around.roster.staff_name(note.mentor) or "een collega"
        said.append((at, Talk(from_person=False, who=mentor, when=moment(at, now_ms), words=words, reply=reply)))
    for begun in told.companions:
        at, words = begun.place.clock[0], (f"Doet het samen met {COMPANIONS[begun.event.companion]}.",)
        said.append((at, Talk(from_person=True, who=name, when=moment(at, now_ms), words=words)))
    return tuple(talk for _, talk in sorted(said, key=lambda one: one[0], reverse=True))


def _answered(titles: Titles, shared: SharedAnswer) -> str:
    return f"{titles.question(shared.item)} {', '.join(titles.answer(shared.item, shared.answer))}".strip()


def _shared(plan: DrPlan, titles: Titles) -> tuple[LetterLine, ...]:
    lines = []
    for item, answer in plan.progress.shared_answers.items():
        words = titles.answer(item, answer)
        if words:
            companion = plan.progress.helped.get(item)
            beside = (Words(f"samen met {COMPANIONS[companion]}"),) if companion else ()
            lines.append(LetterLine(titles.question(item), (*(Words(one) for one in words), *beside)))
    return tuple(lines)


def _looks(around: Around) -> tuple[Look, ...]:
    names = {member.staff: member.name for member in around.roster.staff}
    looked = [
        Look(
            when=moment(access.time_ms, around.watch.now_ms),
            who=names.get(access.by, "") if access.by else "beheer",
            what=_DONE[access.action],
        )
        for access in around.looks
        if access.action in _DONE
    ]
    return tuple(reversed(looked[-LOOKS:]))
