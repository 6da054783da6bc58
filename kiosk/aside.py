"""What everybody near may hear: a person's own words are for his own ears (SETTLED 27), whatever page they stand on.

- They are known from what he has said so far, so a page cannot forget to leave them out.
- In their place it is said that his own words stand there.
- Nothing of them is kept here once he is gone.

Deliberately not here: where it can be heard (`kiosk/speech`), and the words while they are being written, which are
told letter by letter as keys.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from kiosk.i18n import Words
from kiosk.session import Session

FIELDS = ("own", "words", "writing")
"""The names under which events hold what a person wrote; a test holds them to be all."""


class Aside:
    """The own words of who is logged in."""

    def __init__(self) -> None:
        self._state: object = None
        self._own: tuple[str, ...] = ()

    def without_own_words(self, text: str, session: Session | None, words: Words) -> str:
        """Gives what everybody may hear of a text."""
        if session is None:
            self.forget()
            return text
        if session.state is not self._state:
            self._state = session.state
            found = {own.strip() for recorded in session.everything() for own in own_words(recorded.event)}
            self._own = tuple(sorted(found - {""}, key=len, reverse=True))
        for own in self._own:
            text = text.replace(own, words("aids.own"))
        return text

    def forget(self) -> None:
        """Knows nobody's words."""
        self._state, self._own = None, ()


def own_words(value: Any) -> Iterator[str]:
    """Gives every text a person wrote himself, from anything an event holds."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            held = getattr(value, name)
            if name in FIELDS and isinstance(held, str):
                yield held
            else:
                yield from own_words(held)
    elif isinstance(value, Mapping):
        yield from own_words(tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset | set):
        for each in value:
            yield from own_words(each)
