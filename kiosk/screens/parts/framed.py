"""A screen within the frame: what its rules name stands in the content, and the bars say what they always say.

- The four buttons at the top mean the same on every screen; those at the foot mean back, skip and on until a screen
  says otherwise.

Deliberately not here: placing (`kiosk/widgets/frame.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.i18n import Words, frame_words
from kiosk.intents import GoBack, GoOn, Hide, Intent, Leave, OpenLanguages, ReadAloud, SkipThis
from kiosk.screens.parts.screen import Screen
from kiosk.theme.tokens import Look
from kiosk.views.frame import FrameView
from kiosk.widgets.frame import Frame

OWN_PARTS = 3
"""The bar at the top, the content and the bar at the foot, which the frame's own rules add first."""


class FramedScreen(Screen, Frame):
    """A screen with both bars."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        super().__init__(look=look, words=words, send=send)
        self.words = frame_words(words)

    def add_widget(self, widget: Any, *args: Any, **kwargs: Any) -> None:
        """Adds a widget to the content, once the frame's own parts are there."""
        if len(self.children) < OWN_PARTS:
            super().add_widget(widget, *args, **kwargs)
        else:
            self.content.add_widget(widget, *args, **kwargs)

    def paint_frame(self, view: FrameView) -> None:
        """Shows where the person is, and the words of the foot."""
        self.place, self.progress_done, self.progress_total = view.place, view.done, view.total
        self.back_word, self.skip_word, self.next_word = view.back or "", view.skip or "", view.next or ""
        self.next_enabled = view.next_enabled

    def on_read_aloud(self) -> None:
        """Wants this screen read aloud, or the reading to stop."""
        self.send(ReadAloud())

    def on_language(self) -> None:
        """Wants another language."""
        self.send(OpenLanguages())

    def on_hide(self) -> None:
        """Wants the screen hidden at once."""
        self.send(Hide())

    def on_finish(self) -> None:
        """Wants to finish and leave."""
        self.send(Leave())

    def on_back(self) -> None:
        """Wants one step back."""
        self.send(GoBack())

    def on_skip(self) -> None:
        """Wants to skip this."""
        self.send(SkipThis())

    def on_next(self) -> None:
        """Wants one step on."""
        self.send(GoOn())
