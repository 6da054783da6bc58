"""The whole terminal with nothing kept: a person who never was walks every page, for pictures, previews and checks.

- The visit, the session and the rules are the real ones; only the journal is in memory and gone at the end.
- Every page is given as it looks after it was answered, so that a picture shows a chosen card.
- Not here: drawing (gallery.py).
"""

from collections.abc import Iterator

from kiosk.fleeting import Chance, MemoryDiary, PassingKeys
from kiosk.intents import (
    AskCode,
    AskCorrection,
    AskPrint,
    Begin,
    BuildGoal,
    ChooseLanguage,
    ChoosePin,
    GiveThisAnswer,
    GoOn,
    Hide,
    Intent,
    KeepNote,
    LogIn,
    OpenLanguages,
    OpenPage,
    PickTheme,
    Rest,
    SignThis,
    SkipThis,
    Unhide,
    UseCode,
)
from kiosk.open_door import OpenDoor, QuietRoom
from kiosk.own_pages import ME, ME_CORRECT, ME_GROUPS
from kiosk.pages import PLAN, PROFILE, SIGN, THEMES, Editions
from kiosk.placing import opened_page, placed_answer
from kiosk.plan_pages import COURSE, MINE, SHARE, SHARES, STEPS_DONE, VERSION, VERSIONS, WEEK, WRITE
from kiosk.room_pages import MORE, PRACTICE, TALK, TOGETHER, TRACK
from kiosk.session import Place, Session
from kiosk.views.exercises import GoalStepView
from kiosk.views.options import Options
from kiosk.views.practice import STEPS
from kiosk.views.question import QuestionView
from kiosk.views.rooms import ALONE
from kiosk.views.staff import give_view, staff_view
from kiosk.visit import Terminal, View, Visit
from modules.access import Action
from modules.events import MentorNoteSent, RecordAccessed
from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.goal_builder import Goal
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import PlanPart, Said
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.exercises.summary import SummaryAnswer
from modules.exercises.timeline import TimelineAnswer
from modules.ids import DetaineeId, NoteId, OptionId, StaffId, SubjectId, TerminalId, WriterId
from modules.person import HOME
from modules.reasons import Companion, CorrectionReason, NotePhrase, Track, Whom
from modules.roster import PinVerifier, RosterPerson
from modules.texts import Language

PIN = "482067"
NUMBER = "4471203"
SCALE_PICTURES = {"thumb-down", "gauge-empty"}
"""With these a scale begins; on a scale a person who never was says now this, now that."""
MARK = (((120, 420), (260, 640), (380, 380), (520, 660), (640, 400), (820, 560)),)


