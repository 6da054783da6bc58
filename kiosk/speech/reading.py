"""Texts read one after another, so that it is known which one is heard now: that one is marked on the screen.

- Each text is a saying of its own; when the speaker is done with one, the next begins.
- A stop is at once, and forgets what was still to be read.

Deliberately not here: what is read (`kiosk/views`), and how the mark looks (`kiosk/widgets/read_mark.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.speech import Speaker
from modules.texts import DUTCH, Language

FOLLOWS_SECONDS = 0.1
"""How often it is asked whether a text is done; the rest between two texts is at most this much longer."""


class Reading:
    """What is being read; `clock` is Kivy's, or one that a test moves by hand."""

    def __init__(self, clock: Any, speaker: Speaker) -> None:
        self.speaker = speaker
        self._left: list[tuple[str, Language]] = []
        self._now = ""
        self._follow = clock.create_trigger(self._go_on, FOLLOWS_SECONDS)
        self.changed: Callable[[str], object] = id
        """Is told the text that is heard now, and nothing once all is read."""

    @property
    def now(self) -> str:
        """The text that is heard now."""
        return self._now

    @property
    def going_on(self) -> bool:
        """Whether something is being read."""
        return bool(self._now or self.speaker.speaking)

    def begin(self, texts: Sequence[tuple[str, Language]]) -> None:
        """Reads these texts in order, each in its language; what was being read stops."""
        self.stop()
        self._left = [(text, language) for text, language in texts if text.strip()]
        self._next()

    def stop(self) -> None:
        """Is silent at once."""
        self._follow.cancel()
        self._left = []
        self.speaker.stop()
        self._tell("")

    def _next(self) -> None:
        text, language = self._left.pop(0) if self._left else ("", DUTCH)
        if text:
            self.speaker.say((text,), language)
            self._follow()
        self._tell(text)

    def _go_on(self, _: float) -> None:
        if self.speaker.speaking:
            self._follow()
        else:
            self._next()

    def _tell(self, text: str) -> None:
        if text != self._now:
            self._now = text
            self.changed(text)
