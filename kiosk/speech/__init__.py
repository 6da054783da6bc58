"""Read aloud: the port the window knows, and what stands behind it.

    Speaker         says texts in a language, and stops at once
    SilentSpeaker   a terminal without sound
    Manner          how it is said: how fast, how loud, and where it is heard
    espeak          the espeak-ng program, run as a program of its own
    recorded        a person's voice from the pack first, the speech program for the rest
    Reading         one text after another, so that it is known which one is heard now

- Nothing here speaks by itself; it is asked to, each time, by a touch or a key.
- What is to be said goes to the program through a pipe: it never stands in a list of processes, a file or a log.

Deliberately not here: which texts are said (the views' `spoken`), and where recordings are (kiosk/wiring/voices.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from modules.texts import Language


class Speed(StrEnum):
    """How fast is spoken."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"


class Loudness(StrEnum):
    """How loud is spoken."""

    SOFT = "soft"
    NORMAL = "normal"
    LOUD = "loud"


class Out(StrEnum):
    """Where it is heard: by one person, or by everybody who is near."""

    HEADSET = "headset"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is said."""

    speed: Speed = Speed.NORMAL
    loudness: Loudness = Loudness.NORMAL
    out: Out = Out.SPEAKER


class Speaker(Protocol):
    """Reads texts aloud; `manner` counts from the next text on."""

    manner: Manner

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
    manner = Manner()

    def say(self, texts: Sequence[str], language: Language) -> None:
        """Says nothing."""

    def stop(self) -> None:
        """Stays silent."""
