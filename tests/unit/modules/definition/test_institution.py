"""The ketenpartners of an institution: offered where they help, and in the plan by name."""

import pytest
from pydantic import ValidationError

from modules import person
from modules.definition.edition import Edition
from modules.definition.institution import Institution, Partner, with_partners
from modules.exercises.goal_builder import GoalBuilder, check_goal
from modules.ids import Digest, OptionId
from modules.plan.compose import Made, plan_sections
from modules.texts import DUTCH
from tests.definitions import a_kvv_edition, a_reflector_edition, text
from tests.makers import a_goal, goal_set, recorded

PACK = Digest("9a" * 32)


def a_partner(name: str = "work_point", area: str = "work", **fields: object) -> Partner:
    said = {"id": name, "text": text("Werkpunt Lindestad"), "what": text("Zoekt met je naar werk."), "areas": (area,)}
    return Partner.model_validate({**said, **fields})


def edition_with(*partners: Partner) -> Edition[Institution]:
    return Edition(PACK, Institution(title=text("Wie helpt hier"), partners=partners))


def builder_of(*partners: Partner) -> GoalBuilder:
    programme = with_partners(a_kvv_edition(), edition_with(*partners)).definition
    return next(one for module in programme.modules for one in module.exercises if isinstance(one, GoalBuilder))


def test_a_partner_helps_in_its_own_areas_only() -> None:
    helpers = {area.area.id: [one.id for one in area.helpers] for area in builder_of(a_partner()).areas}
    assert helpers == {"house": [], "work": ["work_point"]}


def test_a_partner_chosen_as_helper_stands_in_the_plan_by_name() -> None:
    chosen = goal_set(who_helps=OptionId("work_point"))
    check_goal(builder_of(a_partner()), chosen.goal)
    state = person.fold(recorded(chosen))
    programme = with_partners(a_kvv_edition(), edition_with(a_partner()))
    made = Made(state.reflector, state.kvv, state.plan)
    assert "Werkpunt Lindestad" in str(plan_sections(a_reflector_edition(), programme, made, DUTCH))


def test_the_plan_names_the_pack_of_its_partners_and_the_programme_keeps_its_own() -> None:
    programme = with_partners(a_kvv_edition(), edition_with(a_partner()))
    assert programme.digest == a_kvv_edition().digest
    assert programme.beside == (PACK,)


def test_a_partner_that_is_gone_leaves_the_goal_whole_and_says_nothing() -> None:
    state = person.fold(recorded(goal_set(who_helps=OptionId("work_point"))))
    made = Made(state.reflector, state.kvv, state.plan)
    (goals,) = plan_sections(a_reflector_edition(), a_kvv_edition(), made, DUTCH)
    assert len(goals.blocks[0]) == 5
    assert a_goal().is_whole


def test_an_area_takes_no_more_partners_than_can_be_chosen_from() -> None:
    with pytest.raises(ValidationError, match="more partners in one area"):
        edition_with(*(a_partner(f"partner_{number}") for number in range(9)))