class Rehearsal:
    """A visit from attract to signed plan, one page after the other."""

    def __init__(self, editions: Editions, languages: tuple[Language, ...], clock: Chance) -> None:
        person = _nobody(clock)
        terminal = TerminalId(clock.new_id("t-"))
        diary = MemoryDiary(clock, WriterId(terminal))
        note = MentorNoteSent(note_id=NoteId(clock.new_id("note-")), mentor=person.mentor, phrase=NotePhrase.GOOD_START)
        looked = RecordAccessed(by=person.mentor, action=Action.PAGE_OPENED)
        diary.append(SubjectId(person.detainee), (note, looked), clock.moment())

        def open_session(admitted: RosterPerson) -> Session:
            return Session(
                admitted,
                self.editions,
                diary,
                clock,
                Place(terminal, "PI De Linde", lambda _: "Sanne de Wit", lambda _: "B2"),
            )

        self.editions, self._seen_open = editions, set[str]()
        self.visit = Visit(
            Terminal(
                OpenDoor(person), QuietRoom(), open_session, PassingKeys(clock), languages, lambda _: "Sanne de Wit"
            )
        )

    def walk(self, language: Language) -> Iterator[tuple[str, View]]:
        """Gives every page with its name, in the order a person meets them."""
        yield "attract", self.visit.view()
        yield "language", self._take(Begin())
        yield from self._practice(language)
        yield "unlock", self._take(ChooseLanguage(language))
        yield "code", self._take(AskCode(NUMBER))
        yield "choose", self._take(UseCode("20481357"))
        yield "staff", staff_view(QuietRoom().report())
        yield "give", give_view("")
        yield "give-code", give_view("20481357")
        yield "home", self._take(ChoosePin(PIN))
        yield "hidden", self._take(Hide())
        self._take(Unhide())
        yield "locked", self._take(Rest())
        self._take(LogIn("", PIN))
        for theme in self.editions.questionnaire.definition.themes:
            yield from self._through(f"reflector/{theme.id}")
        yield "reflector", self._take(OpenPage(THEMES))
        for theme in self.editions.questionnaire.definition.themes[-2:]:
            self._take(PickTheme(theme.id))
        yield "reflector-profile", self._take(OpenPage(PROFILE))
        yield "reflector-picks", self._take(GoOn())
        yield (
            "reflector-standing",
            self._take(OpenPage(f"{PROFILE}/{self.editions.questionnaire.definition.themes[-1].id}")),
        )
        yield from self._rooms()
        yield from self._modules()
        yield from self._plan()
        yield "me", self._take(OpenPage(ME))
        for group in ME_GROUPS:
            yield f"me-{group}", self._take(OpenPage(f"{ME}/{group}"))
        yield "me-correct", self._take(OpenPage(ME_CORRECT))
        yield "me-corrected", self._take(AskCorrection(CorrectionReason.NOT_COMPLETE))
        yield "me-print", self._take(AskPrint())
        yield "language-inside", self._take(OpenLanguages())

    def _practice(self, language: Language) -> Iterator[tuple[str, View]]:
        self._take(OpenPage(PRACTICE))
        view = self._take(ChooseLanguage(language))
        for name in STEPS:
            answer = lifelike(view) if isinstance(view, QuestionView) else None
            yield f"practice-{name}", self._take(answer) if answer else view
            view = self._take(GoOn())

    def _rooms(self) -> Iterator[tuple[str, View]]:
        yield from self._pages(MORE, TALK, f"{TALK}/{Whom.MEDICAL}")
        yield "talk-asked", self._take(GoOn())
        self._take(OpenPage(TOGETHER))
        yield "together", self._take(_chose(Companion.INTERPRETER))
        yield "home-together", self._take(OpenPage(HOME))
        self._take(OpenPage(TOGETHER))
        self._take(_chose(ALONE))

    def _modules(self) -> Iterator[tuple[str, View]]:
        self._take(OpenPage(TRACK))
        yield "track", self._take(_chose(Track.FULL))
        modules = self.editions.programme.definition.modules
        yield from self._skipped(f"kvv/{modules[0].id}")
        for module in modules:
            yield from self._through(f"kvv/{module.id}")

    def _skipped(self, page: str) -> Iterator[tuple[str, View]]:
        """Goes through a module of which nothing is answered: its end, and mijn pad."""
        self._take(OpenPage(page))
        view = self._take(GoOn())
        while isinstance(view, QuestionView):
            view = self._take(SkipThis() if view.frame.skip else GoOn())
        yield "skipped-end", view
        yield "skipped-home", self._take(GoOn())

    def _plan(self) -> Iterator[tuple[str, View]]:
        yield "plan", self._take(OpenPage(PLAN))
        yield from self._pages(SHARES, f"{SHARE}{PlanPart.GOALS}", f"{SHARE}{PlanPart.STRENGTHS}")
        yield "plan-sign", self._take(OpenPage(SIGN))
        yield "plan-done", self._take(SignThis(MARK, PIN))
        yield from self._pages(MINE, STEPS_DONE, WEEK, COURSE, VERSIONS, f"{VERSION}0", WRITE)
        yield "plan-notes", self._take(KeepNote("Dinsdag mijn zus bellen over de sleutel."))
        yield "home-after", self._take(OpenPage(HOME))

    def _pages(self, *pages: str) -> Iterator[tuple[str, View]]:
        for page in pages:
            yield page.replace("/", "-"), self._take(OpenPage(page))

    def _through(self, page: str) -> Iterator[tuple[str, View]]:
        view = self._take(OpenPage(page))
        name = self._page
        while name.startswith(page):
            if isinstance(view, QuestionView):
                answer = lifelike(view)
                view = self._take(answer) if answer else view
                yield from self._opened(name, view)
            yield name.replace("/", "-"), view
            view = self._take(GoOn())
            name = self._page

    def _opened(self, name: str, view: View) -> Iterator[tuple[str, View]]:
        """Gives the page with what lies somewhere opened, once for each kind."""
        opened = opened_page(view) if isinstance(view, QuestionView) else None
        if opened is not None and opened.kind not in self._seen_open:
            self._seen_open.add(opened.kind)
            yield f"{name}-opened".replace("/", "-"), opened

    def _take(self, intent: Intent) -> View:
        return self.visit.take(intent)

    @property
    def _page(self) -> str:
        return self.visit.session.state.page if self.visit.session else ""


