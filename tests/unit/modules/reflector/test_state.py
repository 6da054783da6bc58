"""What stands of the Reflector after anything that can happen."""

from collections.abc import Iterable

from modules.events import Event, QuestionSkipped, ThemeFinished
from modules.exercises.ruler import RulerAnswer
from modules.ids import ItemId, ThemeId
from modules.journal import Entry, head_of
from modules.reflector.state import CHANGED_BY, ReflectorState, evolve, next_item, next_theme, shown_items
from tests.definitions import PACK, a_questionnaire, a_reflector_edition, a_single_choice, a_theme
from tests.every_event import every_event
from tests.makers import OTHER_TERMINAL, a_lane, answered, chose, entries, recorded, replayed

ID = ItemId("basics.id")
ELSEWHERE = a_lane(OTHER_TERMINAL)
YES, NO = answered("basics.id", chose("yes")), answered("basics.id", chose("no"))
SKIPPED = QuestionSkipped(pack=PACK, item=ID, reason=None)


def _folded(*lanes: Iterable[Entry]) -> ReflectorState:
    state = ReflectorState()
    for one in replayed(*lanes):
        state = evolve(state, one)
    return state


def _after(*events: Event) -> ReflectorState:
    return _folded(entries(*events))


def test_exactly_the_events_that_are_named_change_it() -> None:
    changed = {type(one.event) for one in recorded(*every_event()) if evolve(ReflectorState(), one) != ReflectorState()}
    assert changed == CHANGED_BY


def test_a_later_answer_takes_the_place_of_the_one_before() -> None:
    state = _after(YES, NO)
    assert state.answer(ID) == chose("no")
    assert state.rivals(ID) == ()


def test_a_question_never_seen_has_no_answer_and_was_not_skipped() -> None:
    state = ReflectorState()
    assert state.answer(ID) is None
    assert not state.is_passed(ID)
    assert not state.is_skipped(ID)
    assert state.chosen(ID) == frozenset()


def test_skipping_after_answering_takes_the_answer_back() -> None:
    state = _after(YES, SKIPPED)
    assert state.answer(ID) is None
    assert state.is_skipped(ID)
    assert state.is_passed(ID)


def test_two_answers_given_at_once_both_stand_and_the_later_is_shown() -> None:
    state = _folded(entries(YES), entries(NO, lane=ELSEWHERE))
    assert set(map(str, state.rivals(ID))) == {str(chose("yes")), str(chose("no"))}
    assert state.answer(ID) == state.rivals(ID)[-1]


def test_two_equal_answers_given_at_once_are_no_conflict() -> None:
    assert _folded(entries(YES), entries(YES, lane=ELSEWHERE)).rivals(ID) == ()


def test_an_answer_given_after_seeing_both_settles_it() -> None:
    here, there = entries(YES), entries(NO, lane=ELSEWHERE)
    settled = entries(YES, after=head_of(here[-1]), seen=[head_of(there[-1])])
    state = _folded(here, there, settled)
    assert state.rivals(ID) == ()
    assert state.answer(ID) == chose("yes")


def test_an_answer_that_saw_one_of_two_leaves_the_other_standing() -> None:
    here, there = entries(YES), entries(NO, lane=ELSEWHERE)
    state = _folded(here, there, entries(YES, after=head_of(here[-1])))
    assert len(state.heads[ID]) == 2


def test_a_skip_given_elsewhere_hides_no_answer() -> None:
    for here, there in (
        (entries(YES), entries(SKIPPED, lane=ELSEWHERE)),
        (entries(SKIPPED), entries(YES, lane=ELSEWHERE)),
    ):
        state = _folded(here, there)
        assert state.answer(ID) == chose("yes")
        assert not state.is_skipped(ID)


def test_an_answer_whose_question_is_hidden_is_kept_and_counts_when_it_comes_back() -> None:
    weight, edition = answered("basics.weight", RulerAnswer(value=8)), a_reflector_edition()
    theme = edition.definition.themes[0]
    hidden = _after(answered("basics.debts", chose("yes")), weight, answered("basics.debts", chose("no")))
    assert [item.id for item in shown_items(edition, hidden, theme)] == ["basics.id", "basics.debts"]
    assert hidden.answer(ItemId("basics.weight")) == RulerAnswer(value=8)
    back = _after(weight, answered("basics.debts", chose("unknown")))
    assert [item.id for item in shown_items(edition, back, theme)] == ["basics.id", "basics.debts", "basics.weight"]


def test_the_next_question_is_the_first_that_is_shown_and_open() -> None:
    edition = a_reflector_edition()
    theme = edition.definition.themes[0]
    asked = [
        next_item(edition, state, theme)
        for state in (ReflectorState(), _after(SKIPPED), _after(YES, answered("basics.debts", chose("no"))))
    ]
    assert [item.id if item else None for item in asked] == ["basics.id", "basics.debts", None]


def test_a_fact_from_the_roster_shows_a_question() -> None:
    theme = a_theme("return", [a_single_choice("return.country", show_if={"fact": "vris"})])
    asked = a_questionnaire(theme)
    assert shown_items(a_reflector_edition(asked), ReflectorState(), theme) == ()
    assert len(shown_items(a_reflector_edition(asked, "vris"), ReflectorState(), theme)) == 1


def test_the_next_theme_is_the_first_that_was_not_finished() -> None:
    edition = a_reflector_edition()
    done = [ThemeFinished(pack=PACK, theme=ThemeId(theme), answered=0, skipped=0) for theme in ("basics", "work")]
    found = [next_theme(edition, _after(*done[:count])) for count in range(3)]
    assert [theme.id if theme else None for theme in found] == ["basics", "work", None]
