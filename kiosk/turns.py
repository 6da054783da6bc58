"""What a touch does on a page, and what a page shows: the part of a visit that has a person and a page.

- `turn` gives the page to show next; everything it changes is on disk before it returns (house rule 3).
- Not here: who is logged in, hiding, languages, and signing, which asks the PIN again (visit.py).
"""

from dataclasses import replace
from typing import cast

from kiosk.easing import eased
from kiosk.inspection import own_view
from kiosk.intents import (
    AddGoal,
    AnswerNote,
    AskCorrection,
    AskPrint,
    BuildGoal,
    DeclineSigning,
    GiveThisAnswer,
    GoBack,
    GoOn,
    Intent,
    KeepHalf,
    OpenPage,
    PickTheme,
    RemoveThisGoal,
    RetakeThis,
    ReviseStep,
    SkipThis,
)
from kiosk.own_pages import ME, ME_CORRECTED, ME_PRINT
from kiosk.pages import (
    CHECK,
    PICKS,
    PLAN,
    PROFILE,
    SIGNED,
    STEPS,
    THEMES,
    AnyPage,
    ModulePage,
    PlainPage,
    ThemePage,
    following,
    open_page,
    open_step,
    parse,
    preceding,
    steps_of,
)
from kiosk.passing import passed
from kiosk.plan_pages import is_own
from kiosk.plan_turns import changes, goal_page, half_goal, plan_page_view, plan_turn
from kiosk.room_pages import TALK, is_room
from kiosk.room_turns import asked_first, room_turn, room_view
from kiosk.session import Session
from kiosk.views.home import HomeView, home_view
from kiosk.views.last_time import last_time_words
from kiosk.views.me import CorrectView, KeptView, MeView
from kiosk.views.own_plan import WriteView
from kiosk.views.plan import DoneView, PlanView, SignView, done_view, plan_view, sign_view
from kiosk.views.question import IntroView, OverviewView, QuestionView, module_view, theme_view
from kiosk.views.reflector import (
    ProfileView,
    StandingView,
    ThemesView,
    picks_view,
    standing_view,
    strengths_view,
    themes_view,
)
from kiosk.views.rooms import MoreView
from kiosk.views.shares import SharesView
from modules.exercises.goal_builder import GoalBuilder
from modules.ids import ThemeId
from modules.kvv import commands as kvv
from modules.plan import commands as plan
from modules.plan.compose import is_empty
from modules.reflector import commands as reflector
from modules.texts import Language

PageView = (
    HomeView
    | ThemesView
    | ProfileView
    | StandingView
    | QuestionView
    | IntroView
    | OverviewView
    | SharesView
    | PlanView
    | SignView
    | DoneView
    | MeView
    | KeptView
    | CorrectView
    | WriteView
    | MoreView
)


def turn(session: Session, page: AnyPage, intent: Intent) -> AnyPage:
    """Does what a touch means on this page and gives the page that follows; the same page where it stays.

    Raises:
        RefusedError: The domain says no; nothing happened.
    """
    if isinstance(page, PlainPage) and is_own(page.page) and not isinstance(intent, OpenPage | AnswerNote | KeepHalf):
        return _reached(session, plan_turn(session, page, intent))
    if isinstance(page, PlainPage) and is_room(page.page) and not isinstance(intent, OpenPage):
        return _reached(session, room_turn(session, page, intent))
    match intent:
        case OpenPage(opened):
            return _reached(session, asked_first(session, parse(opened, session.editions)))
        case GoBack():
            return _reached(session, preceding(page, session.editions, session.state))
        case GoOn():
            return _go_on(session, page)
        case GiveThisAnswer() | SkipThis():
            return _answer(session, page, intent)
        case BuildGoal() | AddGoal() | RemoveThisGoal():
            return _build(session, page, intent)
        case PickTheme() | RetakeThis():
            return _reflect(session, page, intent)
        case ReviseStep(step) if isinstance(page, ModulePage) and isinstance(page.item, GoalBuilder):
            return _reached(session, replace(page, step=step if step in steps_of(page.item) else page.step))
        case DeclineSigning(reason, because):
            session.do(plan.DeclinePlan(reason, because))
            return _reached(session, PlainPage(SIGNED))
        case AnswerNote() | KeepHalf() | AskCorrection() | AskPrint():
            return _told(session, page, intent)
    return page


def _told(session: Session, page: AnyPage, intent: AnswerNote | KeepHalf | AskCorrection | AskPrint) -> AnyPage:
    match intent:
        case AnswerNote(note_id, reply):
            session.answer_note(note_id, reply)
        case KeepHalf(half):
            session.keep_half(page.page, half)
        case AskCorrection(reason, words):
            session.ask_correction(reason, words)
            return _reached(session, PlainPage(ME_CORRECTED))
        case AskPrint():
            session.ask_print()
            return _reached(session, PlainPage(ME_PRINT))
    return page


def _reflect(session: Session, page: AnyPage, intent: PickTheme | RetakeThis) -> AnyPage:
    if isinstance(intent, RetakeThis):
        session.do(reflector.RetakeTheme(intent.theme))
        return _reached(session, parse(f"reflector/{intent.theme}", session.editions))
    picked = session.state.reflector.picked
    others = tuple(one for one in picked if one != intent.theme)
    session.do(reflector.PickThemes(others if intent.theme in picked else (*others, intent.theme)))
    return page


