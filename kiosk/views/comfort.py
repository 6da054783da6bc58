"""What makes answering easy to bear: where he was, a good place to stop, one friendly question.

- All of it is words for the person on his own screen; nothing of it is kept, counted or sent.
- A stopping place is offered where something ends or begins, once he has been here for as long as one sitting.
- Not here: whether answers were fast or alike (modules/reflector/pace.py), resting and hard stops (the window).
"""

from dataclasses import replace
from typing import Any, TypeVar

from kiosk.i18n import Words
from kiosk.views.frame import with_mark
from kiosk.views.question import IntroView, OverviewView, QuestionView
from modules.reflector.pace import Pace

SITTING_MINUTES = 20
Shown = TypeVar("Shown", bound=Any)


def with_pause(view: Shown, minutes: int, *, half: bool, words: Words) -> Shown:
    """Gives the view with a good place to stop, where one is, to who has been here for a whole sitting."""
    said = words("pause.here", minutes=minutes)
    if isinstance(view, IntroView):
        return replace(view, lines=(*view.lines, said), frame=_heard(view.frame, said))
    if isinstance(view, OverviewView):
        return replace(view, help=f"{view.help} {said}", frame=_heard(view.frame, said))
    if isinstance(view, QuestionView) and half:
        return replace(view, frame=_heard(_placed(view.frame, words("pause.half")), said))
    return view


def with_return(view: Shown, words: Words) -> Shown:
    """Gives the view with the words that he was here when his screen was taken away."""
    if not isinstance(view, QuestionView | IntroView | OverviewView):
        return view
    said = words("resume.here")
    return replace(view, frame=_heard(_placed(view.frame, said), said))


def asked_kindly(view: OverviewView, pace: Pace | None, words: Words) -> OverviewView:
    """Gives the overview with one friendly question, where there is one to ask."""
    if pace is None:
        return view
    said = words(f"overview.{pace}")
    return replace(view, help=said, frame=_heard(view.frame, said))


def _placed(frame: Any, said: str) -> Any:
    return replace(frame, place=with_mark(frame.place, said))


def _heard(frame: Any, said: str) -> Any:
    return replace(frame, spoken=(*frame.spoken, said))
