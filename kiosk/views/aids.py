"""The page on which a person sets sound, and how he uses the terminal: each row one thing, each card one way.

- A card holds what is set by touching it, so the screen decides nothing.
- Where it can be heard in one way only, that is not asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.aids import SCAN_SECONDS, Aids, Scanning
from kiosk.i18n import Words
from kiosk.speech import Loudness, Out, Speed
from kiosk.views.frame import FrameView
from modules.texts import Language


@dataclass(frozen=True, slots=True)
class AidChoice:
    """One way; `aids` is what is set by it."""

    name: str
    text: str
    chosen: bool
    aids: Aids


@dataclass(frozen=True, slots=True)
class AidRow:
    """One thing that can be set."""

    name: str
    text: str
    icon: str
    choices: tuple[AidChoice, ...]


@dataclass(frozen=True, slots=True)
class AidsView:
    """All that can be set."""

    frame: FrameView
    title: str
    rows: tuple[AidRow, ...]
    using: bool
    """Whether these are the rows of using it, which come after those of hearing."""


def aids_view(aids: Aids, outs: tuple[Out, ...], language: Language, *, using: bool = False) -> AidsView:
    """Gives the page as it is set now: what is heard, or how it is used."""
    words = Words(language)
    title, help_text = words("aids.title"), words("aids.help")
    rows = tuple(_using(aids, words) if using else _hearing(aids, outs, words))
    now = (f"{row.text}: {choice.text}" for row in rows for choice in row.choices if choice.chosen)
    onward = None if using else words("foot.next")
    frame = FrameView(help_text, back=words("foot.back"), next=onward, spoken=(title, help_text, *now))
    return AidsView(frame, title, rows, using)


def _hearing(aids: Aids, outs: tuple[Out, ...], words: Words) -> Iterator[AidRow]:
    manner = aids.manner
    speeds = {one.value: replace(aids, manner=replace(manner, speed=one)) for one in Speed}
    yield _row("speed", "speedometer", words, speeds, aids)
    levels = {one.value: replace(aids, manner=replace(manner, loudness=one)) for one in Loudness}
    yield _row("loudness", "volume-high", words, levels, aids)
    if len(outs) > 1:
        heard = {one.value: replace(aids, manner=replace(manner, out=one)) for one in outs}
        yield _row("out", "headphones", words, heard, aids)
    spoken = {name: replace(aids, speaks=name == "on") for name in ("off", "on")}
    yield _row("speaks", "account-voice", words, spoken, aids)


def _using(aids: Aids, words: Words) -> Iterator[AidRow]:
    switches = {one.value: replace(aids, scanning=one) for one in Scanning}
    yield _row("scanning", "radiobox-marked", words, switches, aids)
    if aids.scanning is Scanning.ONE:
        paces = {name: replace(aids, scan_pace=name) for name in SCAN_SECONDS}
        yield _row("pace", "timer-outline", words, paces, aids)


def _row(name: str, icon: str, words: Words, ways: dict[str, Aids], now: Aids) -> AidRow:
    choices = tuple(AidChoice(way, words(f"aids.{name}.{way}"), one == now, one) for way, one in ways.items())
    return AidRow(name, words(f"aids.{name}"), icon, choices)
