"""What a page says besides, so that answering is easy to bear: where he was, a place to stop, one friendly question.

- It is worked out each time a page is shown, from the person's own journal and the time; nothing of it is written.
- Not here: the words (views/comfort.py, views/rooms.py).
"""

import re
from dataclasses import replace
from typing import Any

from kiosk.i18n import Words
from kiosk.pages import AnyPage, ModulePage, ThemePage
from kiosk.session import Session
from kiosk.views.comfort import SITTING_MINUTES, asked_kindly, with_pause, with_return
from kiosk.views.home import HomeView
from kiosk.views.question import OverviewView, QuestionView
from kiosk.views.rooms import marked
from modules.kvv.state import shown_exercises
from modules.reflector.pace import pace_of
from modules.reflector.state import shown_items
from modules.texts import Language

MINUTE_MS = 60_000
END_TWICE = re.compile(r"([?!؟])[.]")
"""A title that is a question, at the end of a sentence."""


def eased(session: Session, page: AnyPage, view: Any, language: Language) -> Any:
    """Gives the view of a page with what is said besides."""
    words, state = Words(language), session.state
    if isinstance(page, ThemePage) and isinstance(view, OverviewView):
        shown = shown_items(session.editions.questionnaire, state.reflector, page.theme)
        view = asked_kindly(view, pace_of(state.reflector, shown), words)
    minutes = minutes_here(session)
    if minutes >= SITTING_MINUTES and isinstance(page, ThemePage | ModulePage):
        view = with_pause(view, minutes, half=_is_half(session, page), words=words)
    return marked(view, state.together, language)


def moved_on(view: Any, language: Language) -> Any:
    """Gives the first view of a stay, with the questions renewed since the visit before."""
    said = Words(language)("home.moved")
    if isinstance(view, HomeView):
        return replace(view, last_time=f"{view.last_time} {said}".strip(), spoken=(*view.spoken, said))
    if isinstance(view, QuestionView) and not view.notice:
        frame = replace(view.frame, spoken=(said, *view.frame.spoken))
        return replace(view, notice=said, frame=frame)
    return view


def came_back(view: Any, was: AnyPage, page: AnyPage, language: Language) -> Any:
    """Gives the first view of a stay, with where he was: on this page, or at something that mijn pad leads to."""
    words = Words(language)
    if isinstance(view, HomeView):
        title = _title(was, language)
        if not title:
            return view
        said = END_TWICE.sub(r"\1", words("home.was_at", title=title))
        return replace(view, last_time=f"{view.last_time} {said}".strip(), spoken=(*view.spoken, said))
    return with_return(view, words) if was == page else view


def _title(page: AnyPage, language: Language) -> str:
    match page:
        case ThemePage(theme=part) | ModulePage(module=part):
            return part.title.in_language(language)
        case _:
            return ""


def minutes_here(session: Session) -> int:
    """Gives how many minutes ago he came in."""
    came = session.state.came
    return max(0, session.now.wall_ms - came[-1][0]) // MINUTE_MS if came else 0


def _is_half(session: Session, page: AnyPage) -> bool:
    """Tells whether a page is the first of a module's second half."""
    if not isinstance(page, ModulePage) or page.item is None:
        return False
    shown = shown_exercises(session.editions.programme, session.state.kvv, page.module)
    return next((item.id for item in shown if item.second_half), None) == page.item.id
