"""When and where a person came in before, in words: so that he sees it when somebody else was here in his name.

- Who was last at a terminal of no wing here and began here with a code came from another institution: he is told what
  came with him and what did not (D96).
- Not here: finding it out (modules/person.py).
"""

from collections.abc import Callable

from kiosk.i18n import Words
from kiosk.views.days import moment_of
from modules.person import PersonState
from modules.texts import Language

ELSEWHERE = "—"
"""The wing of a terminal that is not this institution's."""


def last_time_words(state: PersonState, wing_of: Callable[[str], str], language: Language) -> str:
    """Gives day, time and terminal of the visit before this one, and that the PIN is new since; empty at the first."""
    if state.last_time is None:
        return ""
    words, (at_ms, writer) = Words(language), state.last_time
    at, wing = moment_of(at_ms, words), wing_of(writer)
    if wing == ELSEWHERE and state.has_new_pin:
        return words("home.transferred", at=at)
    said = words("home.last_time", at=at, wing=wing)
    return f"{said} {words('home.new_pin')}" if state.has_new_pin else said
