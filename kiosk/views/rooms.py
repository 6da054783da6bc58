"""The pages beside the path: what can be done at any time, and the way through the modules.

- The two ways through the modules are equal: same size, each with what it asks of a person's time, none recommended.
- Not here: what a choice does (kiosk/room_turns.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kiosk.i18n import Words
from kiosk.own_pages import ME
from kiosk.pages import Editions
from kiosk.room_pages import PRACTICE, TALK, TOGETHER, TRACK
from kiosk.views.days import moment_of
from kiosk.views.exercises import SingleChoiceView
from kiosk.views.frame import FrameView, with_mark
from kiosk.views.options import OptionView
from kiosk.views.question import QuestionView
from kiosk.views.reflector import ThemeTile
from modules.definition.kvv_module import KvvModule, KvvProgramme
from modules.ids import OptionId
from modules.person import PersonState
from modules.reasons import Companion, Track
from modules.talk import TalkRequest
from modules.texts import Language

ROUND_MINUTES = 5
NO_TIME_MS = 365 * 24 * 60 * 60 * 1000
"""A clock before this has never learned a time."""
ALONE = OptionId("alone")
COMPANIONS: Mapping[Companion, str] = {
    Companion.MENTOR: "account-tie-outline",
    Companion.TEACHER: "school-outline",
    Companion.INTERPRETER: "ear-hearing",
    Companion.VOLUNTEER: "hand-heart-outline",
    Companion.FELLOW: "account-group-outline",
    Companion.SOMEONE: "account-multiple-outline",
}
Framed = TypeVar("Framed", bound=Any)


@dataclass(frozen=True, slots=True)
class MoreView:
    """A title and tiles that each open a page."""

    frame: FrameView
    title: str
    help: str
    tiles: tuple[ThemeTile, ...]


def more_view(editions: Editions, state: PersonState, language: Language) -> MoreView:
    """Gives everything beside the path."""
    words = Words(language)
    tiles = [
        ThemeTile(TALK, words("talk.tile"), _asked(state, words), "forum-outline"),
        ThemeTile(TOGETHER, words("together.title"), _beside(state.together, words), "account-multiple-outline"),
    ]
    if editions.programme.definition.short_track:
        chosen = words(f"track.{state.kvv.track}") if state.kvv.track else words("track.none")
        tiles.append(ThemeTile(TRACK, words("track.title"), chosen, "sign-direction"))
    tiles.append(ThemeTile(PRACTICE, words("home.practice"), words("practice.what"), "hand-okay"))
    tiles.append(ThemeTile(ME, words("home.about_me"), "", "account-box-outline"))
    title, help_text = words("home.more"), words("more.help")
    spoken = (title, help_text, *(f"{tile.title}. {tile.text}".strip() for tile in tiles))
    frame = FrameView(title, back=words("foot.back"), spoken=spoken)
    return MoreView(frame, title, help_text, tuple(tiles))


def _asked(state: PersonState, words: Words) -> str:
    waiting = state.talk.waiting
    if not waiting:
        return ""
    return asked_words(max(waiting.values(), key=lambda one: one.place.clock), words)


def asked_words(request: TalkRequest, words: Words) -> str:
    """Gives when a talk was asked for; that it was, where the terminal knew no time."""
    at_ms = request.place.clock[0]
    return words("talk.asked", at=moment_of(at_ms, words)) if at_ms > NO_TIME_MS else words("talk.asked_once")


def _beside(companion: Companion | None, words: Words) -> str:
    return words("together.mark", who=words(f"companion.{companion}")) if companion else ""


def together_view(companion: Companion | None, language: Language) -> QuestionView:
    """Gives the question who sits beside him; nobody is an answer like the others."""
    words = Words(language)
    offered = (
        (OptionId(one.value), words(f"companion.{one}"), picture, one is companion)
        for one, picture in COMPANIONS.items()
    )
    alone = OptionView(ALONE, words("together.alone"), "account-outline", companion is None)
    options = (*(OptionView(*one) for one in offered), alone)
    prompt, help_text = words("together.ask"), words("together.help")
    frame = FrameView(
        words("together.title"),
        back=words("foot.back"),
        next=words("foot.next"),
        spoken=(prompt, help_text, *(option.text for option in options)),
    )
    picture = "account-multiple-outline"
    return QuestionView(frame, prompt, help_text, picture, "single_choice", SingleChoiceView(options))


def marked(view: Framed, companion: Companion | None, language: Language) -> Framed:
    """Gives the view with a quiet mark beside the place as long as somebody sits beside him."""
    if companion is None:
        return view
    mark = _beside(companion, Words(language))
    if hasattr(view, "frame"):
        return replace(view, frame=replace(view.frame, place=with_mark(view.frame.place, mark)))
    return replace(view, place=with_mark(view.place, mark))


def track_view(editions: Editions, state: PersonState, language: Language, *, may_skip: bool) -> QuestionView:
    """Gives the question which way through the modules he wants; who skips it is asked again before he began one."""
    words, programme = Words(language), editions.programme.definition
    modules = tuple(module for module in programme.modules if module.number)
    short = tuple(module for module in modules if module.id in programme.short_track)
    numbers = ", ".join(str(module.number) for module in short)
    texts = (
        (Track.FULL, words("track.ask.full", times=len(modules), minutes=_minutes(modules)), "map-marker-path"),
        (
            Track.SHORT,
            words("track.ask.short", modules=numbers, times=len(short), minutes=_minutes(short)),
            "map-marker-outline",
        ),
    )
    options = tuple(
        OptionView(OptionId(track.value), text, picture, track is state.kvv.track) for track, text, picture in texts
    )
    prompt, help_text = words("track.ask"), words("track.ask.help")
    frame = FrameView(
        words("track.title"),
        back=words("foot.back"),
        skip=words("foot.skip") if may_skip else None,
        next=words("foot.next"),
        next_enabled=state.kvv.track is not None,
        spoken=(prompt, help_text, *(option.text for option in options)),
    )
    return QuestionView(frame, prompt, help_text, "sign-direction", "single_choice", SingleChoiceView(options))


def _minutes(modules: tuple[KvvModule, ...]) -> int:
    """Gives how long one module takes, as a person would say it."""
    each = sum(module.minutes for module in modules) / max(1, len(modules))
    return ROUND_MINUTES * round(each / ROUND_MINUTES)


def is_extra(programme: KvvProgramme, state: PersonState, module: KvvModule) -> bool:
    """Tells whether a module is not on the way this person chose, and may be done all the same."""
    on_short = module.id in programme.short_track
    return bool(state.kvv.track is Track.SHORT and module.number and not on_short)
