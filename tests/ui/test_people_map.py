"""The people map under a finger: everybody is a whole target on any ring, and a ring is touched on its own band."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from kiosk.judging import judge
from kiosk.theme.tokens import PANEL_15, Look
from kiosk.widgets.places import places
from modules.exercises.network_map import NetworkMapAnswer
from modules.ids import OptionId
from modules.texts import Language
from tests.ui import shipped
from tests.ui.asking import Asking


def _of_twelve() -> Any:
    """Gives the longest map an author can make, of words that are shipped."""
    item, more = shipped.item_of("network_map"), shipped.sample("network").people
    return item.model_copy(update={"people": (*item.people, *more[-3:])})


def _placed(question: Asking) -> Mapping[OptionId, OptionId]:
    answer = question.answer
    assert isinstance(answer, NetworkMapAnswer)
    return answer.placed


@pytest.mark.parametrize("ring", range(3))
def test_twelve_people_on_one_ring_are_whole_targets_in_the_largest_letters_on_the_low_panel(
    ring: int, asking: Callable[..., Asking]
) -> None:
    item = _of_twelve()
    question = asking()
    question.look = replace(question.look, panel=PANEL_15, text_factor=1.45)
    question.make()
    question.of(item, NetworkMapAnswer(placed={one.id: item.rings[ring].id for one in item.people}))
    found = tuple(places(question.screen, question.look))
    people = [place for place in found if place.test_id.startswith("person.")]
    assert len(people) == 12
    assert all(min(place.width, place.height) >= question.look.target for place in people)
    assert [str(fault) for fault in judge(found, question.look)] == []


@pytest.mark.parametrize("look", [Look(panel=PANEL_15, language="fr", text_factor=1.45)])
def test_the_last_people_without_a_place_stand_beside_a_full_map_however_they_came_there(
    look: Look, stage: Any
) -> None:
    language, shorter = Language(look.language), shipped.item_of("network_map")
    walk = ((12, 2), (9, 2), (11, 0), (6, 1), (10, 0), (12, 0), (11, 2))
    shown = [(_of_twelve(), *way) for way in walk] + [(shorter, *way) for way in ((6, 1), (9, 0), (8, 2), (7, 0))]
    for item, count, ring in shown:
        placed = dict.fromkeys([one.id for one in item.people[:count]], item.rings[ring].id)
        view = shipped.asked(item, NetworkMapAnswer(placed=placed), language)
        assert [str(fault) for fault in stage.faults(view)] == []


def test_a_ring_is_touched_on_its_own_band_and_only_while_somebody_is_in_hand(asking: Callable[..., Asking]) -> None:
    item = shipped.sample("network")
    question = asking().of(item)
    for number, person in enumerate(item.people):
        question.give_ring(item.rings[number % 3].id)
        assert _placed(question)[person.id] == item.rings[number % 3].id
    assert not any(question.find(f"ring.{ring.id}").enabled for ring in item.rings)
    question.touch(f"person.{item.people[0].id}")
    assert item.people[0].id not in _placed(question)
    assert question.find(f"ring.{item.rings[0].id}").enabled
