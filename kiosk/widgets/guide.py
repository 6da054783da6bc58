"""Use without hands or without sight: what keys and switches do, and what is spoken of a screen by itself.

- A finger or key stops what is being read. Nothing is spoken by itself unless a person asked for just that.
- On the resting screen the arrow up turns speaking on and off; a switch (Enter or Space) held down turns scanning on
  and off on any screen. Both can be set on a page of their own as well.
- While it speaks, a page is told when it comes, what changes on it when it changes, and a thing when the ring comes
  to it.
- One switch chooses where the ring is; of two, Space moves it and Enter chooses.
- A key that is held acts once.

Deliberately not here: what is told of a thing (`heard.py`), how the ring goes along (`scanning.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from kiosk.aids import Aids, Scanning
from kiosk.i18n import Words
from kiosk.speech import Manner, Out
from kiosk.speech.reading import Reading
from kiosk.widgets.focus import ENTER, PAD_ENTER, SPACE, UP
from kiosk.widgets.heard import Heard, standing, told, whole
from kiosk.widgets.read_mark import ReadMark
from kiosk.widgets.scanning import Scan
from kiosk.widgets.touchable import Touchable
from modules.texts import Language

SWITCHES = (ENTER, PAD_ENTER, SPACE)
HELD_SECONDS = 2.0
"""How long a switch is held to turn scanning on or off."""
SETTLES_SECONDS, STANDS_SECONDS = 0.1, 0.05
"""How long after a change a page is told: two waits, as painting may take longer than one and is done between them."""


class Guide:
    """The aids of one window; `clock` is Kivy's, or one that a test moves by hand."""

    def __init__(self, clock: Any, reading: Reading, manner: Manner | None = None) -> None:
        self._own_manner = manner or Manner()
        self._reading, self._mark, self._scan = reading, ReadMark(), Scan(clock)
        self._screen: Any = None
        self._words = Words("nl")
        self._told: tuple[Heard, ...] = ()
        self._acted: Touchable | None = None
        self._down: set[int] = set()
        self._was_reading = False
        self._tell_now = clock.create_trigger(self._tell, STANDS_SECONDS)
        self._tell_soon = clock.create_trigger(lambda _: self._tell_now(), SETTLES_SECONDS)
        self._held = clock.create_trigger(self._turn_scanning, HELD_SECONDS)
        self.greetings: Sequence[Language] = ()
        """The languages in which it is said that speaking is on, where nobody chose one yet."""
        self.veiled: Callable[[str], str] = str
        """Gives what may be heard of a text by everybody: own words are not."""
        reading.changed = self._mark_read
        self.set(Aids(self._own_manner))

    def set(self, aids: Aids) -> None:
        """Uses the terminal this way from now on."""
        self.aids = aids
        self._reading.speaker.manner = aids.manner
        if self._screen is not None:
            self._dress()

    def forget(self) -> None:
        """Begins anew, for the next person."""
        self._reading.stop()
        self._told = ()
        self.set(Aids(self._own_manner))

    def stands(self, screen: Any, words: Words) -> None:
        """Is told that a screen was painted, anew or for the first time."""
        was, self._screen, self._words = self._screen, screen, words
        if screen is not was:
            acted, self._acted, self._told = self._acted, None, ()
            self._mark.enter(screen)
            again = acted.test_id if acted is not None and type(screen) is type(was) else ""
            self._dress(again)
            if again and self.aids.scanning is Scanning.OFF:
                self._stand_again(again)
        if self.aids.speaks:
            self._tell_soon()

    def _dress(self, again: str = "") -> None:
        """Gives the screen's ring what these aids want of it; it goes along from `again` on the same screen anew."""
        ring = getattr(self._screen, "ring", None)
        if ring is None:
            return
        ring.content_first, ring.moved = self.aids.speaks, self._moved
        self._scan.stop()
        if self.aids.scanning is Scanning.ONE:
            self._scan.begin(ring, self.aids.scan_seconds, sought=again)
        elif self.aids.scanning is Scanning.TWO:
            self._scan.begin(ring, sought=again)

    @property
    def was_reading(self) -> bool:
        """Whether the touch or key that is being answered found something being read, and stopped it."""
        return self._was_reading

    def read(self, texts: Sequence[str], language: Language) -> None:
        """Reads these texts, because somebody asked for it."""
        self._begin([(text, language) for text in texts])

    def read_page(self, spoken: Sequence[str], language: Language) -> None:
        """Reads a page because somebody asked for it: what its view says, then what else stands there, errors too."""
        said = " / ".join(spoken)
        rest = whole(self._screen, self._words, aside=self._is_aside)
        self._begin([*((text, language) for text in spoken), *(heard for heard in rest if heard[0] not in said)])

    def touched(self) -> None:
        """Stops what is being read, as any touch or key does."""
        self._was_reading, self._acted = self._reading.going_on, None
        self._reading.stop()

    def key(self, scancode: int, shift: bool) -> None:
        """Does what a key or switch means here and now; one that is held acts once."""
        is_switch = scancode in SWITCHES
        if is_switch and scancode in self._down:
            return
        self._down.add(scancode)
        self.touched()
        if is_switch:
            self._held()
        if self._screen is None or not hasattr(self._screen, "on_key"):
            return
        if scancode == UP and getattr(self._screen, "rests", False):
            self._turn_speaking()
        elif self.aids.scanning is Scanning.OFF or not is_switch:
            self._acted = self._screen.ring.on if is_switch else None
            self._screen.on_key(scancode, shift)
        elif self.aids.scanning is Scanning.TWO and scancode == SPACE:
            self._scan.step()
        else:
            self._acted = self._screen.ring.on
            self._scan.choose()
        if is_switch and self.aids.speaks:
            self._tell_soon()

    def let_go(self, scancode: int) -> None:
        """Is told that a key was let go."""
        self._down.discard(scancode)
        self._held.cancel()

    def _turn_scanning(self, _: float) -> None:
        scanning = Scanning.OFF if self.aids.scanning is not Scanning.OFF else Scanning.ONE
        self.set(replace(self.aids, scanning=scanning))
        self._say("aids.say.scanning_on" if scanning is Scanning.ONE else "aids.say.scanning_off")

    def _turn_speaking(self) -> None:
        speaks = not self.aids.speaks
        self.set(replace(self.aids, speaks=speaks))
        if speaks:
            self._told = standing(self._screen, aside=self._is_aside)
            self._stand_on_the_one()
            languages = self.greetings or (Language(self._words.language),)
            self._begin([(Words(one)("aids.say.speaks_on"), one) for one in languages])
        else:
            self.read((self._words("aids.say.speaks_off"),), Language(self._words.language))

    def _say(self, name: str) -> None:
        if self.aids.speaks:
            self.read((self._words(name),), Language(self._words.language))

    @property
    def _is_aside(self) -> bool:
        """Whether he alone hears it."""
        return self.aids.manner.out is Out.HEADSET

    def _begin(self, heard: Sequence[Heard]) -> None:
        self._reading.begin([(text if self._is_aside else self.veiled(text), each) for text, each in heard])

    def _moved(self, things: tuple[Touchable, ...]) -> None:
        self._tell_soon.cancel()
        self._tell_now.cancel()
        if self.aids.speaks:
            self._begin([told(each, self._words, aside=self._is_aside) for each in things])

    def _tell(self, _: float) -> None:
        """Tells what became of the thing that was acted on, and what is new on the screen."""
        if self._screen is None or not self.aids.speaks:
            return
        before, self._told = self._told, standing(self._screen, aside=self._is_aside)
        new = [heard for heard in self._told if not _was_told(heard, before)]
        acted, self._acted = self._acted, None
        stands = acted is not None and getattr(self._screen, "ring", None) is not None and self._screen.ring.on is acted
        if acted is not None and stands and new and acted.test_id.startswith("foot."):
            self._screen.ring.hide()  # another page or step: Tab begins at what is asked there
        elif acted is not None and stands and (acted.chosen or not new):
            new.insert(0, told(acted, self._words, aside=self._is_aside))
        if new:
            self._begin(_shortened(new, before))
        self._stand_on_the_one()

    def _stand_on_the_one(self) -> None:
        """Puts the ring, without a word, on the one thing of a screen that has no other."""
        ring = getattr(self._screen, "ring", None)
        if ring is not None and len(ring.order()) == 1:
            self._stand_quietly(*ring.order())

    def _stand_again(self, test_id: str) -> None:
        """Puts the ring where it was on the same screen in another look, and tells no more than what was done."""
        found = [each for each in self._screen.walk(restrict=True) if getattr(each, "test_id", "") == test_id]
        if found:
            self._stand_quietly(found[0])
            self._acted, self._told = found[0], standing(self._screen, aside=self._is_aside)

    def _stand_quietly(self, thing: Touchable) -> None:
        ring = self._screen.ring
        ring.moved = id
        ring.stand_around(thing)
        ring.moved = self._moved

    def _mark_read(self, text: str) -> None:
        self._mark.show(text)
        if hasattr(self._screen, "reading"):
            self._screen.reading = bool(text)


def _was_told(heard: Heard, before: Sequence[Heard]) -> bool:
    """Tells whether a text was told before, or is a sentence that one told before began with."""
    text, language = heard
    began = any(one.startswith(text) for one, spoken in before if spoken == language)
    return heard in before or (text[-1:] in ".?!" and began)


def _shortened(new: list[Heard], before: Sequence[Heard]) -> list[Heard]:
    """Gives the one letter that a growing text has more than before, in the place of all of it."""
    if len(new) == 1:
        text, language = new[0]
        if any(one and text.startswith(one) and len(text) == len(one) + 1 for one, _ in before):
            return [(text[-1], language)]
    return new
