"""Options to choose one of, with own words where they are welcome; writing takes the place of the options.

Deliberately not here: which question it is (`kiosk/exercises/if_then.py`, `goal_builder.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty

from kiosk.exercises.parts.option_list import OptionList
from kiosk.exercises.parts.own_words import OwnWords
from kiosk.views.options import Options
from kiosk.widgets.column import Column
from modules.exercises.shared import OWN_WORDS_LENGTH, Said
from modules.ids import OptionId


class Chooser(Column):
    """One of the options, or own words; `on_said` tells which."""

    __events__ = ("on_said",)

    words = ObjectProperty(None)
    writing = BooleanProperty(False)
    multiple = BooleanProperty(False)
    """Whether more than one may be chosen: boxes instead of rings."""
    most = NumericProperty(OWN_WORDS_LENGTH)
    """How many letters own words may have."""

    def __init__(self, **values: Any) -> None:
        self._list: OptionList | None = None
        self._editor: OwnWords | None = None
        self._own = ""
        super().__init__(fill=True, **values)

    def paint(self, options: Options, *, own: str | None) -> None:
        """Shows options; `own` are the own words, empty where there are none yet, None where none are asked."""
        self._own = own or ""
        self._options().paint(options, own=own)

    def cards(self) -> list[Any]:
        """Gives the cards of the options that are seen."""
        return [card for card in self._options().in_reading_order() if card.value is not None]

    def warm(self) -> bool:
        """Makes a card ahead."""
        return self._options().warm()

    def settle(self) -> None:
        """Says the own words that are being written, if any."""
        if self.writing and self._editor is not None:
            self._editor.keep()

    def forget(self) -> None:
        """Wipes what was being written, and shows the options again."""
        if self._editor is not None:
            self._editor.forget()
        self.writing = False

    @property
    def written(self) -> str | None:
        """What is being written, none where nothing is."""
        return self._editor.text if self.writing and self._editor is not None else None

    def write_on(self, text: str) -> None:
        """Goes on writing these words."""
        self._the_editor().most = self.most
        self._the_editor().begin(text)
        self.writing = True

    def on_writing(self, *_: Any) -> None:
        """Shows the keyboard in the place of the options, or the options again."""
        self.clear_widgets()
        self.add_widget(self._the_editor() if self.writing else self._options())

    def _options(self) -> OptionList:
        if self._list is None:
            word = self.words
            self._list = OptionList(
                look=self.look,
                more_word=word("answers.more"),
                chosen_word=word("answer.chosen"),
                own_word=word("own.words"),
                multiple=self.multiple,
            )
            self._list.fbind("on_choose", lambda _, option: self._say(Said(option=OptionId(option))))
            self._list.fbind("on_own", self.write)
            self.add_widget(self._list)
        return self._list

    def _the_editor(self) -> OwnWords:
        if self._editor is None:
            self._editor = OwnWords(look=self.look, words=self.words, fill=True)
            self._editor.fbind("on_keep", lambda _, text: self._say(Said(own=text)))
            self._editor.fbind("on_cancel", lambda *_: self.forget())
        return self._editor

    def write(self, *_: Any) -> None:
        """Begins to write own words, from those that are there already."""
        self.write_on(self._own)

    def _say(self, said: Said) -> None:
        self.forget()
        self.dispatch("on_said", said)

    def on_said(self, said: Said) -> None:
        """Is the event: this was chosen or written."""
