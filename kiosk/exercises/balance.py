"""A balance on the screen: two trays on a level beam, and under them the cards of the tray in turn.

- First what speaks for staying as it is, then what speaks for change; it ends there.
- A touched card lies on the tray; touched again it does not. The tray in turn opens when it is touched: what lies on it
  stands there as whole cards, own words too, and a touched one is taken off.

Deliberately not here: options and own words (`parts/chooser.py`), a tray (`parts/pile.py`).
"""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

from kivy.properties import OptionProperty

from kiosk.exercises.parts.beam import Beam
from kiosk.exercises.parts.chooser import Chooser
from kiosk.exercises.parts.dragging import Dragging
from kiosk.exercises.parts.laid_word import OWN_PICTURE
from kiosk.exercises.parts.opened_pile import OpenedPile
from kiosk.exercises.parts.stepped import SteppedExercise
from kiosk.exercises.parts.tight import tight
from kiosk.exercises.parts.tray import Tray
from kiosk.theme.tokens import Role
from kiosk.views.options import Options, OptionView
from kiosk.views.weighed import OPEN, BalanceView, TrayView
from kiosk.widgets.row import Row
from modules.events import Half
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
        self._open = False
        self._opened: OpenedPile | None = None
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
        pile = Tray(look=self.look, role=role)
        pile.fbind("on_touched", lambda *_: self.touch_tray(side))
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
        self._open = self._open and bool(now.laid)
        if self._open:
            self._the_opened().show(OptionView(OptionId(self.side), now.title, None), _laid(now, ""))
        free = view.own_words and len(now.laid) < MOST_ON_A_TRAY
        self._chooser.paint(now.cards, own="" if free else None)
        self._make_room()
        self.asks = self.words("cards.take_back") if self._open else now.asks
        self.goes_on = True if int(self.step) == 0 else None
        self.needs_help = int(self.step) == 0 and not self._open

    def _tray(self, side: str) -> TrayView:
        tray: TrayView = getattr(self._view, side)
        return tray

    def _make_room(self) -> None:
        writing = self._chooser.writing
        self.wants_room = writing
        if self._open:
            self.hold(self._the_opened())
            return
        above = [self._trays] if tight(self.look) else [self._beam, self._trays]
        self.hold(*([] if writing else above), self._chooser)

    def warm(self) -> bool:
        """Makes a card ahead."""
        return self._chooser.warm() or self._the_opened().warm()

    def _the_opened(self) -> OpenedPile:
        if self._opened is None:
            self._opened = OpenedPile(look=self.look, words=self.words)
            self._opened.fbind("on_take", lambda _, card: self.take(card))
            self._opened.fbind("on_close", lambda *_: self.turn(-1))
        return self._opened

    def touch_tray(self, side: str) -> None:
        """Shows the cards of the other tray; of the tray in turn, what lies on it."""
        if side != self.side:
            self.turn_to(SIDES.index(side))
            return
        self._open = True
        self.show()

    def turn(self, pages: int) -> bool:
        """Closes what is open, or turns to the other tray; tells whether there was either."""
        if not self._open:
            return super().turn(pages)
        self._open = False
        self.show()
        return True

    def turn_to(self, step: int) -> None:
        """Shows the cards of another tray."""
        self._open = False
        self._chooser.forget()
        super().turn_to(step)

    def say(self, said: Said) -> None:
        """Answers with this on the tray in turn, or without it where it lay there."""
        laid = self._tray(self.side).laid
        if said in laid:
            self._lay(self.side, tuple(one for one in laid if one != said))
        elif len(laid) < MOST_ON_A_TRAY:
            self._lay(self.side, (*laid, said))

    def take(self, card: str) -> None:
        """Answers without this card or these own words on the tray in turn."""
        self._open = False
        laid = self._tray(self.side).laid
        self._lay(self.side, tuple(one for place, one in enumerate(laid) if card not in (one.option, f"{OWN}{place}")))

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
        """Gives what can be dragged: the cards of the tray in turn, and off the tray what was laid there last."""
        if self._chooser.writing or self._open:
            return []
        tray = self._piles[self.side]
        return [*([tray] if tray.cards else []), *self._chooser.cards()]

    def places(self) -> list[Any]:
        """Gives where a card can be let go: the tray in turn, or off it."""
        return [self._piles[self.side], self._chooser]

    def drop(self, thing: Any, place: Any) -> None:
        """Answers with this card on the tray, or off it; a tray let go over itself was meant to be touched."""
        tray = self._piles[self.side]
        if thing is tray and place is tray:
            self.touch_tray(self.side)
        elif thing is tray:
            self.take(tray.cards[-1].id)
        elif place is tray and Said(option=thing.value) not in self._tray(self.side).laid:
            self.say(Said(option=thing.value))

    def unfinished(self) -> Half | None:
        """Gives the tray in turn, and whether it is open."""
        half = super().unfinished()
        return Half(turn=ascii_lowercase[int(self.step)] + OPEN) if self._open else half

    def take_up(self, half: Half) -> None:
        """Shows that tray again, open where it was."""
        super().take_up(half.model_copy(update={"turn": half.turn.removesuffix(OPEN)}))
        self._open = half.turn.endswith(OPEN)
        self.show()

    def settle(self) -> None:
        """Takes own words that are being written."""
        self._chooser.settle()

    def forget(self) -> None:
        """Turns back to the first tray, and lets go of own words being written."""
        self.let_go()
        self._open = False
        super().forget()
        self._chooser.forget()
        self._view = None


def _laid(tray: TrayView, short: str) -> Options:
    """Gives what lies on a tray as cards, own words too; `short` stands for those where there is little room."""
    known = {card.id: card for card in tray.cards}
    cards = []
    for place, said in enumerate(tray.laid):
        if said.own is not None:
            cards.append(OptionView(OptionId(f"{OWN}{place}"), short or said.own, OWN_PICTURE))
        elif said.option in known:
            cards.append(known[said.option])
    return tuple(cards)
