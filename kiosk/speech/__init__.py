"""Read aloud: the port the window knows, and what stands behind it.

    Speaker         says texts in a language, and stops at once
    SilentSpeaker   a terminal without sound
    espeak          the espeak-ng program, run as a program of its own

- Nothing here speaks by itself; it is asked to, each time, by a touch.
- What is to be said goes to the program through a pipe: it never stands in a list of processes, a file or a log.

Deliberately not here: which texts are said (the views' `spoken`), and recordings (packs carry none yet).
"""

from collections.abc import Sequence
from typing import Protocol

from modules.texts import Language


class Speaker(Protocol):
    """Reads texts aloud."""

    @property
    def available(self) -> bool:
        """Whether anything can be heard."""
        ...

    @property
    def speaking(self) -> bool:
        """Whether it is reading now."""
        ...

    def say(self, texts: Sequence[str], language: Language) -> None:
        """Reads the texts in order, with a pause between two; what was being read stops."""
        ...

    def stop(self) -> None:
        """Is silent at once."""
        ...


class SilentSpeaker:
    """Stands where there is no sound: it says nothing and is always done."""

    available = False
    speaking = False

    def say(self, texts: Sequence[str], language: Language) -> None:
        """Says nothing."""

    def stop(self) -> None:
        """Stays silent."""
