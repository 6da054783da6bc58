"""The pages around the plan: what is due, what is ticked, who sees what, what was signed before, own notes."""

import pytest

from kiosk.intents import DeclineSigning, GiveThisAnswer, GoBack, GoOn, KeepNote, OpenPage, SignThis, SkipThis
from kiosk.plan_pages import CHOOSE, GROWN, MINE, NOTES, SHARES, STEPS_DONE, VERSIONS, WEEK, WRITE
from kiosk.rehearsal import MARK
from kiosk.session import Session
from kiosk.views.exercises import GoalStepView, MultiChoiceView, RulerView, SingleChoiceView
from kiosk.views.home import HomeView
from kiosk.views.plan import DoneView, PlanView, SignView
from kiosk.views.question import IntroView, OverviewView, QuestionView
from kiosk.views.shares import Sees, SharesView
from modules.definition.edition import Edition
from modules.disclosure import OUTSIDE, PLAN_PARTS, Reader, readers_of
from modules.events import (
    GoalStepTicked,
    MentorQuestionAsked,
    PlanCheckedIn,
    PlanDeclined,
    PlanReadied,
    PrivateNoteKept,
    SharedAnswer,
    ShareWithdrawn,
)
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Audience, PlanPart, Said
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import ItemId, ModuleId, OptionId
from modules.plan.state import WEEK_MS, Stage
from modules.reasons import DeclineReason
from tests.definitions import KVV_PACK
from tests.makers import GOAL, did, goal_set
from tests.wing import PIN, Wing

NOT_MINE = SingleChoiceAnswer(option=OptionId("only_me"))


@pytest.fixture
def wing() -> Wing:
    """A wing where a person made a whole goal before."""
    made = Wing()
    made.diary.append(made.subject, (goal_set(),), made.clock.moment())
    return made


def session_of(wing: Wing) -> Session:
    assert wing.visit.session is not None
    return wing.visit.session


def rows(view: object) -> list[str]:
    assert isinstance(view, OverviewView | SharesView)
    return [row.page for row in view.rows]


def test_the_plan_card_leads_to_the_plan_at_a_glance_once_there_is_a_goal(wing: Wing) -> None:
    home = wing.log_in()
    assert isinstance(home, HomeView)
    assert home.plan_page == MINE
    assert rows(wing.take(OpenPage(MINE))) == ["plan", STEPS_DONE, SHARES, NOTES]
    assert isinstance(wing.take(GoBack()), HomeView)


def test_a_step_is_ticked_off_and_the_next_one_is_offered(wing: Wing) -> None:
    wing.log_in()
    view = wing.take(OpenPage(STEPS_DONE), GiveThisAnswer(MultiChoiceAnswer(options=(OptionId("step0"),))))
    assert isinstance(view, QuestionView)
    assert isinstance(view.exercise, MultiChoiceView)
    assert view.exercise.options[0].chosen
    assert GoalStepTicked(goal_id=GOAL, done=True) in wing.kept()
    following = wing.take(SkipThis())
    assert isinstance(following, QuestionView)
    assert isinstance(following.exercise, GoalStepView)
    assert following.exercise.step == "first_step"


def test_a_tick_can_be_taken_back(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage(STEPS_DONE), GiveThisAnswer(MultiChoiceAnswer(options=(OptionId("step0"),))))
    wing.take(GiveThisAnswer(MultiChoiceAnswer(options=())))
    assert not session_of(wing).state.plan.is_ticked(GOAL)


def test_the_home_card_names_the_first_step_that_is_still_open(wing: Wing) -> None:
    home = wing.log_in()
    assert isinstance(home, HomeView)
    assert "ik bel mijn oude baas" in home.plan_text
    wing.take(OpenPage(STEPS_DONE), GiveThisAnswer(MultiChoiceAnswer(options=(OptionId("step0"),))), OpenPage("home"))
    home = wing.take()
    assert isinstance(home, HomeView)
    assert "ik bel mijn oude baas" not in home.plan_text


def a_week_later(wing: Wing) -> None:
    wing.clock.wall_ms += WEEK_MS
    wing.clock.anchor_ms = wing.clock.wall_ms


