"""What is wrong with a page by where all of it stands: cut, outside, over each other, small, faint, long, not mirrored.

- Pure: it is given places as `widgets/places.py` lists them, and the look they were laid out for.
- Whether a page is mirrored shows beside its twin: the same page in the same words, laid out from left to right.
- One fault is a thing and what is wrong with it; a page without faults gives none.

Deliberately not here: laying pages out (gallery.py), and packs' own sentences (`content/fitting.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from kiosk.theme.tokens import MAX_LINE_CHARACTERS, Look
from kiosk.widgets.places import Box, Place

LEAST_TARGET_MM = 20.0
LEAST_KEY_MM = 16.0
"""A key on a low panel, where there is no room for more."""
KEYS = ("keyboard.", "pad.")
READABLE = 7.0
SLACK_PX = 2
"""What rounding to whole pixels may take or add."""
WHOLE_PANEL = {"attract.begin", "hidden.touch"}
NEVER_MIRRORED = ("keyboard.", "pad.", "keys.")
"""Keys lie as on every keyboard and telephone, in whichever direction one reads."""

Area = tuple[float, float, float, float]
"""A box, or what is around it."""


class Wrong(StrEnum):
    """What may be wrong with a thing on a page."""

    CUT = "cut off"
    OUTSIDE = "off the panel"
    OVER = "over each other"
    OVERFLOWS = "out of what holds it"
    SMALL = "too small to touch"
    FAINT = "too faint"
    LONG = "a line too long to read"
    UNMIRRORED = "not mirrored"


@dataclass(frozen=True, slots=True)
class Fault:
    """A thing, by its name or words, and what is wrong with it."""

    wrong: Wrong
    what: str

    def __str__(self) -> str:
        """Says it."""
        return f"{self.wrong}: {' '.join(self.what.split())}"


def judge(found: Sequence[Place], look: Look) -> tuple[Fault, ...]:
    """Gives every fault of a page."""
    checks = (_alone(found, look), _touches(found), _words(found), _overflows(found))
    return tuple(fault for faults in checks for fault in faults)


def _alone(found: Sequence[Place], look: Look) -> Iterator[Fault]:
    """Gives what is wrong with a thing whatever stands beside it."""
    for place in found:
        named = place.test_id or place.text
        if place.clipped:
            yield Fault(Wrong.CUT, place.text)
        if named and place.width and not _inside(place, look):
            yield Fault(Wrong.OUTSIDE, named)
        if place.text and 0 < place.contrast < READABLE:
            yield Fault(Wrong.FAINT, place.text)
        if place.touchable and place.test_id and place.width and not _large_enough(place, look):
            yield Fault(Wrong.SMALL, f"{place.test_id} ({place.height * look.panel.mm_per_px:.0f} mm)")
        yield from (Fault(Wrong.LONG, line) for line in place.lines if len(line) > MAX_LINE_CHARACTERS)


def _touches(found: Sequence[Place]) -> Iterator[Fault]:
    """Gives each two things of which one touch could mean either."""
    touchable = [each for each in found if each.touchable and each.width and each.test_id not in WHOLE_PANEL]
    for one, other in combinations(touchable, 2):
        if _overlap(_hit(one), _hit(other)) and not _lies_in_a_ring(one, other):
            yield Fault(Wrong.OVER, f"{one.test_id} {other.test_id}")


def _words(found: Sequence[Place]) -> Iterator[Fault]:
    """Gives each two texts of which one is written over the other."""
    for one, other in combinations([each for each in found if each.lines and each.ink[2]], 2):
        if _overlap(one.ink, other.ink):
            yield Fault(Wrong.OVER, f"{one.text} / {other.text}")


def _overflows(found: Sequence[Place]) -> Iterator[Fault]:
    """Gives each text that stands half on something to touch and half beside it."""
    touchable = [_box(each) for each in found if each.touchable and each.width and each.test_id not in WHOLE_PANEL]
    for text in (each for each in found if each.lines and each.ink[2]):
        if any(_overlap(text.ink, box) and not _within(text.ink, box) for box in touchable):
            yield Fault(Wrong.OVERFLOWS, text.text)


def unmirrored(found: Sequence[Place], twin: Sequence[Place], look: Look) -> tuple[Fault, ...]:
    """Gives what does not stand where a mirror would show it; `twin` is the page laid out from left to right."""
    if len(found) != len(twin):
        return (Fault(Wrong.UNMIRRORED, "other things stand on it"),)
    return tuple(
        Fault(Wrong.UNMIRRORED, place.test_id or place.text)
        for place, other in zip(found, twin, strict=True)
        if not place.test_id.startswith(NEVER_MIRRORED)
        and not (_mirrors(_box(place), _box(other), look) and _mirrors(place.ink, other.ink, look))
    )


def _mirrors(box: Box, twin: Box, look: Look) -> bool:
    width = look.panel.width_px
    return all(
        abs(here - there) <= SLACK_PX
        for here, there in ((box[0], width - twin[0] - twin[2]), (box[1], twin[1]))
        if box[2] or twin[2]
    )


def _box(place: Place) -> Box:
    return place.x, place.y, place.width, place.height


def _hit(place: Place) -> Area:
    """Gives where a touch means this thing."""
    across, down = place.reach_x, place.reach_y
    return place.x - across, place.y - down, place.width + 2 * across, place.height + 2 * down


def _inside(place: Place, look: Look) -> bool:
    across = place.x >= 0 and place.x + place.width <= look.panel.width_px
    return across and place.y >= 0 and place.y + place.height <= look.panel.height_px


def _large_enough(place: Place, look: Look) -> bool:
    key_on_low_panel = place.test_id.startswith(KEYS) and look.panel.low
    least = LEAST_KEY_MM if key_on_low_panel else LEAST_TARGET_MM
    return (place.height + 1) * look.panel.mm_per_px >= least


def _overlap(one: Area, other: Area) -> bool:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > 1 and down > 1


def _within(inner: Box, outer: Box) -> bool:
    across = outer[0] - SLACK_PX <= inner[0] and inner[0] + inner[2] <= outer[0] + outer[2] + SLACK_PX
    return across and outer[1] - SLACK_PX <= inner[1] and inner[1] + inner[3] <= outer[1] + outer[3] + SLACK_PX


def _lies_in_a_ring(one: Place, other: Place) -> bool:
    """A ring is touched beside who stands on it and beside the ring within it."""
    return one.test_id.startswith("ring.") and other.test_id.startswith(("ring.", "person."))
