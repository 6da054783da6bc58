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


def test_a_goal_left_half_way_waits_on_the_plan_and_is_gone_on_with_where_it_was() -> None:
    wing = Wing()
    wing.log_in()
    half = Goal(area=a_goal().area, wish=a_goal().wish)
    view = wing.take(OpenPage("plan"), AddGoal(), BuildGoal(half), SkipThis())
    assert isinstance(view, PlanView)
    assert view.add_goal == "Mijn doel afmaken"
    wing.take(AddGoal())
    assert wing.page.split("/")[-2:] == ["0", STEPS[2]]


def test_goals_left_half_way_never_fill_the_plan_so_that_none_can_be_made() -> None:
    wing = Wing()
    wing.log_in()
    for _ in range(5):
        wing.take(OpenPage("plan"), AddGoal(), BuildGoal(Goal(area=a_goal().area)), SkipThis())
    view = wing.take(OpenPage("plan"))
    assert isinstance(view, PlanView)
    assert view.add_goal


def test_a_goal_begun_from_the_plan_does_not_speak_of_the_steps_of_a_module_nobody_began() -> None:
    wing = Wing()
    wing.log_in()
    view = wing.take(OpenPage("plan"), AddGoal())
    assert isinstance(view, QuestionView)
    assert (view.frame.place, view.frame.total) == ("Mijn plan", 0)
