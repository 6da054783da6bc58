"""Lifelike values for tests: people, a roster, what somebody did on a visit, lanes of entries, a signed plan.

- Every maker takes what a test cares about and fills in the rest; equal calls give equal values.
- Ids are made of small numbers, times of `NOON`; nothing here is drawn.
- Bodies of entries are events as JSON, unsealed: what a sealed body is, is tested on its own (tests/unit/sync).
- Not here: questionnaires and programmes (definitions.py), stand-ins for parts (fakes.py), faults (faults.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from modules.canonical import digest
from modules.event_json import event_raw, parse_event
from modules.events import (
    AnswerGiven,
    Event,
    ExerciseDone,
    GoalSet,
    ModuleFinished,
    ModuleStarted,
    PageReached,
    PersonKey,
    PlanCountersigned,
    PlanSigned,
    ReflectorFinished,
    SessionEnded,
    SessionStarted,
    StaffKey,
    ThemeFinished,
)
from modules.exercises import Answer
from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.goal_builder import Goal, GoalBuilderAnswer
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Audience, PlanPart, Said
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.exercises.summary import SummaryAnswer
from modules.ids import (
    DetaineeId,
    Digest,
    EntryId,
    GatewayId,
    GoalId,
    InstitutionId,
    ItemId,
    ModuleId,
    NoteId,
    OptionId,
    StaffId,
    SubjectId,
    TerminalId,
    ThemeId,
    WriterId,
    uuid7,
)
from modules.journal import Draft, Entry, Head, Lane, Moment, extend, head_of
from modules.ordering import Recorded, order, place_of, record
from modules.plan.course import countersigned_bytes, staff_key_bytes
from modules.plan.document import (
    Both,
    Line,
    Own,
    Person,
    PlanDocument,
    Section,
    SignedAt,
    mark_digest,
    person_key_bytes,
)
from modules.reasons import EndReason
from modules.roster import PinVerifier, Role, Roster, RosterPerson, RosterStaff, RosterTerminal
from modules.signed import Purpose, Signer, SoftwareSigner
from modules.texts import DUTCH
from tests.definitions import KVV_PACK, PACK

NOON = 1_795_000_000_000
HOUR_MS = 60 * 60 * 1000
YEAR_MS = 365 * 24 * HOUR_MS
MARK = (((100, 500), (300, 700), (500, 400)), ((600, 500), (800, 520)))


def an_id(prefix: str, number: int, at_ms: int = NOON) -> str:
    """Gives an identifier made of a small number."""
    return prefix + uuid7(at_ms, number.to_bytes(10, "big"))


PERSON = DetaineeId(an_id("p-", 1))
OTHER_PERSON = DetaineeId(an_id("p-", 2))
TERMINAL = TerminalId(an_id("t-", 11))
OTHER_TERMINAL = TerminalId(an_id("t-", 12))
GATEWAY = GatewayId(an_id("g-", 21))
INSTITUTION = InstitutionId(an_id("i-", 31))
MENTOR = StaffId(an_id("s-", 41))
GOAL = GoalId(an_id("goal-", 51))
NOTE = NoteId(an_id("note-", 61))

TERMINAL_SIGNER = SoftwareSigner(b"terminal" * 4)
OTHER_TERMINAL_SIGNER = SoftwareSigner(b"elsewher" * 4)
PERSON_SIGNER = SoftwareSigner(b"a person" * 4)
MENTOR_SIGNER = SoftwareSigner(b"a mentor" * 4)
GATEWAY_SIGNER = SoftwareSigner(b"gateways" * 4)


def a_person(number: str = "100234", **fields: Any) -> RosterPerson:
    """Gives a person of the roster."""
    said = {"detainee": PERSON, "name": "J. de Vries", "wing": "B", "mentor": MENTOR, "pin": a_pin_verifier()}
    return RosterPerson(**{"number": number, **said, **fields})


def a_pin_verifier(**fields: Any) -> PinVerifier:
    """Gives a verifier that no PIN fits."""
    return PinVerifier(**{"salt": "AAAA", "verifier": "AAAA", "memory_kib": 19_456, "iterations": 2, **fields})


def a_mentor(number: str = "90001", **fields: Any) -> RosterStaff:
    """Gives the mentor of `a_person`."""
    said = {"staff": MENTOR, "name": "S. Jansen", "role": Role.MENTOR, "pin": a_pin_verifier()}
    return RosterStaff(**{"number": number, **said, **fields})


def a_roster(**fields: Any) -> Roster:
    """Gives a roster with one person, his mentor and two terminals."""
    terminals = tuple(
        RosterTerminal(terminal=terminal, wing="B", key=signer.public_key)
        for terminal, signer in ((TERMINAL, TERMINAL_SIGNER), (OTHER_TERMINAL, OTHER_TERMINAL_SIGNER))
    )
    said = {"people": (a_person(),), "staff": (a_mentor(),), "terminals": terminals, "version": 1}
    return Roster(**{"institution": INSTITUTION, "institution_name": "PI De Linde", **said, **fields})


def chose(option: str) -> SingleChoiceAnswer:
    """Gives the answer of a single choice."""
    return SingleChoiceAnswer(option=OptionId(option))


def answered(item: str = "basics.id", answer: Answer | None = None, **fields: Any) -> AnswerGiven:
    """Gives a Reflector answer, for the D&R-plan unless told otherwise."""
    said = {"pack": PACK, "answer": answer or chose("yes"), "audience": Audience.DR_PLAN}
    return AnswerGiven(**{"item": ItemId(item), **said, **fields})


def did(item: str = "m1.strengths", answer: Answer | None = None, **fields: Any) -> ExerciseDone:
    """Gives an exercise done, for the mentor unless told otherwise."""
    sorted_cards = CardSortAnswer(piles={OptionId("cook"): OptionId("me"), OptionId("sport"): OptionId("not_me")})
    module = ModuleId(item.partition(".")[0])
    said = {"pack": KVV_PACK, "module": module, "answer": answer or sorted_cards, "audience": Audience.MENTOR}
    return ExerciseDone(**{"item": ItemId(item), **said, **fields})


def a_goal(**fields: Any) -> Goal:
    """Gives a whole goal in the area of work, its first step in own words."""
    said = {
        "area": OptionId("work"),
        "wish": Said(option=OptionId("work_wish")),
        "first_step": Said(own="ik bel mijn oude baas"),
        "when": OptionId("this_week"),
        "who_helps": OptionId("mentor"),
        "how_i_know": Said(option=OptionId("i_called")),
    }
    return Goal(**{**said, **fields})


def goal_set(goal_id: GoalId = GOAL, **fields: Any) -> GoalSet:
    """Gives a goal set with the builder of module 8."""
    return GoalSet(pack=KVV_PACK, source=ItemId("m8.goals"), goal_id=goal_id, goal=a_goal(**fields))


def a_session_of_events() -> tuple[Event, ...]:
    """Gives a whole visit: the Reflector, module 1, module 8, a signed plan, and leaving properly."""
    basics, work, m1, m8 = ThemeId("basics"), ThemeId("work"), ModuleId("m1"), ModuleId("m8")
    summary = SummaryAnswer(shared=(ItemId("m1.strengths"),), mentor_question=OptionId("ask_help"))
    if_then = IfThenAnswer(situation=Said(option=OptionId("angry")), action=Said(own="dan ga ik sporten"))
    only_me = {"audience": Audience.ONLY_ME}
    return (
        SessionStarted(language=DUTCH),
        PageReached(page="reflector/basics.id"),
        answered("basics.id"),
        PageReached(page="reflector/basics.debts"),
        answered("basics.debts", chose("yes")),
        answered("basics.weight", RulerAnswer(value=7), **only_me),
        ThemeFinished(pack=PACK, theme=basics, answered=3, skipped=0),
        answered("work.before", MultiChoiceAnswer(options=(OptionId("work"),)), **only_me),
        ThemeFinished(pack=PACK, theme=work, answered=1, skipped=0),
        ReflectorFinished(pack=PACK),
        ModuleStarted(pack=KVV_PACK, module=m1),
        did(),
        did("m1.content", RulerAnswer(value=3), **only_me),
        did("m1.summary", summary, **only_me),
        ModuleFinished(pack=KVV_PACK, module=m1),
        ModuleStarted(pack=KVV_PACK, module=m8),
        goal_set(),
        did("m8.goals", GoalBuilderAnswer()),
        did("m8.if_then", if_then),
        PageReached(page="plan/sign"),
        a_signed_plan(),
        SessionEnded(reason=EndReason.DONE),
    )


def a_plan_document(**fields: Any) -> PlanDocument:
    """Gives a plan with one line in own words, in one part."""
    who = Both(nl="Je mentor ziet dit", shown="Je mentor ziet dit")
    line = Line(
        label=Both(nl="Mijn stap", shown="Mijn stap"), values=(Own(own="ik bel mijn oude baas", language=DUTCH),)
    )
    said = {
        "person": Person(id=PERSON, name="J. de Vries"),
        "institution": "PI De Linde",
        "terminal": TERMINAL,
        "language": DUTCH,
        "version": 1,
        "previous": None,
        "title": Both(nl="Mijn persoonlijk plan", shown="Mijn persoonlijk plan"),
        "statement": Both(nl="Dit is mijn plan.", shown="Dit is mijn plan."),
        "sections": (Section(part=PlanPart.GOALS, title=line.label, who_sees=who, blocks=((line,),)),),
        "packs": (PACK, KVV_PACK),
        "heads": (Digest("12" * 32),),
        "signed_at": SignedAt(wall_ms=NOON, certain=True),
        "mark": mark_digest(MARK),
    }
    return PlanDocument(**{**said, **fields})


def a_person_key(person: DetaineeId = PERSON, signer: Signer = PERSON_SIGNER) -> PersonKey:
    """Gives a person's key, certified by `TERMINAL`."""
    raw = person_key_bytes(person, signer.public_key)
    return PersonKey(key=signer.public_key, certified=TERMINAL_SIGNER.sign(Purpose.PERSON_KEY, raw))


