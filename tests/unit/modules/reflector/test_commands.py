"""What a person can do in the Reflector."""

import pytest

from modules.definition.edition import Edition
from modules.definition.questionnaire import Questionnaire
from modules.errors import RefusedError
from modules.events import Event, QuestionSkipped, ReflectorFinished, ThemeFinished, ThemeRetaken, ThemesPicked
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Audience
from modules.ids import ItemId, ThemeId
from modules.reasons import SkipReason
from modules.reflector.commands import (
    FinishTheme,
    GiveAnswer,
    PickThemes,
    ReflectorCommand,
    RetakeTheme,
    SkipQuestion,
    decide,
)
from modules.reflector.state import ReflectorState, evolve
from tests.definitions import PACK, a_reflector_edition
from tests.makers import OTHER_TERMINAL, a_lane, answered, chose, entries, recorded, replayed

ID, DEBTS, WEIGHT, WORK = (ItemId(item) for item in ("basics.id", "basics.debts", "basics.weight", "work.before"))
BASICS = ThemeId("basics")


@pytest.fixture
def edition() -> Edition[Questionnaire]:
    return a_reflector_edition()


def _after(*events: Event) -> ReflectorState:
    state = ReflectorState()
    for one in recorded(*events):
        state = evolve(state, one)
    return state


def _skipped(item: ItemId) -> QuestionSkipped:
    return QuestionSkipped(pack=PACK, item=item, reason=None)


def test_an_answer_names_its_pack_and_the_audience_its_author_chose(edition: Edition[Questionnaire]) -> None:
    (given,) = decide(edition, ReflectorState(), GiveAnswer(DEBTS, chose("no")))
    assert given == answered("basics.debts", chose("no"), audience=Audience.DR_PLAN)


def test_a_question_nobody_was_told_about_stays_with_the_person(edition: Edition[Questionnaire]) -> None:
    (given,) = decide(edition, ReflectorState(), GiveAnswer(WEIGHT, RulerAnswer(value=4)))
    assert given == answered("basics.weight", RulerAnswer(value=4), audience=Audience.ONLY_ME)


def test_the_same_answer_again_is_nothing_new(edition: Edition[Questionnaire]) -> None:
    assert decide(edition, _after(answered()), GiveAnswer(ID, chose("yes"))) == ()


def test_an_answer_can_be_changed(edition: Edition[Questionnaire]) -> None:
    assert decide(edition, _after(answered()), GiveAnswer(ID, chose("no"))) == (answered("basics.id", chose("no")),)


def test_a_skipped_question_can_be_answered_later(edition: Edition[Questionnaire]) -> None:
    assert decide(edition, _after(answered(), _skipped(ID)), GiveAnswer(ID, chose("yes"))) == (answered(),)


def test_choosing_one_of_two_rivals_is_an_answer_even_where_it_is_the_one_shown(
    edition: Edition[Questionnaire],
) -> None:
    state = ReflectorState()
    for one in replayed(entries(answered()), entries(answered("basics.id", chose("no")), lane=a_lane(OTHER_TERMINAL))):
        state = evolve(state, one)
    shown = state.answer(ID)
    assert shown is not None
    assert decide(edition, state, GiveAnswer(ID, shown)) == (answered("basics.id", shown),)


@pytest.mark.parametrize("reason", [None, *SkipReason])
def test_a_question_is_skipped_with_a_reason_or_without(
    edition: Edition[Questionnaire], reason: SkipReason | None
) -> None:
    expected = QuestionSkipped(pack=PACK, item=ID, reason=reason)
    assert decide(edition, ReflectorState(), SkipQuestion(ID, reason)) == (expected,)


def test_an_answered_question_can_be_skipped_after_all(edition: Edition[Questionnaire]) -> None:
    assert decide(edition, _after(answered()), SkipQuestion(ID)) == (_skipped(ID),)


def test_a_theme_ends_with_what_was_answered_and_skipped_counted(edition: Edition[Questionnaire]) -> None:
    state = _after(answered(), answered("basics.debts"), _skipped(WEIGHT))
    assert decide(edition, state, FinishTheme(BASICS)) == (
        ThemeFinished(pack=PACK, theme=BASICS, answered=2, skipped=1),
    )


def test_a_question_that_is_not_shown_holds_no_theme_up_and_is_not_counted(edition: Edition[Questionnaire]) -> None:
    state = _after(answered(), answered("basics.debts", chose("no")), answered("basics.weight", RulerAnswer(value=9)))
    (finished,) = decide(edition, state, FinishTheme(BASICS))
    assert finished == ThemeFinished(pack=PACK, theme=BASICS, answered=2, skipped=0)


def test_the_last_theme_ends_the_reflector_once(edition: Edition[Questionnaire]) -> None:
    work = answered("work.before", MultiChoiceAnswer(options=()))
    basics = ThemeFinished(pack=PACK, theme=BASICS, answered=3, skipped=0)
    state = _after(work, basics)
    finished = ThemeFinished(pack=PACK, theme=ThemeId("work"), answered=1, skipped=0)
    assert decide(edition, state, FinishTheme(ThemeId("work"))) == (finished, ReflectorFinished(pack=PACK))
    again = _after(work, basics, finished, ReflectorFinished(pack=PACK))
    assert decide(edition, again, FinishTheme(ThemeId("work"))) == (finished,)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (GiveAnswer(ItemId("basics.moon"), chose("yes")), "does not ask"),
        (GiveAnswer(ID, RulerAnswer(value=1)), "another kind"),
        (GiveAnswer(ID, chose("perhaps")), "does not offer"),
        (SkipQuestion(ItemId("basics.moon")), "does not ask"),
        (FinishTheme(ThemeId("moon")), "does not have"),
        (FinishTheme(BASICS), "neither answered nor skipped"),
    ],
)
def test_what_the_questionnaire_does_not_have_is_refused(
    edition: Edition[Questionnaire], command: ReflectorCommand, why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        decide(edition, ReflectorState(), command)


def test_a_theme_does_not_end_while_a_question_that_came_into_view_is_open(edition: Edition[Questionnaire]) -> None:
    state = _after(answered(), answered("basics.debts", chose("unknown")))
    with pytest.raises(RefusedError, match="neither answered nor skipped"):
        decide(edition, state, FinishTheme(BASICS))


def test_up_to_three_themes_are_picked_and_the_same_pick_again_is_nothing() -> None:
    edition = a_reflector_edition()
    theme = edition.definition.themes[0].id
    assert decide(edition, ReflectorState(), PickThemes((theme,))) == (ThemesPicked(pack=PACK, themes=(theme,)),)
    assert decide(edition, ReflectorState(picked=(theme,)), PickThemes((theme,))) == ()


@pytest.mark.parametrize("themes", [("nowhere",), ("basics", "basics")])
def test_a_pick_of_what_is_no_theme_or_twice_the_same_is_refused(themes: tuple[str, ...]) -> None:
    with pytest.raises(RefusedError):
        decide(a_reflector_edition(), ReflectorState(), PickThemes(tuple(map(ThemeId, themes))))


def test_only_a_finished_theme_is_taken_again() -> None:
    edition = a_reflector_edition()
    theme = edition.definition.themes[0].id
    with pytest.raises(RefusedError):
        decide(edition, ReflectorState(), RetakeTheme(theme))
    finished = ReflectorState(finished=frozenset({theme}))
    assert decide(edition, finished, RetakeTheme(theme)) == (ThemeRetaken(pack=PACK, theme=theme),)
