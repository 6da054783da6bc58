"""What a touch does on the pages around the plan, and what they show; signing itself is visit.py's.

- Each page leads back to the plan at a glance; that leads to mijn pad.
- Ticking, choosing and sharing are on disk before the page is shown again (house rule 3).
- Not here: what the pages say (kiosk/views), building goals (turns.py).
"""

from kiosk import plan_pages as own
from kiosk.intents import GiveThisAnswer, GoBack, GoOn, Intent, KeepNote, SkipThis
from kiosk.pages import SIGN, STEPS, AnyPage, Editions, ModulePage, PlainPage, ThemePage, open_step
from kiosk.plan_pages import SHARE, VERSION, above
from kiosk.session import Session
from kiosk.views import own_plan as views
from kiosk.views.course import course_view
from kiosk.views.own_plan import WriteView
from kiosk.views.plan import Changes, PlanView
from kiosk.views.question import IntroView, OverviewView, QuestionView
from kiosk.views.shares import MENTOR, WITHDRAW, SharesView, Sharing, share_view, shares_view
from modules.exercises.goal_builder import GoalBuilder
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Audience, PlanPart
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import GoalId, ItemId
from modules.person import HOME, PersonState
from modules.plan import commands as plan
from modules.plan.state import asks_about, digest_of
from modules.texts import Language

OwnView = OverviewView | SharesView | QuestionView | IntroView | PlanView | WriteView


def first_page(session: Session) -> str | None:
    """Gives what a person is asked first when he comes in by himself: which version counts, or the weekly question."""
    if session.state.plan.rivals:
        return own.CHOOSE
    now = session.now
    return own.WEEK if now.is_certain and asks_about(session.state.plan, now.wall_ms) else None


def plan_turn(session: Session, page: PlainPage, intent: Intent) -> AnyPage:
    """Does what a touch means on a page around the plan and gives the page that follows; not yet reached.

    Raises:
        RefusedError: The domain says no; nothing happened.
    """
    match intent:
        case GoBack():
            return PlainPage(above(page.page))
        case GoOn():
            return _on(session, page.page)
        case SkipThis():
            return _skip(session, page.page)
        case GiveThisAnswer(answer):
            return _answer(session, page, answer)
        case KeepNote(words) if page.page == own.WRITE:
            session.keep_note(words)
            return PlainPage(own.NOTES)
        case _:
            return page


def _on(session: Session, name: str) -> AnyPage:
    match name:
        case own.SHARES if _can_sign(session):
            return PlainPage(SIGN)
        case own.WEEK if _asked_now(session) is not None:
            return PlainPage(own.GROWN)
        case own.GROWN:
            return PlainPage(HOME)
        case own.NOTES:
            return PlainPage(own.WRITE)
        case _:
            return PlainPage(above(name))


def _skip(session: Session, name: str) -> AnyPage:
    if name == own.WEEK:
        session.do(plan.CheckIn(_asked(session), None))
        return PlainPage(HOME)
    if name == own.GROWN:
        return _first_step(session, _asked(session))
    if name == own.STEPS_DONE:
        ticked = [goal_id for goal_id in session.state.plan.whole_goals if session.state.plan.is_ticked(goal_id)]
        return _first_step(session, ticked[0]) if ticked else PlainPage(own.MINE)
    return PlainPage(above(name))


def _first_step(session: Session, goal_id: GoalId) -> AnyPage:
    goals = list(session.state.plan.goals)
    source = session.state.plan.goals[goal_id].source
    for module in session.editions.programme.definition.modules:
        for item in module.exercises:
            if item.id == source:
                return ModulePage(module, item, goal=goals.index(goal_id), step=STEPS[2])
    return PlainPage(own.MINE)


def _answer(session: Session, page: PlainPage, answer: object) -> AnyPage:
    match page.page, answer:
        case own.STEPS_DONE, MultiChoiceAnswer(options=chosen):
            for number, goal_id in enumerate(session.state.plan.whole_goals):
                session.do(plan.TickStep(goal_id, done=f"step{number}" in chosen))
        case own.WEEK, RulerAnswer(value=sure):
            session.do(plan.CheckIn(_asked(session), sure))
        case own.CHOOSE, SingleChoiceAnswer(option=option):
            for number, one in enumerate(session.state.plan.rivals):
                if option == f"version{number}":
                    session.do(plan.ChooseVersion(digest_of(one.event)))
            return PlainPage(own.MINE)
        case name, SingleChoiceAnswer(option=option) if name.startswith(SHARE):
            return _share(session, page, option)
        case _:
            pass
    return page


