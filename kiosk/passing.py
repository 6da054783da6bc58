"""What it means that a person goes on from a page: a theme or module is done, a card is read, the plan is ready.

- Not here: where he comes then (pages.py), and what he does on the page itself (turns.py).
"""

from kiosk.pages import CHECK, AnyPage, ModulePage, PlainPage, ThemePage
from kiosk.session import Session
from modules.exercises import AnyExercise
from modules.exercises.goal_builder import GoalBuilder, GoalBuilderAnswer
from modules.exercises.info_card import InfoCard, InfoCardAnswer
from modules.exercises.signature import SignatureStep, SignatureStepAnswer
from modules.exercises.summary import Summary, SummaryAnswer
from modules.ids import ModuleId
from modules.kvv import commands as kvv
from modules.plan import commands as plan
from modules.reflector import commands as reflector


def passed(session: Session, page: AnyPage) -> None:
    """Records what it means that a person goes on from a page; nothing where it means nothing."""
    match page:
        case ThemePage(theme, overview=True):
            session.do(reflector.FinishTheme(theme.id))
        case ModulePage(module, end=True):
            session.do(kvv.FinishModule(module.id))
        case ModulePage(module, None):
            session.do(kvv.StartModule(module.id))
        case ModulePage(module, GoalBuilder()) if module.id not in session.state.kvv.started:
            pass
        case ModulePage(module, item) if item is not None and page.step in ("", CHECK):
            _pass_reading(session, module.id, item)
        case ThemePage(_, InfoCard() as card):
            session.do(reflector.GiveAnswer(card.id, InfoCardAnswer()))
        case PlainPage(page="plan") if session.state.plan.whole_goals:
            session.do(plan.ReadyPlan())
        case PlainPage(page="plan/done"):
            _pass_signature(session)
        case _:
            pass


def _pass_reading(session: Session, module_id: ModuleId, item: AnyExercise) -> None:
    state = session.state
    match item:
        case InfoCard():
            session.do(kvv.DoExercise(module_id, item.id, InfoCardAnswer()))
        case Summary() if state.kvv.answer(item.id) is None:
            session.do(kvv.DoExercise(module_id, item.id, SummaryAnswer(shared=())))
        case GoalBuilder() if state.plan.goals:
            session.do(kvv.DoExercise(module_id, item.id, GoalBuilderAnswer()))
        case SignatureStep():
            session.do(kvv.DoExercise(module_id, item.id, SignatureStepAnswer(signed=state.plan.is_signed)))
        case _:
            pass


def _pass_signature(session: Session) -> None:
    """Records the signature exercise of a begun module as done: the person came back from signing."""
    for module in session.editions.programme.definition.modules:
        for item in module.exercises:
            waits = module.id in session.state.kvv.started and not session.state.kvv.is_passed(item.id)
            if isinstance(item, SignatureStep) and waits:
                _pass_reading(session, module.id, item)
