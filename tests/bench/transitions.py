"""How smoothly a page comes to rest: frames a second of the slide, from outside the process, on two panels.

- Counted are the frames the window presents from the first of the new page on, as long as the slide lasts.
- Beside the median and the worst of all turns stands the worst of each kind of exercise that was slid in, and the
  processor time of a frame, all threads together: what sliding costs where other programs share the machine.
- Not here: how long the first of them takes (tap_to_paint.py), and what a slide looks like (kiosk/widgets/frame.py).
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from kiosk.development import Desk
from kiosk.theme.tokens import MOVING
from tests.bench.figures import Figure
from tests.bench.made import copied
from tests.bench.visit import Moment, Visit
from tests.bench.window import PAINTED, PRESENTED
from tests.e2e.display import Display

PANELS = {(1920, 1080): (476, 268, ">= 24"), (1280, 800): (344, 215, ">= 45")}
"""Pixels; with the millimetres and the aim of each."""
TURNS, READS_SECONDS = 14, 0.6


@dataclass(frozen=True, slots=True)
class Slide:
    """One turn: the kind that came, how many frames a second, and the processor time of one of them."""

    kind: str
    rate: float
    used_milliseconds: float


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives frames a second: of the median turn and of the worst, on each panel, and of each kind."""
    figures: list[Figure] = []
    for (width, height), (wide_mm, high_mm, aim) in PANELS.items():
        of_size = copied(desk, desk.folder.with_name(f"{desk.folder.name}-{width}"))
        _set_panel(of_size.settings, width, height, wide_mm, high_mm)
        with Display(width, height) as display:
            slides = list(_slides(_turned(Visit(of_size, display))))
        figures += _figures(f"slide at {width} x {height}", aim, slides)
    return tuple(figures)


def _figures(name: str, aim: str, slides: Sequence[Slide]) -> Iterator[Figure]:
    rates = [slide.rate for slide in slides]
    yield Figure(f"{name}, median turn", median(rates), "frames/s", aim=aim)
    yield Figure(f"{name}, worst of {len(rates)}", min(rates), "frames/s", aim=aim)
    used = [slide.used_milliseconds for slide in slides]
    yield Figure(f"{name}, a frame of the median turn", median(used), "ms of processor")
    yield Figure(f"{name}, a frame of the most costly turn", max(used), "ms of processor")
    of_kind: dict[str, list[float]] = defaultdict(list)
    for slide in slides:
        of_kind[slide.kind or "no question"].append(slide.rate)
    for kind, found in sorted(of_kind.items()):
        yield Figure(f"  worst of {len(found)} turns to {kind}", min(found), "frames/s")


def _set_panel(settings: Path, width: int, height: int, wide_mm: int, high_mm: int) -> None:
    text = settings.read_text(encoding="utf-8")
    assert "[panel]" not in text
    panel = f"\n[panel]\nwidth_px = {width}\nheight_px = {height}\nwidth_mm = {wide_mm}\nheight_mm = {high_mm}\n"
    settings.write_text(text + panel, encoding="utf-8")


def _turned(visit: Visit) -> Sequence[Moment]:
    visit.log_in()
    while "stone.reflector" not in visit.seen().places:
        visit.touch("foot.next")  # on a low panel the path is on a leaf of its own
    visit.turn("stone.reflector")
    while not _answers(visit):
        visit.touch("foot.next")
    for _ in range(TURNS // 2):
        time.sleep(READS_SECONDS)
        visit.touch(_answers(visit)[0])
        time.sleep(READS_SECONDS)
        visit.turn("foot.next")
    for _ in range(TURNS // 2):
        time.sleep(READS_SECONDS)
        visit.turn("foot.back")
    time.sleep(READS_SECONDS)
    return visit.end()


def _answers(visit: Visit) -> list[str]:
    return [name for name in visit.seen().places if name.startswith(("answer.", "ruler."))]


def _slides(moments: Sequence[Moment]) -> Iterator[Slide]:
    painted = [moment for moment in moments if moment.kind == PAINTED]
    turns = [now for before, now in pairwise(painted) if before.page and before.page != now.page]
    for turn in turns[2:]:  # coming in, and the first page, are no slides between two pages
        end = turn.at_ns + MOVING.slide_seconds * 1e9
        frames = [each for each in moments if each.kind == PRESENTED and turn.at_ns < each.at_ns < end]
        if len(frames) > 1:
            first, last, steps = frames[0], frames[-1], len(frames) - 1
            rate, used = steps / ((last.at_ns - first.at_ns) / 1e9), (last.used_ns - first.used_ns) / 1e6 / steps
            yield Slide(turn.shown, rate, used)