def _share(session: Session, page: PlainPage, option: str) -> AnyPage:
    named = page.page.removeprefix(SHARE)
    if named in set(PlanPart):
        audience = Audience.MENTOR if option == MENTOR else Audience.ONLY_ME
        session.do(plan.ChooseShare(PlanPart(named), audience))
        return page
    if option == WITHDRAW:
        session.withdraw_share(ItemId(named))
        return PlainPage(own.SHARES)
    return page


def plan_page_view(session: Session, page: PlainPage, language: Language) -> OwnView:
    """Gives what a page around the plan shows; where it has nothing to show any more, the plan at a glance."""
    state, editions, name = session.state, session.editions, page.page
    sharing = Sharing(editions, state, language)
    match name:
        case own.SHARES:
            return shares_view(sharing, can_sign=_can_sign(session))
        case own.STEPS_DONE:
            return views.steps_view(editions, state, language)
        case own.COURSE:
            return course_view(state, language)
        case own.VERSIONS:
            return views.versions_view(state, language)
        case own.CHOOSE if state.plan.rivals:
            return views.choose_view(state, language)
        case own.NOTES:
            return views.notes_view(state, language)
        case own.WRITE:
            return views.write_view(language)
        case _:
            return _named_view(session, sharing, name) or views.mine_view(editions, state, language)


def _named_view(session: Session, sharing: Sharing, name: str) -> OwnView | None:
    state, language = session.state, sharing.language
    if name in (own.WEEK, own.GROWN) and state.plan.whole_goals:
        goal_id = _asked(session)
        if name == own.GROWN:
            return views.grown_view(state, goal_id, language)
        answered = _asked_now(session) is not None
        return views.week_view(session.editions, state, goal_id, language, answered=answered)
    if name.startswith(SHARE):
        return share_view(sharing, name.removeprefix(SHARE))
    number = name.removeprefix(VERSION)
    if number.isdecimal() and int(number) < len(state.plan.signed):
        return views.version_view(state.plan.signed[int(number)], language)
    return None


def _can_sign(session: Session) -> bool:
    return bool(session.state.plan.whole_goals) and not session.state.plan.is_signed


def _asked_now(session: Session) -> GoalId | None:
    """Gives the goal the weekly question was last answered about, if it is not time to ask it again."""
    asked, now = session.state.plan.check_ins, session.now
    if not asked or asks_about(session.state.plan, now.wall_ms) is not None:
        return None
    return asked[-1].event.goal_id if asked[-1].event.sure is not None else None


def _asked(session: Session) -> GoalId:
    known = session.state.plan.whole_goals
    asked = _asked_now(session)
    if asked is not None and asked in known:
        return asked
    return asks_about(session.state.plan, session.now.wall_ms) or next(iter(known))


def changes(session: Session) -> Changes:
    """Gives per part of the plan the page where it is changed: a goal's wish, else the first answer it holds."""
    state, editions = session.state, session.editions
    found: dict[PlanPart, tuple[str, ...]] = {}
    for module in editions.programme.definition.modules:
        for item in module.exercises:
            if isinstance(item, GoalBuilder):
                goals = [number for number, one in enumerate(state.plan.goals.values()) if one.goal.is_whole]
                found[PlanPart.GOALS] = tuple(ModulePage(module, item, goal=one, step=STEPS[1]).page for one in goals)
            elif item.plan_part and state.kvv.answer(item.id) is not None:
                found.setdefault(item.plan_part, (ModulePage(module, item).page,))
    for theme in editions.questionnaire.definition.themes:
        for item in theme.items:
            if item.plan_part and state.reflector.answer(item.id) is not None:
                found.setdefault(item.plan_part, (ThemePage(theme, None, overview=True).page,))
    return found


def goal_page(editions: Editions, state: PersonState) -> ModulePage | None:
    """Gives where a goal is begun from the plan itself, which needs no module (SETTLED 13); none where no more fit.

    A goal that was left half-way is gone on with, at its first open step.
    """
    half = half_goal(state)
    for module in editions.programme.definition.modules:
        for item in module.exercises:
            if isinstance(item, GoalBuilder):
                if half is not None:
                    return ModulePage(module, item, goal=half, step=open_step(state, half))
                count = len(state.plan.goals)
                return ModulePage(module, item, goal=count, step=STEPS[0]) if count < item.most else None
    return None


def half_goal(state: PersonState) -> int | None:
    """Gives the place of the first goal that was begun and left before its last step."""
    return next((number for number, one in enumerate(state.plan.goals.values()) if not one.goal.is_whole), None)
