"""When and where a person came in before, in words: so that he sees it when somebody else was here in his name.

- Not here: finding it out (modules/person.py).
"""

from collections.abc import Callable

from kiosk.i18n import Words
from kiosk.views.days import moment_of
from modules.person import PersonState
from modules.texts import Language


def last_time_words(state: PersonState, wing_of: Callable[[str], str], language: Language) -> str:
    """Gives day, time and terminal of the visit before this one, and that the PIN is new since; empty at the first."""
    if state.last_time is None:
        return ""
    words, (at_ms, writer) = Words(language), state.last_time
    said = words("home.last_time", at=moment_of(at_ms, words), wing=wing_of(writer))
    return f"{said} {words('home.new_pin')}" if state.has_new_pin else said
