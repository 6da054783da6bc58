"""One visit to the terminal, from the first touch to `klaar`: which page is shown, and what an intent does to it.

- `take(intent)` gives the next view; everything it changes is on disk before it returns (house rule 3).
- Before login nothing of anybody is here; after leaving, resting or locking nothing of him is left here.
- A refusal from the domain shows the same page again; what was on disk stays.
- Not here: painting (app.py, screens), time (app.py calls with Rest), the order of pages (pages.py).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.intents import (
    AddGoal,
    AnswerNote,
    Begin,
    BuildGoal,
    ChooseLanguage,
    DeclineSigning,
    GiveThisAnswer,
    GoBack,
    GoOn,
    Hide,
    Intent,
    Leave,
    LogIn,
    OpenLanguages,
    OpenPage,
    RemoveThisGoal,
    Rest,
    SignThis,
    SkipThis,
    Unhide,
)
from kiosk.i18n import Words
from kiosk.pages import (
    SIGNED,
    AnyPage,
    ModulePage,
    PlainPage,
    ThemePage,
    following,
    parse,
    preceding,
)
from kiosk.session import Keys, Session
from kiosk.views.entrance import (
    AttractView,
    HiddenView,
    LanguageView,
    LogInTrouble,
    UnlockView,
    attract_view,
    hidden_view,
    language_view,
    unlock_view,
)
from kiosk.views.home import HomeView, home_view
from kiosk.views.plan import DoneView, PlanView, SignView, done_view, plan_view, sign_view
from kiosk.views.question import IntroView, OverviewView, QuestionView, module_view, theme_view
from modules.errors import RefusedError
from modules.events import EndReason
from modules.exercises import AnyExercise
from modules.exercises.goal_builder import GoalBuilder, GoalBuilderAnswer
from modules.exercises.info_card import InfoCard, InfoCardAnswer
from modules.exercises.signature import SignatureStep, SignatureStepAnswer
from modules.exercises.summary import Summary, SummaryAnswer
from modules.ids import ModuleId
from modules.kvv import commands as kvv
from modules.person import HOME
from modules.plan import commands as plan
from modules.plan.compose import is_empty
from modules.plan.document import Strokes
from modules.reflector import commands as reflector
from modules.roster import RosterPerson
from modules.texts import DUTCH, Language

View = (
    AttractView
    | LanguageView
    | UnlockView
    | HiddenView
    | HomeView
    | QuestionView
    | IntroView
    | OverviewView
    | PlanView
    | SignView
    | DoneView
)


@dataclass(frozen=True, slots=True)
class Admission:
    """The door's answer to a number and PIN: the person, or what was wrong and how long to wait."""

    person: RosterPerson | None
    trouble: LogInTrouble | None = None
    wait_seconds: int = 0


