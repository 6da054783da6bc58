"""The step that leads to signing: a calm card that says where the plan stands, and one button.

Deliberately not here: signing itself (`kiosk/screens/sign.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.page import ExercisePage
from kiosk.intents import OpenPage
from kiosk.pages import SIGN
from kiosk.theme.icons import Icon
from kiosk.views.exercises import SignatureStepView
from kiosk.widgets.notice import Notice, NoticeKind
from kiosk.widgets.push_button import ButtonKind, PushButton
from kiosk.widgets.row import Row
from kiosk.widgets.text import Text


class SignatureExercise(ExercisePage):
    """The way to signing the plan."""

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self._card = Notice(look=self.look, kind=NoticeKind.OWN, test_id="sign_step.card")
        self._go = PushButton(
            look=self.look,
            text=self.words("sign_step.go"),
            icon=Icon.SIGN,
            kind=ButtonKind.PRIMARY,
            test_id="sign_step.go",
        )
        self._go.fbind("on_release", lambda *_: self.send(OpenPage(SIGN)))
        self._way = Row(look=self.look)
        self._way.add_widget(self._go)
        self._way.add_widget(Text(look=self.look, share=0.0 if self.look.panel.portrait else 1.0))
        self.add_widget(self._card)

    def paint(self, view: SignatureStepView) -> None:
        """Shows where the plan stands, and the button where there is something to sign."""
        state = "signed" if view.signed else "ready" if view.can_sign else "none"
        self._card.text = self.words(f"sign_step.{state}")
        self._card.icon = {"signed": Icon.DONE, "ready": Icon.PLAN, "none": Icon.FLAG_OUTLINE}[state]
        self.arrange_soon()
        there = self._way.parent is not None
        if there != (state == "ready"):
            (self.remove_widget if there else self.add_widget)(self._way)
