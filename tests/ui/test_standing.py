"""Where people stand on rings: nobody over another, whatever their number."""

import pytest

from kiosk.exercises.parts.rings import band, reach_for, ring_at
from kiosk.exercises.parts.standing import Box, reaches, stand

HALF = (500.0, 300.0)
SIZE = (150.0, 48.0)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("counts", [(1, 0, 0), (3, 3, 3), (4, 4, 4), (0, 0, 12), (0, 12, 0)])
def test_nobody_stands_over_another_nor_over_me(counts: tuple[int, int, int]) -> None:
    reach = reach_for(counts[0], counts[1])
    taken: list[Box] = [(-45.0, -45.0, 45.0, 45.0)]
    for number, count in enumerate(counts):
        taken += stand([SIZE] * count, band(reach, number), HALF, taken)
    assert len(taken) == 1 + sum(counts)
    assert not any(_overlap(one, other) for place, one in enumerate(taken) for other in taken[:place])
    assert all(abs(box[0]) <= HALF[0] and abs(box[3]) <= HALF[1] for box in taken)


def test_a_place_is_on_the_ring_it_lies_in() -> None:
    reach = reach_for(0, 0)
    assert [ring_at(reach, *place) for place in ((0, 0.1), (0.6, 0), (0, -0.9), (0.9, 0.9))] == [0, 1, 2, None]


def test_a_person_can_be_touched_as_high_as_a_target_but_never_where_another_is_nearer() -> None:
    alone, near, nearer = (-900.0, 0.0, -800.0, 40.0), (0.0, 0.0, 100.0, 40.0), (0.0, 50.0, 100.0, 90.0)
    assert reaches([alone, near, nearer], 80.0) == [20.0, 5.0, 5.0]
    assert reaches([near, near], 80.0) == [0.0, 0.0]
