"""What the pages under `me` show: the part of a visit in which a person sees what is kept of him.

- Everything is read from the journal each time, as it stands; nothing of it is counted as seen by what he does later.
- Not here: what a touch does on these pages (turns.py), and the words (views/me.py, views/kept.py).
"""

from kiosk.own_pages import ME, ME_CORRECT, ME_CORRECTED, ME_PRINT
from kiosk.session import Session
from kiosk.views.kept import Reading
from kiosk.views.me import CorrectView, KeptView, MeView, asked_view, correct_view, kept_view, me_view
from kiosk.views.plan import DoneView
from modules.kept import Group
from modules.texts import Language


def own_view(
    session: Session, page: str, language: Language, mentor: str
) -> MeView | KeptView | CorrectView | DoneView:
    """Gives what one of these pages shows; `mentor` is the mentor's name."""
    if page == ME_CORRECT:
        return correct_view(language)
    if page in (ME_CORRECTED, ME_PRINT):
        return asked_view("print" if page == ME_PRINT else "correct", mentor, language)
    place = session.place
    reading = Reading(session.editions, place.staff_name, language, place.terms(), place.kiosk_days)
    if page == ME:
        return me_view(session.everything(), reading)
    return kept_view(Group(page.removeprefix(f"{ME}/")), session.everything(), session.person, reading)
