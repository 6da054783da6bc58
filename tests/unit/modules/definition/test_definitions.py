"""What a pack may say: ids are unique, modules open after modules that are there."""

import pytest
from pydantic import ValidationError

from modules.definition.questionnaire import Questionnaire
from modules.ids import ItemId, ModuleId, ThemeId
from tests.definitions import a_module, a_programme, a_questionnaire, a_ruler, a_single_choice, a_theme


def test_questions_and_themes_are_found_by_id() -> None:
    asked = a_questionnaire()
    assert [item.id for item in asked.items()] == ["basics.id", "basics.debts", "basics.weight", "work.before"]
    assert asked.theme(ThemeId("work")) == asked.theme_of(ItemId("work.before")) == asked.themes[1]
    with pytest.raises(KeyError):
        asked.theme(ThemeId("moon"))
    with pytest.raises(KeyError):
        asked.theme_of(ItemId("moon"))


def test_modules_and_exercises_are_found_by_id() -> None:
    programme = a_programme()
    module = programme.module(ModuleId("m1"))
    assert module.exercise(ItemId("m1.content")).kind == "ruler"
    with pytest.raises(KeyError):
        programme.module(ModuleId("m9"))
    with pytest.raises(KeyError):
        module.exercise(ItemId("m8.goals"))


def test_two_questions_of_one_id_are_refused_also_in_different_themes() -> None:
    with pytest.raises(ValidationError, match="share one id"):
        a_questionnaire(a_theme("one", [a_ruler("same")]), a_theme("two", [a_single_choice("same")]))


def test_two_modules_or_exercises_of_one_id_are_refused() -> None:
    with pytest.raises(ValidationError, match="share one id"):
        a_programme(a_module("m1"), a_module("m1", [a_ruler("other")]))
    with pytest.raises(ValidationError, match="share one id"):
        a_programme(a_module("m1", [a_ruler("same")]), a_module("m2", [a_ruler("same")]))


def test_a_module_opens_after_modules_of_its_own_pack() -> None:
    with pytest.raises(ValidationError, match="not in this pack"):
        a_programme(a_module("m1", opens_after=(ModuleId("m9"),)))


def test_a_definition_comes_back_from_its_json_as_it_was() -> None:
    for definition in (a_questionnaire(), a_programme()):
        raw = definition.model_dump_json(by_alias=True)
        assert type(definition).model_validate_json(raw) == definition


def test_a_name_that_no_definition_has_is_refused() -> None:
    raw = a_questionnaire().model_dump_json(by_alias=True)
    with pytest.raises(ValidationError):
        Questionnaire.model_validate_json(raw.replace('"intro":', '"introduction":', 1))