def a_signed_plan(document: PlanDocument | None = None) -> PlanSigned:
    """Gives a plan signed by `PERSON` and `TERMINAL`."""
    words = (document or a_plan_document()).text
    raw = words.encode("utf-8")
    return PlanSigned(
        document=words,
        person_key=a_person_key(),
        by_person=PERSON_SIGNER.sign(Purpose.PLAN, raw),
        by_terminal=TERMINAL_SIGNER.sign(Purpose.PLAN, raw),
    )


def a_countersignature(plan: Digest | None = None, signer: Signer = MENTOR_SIGNER) -> PlanCountersigned:
    """Gives the countersignature of `MENTOR` under a plan, his key certified by `GATEWAY`."""
    digest_of_plan, role = plan or a_plan_document().digest, Role.MENTOR
    certified = GATEWAY_SIGNER.sign(Purpose.STAFF_KEY, staff_key_bytes(MENTOR, signer.public_key))
    return PlanCountersigned(
        plan=digest_of_plan,
        by=MENTOR,
        role=role,
        staff_key=StaffKey(key=signer.public_key, certified=certified),
        signature=signer.sign(Purpose.COUNTERSIGN, countersigned_bytes(digest_of_plan, MENTOR, role)),
    )


def a_lane(writer: str = TERMINAL, subject: str = PERSON, run: int = 0) -> Lane:
    """Gives the lane of a terminal about a person."""
    return Lane(writer=WriterId(writer), subject=SubjectId(subject), run=run)


