"""The few pictures on a printed plan, drawn as lines on a square of 24: a printed document may hold no icon font.

- Beside a word, never in its place; the same for every reader, so none points left or right.
- Not here: the terminal's pictograms (kiosk/theme/icons.py).
"""

from collections.abc import Mapping
from typing import Final

from modules.exercises.shared import PlanPart

DEEP: Final = "#095360"
_FLAG = '<path d="M6 21V3.5M6 4.5h11l-2.5 4 2.5 4H6"/>'
_STAR = '<path d="M12 3.2l2.6 5.6 6.1.7-4.5 4.2 1.2 6L12 16.7l-5.4 3 1.2-6-4.5-4.2 6.1-.7z"/>'
_HOUSE = '<path d="M3.5 11.5L12 4l8.5 7.5M6 9.8V20h12V9.8M10 20v-5.5h4V20"/>'
_SHIELD = '<path d="M12 3l7.5 2.7v5.6c0 4.6-3.1 8-7.5 9.7-4.4-1.7-7.5-5.1-7.5-9.7V5.7zM8.8 12l2.4 2.4 4.2-4.6"/>'
_PAGE = '<path d="M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7M9 8h3"/>'
_PEN = '<path d="M4 20l1-4.2L16.2 4.6a1.6 1.6 0 0 1 2.3 0l.9.9a1.6 1.6 0 0 1 0 2.3L8.2 19zM14 6.8l3.2 3.2M3.5 22h17"/>'
_EYE = '<path d="M2.5 12C5 7.6 8.3 5.5 12 5.5s7 2.1 9.5 6.5c-2.5 4.4-5.8 6.5-9.5 6.5S5 16.4 2.5 12z"/>'
_PUPIL = '<circle cx="12" cy="12" r="2.8"/>'
PLAN: Final = _PAGE
SIGNED: Final = _PEN
SEES: Final = _EYE + _PUPIL
_PARTS: Mapping[PlanPart, str] = {
    PlanPart.STRENGTHS: _STAR,
    PlanPart.BASICS: _HOUSE,
    PlanPart.GOALS: _FLAG,
    PlanPart.IF_THEN: _SHIELD,
}


def picture_of(part: PlanPart) -> str:
    """Gives the drawing of a part of the plan."""
    return _PARTS.get(part, _PAGE)


def svg(drawing: str) -> str:
    """Gives a drawing as an SVG picture."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<g fill="none" stroke="{DEEP}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">'
        f"{drawing}</g></svg>"
    )