class Door(Protocol):
    """Checks a number and PIN; a failure is on disk before it answers."""

    def admit(self, number: str, pin: str) -> Admission:
        """Gives the person these belong to, or what was wrong."""
        ...


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a visit needs of the terminal it is made at."""

    door: Door
    open_session: Callable[[RosterPerson], Session]
    keys: Keys
    languages: tuple[Language, ...]
    mentor_name: Callable[[RosterPerson], str]
    development: bool = False


class Visit:
    """The state of one terminal's screen; `session` is none as long as nobody is logged in."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._forget()

    def _forget(self) -> None:
        self.session: Session | None = None
        self.language: Language = DUTCH
        self._page: AnyPage = PlainPage(HOME)
        self._stage = "attract"
        self._trouble = ""
        self._log_in_trouble: Admission | None = None

    def view(self) -> View:
        """Gives what is to be painted now."""
        match self._stage:
            case "attract":
                return attract_view(self._terminal.languages, development=self._terminal.development)
            case "language":
                return language_view(self._terminal.languages, self.language)
            case "hidden":
                return hidden_view(self.language)
            case "unlock":
                failed = self._log_in_trouble
                return unlock_view(self.language, failed.trouble if failed else None, failed.wait_seconds if failed else 0)
            case _:
                return self._page_view(self._in_session())

    def take(self, intent: Intent) -> View:
        """Does what the person wants and gives what is to be painted then."""
        self._trouble = ""
        try:
            if self.session is None:
                self._take_outside(intent)
            else:
                self._take_inside(self.session, intent)
        except RefusedError:
            pass
        return self.view()

    def _take_outside(self, intent: Intent) -> None:
        match intent:
            case Begin():
                self._stage = "language"
            case OpenLanguages():
                self._stage = "language"
            case ChooseLanguage(language):
                self.language, self._stage = language, "unlock"
            case LogIn(number, pin):
                self._log_in(number, pin)
            case GoBack() if self._stage == "unlock":
                self._stage = "language"
            case GoBack() | Leave() | Rest() | Hide() | Unhide():
                self._forget()
            case _:
                pass

    def _log_in(self, number: str, pin: str) -> None:
        admission = self._terminal.door.admit(number, pin)
        if admission.person is None:
            self._log_in_trouble = admission
            return
        self._log_in_trouble = None
        self.session = self._terminal.open_session(admission.person)
        page = self.session.begin(self.language)
        self._show(self.session, parse(page, self.session.editions))

    def _take_inside(self, session: Session, intent: Intent) -> None:
        match intent:
            case Leave():
                session.end(EndReason.DONE)
                self._forget()
            case Rest(hard_stop):
                session.end(EndReason.HARD_STOP if hard_stop else EndReason.IDLE)
                self._forget()
            case Hide():
                self._stage = "hidden"
            case Unhide():
                self._stage = "page"
            case OpenLanguages():
                self._stage = "language"
            case ChooseLanguage(language):
                session.choose_language(language)
                self.language, self._stage = language, "page"
            case GoBack() if self._stage == "language":
                self._stage = "page"
            case _ if self._stage == "page":
                self._take_on_page(session, intent)
            case _:
                pass

    def _take_on_page(self, session: Session, intent: Intent) -> None:
        match intent:
            case OpenPage(page):
                self._show(session, parse(page, session.editions))
            case GoBack():
                self._show(session, preceding(self._page, session.editions, session.state))
            case GoOn():
                self._go_on(session)
            case GiveThisAnswer() | SkipThis():
                self._answer(session, intent)
            case BuildGoal() | AddGoal() | RemoveThisGoal():
                self._build(session, intent)
            case SignThis(strokes, pin):
                self._sign(session, strokes, pin)
            case DeclineSigning(reason):
                session.do(plan.DeclinePlan(reason))
                self._show(session, PlainPage(SIGNED))
            case AnswerNote(note_id, reply):
                session.answer_note(note_id, reply)
            case _:
                pass

    def _show(self, session: Session, page: AnyPage) -> None:
        session.reach(page.page)
        self._page, self._stage = page, "page"

    def _go_on(self, session: Session) -> None:
        match self._page:
            case ThemePage(theme, overview=True):
                session.do(reflector.FinishTheme(theme.id))
            case ModulePage(module, end=True):
                session.do(kvv.FinishModule(module.id))
            case ModulePage(module, None):
                session.do(kvv.StartModule(module.id))
            case ModulePage(module, item) if item is not None:
                self._pass_reading(session, module.id, item)
            case ThemePage(_, InfoCard() as item):
                session.do(reflector.GiveAnswer(item.id, InfoCardAnswer()))
            case _:
                pass
        self._show(session, following(self._page, session.editions, session.state))

    def _pass_reading(self, session: Session, module_id: ModuleId, item: AnyExercise) -> None:
        state = session.state
        match item:
            case InfoCard():
                session.do(kvv.DoExercise(module_id, item.id, InfoCardAnswer()))
            case Summary() if state.kvv.answer(item.id) is None:
                session.do(kvv.DoExercise(module_id, item.id, SummaryAnswer(shared=())))
            case GoalBuilder() if state.plan.goals:
                session.do(kvv.DoExercise(module_id, item.id, GoalBuilderAnswer()))
            case SignatureStep():
                signed = state.plan.current is not None and not state.plan.changed_since_signed
                session.do(kvv.DoExercise(module_id, item.id, SignatureStepAnswer(signed=signed)))
            case _:
                pass

    def _answer(self, session: Session, intent: GiveThisAnswer | SkipThis) -> None:
        match self._page, intent:
            case ThemePage(_, item), GiveThisAnswer(answer) if item is not None:
                session.do(reflector.GiveAnswer(item.id, answer))
            case ThemePage(_, item), SkipThis(reason) if item is not None:
                session.do(reflector.SkipQuestion(item.id, reason))
                self._show(session, following(self._page, session.editions, session.state))
            case ModulePage(module, item), GiveThisAnswer(answer) if item is not None:
                session.do(kvv.DoExercise(module.id, item.id, answer))
            case ModulePage(module, item), SkipThis(reason) if item is not None:
                session.do(kvv.SkipExercise(module.id, item.id, reason))
                past = ModulePage(module, item, step="check") if isinstance(item, GoalBuilder) else self._page
                self._show(session, following(past, session.editions, session.state))
            case _:
                pass

    def _build(self, session: Session, intent: BuildGoal | AddGoal | RemoveThisGoal) -> None:
        page = self._page
        if isinstance(intent, RemoveThisGoal):
            session.do(plan.RemoveGoal(intent.goal_id))
        elif isinstance(page, ModulePage) and isinstance(page.item, GoalBuilder):
            goals = list(session.state.plan.goals)
            if isinstance(intent, AddGoal):
                self._show(session, ModulePage(page.module, page.item, goal=len(goals), step="area"))
            else:
                goal_id = goals[page.goal] if page.goal < len(goals) else session.new_goal_id()
                session.do(plan.SetGoal(page.item.id, goal_id, intent.goal))

    def _sign(self, session: Session, strokes: Strokes, pin: str) -> None:
        admission = self._terminal.door.admit(session.person.number, pin)
        if admission.person is None:
            self._trouble = Words(self.language)("sign.trouble.pin")
            return
        session.sign(strokes, self.language, self._terminal.keys)
        self._show(session, PlainPage(SIGNED))

    def _in_session(self) -> Session:
        if self.session is None:
            raise RefusedError("a page was asked for while nobody is logged in")
        return self.session

    def _page_view(self, session: Session) -> View:
        sections = session.sections(self.language)
        programme = session.editions.programme.definition
        mentor = self._terminal.mentor_name(session.person)
        match self._page:
            case ThemePage():
                return theme_view(self._page, session.editions, session.state, self.language)
            case ModulePage():
                can_sign = not is_empty(sections)
                return module_view(self._page, session.editions, session.state, self.language, can_sign=can_sign)
            case PlainPage(page="plan"):
                return plan_view(session.state, sections, programme.plan.title.in_language(self.language), self.language)
            case PlainPage(page="plan/sign"):
                title, statement = programme.plan.title, programme.plan.statement
                return sign_view(
                    sections, title.in_language(self.language), statement.in_language(self.language), self._trouble, self.language
                )
            case PlainPage(page="plan/done"):
                signed = session.state.plan.declined is None
                return done_view(signed=signed, mentor=mentor, language=self.language)
            case _:
                return home_view(session.editions, session.state, sections, mentor, self.language)
