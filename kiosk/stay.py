"""A person's stay at the terminal, from login until he leaves: his session, and the page he is on.

- Whatever a touch changes is on disk before the next view is given (house rule 3).
- Nothing of this is read before somebody logs in, or ahead by the window.
- Not here: who is let in, hiding and languages (visit.py), what a touch means on a page (turns.py).
"""

from typing import cast

from kiosk.easing import came_back, moved_on
from kiosk.intents import GoBack, Intent, OpenPage
from kiosk.pages import SIGNED, AnyPage, PlainPage, parse
from kiosk.plan_turns import first_page
from kiosk.room_pages import MORE, is_room
from kiosk.session import Keys, Session
from kiosk.turns import PageView, page_ahead, page_view, turn
from modules.events import LookChosen
from modules.own_look import OwnLook
from modules.person import HOME
from modules.plan.document import Strokes
from modules.texts import Language


class Stay:
    """One person, logged in, on one page."""

    def __init__(self, session: Session, language: Language) -> None:
        self.session = session
        was = parse(session.state.page, session.editions)
        page = session.begin(language)
        asked = first_page(session) if page == HOME else None
        self._page = parse(asked or page, session.editions)
        self._left = HOME
        self._was: AnyPage | None = was
        session.reach(self._page.page)

    def view(self, language: Language, mentor: str, trouble: str) -> PageView:
        """Gives what the page shows; `mentor` is the mentor's name, `trouble` what went wrong at signing."""
        view = page_view(self.session, self._page, language, mentor, trouble)
        if self._was is None:
            return view
        view = moved_on(view, language) if self.session.moves else view
        return cast("PageView", came_back(view, self._was, self._page, language))

    def view_ahead(self, language: Language, mentor: str) -> PageView | None:
        """Gives what he is going to see when he goes on in a theme or module; nothing is written."""
        ahead = page_ahead(self.session, self._page)
        return page_view(self.session, ahead, language, mentor, "") if ahead else None

    def take(self, intent: Intent) -> None:
        """Does what a touch means on the page.

        Raises:
            RefusedError: The domain says no; nothing happened.
        """
        before, self._was = self._page.page, None
        if isinstance(intent, GoBack) and before == MORE:
            intent = OpenPage(self._left)
        self._page = turn(self.session, self._page, intent)
        if is_room(self._page.page) and not is_room(before):
            self._left = before

    @property
    def look(self) -> OwnLook:
        """How he wants to see the terminal, as far as he ever chose it."""
        return self.session.state.look

    def choose_look(self, chosen: OwnLook) -> None:
        """Records what he chose of it just now; what he chose before stands where he chose nothing now."""
        look = chosen.over(self.look)
        if look != self.look:
            self.session.note((LookChosen(look=look),))

    def sign(self, strokes: Strokes, language: Language, keys: Keys) -> None:
        """Signs the plan as it stands and goes to the page that says so; the PIN was checked just before.

        Raises:
            RefusedError: The plan cannot be signed as it stands.
        """
        self.session.sign(strokes, language, keys)
        self.session.reach(SIGNED)
        self._page = PlainPage(SIGNED)
