"""A speaker that writes down what it is asked to say, in which language and how; a test says when it is done.

- Not here: what must be said (test_guide.py), and the recording speaker of a whole program (tests/e2e/listened.py).
"""

from collections.abc import Sequence

from kiosk.speech import Manner
from modules.texts import Language


class Listening:
    """Somebody who listens."""

    available = True

    def __init__(self) -> None:
        self.manner = Manner()
        self.said: list[tuple[str, Language, Manner]] = []
        self.speaking = False
        self.stops = 0

    def say(self, texts: Sequence[str], language: Language) -> None:
        """Hears the texts."""
        self.said += [(text, language, self.manner) for text in texts]
        self.speaking = True

    def stop(self) -> None:
        """Hears nothing any more."""
        self.stops += self.speaking
        self.speaking = False

    def heard(self) -> list[str]:
        """Gives what was heard since it was last asked."""
        texts = [text for text, _, _ in self.said]
        self.said.clear()
        return texts
