"""The page on which a person sets how he sees, hears and uses the terminal: each row one thing, each card one way.

- Three leaves, and from each of them a way to both others: nothing is further than one touch from the first.
- A card holds what is wanted by touching it, so the screen decides nothing.
- Where it can be heard in one way only, that is not asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.aids import SCAN_SECONDS, Aids, Leaf, Scanning
from kiosk.i18n import Words
from kiosk.intents import ChooseLook, Intent, SetAids
from kiosk.speech import Loudness, Out, Speed
from kiosk.views.frame import FrameView
from modules.own_look import Colours, Letters, Moving, OwnLook
from modules.texts import Language

USUAL = OwnLook(letters=Letters.USUAL, colours=Colours.LIGHT, moving=Moving.CALM)
"""How a terminal looks to whoever chose nothing, where its settings say nothing else."""
ICONS = {Leaf.SEEN: "eye-outline", Leaf.HEARD: "volume-high", Leaf.USED: "gesture-tap"}


@dataclass(frozen=True, slots=True)
class AidChoice:
    """One way, and what is wanted by touching it."""

    name: str
    text: str
    chosen: bool
    wants: Intent


@dataclass(frozen=True, slots=True)
class AidRow:
    """One thing that can be set."""

    name: str
    text: str
    icon: str
    choices: tuple[AidChoice, ...]


@dataclass(frozen=True, slots=True)
class LeafView:
    """Another leaf: its word and its picture."""

    leaf: Leaf
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class AidsView:
    """One leaf of all that can be set; `sample` is a sentence to see it by."""

    frame: FrameView
    title: str
    rows: tuple[AidRow, ...]
    others: tuple[LeafView, LeafView]
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """How it is set now, and where the terminal can be heard."""

    aids: Aids
    outs: tuple[Out, ...]
    look: OwnLook = USUAL


def aids_view(now: Now, language: Language, leaf: Leaf = Leaf.SEEN) -> AidsView:
    """Gives one leaf as it is set now."""
    words = Words(language)
    rows = tuple({Leaf.SEEN: _seeing, Leaf.HEARD: _hearing, Leaf.USED: _using}[leaf](now, words))
    title, help_text = words(f"aids.{leaf}.title"), words("aids.kept" if leaf is Leaf.SEEN else "aids.help")
    sample = words("aids.sample") if leaf is Leaf.SEEN else ""
    first, second = (LeafView(one, words(f"aids.{one}"), ICONS[one]) for one in Leaf if one is not leaf)
    said = (f"{row.text}: {choice.text}" for row in rows for choice in row.choices if choice.chosen)
    spoken = tuple(one for one in (title, help_text, *said, sample) if one)
    frame = FrameView(help_text, back=words("foot.back"), skip=first.text, next=second.text, spoken=spoken)
    return AidsView(frame, title, rows, (first, second), sample)


def _seeing(now: Now, words: Words) -> Iterator[AidRow]:
    look = now.look
    letters = {one: ChooseLook(OwnLook(letters=one)) for one in Letters}
    yield _row("letters", "format-size", words, letters, look.letters)
    colours = {one: ChooseLook(OwnLook(colours=one)) for one in Colours}
    yield _row("colours", "palette-outline", words, colours, look.colours)
    moving = {one: ChooseLook(OwnLook(moving=one)) for one in Moving}
    yield _row("moving", "walk", words, moving, look.moving)


def _hearing(now: Now, words: Words) -> Iterator[AidRow]:
    aids, manner = now.aids, now.aids.manner
    speeds = {one: _heard(replace(aids, manner=replace(manner, speed=one))) for one in Speed}
    yield _row("speed", "speedometer", words, speeds, manner.speed)
    levels = {one: _heard(replace(aids, manner=replace(manner, loudness=one))) for one in Loudness}
    yield _row("loudness", "volume-high", words, levels, manner.loudness)
    if len(now.outs) > 1:
        outs = {one: _heard(replace(aids, manner=replace(manner, out=one))) for one in now.outs}
        yield _row("out", "headphones", words, outs, manner.out)
    speaks = {name: _heard(replace(aids, speaks=name == "on")) for name in ("off", "on")}
    yield _row("speaks", "account-voice", words, speaks, "on" if aids.speaks else "off")


def _heard(aids: Aids) -> SetAids:
    return SetAids(aids, Leaf.HEARD)


def _using(now: Now, words: Words) -> Iterator[AidRow]:
    aids = now.aids
    switches = {one: SetAids(replace(aids, scanning=one), Leaf.USED) for one in Scanning}
    yield _row("scanning", "radiobox-marked", words, switches, aids.scanning)
    if aids.scanning is Scanning.ONE:
        paces = {name: SetAids(replace(aids, scan_pace=name), Leaf.USED) for name in SCAN_SECONDS}
        yield _row("pace", "timer-outline", words, paces, aids.scan_pace)


def _row(name: str, icon: str, words: Words, ways: Mapping[Any, Intent], now: str | None) -> AidRow:
    choices = (AidChoice(str(way), words(f"aids.{name}.{way}"), way == now, wants) for way, wants in ways.items())
    return AidRow(name, words(f"aids.{name}"), icon, tuple(choices))