def test_after_a_week_one_question_comes_first_and_not_again_that_week(wing: Wing) -> None:
    wing.log_in()
    assert session_of(wing).state.page == "home"
    wing.take(OpenPage("home"))
    wing.cut_the_power()
    a_week_later(wing)
    view = wing.log_in()
    assert isinstance(view, QuestionView)
    assert isinstance(view.exercise, RulerView)
    assert wing.page == WEEK
    assert not view.frame.next_enabled
    wing.take(GiveThisAnswer(RulerAnswer(value=7)))
    assert wing.take().frame.next_enabled  # type: ignore[union-attr]
    wing.take(GoOn(), GoOn())
    wing.cut_the_power()
    assert isinstance(wing.log_in(), HomeView)


def test_the_weekly_question_is_not_asked_while_the_clock_is_not_sure(wing: Wing) -> None:
    wing.clock.wall_ms += 10 * WEEK_MS
    assert isinstance(wing.log_in(), HomeView)


def test_rather_not_is_an_answer_and_is_kept(wing: Wing) -> None:
    a_week_later(wing)
    wing.log_in()
    assert isinstance(wing.take(SkipThis()), HomeView)
    assert PlanCheckedIn(goal_id=GOAL, sure=None) in wing.kept()


@pytest.mark.parametrize(
    ("first", "now", "said", "smaller"),
    [(4, 7, "Je bent zekerder geworden.", False), (5, 5, "gelijk gebleven", True), (8, 3, "minder zeker", True)],
)
def test_what_changed_is_shown_to_the_person_first(first: int, now: int, said: str, smaller: bool) -> None:
    wing = Wing()
    wing.diary.append(wing.subject, (goal_set(sure=first),), wing.clock.moment())
    a_week_later(wing)
    wing.log_in()
    view = wing.take(GiveThisAnswer(RulerAnswer(value=now)), GoOn())
    assert wing.page == GROWN
    assert isinstance(view, IntroView)
    assert view.lines[0] == f"Eerst: {first}. Nu: {now}."
    assert said in " ".join(view.lines)
    assert (view.frame.skip is not None) is smaller


def test_the_plan_read_back_is_ready_and_leads_past_who_sees_what_to_signing(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("plan"), GoOn())
    assert wing.page == SHARES
    assert PlanReadied() in wing.kept()
    assert session_of(wing).state.plan.stage is Stage.READY
    assert isinstance(wing.take(GoOn()), SignView)


def test_each_part_says_who_gets_it_as_the_one_table_says(wing: Wing) -> None:
    wing.diary.append(wing.subject, (did(),), wing.clock.moment())
    for vris in (False, True):
        programme = wing.editions.programme
        facts = frozenset({"vris"} if vris else ())
        wing.editions = type(wing.editions)(wing.editions.questionnaire, Edition(KVV_PACK, programme.definition, facts))
        wing.cut_the_power()
        wing.log_in()
        view = wing.take(OpenPage(SHARES))
        assert isinstance(view, SharesView)
        assert [row.page for row in view.rows] == ["plan/share/strengths", "plan/share/goals"]
        for row in view.rows:
            part = PlanPart(row.page.removeprefix("plan/share/"))
            readers = readers_of(part, vris=vris)
            assert ("buiten" in row.reads) is bool(OUTSIDE & set(readers))
            assert ("casemanager" in row.reads) is ("case_manager" in readers)
            assert row.sees[0] is Sees.ALL  # he himself
            seeing = {reader for reader, seen in zip(Reader, row.sees[1:], strict=True) if seen is not Sees.NOTHING}
            assert seeing == set(readers)
            assert row.spoken in view.frame.spoken


def test_where_the_law_provides_for_it_there_is_a_notice_and_nothing_to_choose(wing: Wing) -> None:
    wing.log_in()
    view = wing.take(OpenPage("plan/share/goals"))
    assert isinstance(view, IntroView)
    assert "18a" in " ".join(view.lines)
    wing.take(GiveThisAnswer(NOT_MINE))
    assert session_of(wing).state.plan.shares == {}


