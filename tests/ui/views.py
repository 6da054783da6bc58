"""Views of the screens around the questions, as a person meets them: entrance, mijn pad, plan, signing, afterwards.

- Words of the interface are those of the catalogues; what a person said is Dutch, and long where it may be long.
- Not here: questions and exercises (shipped.py), judging what is painted (test_screens*.py).
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from kiosk.aids import Aids, Leaf, Scanning
from kiosk.i18n import OWN_NAMES, Words
from kiosk.pages import Editions, ModulePage
from kiosk.speech import Out
from kiosk.views.aids import Now, aids_view
from kiosk.views.comfort import with_pause, with_return
from kiosk.views.entrance import (
    LogInTrouble,
    PinTrouble,
    attract_view,
    choose_view,
    closed_view,
    code_view,
    fault_view,
    hidden_view,
    language_view,
    resting_view,
    unlock_view,
)
from kiosk.views.frame import FrameView, place_words
from kiosk.views.home import HomeView, NoteView, Stone, StoneState
from kiosk.views.kept import Reading
from kiosk.views.me import asked_view, correct_view, kept_view, me_view
from kiosk.views.own_plan import write_view
from kiosk.views.plan import DoneView, LineView, PlanView, SectionView, SignView, done_view, sign_view
from kiosk.views.practice import STEPS, Tried, practice_view
from kiosk.views.question import IntroView, QuestionView, module_view
from kiosk.views.rooms import MoreView, marked, more_view, together_view, track_view
from kiosk.views.staff import PackLine, StaffReport, give_view, staff_view
from kiosk.views.talk import Asking, talk_view, whom_view
from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvProgramme
from modules.events import (
    CodeUsed,
    DoorFailed,
    DoorPaused,
    Event,
    PersonErased,
    PersonMoved,
    PlanDeclined,
    StaffActed,
    StoreRestored,
    TalkAsked,
    TerminalStarted,
)
from modules.exercises.shared import PlanPart
from modules.ids import NoteId, StaffId
from modules.kept import Group
from modules.ordering import Recorded
from modules.person import PersonState
from modules.plan.document import Both, Line, Own, Section
from modules.reasons import Companion, DeclineReason, Whom
from modules.talk import TalkRequest
from modules.texts import Language
from tests.definitions import a_kvv_edition, a_module, a_programme, a_reflector_edition, a_ruler
from tests.every_event import every_event
from tests.makers import a_person, recorded

REPORT = StaffReport(
    "B2", 12, "24 november 2026", (PackLine("kvv", 4), PackLine("reflector", 7)), ("speech", "store"), 2, "packs.failed"
)
LANGUAGES = tuple(Language(code) for code in OWN_NAMES)
OF_NO_PERSON = (TerminalStarted, StoreRestored, PersonErased, PersonMoved, DoorFailed, DoorPaused, CodeUsed, StaffActed)
AIDS = Now(Aids(scanning=Scanning.ONE), tuple(Out))
BEFORE = "24 november 2026, 14:10"
NOTE = NoteId("note-0190f3c0-0000-7000-8000-000000000001")
STATEMENT = (
    "Dit is mijn plan. Ik heb het zelf gemaakt, met mijn eigen keuzes.\n"
    "Ik wil de eerste stappen zetten. Ik vraag hulp als het niet lukt.\n"
    "Ik mag mijn plan altijd veranderen. Dan komt er een nieuwe versie."
)
TITLES = (
    "Reflector",
    "1 · Waar sta ik nu?",
    "2 · Wat wil ik anders?",
    "3 · Wat zijn mijn kansen?",
    "4 · Wie staat er om mij heen?",
    "5 · Hoe ga ik om met geld?",
    "6 · Wat doe ik als het tegenzit?",
    "7 · Hoe vertel ik het?",
    "8 · Mijn plan",
)
WHO = "Jij, je mentor en je casemanager. Een deel gaat naar je gemeente."


def home(language: Language, *, stones: int = len(TITLES), notes: int = 1, long: bool = False) -> HomeView:
    """Gives mijn pad: the Reflector done, the first and the last module open."""
    words = Words(language)
    path = [*TITLES[: stones - 1], TITLES[-1]]
    last = words("home.last_time", at=BEFORE, wing="B2") + ("" if notes else f" {words('home.new_pin')}")
    text = words("note.phrase.talk_this_week") + (" Neem je brief van de gemeente mee." * (7 if long else 1))
    note = NoteView(
        NOTE, words("note.title", mentor="Sanne de Wit"), text[:280], words("note.seen"), words("note.talk")
    )
    return HomeView(
        words("home.title"),
        words("home.greeting"),
        last,
        words("home.plan"),
        words("home.plan.step", step="de gemeente bellen met Ali van het RIC"),
        "plan",
        tuple(_stone(place, title, len(path), words) for place, title in enumerate(path)),
        (note,) * notes,
        (),
    )


def _stone(place: int, title: str, count: int, words: Words) -> Stone:
    if place == 0:
        return Stone(title, StoneState.DONE, words("progress.done"), "clipboard-text-outline", "reflector/basics")
    if place in (1, count - 1):
        return Stone(title, StoneState.NOW, words("progress.now"), "map-marker-outline", f"kvv/m{place}")
    return Stone(title, StoneState.LATER, words("home.opens_after", modules=str(place - 1)), "door-open", None)


def sections() -> tuple[Section, ...]:
    """Gives a plan of three parts with two goals, one of them in own words."""
    strengths = _line("Dit gaat goed", "Ik kan goed luisteren", "Ik geef niet op", "Ik kom op tijd")
    goal = (
        _line("Waar gaat je doel over?", "Een plek om te wonen"),
        _line("Wat wil je?", "Een eigen kamer als ik vrijkom"),
        _line("Wat is je eerste kleine stap?", "De gemeente bellen met Ali van het RIC"),
        _line("Wanneer zet je die stap?", "Deze week"),
        _line("Wie helpt je daarbij?", "Mijn mentor", "Iemand van het RIC"),
        Line(
            label=_both("Waaraan merk je dat het gelukt is?"),
            values=(Own(own="Als mijn dochter op bezoek kan komen in mijn eigen huis", language=Language("nl")),),
        ),
    )
    if_then = (_line("Als", "ik boos word op mijn kamer"), _line("dan", "loop ik een rondje en bel ik mijn zus"))
    return (
        _section(PlanPart.STRENGTHS, "Waar ik goed in ben", "Jij en je mentor", ((strengths,),)),
        _section(PlanPart.GOALS, "Mijn doelen", WHO, (goal, goal)),
        _section(PlanPart.IF_THEN, "Als het lastig wordt", "Jij en je mentor", (if_then,)),
    )


def _section(part: PlanPart, title: str, who: str, blocks: tuple[tuple[Line, ...], ...]) -> Section:
    return Section(part=part, title=_both(title), who_sees=_both(who), blocks=blocks)


def _line(label: str, *said: str) -> Line:
    return Line(label=_both(label), values=tuple(_both(each) for each in said))


def _both(text: str) -> Both:
    return Both(nl=text, shown=text)


def plan(language: Language, *, empty: bool = False) -> PlanView:
    """Gives the plan read back."""
    words = Words(language)
    frame = FrameView(words("plan.place"), back=words("foot.to_path"), next=None if empty else words("foot.sign"))
    parts = () if empty else sign(language).sections
    nothing = words("plan.empty") if empty else ""
    return PlanView(frame, "Mijn plan", words("plan.status.concept"), nothing, parts, words("plan.add_goal"))


def short_plan(language: Language) -> PlanView:
    """Gives a plan of one line."""
    part = SectionView("Mijn doelen", "Jij en je mentor", ((LineView("Wat wil je?", "Werk", own=False),),))
    return replace(plan(language), empty="", sections=(part,))


def sign(language: Language, *, trouble: bool = False) -> SignView:
    """Gives the signature page, perhaps after a PIN that was refused."""
    said = Words(language)("sign.trouble.pin") if trouble else ""
    return sign_view(sections(), "Mijn plan", STATEMENT, said, language)


def done(language: Language, *, signed: bool = True) -> DoneView:
    """Gives what happens after signing, or after not signing."""
    return done_view(
        None if signed else PlanDeclined(reason=DeclineReason.WITH_MENTOR), mentor="Sanne de Wit", language=language
    )


def reading(language: Language) -> Reading:
    """Gives what the lines of what is kept are written with."""
    return Reading(Editions(a_reflector_edition(), a_kvv_edition()), lambda _: "Sanne de Wit", language)


def more(language: Language) -> MoreView:
    """Gives what stands beside the path, all of it."""
    return more_view(Editions(a_reflector_edition(), _both_ways()), PersonState(), language)


def track(language: Language) -> QuestionView:
    """Gives the question which way through eight modules is wanted."""
    return track_view(Editions(a_reflector_edition(), _both_ways()), PersonState(), language, may_skip=True)


def done_module(language: Language) -> IntroView:
    """Gives the end of a module."""
    edition = a_kvv_edition()
    page = ModulePage(edition.definition.modules[0], None, end=True)
    view = module_view(page, Editions(a_reflector_edition(), edition), PersonState(), language, can_sign=False)
    assert isinstance(view, IntroView)
    return view


def long_place(language: Language) -> QuestionView:
    """Gives a question in a module with a long title, with the time it still takes."""
    words, view = Words(language), track(language)
    place = place_words("Mensen om mij heen", words("progress.step", done=10, total=12), 25, words)
    return replace(view, frame=replace(view.frame, place=place))


def asking(language: Language) -> Asking:
    """Gives a request for the medical service that was read."""
    place = recorded(TalkAsked(whom=Whom.MEDICAL))[0].place
    request = TalkRequest(place, StaffId("s-0190f3c0-0000-7000-8000-000000000001"), place.clock[0])
    return Asking({Whom.MEDICAL: request}, lambda _: "Sanne de Wit", lambda _: True, language)


def _both_ways() -> Edition[KvvProgramme]:
    modules = [a_module(f"m{number}", [a_ruler(f"m{number}.content")], number=number) for number in range(1, 9)]
    programme = a_programme(*modules)
    short = tuple(modules[number - 1].id for number in (1, 3, 7, 8))
    return a_kvv_edition(programme.model_copy(update={"short_track": short}))


@cache
def kept_of_him() -> tuple[Recorded[Event], ...]:
    """Gives one of everything that can be kept of a person."""
    return recorded(*(event for event in every_event() if not isinstance(event, OF_NO_PERSON)))


def every(language: Language) -> Mapping[str, Any]:
    """Gives a view of each screen, by a name."""
    words = Words(language)
    return {
        "attract": attract_view((language,), development=True),
        "language": language_view(LANGUAGES, language),
        **{f"aids, {leaf}": aids_view(AIDS, language, leaf) for leaf in Leaf},
        "unlock": unlock_view(language, None),
        "unlock not together": unlock_view(language, LogInTrouble.NOT_TOGETHER),
        "unlock wait": unlock_view(language, LogInTrouble.WAIT, 150),
        "unlock tomorrow": unlock_view(language, LogInTrouble.TOMORROW),
        "unlock ask staff": unlock_view(language, LogInTrouble.ASK_STAFF),
        "locked": unlock_view(language, None, locked=True),
        "locked, pictures": unlock_view(language, None, locked=True, pictures=True),
        "code": code_view(language, "482913", None),
        "code, not taken": code_view(language, "482913", LogInTrouble.NOT_TOGETHER),
        "choose": choose_view(language, None),
        "choose, too easy": choose_view(language, PinTrouble.EASY),
        "choose, the door rests": choose_view(language, PinTrouble.WAIT, with_old=True),
        "choose, the old one first": choose_view(language, PinTrouble.OLD, with_old=True, pictures=True),
        "staff": staff_view(REPORT),
        "give": give_view(""),
        "give, code": give_view("20481357"),
        "hidden": hidden_view(language),
        "home": home(language),
        "home without a note": home(language, notes=0),
        "home, transferred": replace(home(language, notes=0), last_time=words("home.transferred", at=BEFORE)),
        "home with a long note": home(language, long=True),
        "home of two modules": home(language, stones=3),
        "plan": plan(language),
        "plan, empty": plan(language, empty=True),
        "plan, short": short_plan(language),
        "sign": sign(language),
        "done": done(language),
        "declined": done(language, signed=False),
        "write": write_view(language),
        "fault": fault_view(language),
        "closed": closed_view((language,)),
        "resting": resting_view((language,), "07:30"),
        "more": more(language),
        "track": track(language),
        "a place to stop": with_pause(done_module(language), 24, half=False, words=Words(language)),
        "half way": with_pause(long_place(language), 24, half=True, words=Words(language)),
        "was here": with_return(long_place(language), Words(language)),
        "together": together_view(Companion.FELLOW, language),
        "together, marked": marked(track(language), Companion.FELLOW, language),
        "home, marked": marked(home(language), Companion.FELLOW, language),
        "long place": long_place(language),
        "talk": talk_view(asking(language), tuple(Whom)),
        "talk, asked": whom_view(asking(language), Whom.MEDICAL),
        "talk, not asked": whom_view(asking(language), Whom.MENTOR),
        **{f"practice {name}": practice_view(step, Tried(), language) for step, name in enumerate(STEPS)},
        "me": me_view(kept_of_him(), reading(language)),
        "me, empty group": kept_view(Group.PLAN, (), a_person(), reading(language)),
        **{f"me, {group}": kept_view(group, kept_of_him(), a_person(), reading(language)) for group in Group},
        "correct": correct_view(language),
        "corrected": asked_view("correct", "Sanne de Wit", language),
        "printing": asked_view("print", "Sanne de Wit", language),
    }
