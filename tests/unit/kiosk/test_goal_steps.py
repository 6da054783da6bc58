"""The steps of a goal after the six that make it whole: two numbers, and what to do when it goes wrong."""

import pytest

from kiosk.intents import AddGoal, BuildGoal, GoBack, GoOn, OpenPage, ReviseStep, SkipThis
from kiosk.pages import STEPS, Editions
from kiosk.views.exercises import GoalStepView
from kiosk.views.frame import BETWEEN
from kiosk.views.question import QuestionView
from modules.definition.edition import Edition
from modules.exercises.goal_builder import GoalQuestions, GoalScale
from modules.exercises.shared import Option, Said
from modules.ids import OptionId
from tests.definitions import KVV_PACK, a_goal_builder, a_module, a_programme, a_reflector_edition, options, text
from tests.makers import a_goal
from tests.wing import Wing


def a_full_builder_wing(facts: frozenset[str] = frozenset()) -> Wing:
    """Gives a wing whose goal builder has every step, and one helper that is not for everyone."""
    scale = GoalScale(ask=text("Hoe?"), low=text("weinig"), high=text("veel"))
    questions = GoalQuestions(
        **{step: text(step) for step in STEPS[:-1]},
        important=scale,
        sure=scale,
        setback=text("Wat kan er lastig worden?"),
        response=text("Wat doe je dan?"),
    )
    town = Option(id=OptionId("town"), text=text("de gemeente"), not_for="vris")
    builder = a_goal_builder(
        questions=questions,
        setbacks=options("no_answer"),
        responses=options("ask_again"),
        helpers=(*options("mentor"), town),
    )
    programme = a_programme(a_module(), a_module("m8", [builder]))
    return Wing(editions=Editions(a_reflector_edition(), Edition(KVV_PACK, programme, facts)))


@pytest.fixture
def at_important() -> Wing:
    """A wing where a goal of six steps was just built."""
    wing = a_full_builder_wing()
    wing.log_in()
    wing.take(OpenPage("plan"), AddGoal())
    whole = a_goal(first_step=None)
    wing.take(BuildGoal(whole.model_copy(update={"first_step": a_goal().first_step})))
    for _ in STEPS[:-1]:
        wing.take(GoOn())
    return wing


def step_of(wing: Wing) -> GoalStepView:
    view = wing.take()
    assert isinstance(view, QuestionView)
    assert isinstance(view.exercise, GoalStepView)
    return view.exercise


def test_after_the_six_steps_come_two_numbers_a_setback_and_what_he_does_then(at_important: Wing) -> None:
    walked = [step_of(at_important).step]
    while walked[-1] != "check":
        at_important.take(SkipThis())
        walked.append(step_of(at_important).step)
    assert walked == ["important", "sure", "setback", "response", "check"]


def test_beside_a_step_stands_only_what_its_question_is_about(at_important: Wing) -> None:
    beside = {}
    at_important.take(BuildGoal(a_goal(setback=Said(option=OptionId("no_answer")))))
    while step_of(at_important).step != "area":
        at_important.take(GoBack())
    while step_of(at_important).step != "check":
        beside[step_of(at_important).step] = step_of(at_important).so_far
        at_important.take(GoOn())
    assert beside["area"] == ""
    assert beside["wish"] == "werk"
    assert beside["first_step"] == "ik wil werk"
    assert (
        beside["when"]
        == beside["how_i_know"]
        == beside["sure"]
        == BETWEEN.join(("ik wil werk", "ik bel mijn oude baas"))
    )
    assert beside["response"] == "no_answer"


def test_a_step_passed_over_leaves_the_goal_whole(at_important: Wing) -> None:
    assert at_important.visit.session is not None
    assert len(at_important.visit.session.state.plan.whole_goals) == 1


@pytest.mark.parametrize(("number", "back"), [(5, "first_step"), (6, ""), (0, "first_step"), (10, "")])
def test_a_number_under_six_offers_the_step_once_more(at_important: Wing, number: int, back: str) -> None:
    at_important.take(SkipThis())
    goal = step_of(at_important).goal
    assert goal is not None
    at_important.take(BuildGoal(goal.model_copy(update={"sure": number})))
    assert step_of(at_important).smaller == back


def test_going_back_to_make_the_step_smaller_leads_there_and_on_again(at_important: Wing) -> None:
    at_important.take(SkipThis(), ReviseStep("first_step"))
    assert step_of(at_important).step == "first_step"
    at_important.take(GoOn())
    assert step_of(at_important).step == "when"


def test_going_back_to_a_step_there_is_not_stays_here(at_important: Wing) -> None:
    at_important.take(ReviseStep("moon"))
    assert step_of(at_important).step == "important"


def test_both_numbers_stay_with_the_person(at_important: Wing) -> None:
    view = at_important.take()
    assert isinstance(view, QuestionView)
    assert view.who_sees == "Alleen jij ziet dit antwoord."


def test_what_he_does_when_it_goes_wrong_comes_into_the_plan_and_the_numbers_do_not(at_important: Wing) -> None:
    goal = step_of(at_important).goal
    session = at_important.visit.session
    assert goal is not None
    assert session is not None
    said = {"important": 9, "sure": 8, "setback": {"option": "no_answer"}, "response": {"option": "ask_again"}}
    at_important.take(BuildGoal(goal.model_validate({**goal.model_dump(), **said})))
    (section,) = session.sections(session.state.language or at_important.visit.language)
    labels = [line.label.nl for line in section.blocks[0]]
    assert labels[-2:] == ["Wat kan er lastig worden?", "Wat doe je dan?"]
    assert len(labels) == 8


@pytest.mark.parametrize(("facts", "offered"), [((), ["mentor", "town"]), (("vris",), ["mentor"])])
def test_what_is_not_for_him_is_not_offered(facts: tuple[str, ...], offered: list[str]) -> None:
    wing = a_full_builder_wing(frozenset(facts))
    wing.log_in()
    wing.take(OpenPage("plan"), AddGoal(), BuildGoal(a_goal(who_helps=None)))
    while step_of(wing).step != "who_helps":
        wing.take(GoOn())
    assert [option.id for option in step_of(wing).options] == offered