def test_a_part_that_is_his_to_keep_stays_out_of_the_plan(wing: Wing) -> None:
    wing.diary.append(wing.subject, (did(),), wing.clock.moment())
    wing.log_in()
    view = wing.take(OpenPage("plan/share/strengths"))
    assert isinstance(view, QuestionView)
    assert isinstance(view.exercise, SingleChoiceView)
    assert PLAN_PARTS[PlanPart.STRENGTHS].is_choice
    wing.take(GiveThisAnswer(NOT_MINE))
    assert session_of(wing).state.plan.shares == {PlanPart.STRENGTHS: Audience.ONLY_ME}
    plan = wing.take(OpenPage("plan"))
    assert isinstance(plan, PlanView)
    assert [section.title for section in plan.sections] == ["goals"]
    held = wing.take(OpenPage(SHARES))
    assert isinstance(held, SharesView)
    assert held.rows[0].reads == "Alleen jij"
    assert held.rows[0].sees == (Sees.ALL, Sees.NOTHING, Sees.NOTHING, Sees.NOTHING)


def test_what_is_signed_already_is_said_to_stay(wing: Wing) -> None:
    wing.diary.append(wing.subject, (did(),), wing.clock.moment())
    wing.log_in()
    wing.take(OpenPage("plan/sign"), SignThis(MARK, PIN))
    view = wing.take(OpenPage("plan/share/strengths"))
    assert isinstance(view, QuestionView)
    assert "Dat blijft zo" in view.notice


def test_an_answer_shown_to_the_mentor_can_be_withdrawn(wing: Wing) -> None:
    item = ItemId("m1.strengths")
    asked = MentorQuestionAsked(
        pack=KVV_PACK, module=ModuleId("m1"), shared=(SharedAnswer(item=item, answer=did().answer),), question=None
    )
    wing.diary.append(wing.subject, (did(), asked), wing.clock.moment())
    wing.log_in()
    assert f"plan/share/{item}" in rows(wing.take(OpenPage(SHARES)))
    view = wing.take(OpenPage(f"plan/share/{item}"))
    assert isinstance(view, QuestionView)
    assert "al gelezen" in view.notice
    after = wing.take(GiveThisAnswer(SingleChoiceAnswer(option=OptionId("withdraw"))))
    assert ShareWithdrawn(item=item) in wing.kept()
    assert f"plan/share/{item}" not in rows(after)


def test_every_version_stays_readable_and_its_signature_is_checked(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("plan/sign"), SignThis(MARK, PIN))
    wing.diary.append(wing.subject, (goal_set(first_step=Said(own="ik schrijf hem")),), wing.clock.moment())
    wing.cut_the_power()
    wing.log_in()
    wing.take(OpenPage("plan/sign"), SignThis(MARK, PIN))
    assert rows(wing.take(OpenPage(VERSIONS))) == ["plan/version/1", "plan/version/0"]
    first = wing.take(OpenPage("plan/version/0"))
    assert isinstance(first, PlanView)
    assert "klopt" in first.status
    assert "ik bel mijn oude baas" in str(first.sections)
    assert "ik schrijf hem" not in str(first.sections)
    assert first.frame.next is None


def test_own_notes_are_kept_and_read_back_by_him_alone(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage(NOTES), GoOn())
    assert wing.page == WRITE
    view = wing.take(KeepNote("dinsdag bellen"))
    assert wing.page == NOTES
    assert isinstance(view, OverviewView)
    assert [row.answer for row in view.rows] == ["dinsdag bellen"]
    assert PrivateNoteKept(words="dinsdag bellen") in wing.kept()


@pytest.mark.parametrize("reason", DeclineReason)
def test_each_reason_not_to_sign_is_kept_and_has_a_kind_answer_of_its_own(wing: Wing, reason: DeclineReason) -> None:
    wing.log_in()
    because = Said(option=OptionId("too_much")) if reason is DeclineReason.DISAGREE else None
    view = wing.take(OpenPage("plan/sign"), DeclineSigning(reason, because))
    assert isinstance(view, DoneView)
    assert PlanDeclined(reason=reason, because=because) in wing.kept()
    others = {
        wing.take(OpenPage("plan/sign"), DeclineSigning(other)).lines[0]  # type: ignore[union-attr]
        for other in DeclineReason
        if other is not reason
    }
    assert view.lines[0] not in others


def test_a_page_that_is_gone_shows_the_plan_at_a_glance(wing: Wing) -> None:
    wing.log_in()
    for gone in ("plan/version/7", "plan/share/moon", CHOOSE):
        assert rows(wing.take(OpenPage(gone)))[0] == "plan"
