"""An exercise as a column on the page: what every kind has in common.

- It is made once for its kind and painted anew for each question and each touch.
- Making costs more than painting: `warm()` makes ahead, a little at a time, while a person reads.
- It answers at every touch; only what is half done lives here, until `forget()`.

Deliberately not here: the question above it and the bars around it (`kiosk/screens/question.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.widgets.column import Column
from modules.events import Half


class ExercisePage(Column):
    """The column of one kind of exercise; `answer` takes an Answer, `send` an Intent."""

    words = ObjectProperty(None)
    """The words of the interface (`kiosk.i18n.Words`)."""
    answer = ObjectProperty(None)
    send = ObjectProperty(None)
    tally = StringProperty("")
    """How far a choice is, said on the line under the exercise."""
    needs_help = BooleanProperty(True)
    """Whether the help line is still needed; without it there is more room."""
    wants_room = BooleanProperty(False)
    """Whether the help line and who sees the answer must give way now, as for a keyboard."""

    step = NumericProperty(0)
    """Which step is seen, in a kind of several."""
    asks = StringProperty("")
    """What is asked at this step, in the place of the exercise's own question."""
    goes_on = ObjectProperty(None, allownone=True)
    """Whether one can go on now; none leaves it to whether there is an answer."""

    def __init__(self, **values: Any) -> None:
        super().__init__(fill=True, **values)

    def hold(self, *widgets: Any) -> None:
        """Holds these widgets and no others, in this order."""
        if self.in_reading_order() != list(widgets):
            self.clear_widgets()
            for widget in widgets:
                self.add_widget(widget)
        self.arrange_soon()

    def warm(self) -> bool:
        """Makes one thing ahead that a question may need, and tells whether there was any left to make."""
        return False

    def turn(self, pages: int) -> bool:  # noqa: ARG002 - most kinds have one page
        """Turns on or back within the exercise, and tells whether there was anywhere to turn to."""
        return False

    def settle(self) -> None:
        """Answers with what is half done, where that is an answer; called before the page is left."""

    def unfinished(self) -> Half | None:
        """Gives what is half done and no answer yet, so that it can be kept before the screen goes away."""
        return None

    def take_up(self, half: Half) -> None:
        """Shows what was half done, as `unfinished` gave it."""

    def forget(self) -> None:
        """Lets go of what is half done."""
