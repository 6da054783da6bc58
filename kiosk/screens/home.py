"""Mijn pad: the own plan on top, one note from the mentor at a time, and the path of stones.

- A stone that opens says so by its page; one that opens later says what opens it and can't be touched.
- Whoever answers a note with "ik wil praten" is told at once whom to tell (SETTLED 12).

Deliberately not here: which stones there are and what opens them (the view).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.exercises.parts.tight import tight
from kiosk.i18n import Words
from kiosk.intents import AnswerNote, Intent, OpenPage
from kiosk.room_pages import MORE
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.icons import pictogram
from kiosk.theme.tokens import Look
from kiosk.views.home import HomeView, NoteView, Stone
from kiosk.widgets.path_stone import PathStone
from modules.ids import NoteId
from modules.reasons import NoteReply


class HomeScreen(FramedScreen):
    """The whole of mijn pad."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._stones: list[PathStone] = []
        self._plan_page = ""
        self._note: NoteId | None = None
        self._wants_to_talk = False
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: HomeView) -> None:
        """Shows plan, path, and the first note that was not answered yet."""
        board = self.ids.board
        self.place, self._plan_page, self.skip_word = view.place, view.plan_page, self.word("home.more")
        greeting = "" if tight(self.look) and view.last_time else view.greeting
        board.heading.text, board.heading.help_text = greeting, view.last_time
        board.plan.title, board.plan.text = view.plan_title, view.plan_text
        if len(self._stones) != len(view.stones):
            self._stones = [PathStone(look=self.look) for _ in view.stones]
            board.path.show(self._stones)
        for number, shown in enumerate(view.stones):
            dress(self._stones[number], shown, number)
        board.path.arrange_soon()
        self._show_note(view.notes)
        board.begin_anew()
        self.turned()

    def _show_note(self, notes: tuple[NoteView, ...]) -> None:
        card, note = self.ids.board.note, notes[0] if notes else None
        self._note = note.note_id if note else None
        if note is not None:
            card.title, card.text, card.seen_word, card.talk_word = note.title, note.text, note.seen, note.talk
        else:
            card.title = card.seen_word = card.talk_word = ""
            card.text = self.word("talk.told") if self._wants_to_talk else ""

    def arrange(self) -> None:
        """Places the bars and the board, and tells the board what room there is."""
        super().arrange()
        self.ids.board.whole_height = self.content.height

    def turned(self) -> None:
        """Says at the foot that there are other leaves, where there are."""
        board = self.ids.board
        self.back_word = self.word("foot.back") if board.leaf else ""
        last = board.leaf + 1 >= board.leaves or not self._stones
        self.next_word = "" if last else self.word("foot.to_path")

    def slide_in(self, *, back: bool = False) -> None:
        """Comes to rest after another page of the person's: on the path, where that has a leaf of its own."""
        self.ids.board.begin_anew(on_path=True)
        super().slide_in(back=back)

    def on_back(self) -> None:
        """Turns to the leaf before."""
        self.ids.board.turn(-1)

    def on_next(self) -> None:
        """Turns to the next leaf; the path is on the last."""
        self.ids.board.turn(1)

    def on_skip(self) -> None:
        """Opens what stands beside the path."""
        self.send(OpenPage(MORE))

    def open_plan(self) -> None:
        """Opens the plan."""
        self.send(OpenPage(self._plan_page))

    def open_stone(self, page: str | None) -> None:
        """Opens what a stone stands for."""
        if page is not None:
            self.send(OpenPage(page))

    def answer_note(self, reply: NoteReply) -> None:
        """Answers the note that is shown; a wish to talk is answered with whom to tell."""
        if self._note is not None:
            self._wants_to_talk = reply is NoteReply.WANTS_TO_TALK
            self.send(AnswerNote(self._note, reply))

    def forget(self) -> None:
        """Lets go of what the plan card and the note say."""
        board, self._wants_to_talk = self.ids.board, False
        board.plan.text = board.note.title = board.note.text = board.heading.help_text = ""
        super().forget()


def dress(stone: PathStone, shown: Stone, number: int) -> None:
    """Gives a stone what it shows and the page it opens."""
    stone.title, stone.state, stone.word = shown.title, shown.state, shown.word
    stone.icon = pictogram(shown.picture)
    stone.value, stone.enabled = shown.page, shown.page is not None
    parts = (shown.page or "").split("/")
    stone.test_id = f"stone.{parts[1] if parts[0] == 'kvv' else parts[0] or number}"
