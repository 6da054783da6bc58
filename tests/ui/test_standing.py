"""Where people stand on rings: nobody over another nor on another ring than his own, whatever their number."""

from dataclasses import replace
from itertools import combinations

import pytest

from kiosk.exercises.parts.standing import Box, Room, roundest, set_out

ROOM = Room(width=1000, height=370, middle=110, over=32, under=8, pad=8, gap=4)
SIZE = (150.0, 80.0)


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > 0 and down > 0


def _within(inner: Box, outer: Box) -> bool:
    across = outer[0] <= inner[0] and inner[0] + inner[2] <= outer[0] + outer[2]
    return across and outer[1] <= inner[1] and inner[1] + inner[3] <= outer[1] + outer[3]


@pytest.mark.parametrize("counts", [(0, 0, 0), (1, 0, 0), (3, 3, 3), (5, 3, 1), (9, 0, 0), (0, 9, 0), (0, 0, 12)])
def test_everybody_stands_within_his_ring_and_beside_all_others(counts: tuple[int, int, int]) -> None:
    setting = set_out([[SIZE] * count for count in counts], ROOM)
    assert setting.spare >= 0
    assert [len(boxes) for boxes in setting.people] == list(counts)
    everybody = [box for boxes in setting.people for box in boxes]
    assert not any(_overlap(one, other) for one, other in combinations(everybody, 2))
    for number, (ring, boxes) in enumerate(zip(setting.rings, setting.people, strict=True)):
        assert all(_within(box, ring) for box in boxes)
        assert all(not _overlap(box, inner) for box in boxes for inner in setting.rings[:number])
    for inner, outer in combinations(setting.rings, 2):
        assert _within(inner, outer)


def test_with_room_enough_i_stand_in_the_middle_and_each_ring_has_people_on_both_sides() -> None:
    setting = set_out([[SIZE] * 2] * 3, replace(ROOM, width=1200))
    middle = 600
    assert (setting.me[0], setting.even) == (middle, 3)
    assert all([(box[0] < middle) for box in boxes] == [False, True] for boxes in setting.people)


def test_with_less_room_the_outer_rings_give_way_first() -> None:
    setting = set_out([[SIZE] * 3] * 3, ROOM)
    middle = setting.me[0]
    assert (setting.spare >= 0, setting.even) == (True, 2)
    assert {box[0] < middle for box in setting.people[0]} == {True, False}
    assert len({box[0] for box in setting.people[2]}) == 1


def test_people_who_do_not_fit_are_told_of() -> None:
    assert set_out([[(400.0, 80.0)] * 12, [], []], ROOM).spare < 0


def test_a_ring_is_as_round_as_whom_it_holds_allows() -> None:
    ring = (0.0, 0.0, 400.0, 200.0)
    in_the_corner, in_the_middle = ((8.0, 8.0, 100.0, 80.0), 12.0), ((150.0, 60.0, 100.0, 80.0), 12.0)
    assert roundest(ring, [in_the_middle], [200, 100, 50, 10], air=4) == 100
    assert roundest(ring, [in_the_corner], [200, 100, 50, 10], air=4) == 10
