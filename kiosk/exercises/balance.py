"""A balance on the screen: two trays on a level beam, and under them the cards of the tray in turn.

- First what speaks for staying as it is, then what speaks for change; it ends there.
- A touched card lies on the tray; touched again, on the tray or under it, it does not.

Deliberately not here: options and own words (`parts/chooser.py`), a tray (`parts/pile.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import OptionProperty

from kiosk.exercises.parts.beam import Beam
from kiosk.exercises.parts.chooser import Chooser
from kiosk.exercises.parts.dragging import Dragging
from kiosk.exercises.parts.stepped import SteppedExercise
from kiosk.exercises.parts.tight import tight
from kiosk.exercises.parts.tray import Tray
from kiosk.theme.tokens import Role
from kiosk.views.options import Options, OptionView
from kiosk.views.weighed import BalanceView, TrayView
from kiosk.widgets.row import Row
from modules.exercises.balance import MOST_ON_A_TRAY, BalanceAnswer
from modules.exercises.shared import Said
from modules.ids import OptionId

SIDES = ("stay", "change")
OWN = "own."


class BalanceExercise(Dragging, SteppedExercise):
    """Two trays, one after the other."""

    side = OptionProperty(SIDES[0], options=SIDES)

    def __init__(self, **values: Any) -> None:
        self._view: BalanceView | None = None
        super().__init__(**values)
        look = self.look
        self._beam = Beam(look=look)
        self._trays = Row(look=look)
        self._piles = {side: self._new_tray(side) for side in SIDES}
        self._chooser = Chooser(look=look, words=self.words, multiple=True)
        self._chooser.fbind("on_said", lambda _, said: self.say(said))
        self._chooser.fbind("writing", lambda *_: self._make_room())

    def _new_tray(self, side: str) -> Tray:
        role = Role.LABEL if tight(self.look) else Role.HELP
        pile = Tray(look=self.look, role=role, more_word=self.words("answers.more"))
        pile.fbind("on_lay", lambda *_: self.turn_to(SIDES.index(side)))
        pile.fbind("on_take", lambda _, card: self.take(side, card))
        self._trays.add_widget(pile)
        return pile

    def step_count(self) -> int:
        """Gives one step a tray."""
        return len(SIDES)

    def paint(self, view: BalanceView) -> None:
        """Shows both trays and the cards of the one in turn."""
        self._view = view
        self.show()

    def show(self) -> None:
        """Shows the cards of the tray in turn."""
        view = self._view
        if view is None:
            return
        self.side = SIDES[int(self.step)]
        for side in SIDES:
            tray, pile = self._tray(side), self._piles[side]
            short = self.words("own.words") if tight(self.look) else ""
            pile.paint(OptionView(OptionId(side), tray.title, None), _laid(tray, short))
            pile.chosen = side == self.side
        now = self._tray(self.side)
        self.asks, self.goes_on = now.asks, True if int(self.step) == 0 else None
        self.needs_help = int(self.step) == 0
        free = view.own_words and len(now.laid) < MOST_ON_A_TRAY
        self._chooser.paint(now.cards, own="" if free else None)
        self._make_room()

    def _tray(self, side: str) -> TrayView:
        tray: TrayView = getattr(self._view, side)
        return tray

    def _make_room(self) -> None:
        writing = self._chooser.writing
        self.wants_room = writing
        above = [self._trays] if tight(self.look) else [self._beam, self._trays]
        self.hold(*([] if writing else above), self._chooser)

    def warm(self) -> bool:
        """Makes a card ahead."""
        return self._chooser.warm()

    def turn_to(self, step: int) -> None:
        """Shows the cards of another tray."""
        self._chooser.forget()
        super().turn_to(step)

    def say(self, said: Said) -> None:
        """Answers with this on the tray in turn, or without it where it lay there."""
        laid = self._tray(self.side).laid
        if said in laid:
            self._lay(self.side, tuple(one for one in laid if one != said))
        elif len(laid) < MOST_ON_A_TRAY:
            self._lay(self.side, (*laid, said))

    def take(self, side: str, card: str) -> None:
        """Answers without this card or these own words on a tray."""
        laid = self._tray(side).laid
        kept = tuple(one for place, one in enumerate(laid) if card not in (one.option, f"{OWN}{place}"))
        self._lay(side, kept)

    def _lay(self, side: str, laid: tuple[Said, ...]) -> None:
        trays = {each: self._tray(each).laid for each in SIDES}
        self.answer(BalanceAnswer().model_copy(update={**trays, side: laid}))

    def writes(self) -> str | None:
        """Gives own words being written, none where none are."""
        return self._chooser.written

    def write_on(self, text: str) -> None:
        """Goes on writing own words."""
        self._chooser.write_on(text)

    def things(self) -> list[Any]:
        """Gives what can be dragged: the cards of the tray in turn, and what lies on it."""
        if self._chooser.writing:
            return []
        return [*self._piles[self.side].laid, *self._chooser.cards()]

    def places(self) -> list[Any]:
        """Gives where a card can be let go: the tray in turn, or off it."""
        return [self._piles[self.side], self._chooser]

    def drop(self, thing: Any, place: Any) -> None:
        """Answers with this card on the tray, or off it."""
        on_tray, laid = place is self._piles[self.side], self._tray(self.side).laid
        lay = thing.parent is self._piles[self.side] or Said(option=thing.value) in laid
        if on_tray and not lay:
            self.say(Said(option=thing.value))
        elif not on_tray and thing.parent is self._piles[self.side]:
            self.take(self.side, thing.value)

    def settle(self) -> None:
        """Takes own words that are being written."""
        self._chooser.settle()

    def forget(self) -> None:
        """Turns back to the first tray, and lets go of own words being written."""
        self.let_go()
        super().forget()
        self._chooser.forget()
        self._view = None


def _laid(tray: TrayView, short: str) -> Options:
    """Gives what lies on a tray as cards, own words too; `short` stands for those where there is little room."""
    known = {card.id: card for card in tray.cards}
    cards = []
    for place, said in enumerate(tray.laid):
        if said.own is not None:
            cards.append(OptionView(OptionId(f"{OWN}{place}"), short or said.own, "pencil-outline"))
        elif said.option in known:
            cards.append(known[said.option])
    return tuple(cards)
