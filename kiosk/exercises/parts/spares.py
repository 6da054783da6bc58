"""Blank exercises, painted once ahead so that all a kind is made of is there before the first real one comes.

- They hold nothing but spaces, stand in no tree, and are let go of as soon as they are painted.
- Their measures are those of the larger real ones; what is still missing then is made when it is needed.

Deliberately not here: when they are painted (`kinds.py`), and kinds that make their own cards ahead (`warm()`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.views.exercises import CardSortView, ExerciseView, InfoCardView, SummaryRow, SummaryView, TimelineView
from kiosk.views.filled_in import DateView, ShortTextView
from kiosk.views.options import Options, OptionView
from kiosk.views.told import CrossingView, ScenarioView, SceneView, StoryView, WayView
from kiosk.views.weighed import ChecklistView, NetworkMapView, RankingView
from modules.ids import ItemId, OptionId

BLANK = " "


def _blank(count: int) -> Options:
    return tuple(OptionView(OptionId(f"spare{number}"), BLANK, None) for number in range(count))


def _scenario() -> ScenarioView:
    scene = SceneView(BLANK, None)
    ways = tuple(WayView(option, scene, None) for option in _blank(3))
    return ScenarioView((CrossingView(OptionId("spare"), scene, ways),), ())


SPARES: Mapping[str, Callable[[], ExerciseView]] = {
    "info_card": lambda: InfoCardView((BLANK,) * 4),
    "summary": lambda: SummaryView((SummaryRow(ItemId("spare"), BLANK, BLANK, shared=False),) * 6, _blank(2)),
    "card_sort": lambda: CardSortView(_blank(8), _blank(3), {}),
    "timeline": lambda: TimelineView(_blank(4), _blank(8), {}),
    "story": lambda: StoryView((), BLANK, _blank(8), 2),
    "scenario": _scenario,
    "ranking": lambda: RankingView(_blank(8), (), 3),
    "network_map": lambda: NetworkMapView(_blank(8), _blank(3), {}),
    "checklist": lambda: ChecklistView(_blank(6), _blank(4), _blank(4), (), {}, {}),
    "short_text": lambda: ShortTextView("", 200),
    "date": lambda: DateView("day", range(2000, 2031), BLANK, 2000, 1, 1, not_known=False),
}
"""A blank view of each kind that is made when it is painted."""
