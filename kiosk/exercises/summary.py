"""A summary on the screen: own answers back, each with a box that shows it to the mentor, and a question for him.

- Nothing is shared by itself. Touching an answer shares it; touching it again takes that back.
- The question for the mentor is behind one card; choosing it, or a touch on the card, leads back to the answers.

Deliberately not here: the cards (`parts/said_list.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.option_list import OptionList
from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.said_list import SaidList, SaidRow
from kiosk.theme.icons import Icon
from kiosk.views.exercises import SummaryView
from kiosk.widgets.notice import Notice, NoticeKind
from kiosk.widgets.tile import Tile, TileKind
from modules.exercises.summary import SummaryAnswer
from modules.ids import ItemId, OptionId


class SummaryExercise(ExercisePage):
    """Own answers, and which of them the mentor may see."""

    def __init__(self, **values: Any) -> None:
        self._view = SummaryView((), ())
        self._asking = False
        super().__init__(**values)
        look, words = self.look, self.words
        self._rows = SaidList(look=look, more_word=words("answers.more"))
        self._rows.fbind("on_choose", lambda _, item: self.share(ItemId(item)))
        self._empty = Notice(look=look, text=words("summary.empty"), icon=Icon.NOTICE, kind=NoticeKind.PLAIN)
        self._ask = Tile(look=look, icon=Icon.TALK, kind=TileKind.OWN, test_id="summary.ask")
        self._ask.fbind("on_release", lambda *_: self.turn_over())
        self._questions = OptionList(look=look, more_word=words("answers.more"), chosen_word=words("answer.chosen"))
        self._questions.fbind("on_choose", lambda _, option: self.ask(OptionId(option)))

    def paint(self, view: SummaryView) -> None:
        """Shows the answers with what is shared, or the questions for the mentor."""
        self._view = view
        words = self.words
        self._rows.show(
            [
                SaidRow(
                    row.item,
                    f"share.{row.item}",
                    row.question,
                    row.answer,
                    words("summary.shared" if row.shared else "summary.share"),
                    row.shared,
                )
                for row in view.rows
            ]
        )
        self._questions.paint(view.questions)
        asked = next((option.text for option in view.questions if option.chosen), "")
        self._ask.title = words("summary.ask.back") if self._asking else words("summary.ask")
        self._ask.text = "" if self._asking else asked
        self._hold()

    def _hold(self) -> None:
        ask = [self._ask] if self._view.questions else []
        listed = bool(self._view.rows) and not self._asking
        self._rows.last = ask[0] if ask and listed else None
        body = [self._questions] if self._asking else [self._empty]
        wanted = [self._rows] if listed else [*body, *ask]
        if self.in_reading_order() != wanted:
            self.clear_widgets()
            for widget in wanted:
                if widget.parent is not None:
                    widget.parent.remove_widget(widget)
                self.add_widget(widget)
        self.arrange_soon()
        self._rows.arrange_soon()

    def share(self, item: ItemId) -> None:
        """Answers with this answer shared too, or not any more."""
        shared = tuple(row.item for row in self._view.rows if row.shared != (row.item == item))
        self._say(shared, self._asked)

    def ask(self, question: OptionId) -> None:
        """Answers with this question for the mentor, or none where it was chosen; shows the answers again."""
        self._asking = False
        self._say(self._shared, None if question == self._asked else question)

    def turn_over(self) -> None:
        """Shows the questions for the mentor, or the answers again."""
        self._asking = not self._asking
        self.paint(self._view)

    @property
    def _shared(self) -> tuple[ItemId, ...]:
        return tuple(row.item for row in self._view.rows if row.shared)

    @property
    def _asked(self) -> OptionId | None:
        return next((option.id for option in self._view.questions if option.chosen), None)

    def _say(self, shared: tuple[ItemId, ...], question: OptionId | None) -> None:
        self.answer(SummaryAnswer(shared=shared, mentor_question=question))

    def forget(self) -> None:
        """Lets go of the answers shown, and turns back to them."""
        self._view, self._asking = SummaryView((), ()), False
        self._rows.show([])
