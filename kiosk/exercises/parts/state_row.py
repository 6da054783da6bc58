"""One thing of a checklist and how it stands: a state is a card of its own beside it, under it on an upright panel.

Deliberately not here: the other things (`state_list.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.exercises.parts.tight import tight
from kiosk.theme.tokens import Role
from kiosk.views.options import Options, OptionView
from kiosk.widgets.answer_card import AnswerCard
from kiosk.widgets.arranged import Panelled

THING_PART, TIGHT_THING_PART = 0.36, 0.28


class StateRow(Panelled):
    """A thing and its states; `on_state` tells which was touched."""

    __events__ = ("on_state",)
    watched = ("text", "icon")

    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    value = ObjectProperty(None, allownone=True)
    test_id = StringProperty("")
    spoken = StringProperty("")
    keeps_mark = BooleanProperty(False)
    """Whether a state has its mark where there is little room, too: for few states with short names."""

    def __init__(self, **values: Any) -> None:
        self._states: list[AnswerCard] = []
        super().__init__(**values)

    def show(self, thing: OptionView, states: Options, chosen: object) -> None:
        """Shows a thing and the state chosen for it."""
        self.value, self.text, self.spoken = thing.id, thing.text, thing.text
        while len(self._states) < len(states):
            self._states.append(self._new_state())
        for card in self._states[len(states) :]:
            self.remove_widget(card)
        for card, state in zip(self._states, states, strict=False):
            card.value, card.text, card.chosen = state.id, state.text, state.id == chosen
            card.test_id, card.spoken = f"state.{thing.id}.{state.id}", f"{thing.text}: {state.text}"
            if card.parent is None:
                self.add_widget(card)
        self.arrange_soon()

    def _new_state(self) -> AnswerCard:
        card = AnswerCard(look=self.look, role=Role.LABEL, marked=self.keeps_mark or not self._bare)
        card.fbind("on_release", lambda touched: self.dispatch("on_state", touched.value))
        return card

    @property
    def _bare(self) -> bool:
        """Whether words need the room of a mark: then the strong edge and the ground alone say what is chosen."""
        return tight(self.look) or (self._stacked and self.look.text_factor > 1)

    @property
    def _shown(self) -> list[AnswerCard]:
        return [card for card in self._states if card.parent is self]

    @property
    def _stacked(self) -> bool:
        return bool(self.look.panel.portrait)

    @property
    def _thing_part(self) -> float:
        return TIGHT_THING_PART if tight(self.look) else THING_PART

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(Role.HELP) * 1.8) if self.icon else 0

    def _lead_px(self, width: float) -> float:
        """Gives what the pictogram takes of the words' room: nothing where large letters leave none for a long word."""
        lead = self._icon_px + self.look.unit * 1.5 if self.icon else 0.0
        room = width * self._thing_part - lead - self.look.unit
        return 0.0 if self.look.crowded and self.ids.words.broken_width(room) > room else lead

    def _rooms(self, width: float) -> tuple[float, float]:
        """Gives the widths of the thing's words and of one state."""
        look, count = self.look, max(1, len(self._shown))
        lead = self._lead_px(width)
        thing = width if self._stacked else width * self._thing_part
        states = width if self._stacked else width - thing - look.gap
        return max(1.0, thing - lead - look.unit), (states - look.gap * (count - 1)) / count

    def natural_height(self, width: float) -> float:
        """Gives the height of the thing and its states."""
        self.ids.words.role = Role.LABEL if tight(self.look) else Role.HELP
        thing, state = self._rooms(width)
        words = max(self.ids.words.natural_height(thing), self._icon_px)
        cards = max((card.natural_height(state) for card in self._shown), default=0.0)
        return float(words + self.look.unit / 2 + cards if self._stacked else max(words, cards))

    def arrange(self) -> None:
        """Places the thing at the reading edge and its states after it."""
        look, ids, icon = self.look, self.ids, self._icon_px
        thing, state = self._rooms(self.width)
        cards = round(max((card.natural_height(state) for card in self._shown), default=0.0))
        high = self.height - cards - look.unit / 2 if self._stacked else self.height
        low = self.top - high
        lead = self._lead_px(self.width)
        ids.picture.size_px, ids.picture.opacity = icon, 1 if lead else 0
        ids.picture.size, ids.picture.pos = (icon, high), (self.lead(0, icon), round(low))
        ids.words.size, ids.words.pos = (thing, high), (self.lead(lead, thing), round(low))
        offset = 0.0 if self._stacked else self.width * self._thing_part + look.gap
        tall = cards if self._stacked else self.height
        for card in self._shown:
            card.size, card.pos = (round(state), tall), (self.lead(offset, round(state)), round(self.y))
            card.reach_x = look.gap / 2
            offset += state + look.gap

    def on_state(self, state: Any) -> None:
        """Is the event: the thing stands so."""