def _reached(session: Session, page: AnyPage) -> AnyPage:
    session.reach(page.page)
    return page


def _go_on(session: Session, page: AnyPage) -> AnyPage:
    if open_page(page, session.editions, session.state) is None:
        passed(session, page)
    waiting = open_page(page, session.editions, session.state)
    return _reached(session, waiting or following(page, session.editions, session.state))


def page_ahead(session: Session, page: AnyPage) -> AnyPage | None:
    """Gives the page a person comes to when he goes on in a theme or module, as far as that can be told now."""
    if isinstance(page, PlainPage):
        return None
    waiting = open_page(page, session.editions, session.state)
    return following(page, session.editions, session.state) if waiting in (None, page) else waiting


def _answer(session: Session, page: AnyPage, intent: GiveThisAnswer | SkipThis) -> AnyPage:
    match page, intent:
        case ThemePage(_, item), GiveThisAnswer(answer) if item is not None:
            session.do(reflector.GiveAnswer(item.id, answer))
        case ThemePage(_, item), SkipThis(reason) if item is not None:
            session.do(reflector.SkipQuestion(item.id, reason))
            return _reached(session, following(page, session.editions, session.state))
        case ModulePage(module, item), GiveThisAnswer(answer) if item is not None:
            session.do(kvv.DoExercise(module.id, item.id, answer))
        case ModulePage(_, GoalBuilder() as builder, step=step), SkipThis() if step in builder.again:
            return _reached(session, following(page, session.editions, session.state))
        case ModulePage(module, GoalBuilder()), SkipThis() if module.id not in session.state.kvv.started:
            return _reached(session, PlainPage(PLAN))
        case ModulePage(item=None), SkipThis():
            return _reached(session, PlainPage(TALK))
        case ModulePage(module, item), SkipThis(reason) if item is not None:
            session.do(kvv.SkipExercise(module.id, item.id, reason))
            past = ModulePage(module, item, step=CHECK) if isinstance(item, GoalBuilder) else page
            return _reached(session, following(past, session.editions, session.state))
        case _:
            pass
    return page


def _build(session: Session, page: AnyPage, intent: BuildGoal | AddGoal | RemoveThisGoal) -> AnyPage:
    if isinstance(intent, RemoveThisGoal):
        session.do(plan.RemoveGoal(intent.goal_id))
        if isinstance(page, ModulePage) and page.step:
            left = max(0, len(session.state.plan.goals) - 1)
            return _reached(session, replace(page, goal=left, step=open_step(session.state, left)))
    elif isinstance(page, ModulePage) and isinstance(page.item, GoalBuilder):
        goals = list(session.state.plan.goals)
        if isinstance(intent, AddGoal):
            return _reached(session, ModulePage(page.module, page.item, goal=len(goals), step=STEPS[0]))
        goal_id = goals[page.goal] if page.goal < len(goals) else session.new_goal_id()
        session.do(plan.SetGoal(page.item.id, goal_id, intent.goal))
    elif isinstance(intent, AddGoal):
        return _reached(session, goal_page(session.editions, session.state) or page)
    return page


def page_view(session: Session, page: AnyPage, language: Language, mentor: str, trouble: str) -> PageView:
    """Gives what a page shows; `mentor` is the mentor's name, `trouble` what went wrong at signing."""
    view = _page_view(session, page, language, mentor, trouble)
    half = session.state.half_of(page.page)
    if half and isinstance(view, QuestionView | WriteView | CorrectView | SignView):
        view = replace(view, half=half)
    return cast("PageView", eased(session, page, view, language))


def _page_view(session: Session, page: AnyPage, language: Language, mentor: str, trouble: str) -> PageView:
    state, editions = session.state, session.editions
    if isinstance(page, ThemePage):
        return theme_view(page, editions, state, language)
    if page.page.partition("/")[0] == ME:
        return own_view(session, page.page, language, mentor)
    if isinstance(page, PlainPage) and is_room(page.page):
        return room_view(session, page, language)
    sections = session.sections(language)
    texts = editions.programme.definition.plan
    title = texts.title.in_language(language)
    match page:
        case ModulePage():
            return module_view(page, editions, state, language, can_sign=not is_empty(sections))
        case PlainPage(page=name) if name.partition("/")[0] == THEMES:
            return _reflector_view(session, name, language)
        case PlainPage(page="plan"):
            word = "plan.finish_goal" if half_goal(state) is not None else "plan.add_goal"
            goal_word = word if goal_page(editions, state) is not None else None
            return plan_view(state, sections, title, language, goal_word=goal_word, changes=changes(session))
        case PlainPage(page="plan/sign"):
            return sign_view(
                sections,
                title,
                texts.statement.in_language(language),
                trouble,
                language,
                changes=changes(session),
            )
        case PlainPage(page="plan/done"):
            return done_view(state.plan.declined, mentor=mentor, language=language)
        case PlainPage(page=name) if is_own(name):
            return plan_page_view(session, page, language)
        case _:
            return home_view(editions, state, mentor, language, last_time_words(state, session.place.wing_of, language))


def _reflector_view(session: Session, name: str, language: Language) -> PageView:
    state, editions = session.state, session.editions
    if name == PROFILE:
        return strengths_view(editions, state, language)
    if name == PICKS:
        return picks_view(editions, state, language)
    if name == THEMES:
        return themes_view(editions, state, language)
    return standing_view(ThemeId(name.removeprefix(f"{PROFILE}/")), editions, state, language)
