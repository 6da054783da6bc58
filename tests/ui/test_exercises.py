"""Each kind of exercise under a finger: what is touched is the answer, and what is answered is shown.

- Not here: if-then plans, goals, summaries and signing (test_exercises_own.py), what fits (test_exercises_fit.py).
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.exercises.parts.laid_word import LaidWord
from kiosk.i18n import Words
from kiosk.intents import GoBack, GoOn, ReadAloud, SkipThis
from kiosk.widgets.touchable import Touchable
from modules.exercises.balance import BalanceAnswer
from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Said
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.exercises.timeline import TimelineAnswer
from tests.ui import shipped
from tests.ui.asking import AR, NL, Asking


def test_a_touched_option_is_the_answer_and_stays_chosen(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("single_choice")
    question = asking().of(item).touch(f"answer.{item.options[1].id}")
    assert question.answer == SingleChoiceAnswer(option=item.options[1].id)
    assert [question.find(f"answer.{option.id}").chosen for option in item.options[:2]] == [False, True]


def test_an_answer_painted_again_is_said_once(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("single_choice")
    question = asking().of(item).of(item, shipped.an_answer(item)).of(item)
    question.touch(f"answer.{item.options[0].id}")
    assert len(question.said) == 1


def test_the_next_question_of_a_kind_shows_its_own_options(asking: Callable[..., Asking]) -> None:
    first, second = [item for item in shipped.items() if item.kind == "single_choice"][:2]
    question = asking().of(first, shipped.an_answer(first)).of(second)
    shown = [question.find(f"answer.{option.id}") for option in second.options]
    assert [card.text for card in shown] == [option.text.in_language(NL) for option in second.options]
    assert [card.chosen for card in shown] == [False] * len(shown)


def test_several_options_are_kept_in_the_order_of_choosing_and_can_be_let_go(asking: Callable[..., Asking]) -> None:
    item = next(item for item in shipped.items() if item.kind == "multi_choice" and item.most is None)
    one, two, three = (option.id for option in item.options[:3])
    question = asking().of(item).touch(f"answer.{three}", f"answer.{one}", f"answer.{two}")
    assert question.answer == MultiChoiceAnswer(options=(three, one, two))
    assert question.touch(f"answer.{one}").answer == MultiChoiceAnswer(options=(three, two))


def test_no_more_is_chosen_than_fits_until_one_is_let_go(asking: Callable[..., Asking]) -> None:
    item = next(item for item in shipped.items() if item.kind == "multi_choice" and item.most == 2)
    one, two, three = (option.id for option in item.options[:3])
    question = asking().of(item).touch(f"answer.{one}", f"answer.{two}", f"answer.{three}")
    assert question.answer == MultiChoiceAnswer(options=(one, two))
    question.touch(f"answer.{one}", f"answer.{three}")
    assert question.answer == MultiChoiceAnswer(options=(two, three))


def test_a_touched_number_is_the_answer(asking: Callable[..., Asking]) -> None:
    question = asking().of(shipped.item_of("ruler")).touch("ruler.7")
    assert question.answer == RulerAnswer(value=7)
    assert question.find("ruler.7").chosen


def test_the_low_end_of_a_scale_is_where_reading_begins(asking: Callable[..., Asking]) -> None:
    dutch = asking().of(shipped.item_of("ruler"))
    assert dutch.find("ruler.0").x < dutch.find("ruler.10").x
    arabic = asking(language=AR).of(shipped.item_of("ruler"))
    assert arabic.find("ruler.0").x > arabic.find("ruler.10").x


def test_on_reads_the_next_page_of_a_card_before_it_leaves(asking: Callable[..., Asking]) -> None:
    question = asking(panel="15").of(shipped.item_of("info_card")).touch("foot.next")
    assert question.said == []
    assert question.touch("foot.back").said == []
    assert question.touch("foot.next", "foot.next").said == [GoOn()]


def test_a_card_goes_to_the_pile_that_is_touched_and_the_next_card_comes(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("card_sort")
    (first, second, *_), (good, better, *_) = item.cards, item.piles
    question = asking().of(item).lay(good.id).lay(better.id)
    assert question.answer == CardSortAnswer(piles={first.id: good.id, second.id: better.id})


def test_a_card_on_a_pile_is_in_hand_again_and_touched_there_comes_off(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("card_sort")
    first, pile, other = item.cards[0].id, item.piles[0].id, item.piles[1].id
    question = asking().of(item).lay(pile).touch("cards.previous")
    assert question.lay(pile).answer == CardSortAnswer(piles={})
    assert question.lay(other).answer == CardSortAnswer(piles={first: other})


def test_the_card_laid_last_is_dragged_off_its_pile_and_a_shaky_touch_lays(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("card_sort")
    first, second, (pile, other) = item.cards[0].id, item.cards[1].id, item.piles[:2]
    question = asking().of(item).lay(pile.id)
    start, end = (question.find(f"pile.{each.id}").center for each in (pile, other))
    question.drag(start, end)
    assert question.answer == CardSortAnswer(piles={first: other.id})
    question.drag(end, (end[0] + question.look.panel.px(8.0), end[1]))
    assert question.answer == CardSortAnswer(piles={first: other.id, second: other.id})


def test_a_card_may_stay_on_the_table(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("card_sort")
    second, pile = item.cards[1].id, item.piles[0].id
    question = asking().of(item).touch("cards.next").lay(pile)
    assert question.answer == CardSortAnswer(piles={second: pile})


def test_all_cards_can_be_laid(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("card_sort")
    question = asking().of(item)
    for _ in item.cards:
        question.lay(item.piles[1].id)
    assert question.answer == CardSortAnswer(piles={card.id: item.piles[1].id for card in item.cards})
    assert question.find("cards.next").width == 0


def test_with_all_cards_laid_a_pile_opens_and_a_touched_card_is_taken_back(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("card_sort")
    good, other, card = item.piles[0].id, item.piles[1].id, item.cards[-1].id
    question = asking().of(item, CardSortAnswer(piles={card.id: good for card in item.cards}))
    assert question.lay(other).said == []
    assert question.lay(good).find("cards.next") is None
    question.touch(f"pile.{good}")
    assert question.find("cards.next") is not None
    question.lay(good).touch("foot.back")
    assert question.lay(good).touch(f"answer.{card}").lay(other).said != []
    assert question.answer == CardSortAnswer(piles={each.id: good for each in item.cards[:-1]} | {card: other})


def test_an_open_pile_is_read_aloud_alone_and_comes_back_after_a_lock(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("card_sort")
    good, other = item.piles[0], item.piles[1]
    lies = {card.id: (good if place else other).id for place, card in enumerate(item.cards)}
    question = asking().of(item, CardSortAnswer(piles=lies)).lay(other.id).touch("top.read_aloud")
    title, card = other.text.in_language(NL), item.cards[0].text.in_language(NL)
    assert question.said == [ReadAloud((Words(NL)("cards.take_back"), title, card))]
    half = question.screen.unfinished()
    seen = shipped.asked(item, CardSortAnswer(piles=lies), NL)
    again = asking().view(lambda _: replace(seen, half=half))
    assert again.find(f"answer.{item.cards[0].id}") is not None


def test_own_words_on_a_tray_are_seen_whole_and_taken_off_where_it_opens(asking: Callable[..., Asking]) -> None:
    item = next(item for item in shipped.samples().items() if item.kind == "balance")
    own, card = Said(own="Ik slaap slecht"), Said(option=item.stay.cards[0].id)
    question = asking().of(item, BalanceAnswer(stay=(own, card))).touch("pile.stay")
    assert question.find("answer.own.0").text == "Ik slaap slecht"
    half = question.screen.unfinished()
    assert half is not None
    assert question.touch("answer.own.0").answer == BalanceAnswer(stay=(card,))


def test_after_the_last_card_the_whole_line_is_seen_and_a_period_opens(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("timeline")
    card, (early, late) = item.cards[0].id, (item.periods[0].id, item.periods[-1].id)
    question = asking().of(item).lay(early).lay(late).touch("cards.previous").lay(early)
    assert question.touch(f"answer.{card}").answer == TimelineAnswer(placed={card: (late,)})
    assert question.touch("cards.previous", "cards.next").lay(early).answer == TimelineAnswer(
        placed={card: (late, early)}
    )


def test_a_card_can_lie_in_two_periods_and_come_out_again(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("timeline")
    card, (early, late) = item.cards[0].id, (item.periods[0].id, item.periods[-1].id)
    question = asking().of(item).lay(early).lay(late)
    assert question.answer == TimelineAnswer(placed={card: (early, late)})
    assert question.lay(early).answer == TimelineAnswer(placed={card: (late,)})


def test_one_can_turn_to_another_card_and_back(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("timeline")
    period = item.periods[1].id
    question = asking().of(item).touch("cards.next", "cards.next", "cards.previous").lay(period)
    assert question.answer == TimelineAnswer(placed={item.cards[1].id: (period,)})


def test_periods_run_in_reading_direction(asking: Callable[..., Asking]) -> None:
    item = shipped.item_of("timeline")
    first, last = f"pile.{item.periods[0].id}", f"pile.{item.periods[-1].id}"
    dutch, arabic = asking().of(item), asking(language=AR).of(item)
    assert dutch.find(first).x < dutch.find(last).x
    assert arabic.find(first).x > arabic.find(last).x


def test_the_bars_say_back_and_skip(asking: Callable[..., Asking]) -> None:
    question = asking().of(shipped.item_of("single_choice")).touch("foot.back", "foot.skip")
    assert question.said == [GoBack(), SkipThis()]


def test_a_button_that_is_not_there_can_not_be_touched(asking: Callable[..., Asking], tap: Callable[..., None]) -> None:
    question = asking().of(shipped.item_of("single_choice"))
    place = question.find("foot.skip").center
    read = shipped.asked(shipped.item_of("info_card"), None, NL)
    question.view(lambda _: replace(read, frame=replace(read.frame, skip=None)))
    tap(*place)
    assert question.said == []


@pytest.mark.parametrize("kind", ["single_choice", "multi_choice", "ruler", "card_sort", "timeline", "if_then"])
def test_an_answer_given_before_is_shown_again(asking: Callable[..., Asking], kind: str) -> None:
    item = shipped.item_of(kind)
    answer = shipped.an_answer(item)
    question = asking().of(item, answer)
    match answer:
        case SingleChoiceAnswer() | MultiChoiceAnswer() | RulerAnswer():
            assert any(each.chosen for each in question.screen.walk() if isinstance(each, Touchable))
        case CardSortAnswer() | TimelineAnswer():
            assert [each for each in question.screen.walk() if isinstance(each, LaidWord)]
        case IfThenAnswer():
            assert question.find("half.then").said == answer.action.own
        case _:
            pytest.fail("a kind without an answer")