def a_moment(wall_ms: int = NOON, anchor_ms: int | None = None) -> Moment:
    """Gives a moment on a clock that is right, or that far from a given anchor."""
    return Moment(wall_ms, wall_ms if anchor_ms is None else anchor_ms)


def entries(
    *events: Event,
    lane: Lane | None = None,
    after: Head | None = None,
    seen: Sequence[Head] = (),
    now: Moment | None = None,
) -> tuple[Entry, ...]:
    """Gives a lane's entries holding these events, a second apart unless `now` is given."""
    lane = lane or a_lane()
    written: list[Entry] = []
    for number, event in enumerate(events, start=after.seq + 1 if after else 0):
        moment = now or a_moment(NOON + 1000 * number)
        draft = Draft(EntryId(an_id("", int(digest(lane.key.encode())[:8], 16) + number)), event_raw(event))
        written += extend(after, lane, (draft,), seen if not written else (), moment)
        after = head_of(written[-1])
    return tuple(written)


def replayed(*lanes: Iterable[Entry]) -> tuple[Recorded[Event], ...]:
    """Gives what stands in these lanes as recorded, in order."""
    return tuple(_replayed(entry for lane in lanes for entry in lane))


def _replayed(all_entries: Iterable[Entry]) -> Iterator[Recorded[Event]]:
    kept = tuple(all_entries)
    events = {entry.hash: parse_event(entry.body) for entry in kept if entry.body is not None}
    return record(order(place_of(entry) for entry in kept), events)


def recorded(*events: Event) -> tuple[Recorded[Event], ...]:
    """Gives these events as one terminal recorded them."""
    return replayed(entries(*events))
