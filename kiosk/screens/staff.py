"""What a member of staff can do at the terminal, and how it is; nothing of any person.

Deliberately not here: giving a code (`give.py`), what becomes of an errand (the view says).
"""

from __future__ import annotations

from kiosk.intents import Leave, StaffWants
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.icons import pictogram
from kiosk.views.staff import StaffView
from kiosk.widgets.answer_card import AnswerCard
from modules.events import Deed


class StaffScreen(FramedScreen):
    """The report, and three things to do."""

    def paint(self, view: StaffView) -> None:
        """Shows how the terminal is now."""
        self.place, self.next_word = view.title, view.leave
        self.ids.report.text = "\n".join(view.lines)
        if not self.ids.choices.cards:
            self.ids.choices.show(
                [
                    AnswerCard(
                        look=self.look,
                        text=choice.text,
                        icon=pictogram(choice.icon),
                        marked=False,
                        value=choice.deed,
                        test_id=f"staff.{choice.deed.value}",
                    )
                    for choice in view.choices
                ]
            )

    def choose(self, deed: Deed) -> None:
        """Wants one of the things done."""
        self.send(StaffWants(deed))

    def on_next(self) -> None:
        """Leaves."""
        self.send(Leave())

    def forget(self) -> None:
        """Lets go of the report."""
        self.ids.report.text = ""
        super().forget()
