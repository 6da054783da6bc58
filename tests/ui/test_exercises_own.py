"""If-then plans, goals, summaries and the way to signing under a finger: a person's own words and own choices.

- Not here: the other kinds (test_exercises.py), what fits (test_exercises_fit.py).
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from kiosk.intents import AddGoal, BuildGoal, GiveThisAnswer, GoOn, OpenPage, RemoveThisGoal, ReviseStep
from kiosk.views.exercises import GoalStepView, SignatureStepView, summary_view
from kiosk.views.goal import goal_step_view
from kiosk.views.question import QuestionView
from modules.events import Half
from modules.exercises import Answer
from modules.exercises.goal_builder import Goal
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.shared import OWN_WORDS_LENGTH, Said
from modules.exercises.summary import SummaryAnswer
from tests.ui import shipped
from tests.ui.asking import NL, Asking


def test_two_halves_make_an_answer(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("if_then")
    situation, action = item.situations[1].id, item.actions[0].id
    question = asking().of(item).touch(f"answer.{situation}")
    assert question.said == []
    question.touch(f"answer.{action}")
    assert question.answer == IfThenAnswer(situation=Said(option=situation), action=Said(option=action))


def test_a_half_can_be_chosen_anew(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("if_then")
    first, second, action = item.situations[0].id, item.situations[1].id, item.actions[0].id
    question = asking().of(item).touch(f"answer.{first}", f"answer.{action}", "half.if", f"answer.{second}")
    assert question.answer == IfThenAnswer(situation=Said(option=second), action=Said(option=action))


def test_own_words_are_written_in_place_and_kept(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("if_then")
    action = item.actions[0].id
    question = asking().of(item).touch("answer.own", "keyboard.i", "keyboard.k", "keyboard.space", "keyboard.o")
    question.touch("keyboard.erase", "own.keep", f"answer.{action}")
    assert question.answer == IfThenAnswer(situation=Said(own="Ik"), action=Said(option=action))


def test_own_words_that_are_not_wanted_are_gone(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("if_then")
    question = asking().of(item).touch("answer.own", "keyboard.i", "own.cancel", "answer.own")
    assert question.find("own.line").text == ""
    assert question.touch("own.cancel").said == []


def test_going_on_keeps_the_words_that_are_being_written(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("if_then")
    situation = item.situations[0].id
    question = asking().of(item).touch(f"answer.{situation}", "answer.own", "keyboard.j", "keyboard.a", "foot.next")
    kept = IfThenAnswer(situation=Said(option=situation), action=Said(own="Ja"))
    assert question.said == [GiveThisAnswer(kept), GoOn()]


def test_own_words_are_no_longer_than_an_own_answer_may_be(asking: Callable[..., Asking]) -> None:
    question = asking().of(shipped.item_of("if_then")).touch("answer.own")
    editor = question.find("own.line").parent
    for _ in range(OWN_WORDS_LENGTH + 20):
        editor.type("a")
    assert len(question.find("own.line").text) == OWN_WORDS_LENGTH


def test_what_is_half_done_is_forgotten_with_the_screen(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("if_then")
    question = asking().of(item).touch(f"answer.{item.situations[0].id}", "answer.own", "keyboard.j")
    line = question.find("own.line")
    question.screen.forget()
    assert line.text == ""
    question.of(item)
    assert question.find("half.if").said == ""
    assert question.said == []


def test_a_first_half_and_words_being_written_come_back_as_they_were(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("if_then")
    question = asking().of(item).touch(f"answer.{item.situations[0].id}", "answer.own", "keyboard.j", "keyboard.a")
    half, said = question.screen.unfinished(), question.find("half.if").said
    assert half == Half(said=Said(option=item.situations[0].id), turn="then", writing="Ja")
    question.screen.forget()
    again = asking().view(lambda given: replace(shipped.asked(item, given, NL), half=half))
    assert again.find("half.if").said == said
    assert again.find("own.line").text == "Ja"
    again.touch("own.keep")
    assert again.answer == IfThenAnswer(situation=Said(option=item.situations[0].id), action=Said(own="Ja"))
    assert again.screen.unfinished() is None


def test_own_words_of_a_goal_that_are_being_written_come_back(asking: Callable[..., Asking]) -> None:
    step = _goal_step("first_step", Goal(area=shipped.item_of("goal_builder").areas[0].area.id))
    question = asking().view(step).touch("answer.own", "keyboard.j", "keyboard.a")
    half = question.screen.unfinished()
    again = asking().view(lambda given: replace(step(given), half=half))
    assert again.find("own.line").text == "Ja"


def _goal_step(step: str, goal: Goal | None) -> Callable[[Answer | None], QuestionView]:
    builder = shipped.item_of("goal_builder")
    return lambda _: shipped.around(
        builder, goal_step_view(builder, step, goal, (), facts=frozenset(), language=NL), NL
    )


def test_the_first_step_of_a_goal_is_its_area(asking: Callable[..., Asking]) -> None:
    area = shipped.item_of("goal_builder").areas[1].area.id
    question = asking().view(_goal_step("area", None)).touch(f"answer.{area}")
    assert question.said == [BuildGoal(Goal(area=area))]


def test_another_area_takes_the_wish_and_the_step_that_belonged_to_the_old_one(asking: Callable[..., Asking]) -> None:
    builder = shipped.item_of("goal_builder")
    goal, other = shipped.goal_of(builder), builder.areas[2].area.id
    question = asking().view(_goal_step("area", goal)).touch(f"answer.{other}", f"answer.{goal.area}")
    assert question.said == [BuildGoal(Goal(area=other)), BuildGoal(goal)]


def test_each_step_adds_to_the_goal(asking: Callable[..., Asking]) -> None:
    builder = shipped.item_of("goal_builder")
    area = builder.areas[0]
    goal = Goal(area=area.area.id)
    question = asking().view(_goal_step("wish", goal)).touch(f"answer.{area.wishes[1].id}")
    question.view(_goal_step("when", goal)).touch(f"answer.{builder.whens[0].id}")
    question.view(_goal_step("first_step", goal)).touch("answer.own", "keyboard.j", "keyboard.a", "own.keep")
    assert question.said == [
        BuildGoal(goal.model_copy(update={"wish": Said(option=area.wishes[1].id)})),
        BuildGoal(goal.model_copy(update={"when": builder.whens[0].id})),
        BuildGoal(goal.model_copy(update={"first_step": Said(own="Ja")})),
    ]


def test_own_words_of_a_goal_are_shown_as_the_choice(asking: Callable[..., Asking]) -> None:
    goal = shipped.goal_of(shipped.item_of("goal_builder"))
    card = asking().view(_goal_step("first_step", goal)).find("answer.own")
    assert goal.first_step is not None
    assert (card.text, card.chosen) == (goal.first_step.own, True)


def test_a_goal_is_taken_away_only_after_asking_twice(asking: Callable[..., Asking]) -> None:
    check = dict(shipped.goal_views(NL))["goal-check"]
    question = asking().view(lambda _: check).touch("goal.remove", "goal.remove.no", "goal.add")
    assert question.said == [AddGoal()]
    question.touch("goal.remove", "goal.remove.yes")
    assert question.said[-1] == RemoveThisGoal(shipped.GOAL)


def test_two_touches_in_one_place_take_no_goal_away(
    asking: Callable[..., Asking], tap: Callable[..., None], show: Any
) -> None:
    check = dict(shipped.goal_views(NL))["goal-check"]
    assert isinstance(check.exercise, GoalStepView)
    for may_add in (True, False):
        end = replace(check, exercise=replace(check.exercise, may_add=may_add))
        question = asking().view(partial(_always, end))
        place = question.find("goal.remove").center
        for _ in range(2):
            tap(*place)
            show.settle()
        assert question.said == []


def _always(view: QuestionView, _answer: Answer | None) -> QuestionView:
    return view


def _summary(answer: Answer | None) -> QuestionView:
    item = next(item for item in shipped.items() if item.kind == "summary" and item.mentor_questions)
    known = {one.id: one for one in shipped.items()}
    view = summary_view(item, answer, known.get, lambda shown: shipped.an_answer(known[shown]), NL)
    return shipped.around(item, view, NL)


def test_nothing_is_shown_to_the_mentor_until_it_is_touched(asking: Callable[..., Asking]) -> None:
    item = next(item for item in shipped.items() if item.kind == "summary" and item.mentor_questions)
    first = item.shows[0]
    question = asking().view(_summary)
    assert not question.find(f"share.{first}").chosen
    assert question.touch(f"share.{first}").answer == SummaryAnswer(shared=(first,))
    assert question.touch(f"share.{first}").answer == SummaryAnswer(shared=())


def test_a_question_for_the_mentor_is_chosen_behind_its_card(asking: Callable[..., Asking]) -> None:
    item = next(item for item in shipped.items() if item.kind == "summary" and item.mentor_questions)
    asked = item.mentor_questions[1].id
    question = asking().view(_summary).touch("summary.ask", f"answer.{asked}")
    assert question.answer == SummaryAnswer(shared=(), mentor_question=asked)
    question.touch("summary.ask", f"answer.{asked}")
    assert question.answer == SummaryAnswer(shared=(), mentor_question=None)


def test_the_step_to_signing_leads_to_signing_where_there_is_a_plan(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("signature")
    question = asking().view(lambda _: shipped.around(item, SignatureStepView(can_sign=True, signed=False), NL))
    assert question.touch("sign_step.go").said == [OpenPage("plan/sign")]
    question.view(lambda _: shipped.around(item, SignatureStepView(can_sign=False, signed=False), NL))
    assert question.find("sign_step.go") is None


def test_a_low_number_offers_the_step_it_is_about_once_more_and_sets_the_goal(asking: Callable[..., Asking]) -> None:
    views = dict(shipped.goal_views(NL))
    question = asking().view(lambda _: views["goal-sure"]).touch("ruler.3", "goal.smaller")
    goal = shipped.goal_of(shipped.item_of("goal_builder")).model_copy(update={"sure": 3})
    assert question.said == [BuildGoal(goal), ReviseStep("first_step")]


def test_a_number_that_is_not_low_offers_nothing_but_going_on(asking: Callable[..., Asking]) -> None:
    views = dict(shipped.goal_views(NL))
    question = asking().view(lambda _: views["goal-important"])
    assert question.find("goal.smaller") is None
