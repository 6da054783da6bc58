"""What a person's own answers come to: strengths first, nothing from what he did not say."""

from modules.definition.edition import Edition
from modules.definition.questionnaire import Questionnaire, Theme
from modules.events import AnswerGiven, Event, QuestionSkipped, ThemeFinished, ThemeRetaken, ThemesPicked
from modules.exercises import Answer
from modules.exercises.ruler import Ruler, RulerAnswer
from modules.exercises.shared import Audience, Counts, Option
from modules.exercises.single_choice import SingleChoice, SingleChoiceAnswer
from modules.ids import ItemId, OptionId, ThemeId
from modules.reflector.profile import Standing, profile, weight
from modules.reflector.state import ReflectorState, evolve
from modules.texts import Text
from tests.definitions import PACK
from tests.makers import entries, replayed


def _option(name: str, score: float | None) -> Option:
    return Option(id=OptionId(name), text=_text(name), score=score)


SCORES = {"never": 0.0, "half": 0.5, "always": 1.0, "unknown": None}


def _text(dutch: str) -> Text:
    return Text.model_validate({"nl": dutch})


def _item(item_id: str, counts: Counts | None = Counts.FOR) -> SingleChoice:
    return SingleChoice(
        id=ItemId(item_id), prompt=_text(item_id), options=tuple(_option(*one) for one in SCORES.items()), counts=counts
    )


def _theme(name: str, *items: SingleChoice | Ruler) -> Theme:
    return Theme(id=ThemeId(name), title=_text(name), intro=_text(name), items=items)


def _edition(*themes: Theme) -> Edition[Questionnaire]:
    return Edition(PACK, Questionnaire(title=_text("Reflector"), themes=themes))


def _chose(option: str) -> SingleChoiceAnswer:
    return SingleChoiceAnswer(option=OptionId(option))


def _said(item: str, answer: Answer) -> AnswerGiven:
    return AnswerGiven(pack=PACK, item=ItemId(item), answer=answer, audience=Audience.ONLY_ME)


def _after(*events: Event) -> ReflectorState:
    state = ReflectorState()
    for one in replayed(entries(*events)):
        state = evolve(state, one)
    return state


CALM = _theme("calm", _item("calm.a"), _item("calm.b"), _item("calm.c"))
MONEY = _theme("money", _item("money.a"), _item("money.b", Counts.AGAINST))
EDITION = _edition(MONEY, CALM)


def test_a_profile_begins_with_what_goes_well_whatever_the_order_of_the_themes() -> None:
    state = _after(
        *(_said(item, _chose("always")) for item in ("calm.a", "calm.b", "calm.c")), _said("money.a", _chose("never"))
    )
    found = profile(EDITION, state)
    assert [one.theme.id for one in found.themes] == ["calm", "money"]
    assert [one.theme.id for one in found.strengths] == ["calm"]
    assert found.of(ThemeId("calm")).standing is Standing.STRONG


def test_a_question_that_counts_against_is_turned_round() -> None:
    state = _after(_said("money.a", _chose("always")), _said("money.b", _chose("never")))
    assert profile(EDITION, state).of(ThemeId("money")).mean == 1.0


def test_what_was_skipped_or_not_known_never_counts_as_a_negative() -> None:
    skipped = QuestionSkipped(pack=PACK, item=ItemId("calm.c"), reason=None)
    answered = [_said("calm.a", _chose("always")), _said("calm.b", _chose("always"))]
    assert profile(EDITION, _after(*answered, skipped)).of(ThemeId("calm")).mean == 1.0
    assert profile(EDITION, _after(*answered, _said("calm.c", _chose("unknown")))).of(ThemeId("calm")).mean == 1.0


def test_with_too_few_answers_nothing_is_said_about_a_theme() -> None:
    few = profile(EDITION, _after(_said("calm.a", _chose("always")))).of(ThemeId("calm"))
    assert (few.standing, few.mean) == (Standing.TOO_FEW, None)
    assert profile(EDITION, ReflectorState()).strengths == ()


def test_each_of_the_three_words_has_its_part_of_the_scale() -> None:
    words = {}
    for option in ("never", "half", "always"):
        state = _after(*(_said(item, _chose(option)) for item in ("calm.a", "calm.b", "calm.c")))
        words[option] = profile(EDITION, state).of(ThemeId("calm")).standing
    assert words == {"never": Standing.WORK_ON, "half": Standing.FAIR, "always": Standing.STRONG}


def test_the_answers_told_are_those_that_say_most_and_of_two_the_good_one_first() -> None:
    state = _after(_said("calm.a", _chose("half")), _said("calm.b", _chose("never")), _said("calm.c", _chose("always")))
    assert [item.id for item, _ in profile(EDITION, state).of(ThemeId("calm")).told] == ["calm.c", "calm.b"]


def test_a_ruler_counts_only_where_its_author_says_so() -> None:
    ruler = Ruler(id=ItemId("calm.r"), prompt=_text("r"), low=_text("laag"), high=_text("hoog"))
    answer = RulerAnswer(value=8)
    assert weight(ruler, answer) is None
    assert weight(ruler.model_copy(update={"counts": Counts.FOR}), answer) == 0.8
    assert weight(ruler.model_copy(update={"counts": Counts.FOR}), None) is None


def test_a_theme_taken_again_sets_aside_what_was_said_and_keeps_it_to_compare() -> None:
    calm = ThemeId("calm")
    first = [_said(item, _chose("never")) for item in ("calm.a", "calm.b", "calm.c")]
    finished = ThemeFinished(pack=PACK, theme=calm, answered=3, skipped=0)
    state = _after(*first, finished, ThemeRetaken(pack=PACK, theme=calm), _said("calm.a", _chose("always")))
    assert calm not in state.finished
    assert state.answer(ItemId("calm.b")) is None
    assert state.earlier[ItemId("calm.a")] == _chose("never")
    assert state.answer(ItemId("calm.a")) == _chose("always")


def test_the_last_pick_of_themes_stands() -> None:
    first = ThemesPicked(pack=PACK, themes=(ThemeId("calm"),))
    state = _after(first, ThemesPicked(pack=PACK, themes=(ThemeId("money"), ThemeId("calm"))))
    assert state.picked == ("money", "calm")
