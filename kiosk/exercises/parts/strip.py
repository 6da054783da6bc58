"""Steps side by side, joined by short links: where one is, and what was said at each; a touch turns to a step.

- What was said stands under a step's name where every step has room for it; else a mark says that something was.

Deliberately not here: what is asked at a step (`kiosk/exercises/chain.py`, `date.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kivy.graphics import Color, Rectangle
from kivy.properties import BooleanProperty

from kiosk.exercises.parts.strip_card import StripCard
from kiosk.exercises.parts.tight import tight
from kiosk.widgets.arranged import Panelled

MOST_LINES = 2
LINK_MM = 1.0


class Strip(Panelled):
    """Linked steps; `on_turn` tells which was touched."""

    __events__ = ("on_turn",)

    brief = BooleanProperty(False)
    """Whether what is said at a step is always a word or a number, and so always seen."""

    def __init__(self, **values: object) -> None:
        self._cards: list[StripCard] = []
        super().__init__(**values)

    def show(self, steps: Sequence[tuple[str, str, str]], turn: int) -> None:
        """Shows steps as test id, name and what was said; `turn` is the one in turn."""
        while len(self._cards) < len(steps):
            card = StripCard(look=self.look, value=len(self._cards))
            card.fbind("on_release", lambda touched: self.dispatch("on_turn", int(touched.value)))
            self._cards.append(card)
        for number, (card, step) in enumerate(zip(self._cards, steps, strict=False)):
            card.test_id, card.title, card.said = step
            card.chosen = number == turn
        wanted = self._cards[: len(steps)]
        if self.in_reading_order() != wanted:
            self.clear_widgets()
            for card in wanted:
                self.add_widget(card)
        self.arrange_soon()

    @property
    def _link_px(self) -> int:
        return self.look.panel.px(
            1.2 if self.look.panel.portrait and self.look.text_factor > 1 else 2.4 if self.look.panel.portrait else 5.0
        )

    def _card_width(self, width: float) -> float:
        count = max(1, len(self.children))
        return (width - self._link_px * (count - 1)) / count

    def _say_what_fits(self, width: float) -> None:
        room = self._card_width(width) - 2 * self.look.unit
        cards = self._cards[: len(self.children)]
        fits = (self.brief or not tight(self.look)) and all(card.said_lines(room) <= MOST_LINES for card in cards)
        for card in cards:
            card.shows_said = fits

    def natural_height(self, width: float) -> float:
        """Gives the height of the highest step."""
        self._say_what_fits(width)
        return max((card.natural_height(self._card_width(width)) for card in self.children), default=0.0)

    def arrange(self) -> None:
        """Places the steps in reading direction with a link between each two."""
        self._say_what_fits(self.width)
        look, width = self.look, self._card_width(self.width)
        thick = look.panel.px(LINK_MM)
        self.canvas.before.clear()
        with self.canvas.before:
            Color(*look.palette.deep)
            Rectangle(
                pos=(self.x + look.padding, round(self.center_y - thick / 2)),
                size=(self.width - 2 * look.padding, thick),
            )
        for number, card in enumerate(self.in_reading_order()):
            near = round(number * (width + self._link_px))
            card.size = (round(width), self.height)
            card.pos = (self.lead(near, round(width)), self.y)
            card.reach_x = self._link_px / 2

    def on_turn(self, step: int) -> None:
        """Is the event: this step was touched."""
