"""The kinds that are told, placed or filled in: what an author may write, back in words, and for conditions."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from modules.event_json import event_raw, parse_event
from modules.events import AnswerGiven
from modules.exercises import Answer, AnyExercise, chosen_options, offered_options
from modules.exercises.balance import BalanceAnswer
from modules.exercises.chain import ChainAnswer
from modules.exercises.checklist import ChecklistAnswer
from modules.exercises.date import DateAnswer, days_in
from modules.exercises.network_map import NetworkMapAnswer
from modules.exercises.number import NumberAnswer
from modules.exercises.ranking import RankingAnswer
from modules.exercises.scenario import ScenarioAnswer
from modules.exercises.short_text import ShortTextAnswer
from modules.exercises.wording import Worded, wording
from modules.ids import OptionId
from modules.texts import Text
from tests.definitions import PACK, text
from tests.unit.modules.exercises.kinds import (
    OWN,
    TAKEN,
    a_balance,
    a_chain,
    a_checklist,
    a_date,
    a_network_map,
    a_number,
    a_ranking,
    a_scenario,
    a_short_text,
    a_way,
    pairs,
    said,
    some,
)


@pytest.mark.parametrize(
    "broken",
    [
        lambda: a_ranking(places=4),
        lambda: a_balance(stay=a_balance().change),
        lambda: a_scenario(scenes=(a_scenario().scenes[0],)),  # `go` leads nowhere
        lambda: a_scenario(scenes=a_scenario().scenes[::-1]),  # `go` leads back
        lambda: a_scenario(
            scenes=tuple(one.model_copy(update={"options": (a_way("x"), a_way("y"))}) for one in a_scenario().scenes)
        ),
        lambda: a_checklist(helpers=()),
        lambda: a_checklist(asks_who=some("lost")),
        lambda: a_checklist(helpers=a_checklist().states),
        lambda: a_number(least=40),
        lambda: a_date(first_year=2027),
        lambda: a_date(first_year=1901),
    ],
)
def test_a_definition_that_makes_no_sense_is_refused(broken: Callable[[], AnyExercise]) -> None:
    with pytest.raises(ValidationError):
        broken()


def test_an_option_of_a_chain_stands_at_one_link_only() -> None:
    links = a_chain().links
    with pytest.raises(ValidationError):
        a_chain(links=links.model_copy(update={"result": links.thought}))


@pytest.mark.parametrize(
    "parts", [{"year": 2023, "month": 2, "day": 29}, {"year": 2023, "day": 1}, {"year": None, "month": 3}]
)
def test_a_date_is_of_the_calendar(parts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        DateAnswer(**parts)


def test_a_month_has_the_days_it_has() -> None:
    assert [days_in(2024, 2), days_in(2023, 2), days_in(2026, 4), days_in(2026, 12)] == [29, 28, 30, 31]


@pytest.mark.parametrize(("exercise", "answer"), TAKEN, ids=[exercise.kind for exercise, _ in TAKEN])
def test_an_answer_is_read_back_as_it_was_written(exercise: AnyExercise, answer: Answer) -> None:
    event = AnswerGiven(item=exercise.id, answer=answer, pack=PACK, audience=exercise.audience)
    assert parse_event(event_raw(event)) == event


def _worded(*said_under: tuple[Text | str, Text | None]) -> tuple[Worded, ...]:
    return tuple(Worded(one, under) for one, under in said_under)


GEREGELD, NOG_DOEN = text("geregeld"), text("nog doen")
WORDED: list[tuple[AnyExercise, Answer, tuple[Worded, ...]]] = [
    (
        a_ranking(),
        RankingAnswer(order=some("rest", "work")),
        _worded((text("1. rest"), None), (text("2. work"), None)),
    ),
    (
        a_balance(),
        BalanceAnswer(stay=(said("known"),), change=(OWN, said("proud"))),
        _worded((text("known"), text("zo blijven")), (OWN.own or "", text("anders")), (text("proud"), text("anders"))),
    ),
    (
        a_chain(),
        ChainAnswer(result=OWN, situation=said("situation_b")),
        _worded((text("situation_b"), text("situation")), (OWN.own or "", text("result"))),
    ),
    (
        a_network_map(),
        NetworkMapAnswer(placed=pairs(trainer="far", friend="close")),
        _worded((text("friend"), text("close")), (text("trainer"), text("far"))),
    ),
    (a_scenario(), ScenarioAnswer(path=some("go", "bus")), _worded((text("go"), None), (text("bus"), None))),
    (
        a_checklist(),
        ChecklistAnswer(states=pairs(card="todo", rent="done"), helpers=pairs(card="ric")),
        _worded((text("rent"), GEREGELD), (text("card (het RIC)", en="card (the RIC)"), NOG_DOEN)),
    ),
    (a_short_text(), ShortTextAnswer(words="koffie"), _worded(("koffie", None))),
    (a_number(), NumberAnswer(value=7), _worded((text("7 mensen", en="7 people"), None))),
    (a_number(unit=None), NumberAnswer(value=7), _worded((text("7"), None))),
    (a_number(), NumberAnswer(unknown=True), _worded((text("weet ik niet"), None))),
    (a_number(), NumberAnswer(), ()),
    (a_date(), DateAnswer(year=2024, month=2, day=29), _worded((text("29-2-2024"), None))),
    (a_date(), DateAnswer(year=2024, month=2), _worded((text("2-2024"), None))),
    (a_date(), DateAnswer(year=None), _worded((text("weet ik niet"), None))),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), WORDED, ids=[exercise.kind for exercise, _, _ in WORDED])
def test_an_answer_comes_back_in_words(exercise: AnyExercise, answer: Answer, words: tuple[Worded, ...]) -> None:
    assert wording(exercise, answer) == words


def test_conditions_can_ask_for_what_was_chosen_placed_or_reached() -> None:
    assert chosen_options(RankingAnswer(order=some("rest"))) == {"rest"}
    assert chosen_options(BalanceAnswer(stay=(said("known"), OWN), change=(said("proud"),))) == {"known", "proud"}
    assert chosen_options(ChainAnswer(thought=said("thought_a"), action=OWN)) == {"thought_a"}
    assert chosen_options(NetworkMapAnswer(placed=pairs(friend="far"))) == {"friend"}
    assert chosen_options(ScenarioAnswer(path=some("go", "bus"))) == {"go", "bus"}
    checked = ChecklistAnswer(states=pairs(card="todo", rent="done"), helpers=pairs(card="ric"))
    assert chosen_options(checked) == {"todo", "done", "ric"}


@pytest.mark.parametrize(("exercise", "answer"), TAKEN, ids=[exercise.kind for exercise, _ in TAKEN])
def test_a_condition_can_name_every_option_that_an_answer_can_choose(exercise: AnyExercise, answer: Answer) -> None:
    assert chosen_options(answer) <= offered_options(exercise)


def test_a_helper_of_a_thing_that_is_gone_gives_no_words() -> None:
    gone = ChecklistAnswer(states=pairs(card="todo"), helpers={OptionId("card"): OptionId("gone")})
    assert wording(a_checklist(), gone) == _worded((text("card"), NOG_DOEN))
