"""From what a person made to the document he signs."""

from typing import Any

import pytest

from modules import person
from modules.definition.kvv_module import KvvProgramme
from modules.events import Event, ShareChosen
from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.shared import Audience, PlanPart, Said
from modules.ids import Digest, GoalId, OptionId
from modules.plan.compose import Made, Signing, compose, is_empty, plan_sections
from modules.plan.document import Both, Own, Person, PlanDocument, Section, SignedAt, mark_digest, verify_signed
from modules.texts import DUTCH, Language
from tests.definitions import (
    KVV_PACK,
    PACK,
    a_card_sort,
    a_kvv_edition,
    a_module,
    a_programme,
    a_reflector_edition,
    a_ruler,
)
from tests.makers import (
    GOAL,
    MARK,
    NOON,
    PERSON,
    TERMINAL,
    TERMINAL_SIGNER,
    a_session_of_events,
    a_signed_plan,
    an_id,
    did,
    goal_set,
    recorded,
)

ENGLISH = Language("en")
OTHER = GoalId(an_id("goal-", 52))
UNSIGNED = a_session_of_events()[:-2]


def _made(*events: Event) -> Made:
    state = person.fold(recorded(*events))
    return Made(state.reflector, state.kvv, state.plan)


def _sections(*events: Event, language: Language = DUTCH, programme: KvvProgramme | None = None) -> tuple[Section, ...]:
    return plan_sections(a_reflector_edition(), a_kvv_edition(programme), _made(*events), language)


def _composed(*events: Event, **fields: Any) -> PlanDocument:
    said: dict[str, Any] = {
        "person": Person(id=PERSON, name="J. de Vries"),
        "institution": "PI De Linde",
        "terminal": TERMINAL,
        "language": DUTCH,
        "heads": (Digest("34" * 32), Digest("12" * 32)),
        "signed_at": SignedAt(wall_ms=NOON, certain=True),
        "mark": mark_digest(MARK),
    }
    return compose(a_reflector_edition(), a_kvv_edition(), _made(*events), Signing(**{**said, **fields}))


def _words(sections: tuple[Section, ...]) -> dict[str, list[list[str]]]:
    return {
        section.part: [[_said(value) for line in block for value in line.values] for block in section.blocks]
        for section in sections
    }


def _said(value: Both | Own) -> str:
    return value.own if isinstance(value, Own) else value.shown


def test_what_was_made_comes_into_the_parts_the_programme_names_in_its_order() -> None:
    assert _words(_sections(*UNSIGNED)) == {
        "strengths": [["cook", "sport"]],
        "basics": [["ja"]],
        "goals": [["werk", "ik wil werk", "ik bel mijn oude baas", "this_week", "mentor", "i_called"]],
        "if_then": [["als ik boos word", "dan ga ik sporten"]],
    }


def test_what_several_exercises_say_under_the_same_label_stands_together_so_many_at_most() -> None:
    sorts = [a_card_sort(f"m1.s{which}", plan_part=PlanPart.BASICS, audience=Audience.MENTOR) for which in range(5)]
    piles = {OptionId("fix"): OptionId("me"), OptionId("sport"): OptionId("me"), OptionId("cook"): OptionId("not_me")}
    done = [did(f"m1.s{which}", CardSortAnswer(piles=piles)) for which in range(5)]
    (basics,) = _sections(*done, programme=a_programme(a_module("m1", sorts)))
    assert [(line.label.nl, len(line.values)) for line in basics.blocks[0]] == [
        ("dat ben ik", 6),
        ("dat ben ik niet", 5),
        ("dat ben ik", 4),
    ]


def test_nothing_made_is_an_empty_plan() -> None:
    assert _sections() == ()
    assert is_empty(())


def test_a_plan_without_a_goal_is_empty_however_much_else_is_in_it() -> None:
    without = tuple(event for event in UNSIGNED if event != goal_set())
    assert is_empty(_sections(*without))
    assert not is_empty(_sections(*UNSIGNED))


def test_a_goal_half_built_stays_out_and_a_second_goal_is_a_block_of_its_own() -> None:
    assert _sections(goal_set(when=None)) == ()
    (goals,) = _sections(goal_set(), goal_set(OTHER, area=OptionId("house"), wish=Said(own="een huis")))
    assert len(goals.blocks) == 2


def test_answers_that_name_no_part_stay_out() -> None:
    said = str(_sections(*UNSIGNED))
    assert "schulden" not in said
    assert "Hoe zwaar" not in said


def test_a_part_the_person_keeps_to_himself_is_not_in_the_document_at_all() -> None:
    kept = ShareChosen(part=PlanPart.STRENGTHS, audience=Audience.ONLY_ME)
    document = _composed(*UNSIGNED, kept)
    assert [section.part for section in document.sections] == ["basics", "goals", "if_then"]
    assert "cook" not in document.text
    back = ShareChosen(part=PlanPart.STRENGTHS, audience=Audience.MENTOR)
    assert "cook" in _composed(*UNSIGNED, kept, back).text


def test_every_text_stands_in_dutch_and_as_shown_and_own_words_as_typed() -> None:
    (goals,) = (section for section in _sections(*UNSIGNED, language=ENGLISH) if section.part == "goals")
    assert goals.who_sees == Both(nl="Je mentor ziet dit", shown="Your mentor sees this")
    first_step = goals.blocks[0][2]
    assert first_step.label == Both(nl="Vraag first_step", shown="Question first_step")
    assert first_step.values == (Own(own="ik bel mijn oude baas", language=ENGLISH),)


@pytest.mark.parametrize("programme", [a_programme(a_module()), a_programme(a_module("m8", [a_ruler("m8.goals")]))])
def test_a_goal_whose_builder_is_gone_gives_no_words_and_breaks_nothing(programme: KvvProgramme) -> None:
    assert _sections(goal_set(), programme=programme) == ()


def test_a_goal_whose_area_is_gone_leaves_no_empty_block() -> None:
    assert _sections(goal_set(area=OptionId("gone"))) == ()


def test_the_first_version_follows_none_and_the_second_the_first() -> None:
    first = _composed(*UNSIGNED)
    assert (first.version, first.previous) == (1, None)
    second = _composed(*UNSIGNED, a_signed_plan(first), goal_set(OTHER))
    assert (second.version, second.previous) == (2, first.digest)


def test_the_document_names_packs_and_heads_in_order_and_comes_back_from_its_text() -> None:
    document = _composed(*UNSIGNED)
    assert document.packs == (PACK, KVV_PACK)
    assert document.heads == tuple(sorted(document.heads))
    assert PlanDocument.parse(document.text) == document


def test_what_was_made_twice_alike_is_the_same_text() -> None:
    assert _composed(*UNSIGNED).text == _composed(*UNSIGNED).text
    assert _composed(*UNSIGNED).text != _composed(*UNSIGNED, language=ENGLISH).text


def test_a_composed_plan_is_signed_and_verified() -> None:
    document = _composed(*UNSIGNED)
    assert verify_signed(a_signed_plan(document), TERMINAL_SIGNER.public_key) == document


def test_goals_are_read_from_what_is_set_whatever_module_they_were_made_in() -> None:
    (goals,) = _sections(goal_set())
    assert goals.part is PlanPart.GOALS
    assert _made(goal_set()).plan.goals[GOAL] == goal_set()
