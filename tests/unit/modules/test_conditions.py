"""Conditions: what they name; when they hold stands in tests/vectors/conditions."""

from modules.conditions import All, AnyOf, Is, IsFact, Not, holds, items_named
from modules.ids import ItemId, OptionId

DEBTS, WORK = ItemId("basics.debts"), ItemId("work.before")
YES = (OptionId("yes"),)


def _is(item: ItemId) -> Is:
    return Is.model_validate({"item": item, "is": YES})


def test_every_item_inside_a_condition_is_named_in_order() -> None:
    inner = AnyOf(any=(_is(WORK), IsFact(fact="vris")))
    condition = All(all=(_is(DEBTS), Not.model_validate({"not": inner})))
    assert [part.item for part in items_named(condition)] == [DEBTS, WORK]
    assert list(items_named(None)) == []


def test_a_part_is_asked_only_until_it_is_known() -> None:
    asked: list[ItemId] = []

    def chosen(item: ItemId) -> frozenset[OptionId]:
        asked.append(item)
        return frozenset(YES)

    assert holds(AnyOf(any=(_is(DEBTS), _is(WORK))), chosen, set())
    assert asked == [DEBTS]