def _nobody(clock: Chance) -> RosterPerson:
    filler = "A" * 22 + "=="
    pin = PinVerifier(salt=filler, verifier=filler, memory_kib=19_456, iterations=2)
    return RosterPerson(
        detainee=DetaineeId(clock.new_id("p-")),
        number=NUMBER,
        name="Voorbeeld",
        wing="B2",
        mentor=StaffId(clock.new_id("s-")),
        pin=pin,
    )


def _chose(option: str) -> Intent:
    return GiveThisAnswer(SingleChoiceAnswer(option=OptionId(option)))


def lifelike(view: QuestionView) -> Intent | None:
    """Gives an answer somebody could give to this question; none where it only asks to be read."""
    exercise: object = view.exercise
    if isinstance(exercise, GoalStepView):
        return _next_step(exercise)
    answer = placed_answer(exercise)
    if answer is not None:
        return GiveThisAnswer(answer)
    offered = [option.id for option in getattr(exercise, "options", ())]
    match view.kind:
        case "single_choice":
            options: Options = getattr(exercise, "options", ())
            is_scale = any(option.picture in SCALE_PICTURES for option in options)
            return _chose(offered[len(view.prompt) % len(offered) if is_scale else 0])
        case "multi_choice":
            most = getattr(exercise, "most", None) or len(offered)
            return GiveThisAnswer(MultiChoiceAnswer(options=tuple(offered[: min(most, 3)])))
        case "ruler":
            return GiveThisAnswer(RulerAnswer(value=7))
        case "card_sort":
            cards, piles = ([one.id for one in getattr(exercise, name)] for name in ("cards", "piles"))
            laid = {card: piles[number % len(piles)] for number, card in enumerate(cards)}
            return GiveThisAnswer(CardSortAnswer(piles=laid))
        case "timeline":
            cards, periods = ([one.id for one in getattr(exercise, name)] for name in ("cards", "periods"))
            placed: dict[OptionId, tuple[OptionId, ...]] = {}
            for number, card in enumerate(cards[:5]):
                placed[card] = (periods[number % len(periods)],)
            return GiveThisAnswer(TimelineAnswer(placed=placed))
        case "if_then":
            situation, action = (getattr(exercise, name)[0].id for name in ("situations", "actions"))
            return GiveThisAnswer(IfThenAnswer(situation=Said(option=situation), action=Said(option=action)))
        case "summary":
            rows = getattr(exercise, "rows", ())
            return GiveThisAnswer(SummaryAnswer(shared=tuple(row.item for row in rows[:1])))
        case _:
            return None


def _next_step(view: GoalStepView) -> Intent | None:
    if view.scale is not None and view.goal is not None:
        return BuildGoal(view.goal.model_copy(update={view.step: 4}))
    if not view.options:
        return None
    option = view.options[0].id
    if view.goal is None:
        return BuildGoal(Goal(area=option))
    said = option if view.step in ("when", "who_helps") else Said(option=option)
    return BuildGoal(view.goal.model_copy(update={view.step: said}))
