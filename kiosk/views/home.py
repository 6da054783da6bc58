"""Mijn pad: the plan, the path of stones, and notes from the mentor.

- Done, skipped, now, open and later are each a word and an icon as well as a colour; what opens a later stone is said.
- Not here: opening a page (kiosk/visit.py).
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.i18n import Words
from kiosk.pages import PLAN, THEMES, Editions, begin_module
from kiosk.plan_pages import MINE
from kiosk.views.own_plan import next_step
from kiosk.views.rooms import is_extra
from modules.definition.kvv_module import KvvModule
from modules.events import MentorNoteSent
from modules.ids import NoteId
from modules.kvv.state import is_open, waits_for
from modules.person import PersonState
from modules.plan.compose import Made
from modules.reflector.state import next_theme
from modules.skipping import wholly_skipped
from modules.texts import Language

MOST_NUMBERS = 3
"""How many modules a stone names that is opened by them; where it is more, it says so in a few words."""


class StoneState(StrEnum):
    """Where a stone lies on the path."""

    DONE = "done"
    SKIPPED = "skipped"
    NOW = "now"
    OPEN = "open"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Stone:
    """One stone: what it is, whether it is done, and the page it opens (none while it is later).

    Skipped is what was gone through with nothing answered: it counts as finished, and can still be done.
    Only the first that is open and on his way says "nu"; others can be done too. `is_extra` is one beside his way.
    """

    title: str
    state: StoneState
    word: str
    picture: str
    page: str | None
    is_extra: bool = False


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note from the mentor: who wrote it, what it says, and the two answers."""

    note_id: NoteId
    title: str
    text: str
    seen: str
    talk: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The whole of mijn pad."""

    place: str
    greeting: str
    last_time: str
    plan_title: str
    plan_text: str
    plan_page: str
    stones: tuple[Stone, ...]
    notes: tuple[NoteView, ...]
    spoken: tuple[str, ...]


def made(state: PersonState) -> Made:
    """Gives what a plan is composed of."""
    return Made(state.reflector, state.kvv, state.plan)


def home_view(
    editions: Editions,
    state: PersonState,
    mentor: str,
    language: Language,
    last_time: str = "",
) -> HomeView:
    """Gives mijn pad of a person; `mentor` his mentor's name, `last_time` when and where he came in before."""
    words = Words(language)
    modules = _module_stones(editions, state, language)
    first = sum(module.number == 0 for module in editions.programme.definition.modules)
    stones = _one_now((*modules[:first], _reflector_stone(editions, state, language), *modules[first:]), words)
    plan_text = _plan_text(state, next_step(editions, state, language), words)
    plan_page = MINE if state.plan.whole_goals else PLAN
    notes = tuple(_note(note, mentor, words) for note in state.unread_notes)
    spoken = (
        words("home.greeting"),
        *((last_time,) if last_time else ()),
        words("home.plan"),
        plan_text,
        *(text for note in notes for text in (note.title, note.text)),
        *(f"{stone.title}. {stone.word}." for stone in stones),
    )
    return HomeView(
        words("home.title"),
        words("home.greeting"),
        last_time,
        words("home.plan"),
        plan_text,
        plan_page,
        stones,
        notes,
        spoken,
    )


def _one_now(stones: tuple[Stone, ...], words: Words) -> tuple[Stone, ...]:
    """Gives the same stones, of which the first that is open and belongs to his way is the one of now."""
    waiting = (stone for stone in stones if stone.state is StoneState.OPEN and not stone.is_extra)
    first = next(waiting, None)
    now = first and replace(first, state=StoneState.NOW, word=words("progress.now"))
    return tuple(now if now and stone is first else stone for stone in stones)


def _reflector_stone(editions: Editions, state: PersonState, language: Language) -> Stone:
    words = Words(language)
    title = words("home.reflector_is", title=editions.questionnaire.definition.title.in_language(language))
    done = next_theme(editions.questionnaire, state.reflector) is None
    skipped = wholly_skipped(state.reflector, tuple(editions.questionnaire.definition.items()))
    now = StoneState.OPEN if not done else StoneState.SKIPPED if skipped else StoneState.DONE
    return Stone(title, now, words(f"progress.{now}"), "clipboard-text-outline", THEMES)


def _module_stones(editions: Editions, state: PersonState, language: Language) -> tuple[Stone, ...]:
    words = Words(language)
    stones = []
    for module in editions.programme.definition.modules:
        title = module.title.in_language(language)
        title = f"{module.number} · {title}" if module.number else title
        picture = module.picture or "book-open-variant"
        if module.id in state.kvv.finished:
            first = module.exercises[0].id
            done = StoneState.SKIPPED if wholly_skipped(state.kvv, module.exercises) else StoneState.DONE
            stones.append(Stone(title, done, words(f"progress.{done}"), picture, f"kvv/{module.id}/{first}"))
        elif is_open(editions.programme.definition, state.kvv, module):
            page = begin_module(module, editions, state).page
            extra = is_extra(editions.programme.definition, state, module)
            word = words("track.extra" if extra else "progress.open")
            stones.append(Stone(title, StoneState.OPEN, word, picture, page, extra))
        else:
            stones.append(Stone(title, StoneState.LATER, _opens(editions, state, module, words), picture, None))
    return tuple(stones)


def _opens(editions: Editions, state: PersonState, module: KvvModule, words: Words) -> str:
    programme = editions.programme.definition
    waits = waits_for(programme, state.kvv, module)
    numbers = [str(other.number) for other in programme.modules if other.id in waits]
    if len(numbers) > MOST_NUMBERS:
        return words("home.opens_last")
    return words("home.opens_after", modules=", ".join(numbers))


def _plan_text(state: PersonState, step: str, words: Words) -> str:
    if state.plan.rivals:
        return words("own.choose")
    if state.plan.is_signed:
        return words("home.plan.signed_step", step=step) if step else words("home.plan.signed")
    return words("home.plan.step", step=step) if step else words("home.plan.empty")


def _note(note: MentorNoteSent, mentor: str, words: Words) -> NoteView:
    text = words(f"note.phrase.{note.phrase}")
    return NoteView(
        note.note_id,
        words("note.title", mentor=mentor),
        f"{text} {note.words}".strip(),
        words("note.seen"),
        words("note.talk"),
    )
