"""Signing: read exactly what is signed, say that it is so, draw, and enter the PIN; or choose not to, and why.

- Steps in one screen: reading (page by page), agreeing, drawing, PIN; the foot leads through them and back.
- Not signing now is at the foot of every step; its reasons are equal cards. Who does not agree may say what with.
- Strokes and digits live here until they are said once as `SignThis`; a PIN that was refused is not kept.

Deliberately not here: whether the PIN is right, and the signature itself (`kiosk/session.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.i18n import Words
from kiosk.intents import DeclineSigning, Intent, SignThis
from kiosk.screens.parts.framed import FramedScreen
from kiosk.screens.parts.sign_steps import AFTER, BEFORE, DECLINING, Step, is_done
from kiosk.theme.tokens import Look
from kiosk.views.plan import SignView
from modules.events import Half
from modules.reasons import DeclineReason


class SignScreen(FramedScreen):
    """Reading, drawing, PIN, and not signing."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._view: SignView | None = None
        super().__init__(look=look, words=words, send=send)
        self._parts = dict(zip(Step, self.content.in_reading_order(), strict=True))
        self.go(Step.READ)

    def paint(self, view: SignView) -> None:
        """Shows the present step; what was read, ticked and drawn stays as it is."""
        half, self._view, ids = view.half if self._view is None else None, view, self.ids
        self.place = view.frame.place
        ids.letter.show(view.title, "", view.sections)
        ids.agreeing.statement = view.statement
        ids.drawing.title, ids.drawing.hint, ids.drawing.clear_word = view.draw_title, view.draw_hint, view.draw_clear
        ids.entry.title, ids.entry.help_text, ids.entry.trouble = view.pin_title, view.pin_help, view.trouble
        ids.declining.title, ids.entry.pictures = view.decline_title, view.pictures
        ids.declining.show(view.reasons)
        ids.because.show(view)
        if ids.because.takes_up(half):
            ids.declining.choose(DeclineReason.DISAGREE)
            self.go(Step.BECAUSE)
        self.show_step()

    def go(self, step: Step) -> None:
        """Shows another step; digits of a PIN are for its own alone."""
        self._step = step
        self.ids.entry.show("")
        self.content.clear_widgets()
        self.content.add_widget(self._parts[step])
        self.show_step()

    def show_step(self) -> None:
        """Says in the bars where the person is and what the foot leads to."""
        view, letter, step = self._view, self.ids.letter, self._step
        if view is None:
            return
        page = int(letter.page) if step is Step.READ else int(letter.pages) - 1
        declines = step in DECLINING
        self.progress_total = 0 if declines else int(letter.pages) + Step.PIN.value
        self.progress_done = page + step.value
        self.back_word = self.word("letter.before") if step is Step.READ and page else view.frame.back or ""
        self.skip_word = "" if declines else view.decline
        self.next_word = (view.frame.next or "") if step is Step.PIN else self.word("foot.next")
        self.next_enabled = is_done(step, self.ids)

    def on_back(self) -> None:
        """Turns to the page or step before, or leaves signing."""
        if self._step is Step.READ and self.ids.letter.page:
            self.ids.letter.page -= 1
        elif self._step is Step.READ:
            super().on_back()
        else:
            self.go(BEFORE[self._step])

    def on_skip(self) -> None:
        """Wants not to sign now."""
        self.go(Step.DECLINE)

    def on_next(self) -> None:
        """Goes on to the next page or step; the last one signs."""
        letter = self.ids.letter
        if self._step is Step.READ and letter.page + 1 < letter.pages:
            letter.page += 1
        elif self._step in AFTER:
            self.go(AFTER[self._step])
        elif self._step is Step.PIN:
            pin = self.ids.entry.digits
            self.ids.entry.show("")
            self.send(SignThis(self.ids.drawing.strokes, pin))
        elif self._step is Step.DECLINE and self.ids.declining.reason is DeclineReason.DISAGREE:
            self.go(Step.BECAUSE)
        else:
            self._decline()

    def _decline(self) -> None:
        """Says why not, and what is not agreed with where that is the reason."""
        reason = self.ids.declining.reason
        if reason is not None:
            because = self.ids.because.settled() if reason is DeclineReason.DISAGREE else None
            self.send(DeclineSigning(reason, because))

    def unfinished(self) -> Half | None:
        """Gives what he was saying that he does not agree with; strokes and digits go."""
        begun = Half() if self._view is not None and self._view.half else None
        return self.ids.because.unfinished() if self._step is Step.BECAUSE else begun

    def forget(self) -> None:
        """Lets go of the plan, the mark and the digits."""
        self.ids.letter.show("", "", ())
        self.ids.drawing.clear()
        self.ids.entry.show("")
        self.ids.because.forget()
        self._view = None
        super().forget()
