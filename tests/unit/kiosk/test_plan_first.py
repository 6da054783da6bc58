"""A plan begun from the plan itself, by somebody who did no module: the plan is always open (SETTLED 13)."""

from kiosk.intents import AddGoal, BuildGoal, GoBack, GoOn, OpenPage, SkipThis
from kiosk.pages import STEPS
from kiosk.views.plan import PlanView
from kiosk.views.question import QuestionView
from modules.exercises.goal_builder import Goal
from tests.makers import a_goal
from tests.wing import Wing


def a_goal_built(wing: Wing) -> PlanView:
    """Builds a goal from the plan page, step by step, and gives the plan that is shown then."""
    wing.take(OpenPage("plan"), AddGoal())
    whole = a_goal()
    taken: dict[str, object] = {}
    for step in STEPS[:-1]:
        taken[step] = getattr(whole, step)
        wing.take(BuildGoal(Goal.model_validate(taken)), GoOn())
    view = wing.take(GoOn())
    assert isinstance(view, PlanView)
    return view


def test_an_empty_plan_offers_to_begin_a_goal() -> None:
    wing = Wing()
    wing.log_in()
    view = wing.take(OpenPage("plan"))
    assert isinstance(view, PlanView)
    assert view.empty
    assert view.add_goal
    assert isinstance(wing.take(AddGoal()), QuestionView)


def test_a_goal_begun_from_the_plan_leads_back_to_the_plan() -> None:
    wing = Wing()
    wing.log_in()
    view = a_goal_built(wing)
    assert wing.page == "plan"
    assert not view.empty
    assert view.frame.next


def test_back_and_skip_lead_from_the_first_step_to_the_plan() -> None:
    wing = Wing()
    wing.log_in()
    for way in (GoBack(), SkipThis()):
        assert isinstance(wing.take(OpenPage("plan"), AddGoal(), way), PlanView)


def test_where_no_more_goals_fit_the_plan_offers_none() -> None:
    wing = Wing()
    wing.log_in()
    views = [a_goal_built(wing) for _ in range(2)]
    assert views[0].add_goal
    assert views[-1].add_goal is None
