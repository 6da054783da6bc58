"""A terminal that is out of use: the store could not be opened, nobody is let in; a visit in which nothing happens.

- The screen says that it is out of use, in each language in turn, and nothing else: why stands in the log.
- After a while it ends, so that systemd starts the program anew: what was wrong may have been put right.
- Not here: what is wrong (kiosk/wiring/window.py).
"""

from collections.abc import Callable

from kiosk.intents import Intent, Leave
from kiosk.views.entrance import ClosedView, closed_view
from modules.own_look import OwnLook
from modules.texts import DUTCH, Language


class Closed:
    """What stands in a visit's place; `end` ends the program."""

    session = None
    is_locked = False
    language: Language = DUTCH
    look = OwnLook()

    def __init__(self, languages: tuple[Language, ...], end: Callable[[], object]) -> None:
        self._languages = languages
        self._end = end

    def view(self) -> ClosedView:
        """Gives what is to be painted: always the same."""
        return closed_view(self._languages)

    def take(self, intent: Intent) -> ClosedView:
        """Ends when the screen has stood long enough; a touch does nothing."""
        if isinstance(intent, Leave):
            self._end()
        return self.view()
