"""The pages of the practice room: what to try on each, with harmless things on the cards.

- Each says what to do in one line, and that nothing is kept.
- Not here: what was tried, and going from page to page (kiosk/practice.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.i18n import Words
from kiosk.views.exercises import CardSortView, ExerciseView, InfoCardView, RulerView, SingleChoiceView
from kiosk.views.filled_in import ShortTextView
from kiosk.views.frame import FrameView
from kiosk.views.options import Options, OptionView
from kiosk.views.question import QuestionView
from kiosk.views.spoken import spoken_of
from modules.ids import OptionId
from modules.texts import Language

STEPS = ("hear", "tap", "sort", "number", "write", "draw", "bars")
PICTURES: Mapping[str, str] = {
    "hear": "ear-hearing",
    "tap": "hand-okay",
    "sort": "cards-outline",
    "number": "gauge",
    "write": "pencil-outline",
    "draw": "draw",
    "bars": "information-outline",
}
CARDS = {"tea": "glass-mug-variant", "music": "music", "walk": "walk", "soccer": "soccer"}
PILES = {"often": "thumb-up-outline", "seldom": "thumb-down-outline"}
MOST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried so far; it stands nowhere else."""

    option: OptionId | None = None
    piles: Mapping[OptionId, OptionId] = field(default_factory=dict)
    value: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class DrawView:
    """A place to draw, as under the plan, with nothing to sign."""

    frame: FrameView
    title: str
    hint: str


PracticeView = QuestionView | DrawView


def practice_view(step: int, tried: Tried, language: Language) -> PracticeView:
    """Gives one page of the room."""
    words, name = Words(language), STEPS[step]
    prompt, help_text, kept = words(f"practice.{name}"), words(f"practice.{name}.help"), words("practice.kept")
    place = f"{words('home.practice')} · {words('progress.step', done=step + 1, total=len(STEPS))}"
    last = step + 1 == len(STEPS)
    frame = FrameView(
        place,
        step,
        len(STEPS),
        words("foot.back"),
        next=words("practice.end" if last else "foot.next"),
        spoken=(prompt, help_text, kept),
    )
    if name == "draw":
        return DrawView(frame, prompt, help_text)
    kind, exercise = _exercise(name, tried, words)
    said = (prompt, help_text, *spoken_of(exercise, words), kept)
    frame = FrameView(frame.place, frame.done, frame.total, frame.back, None, frame.next, spoken=said)
    return QuestionView(frame, prompt, help_text, PICTURES[name], kind, exercise, who_sees=kept)


def _exercise(name: str, tried: Tried, words: Words) -> tuple[str, ExerciseView]:
    match name:
        case "tap":
            chosen = frozenset({tried.option} if tried.option else ())
            return "single_choice", SingleChoiceView(_options(CARDS, words, chosen))
        case "sort":
            return "card_sort", CardSortView(_options(CARDS, words), _options(PILES, words), tried.piles)
        case "number":
            return "ruler", RulerView(words("practice.low"), words("practice.high"), tried.value)
        case "write":
            return "short_text", ShortTextView(tried.words, MOST_LETTERS)
        case _:
            return "info_card", InfoCardView((words(f"practice.{name}.text"),))


def _options(offered: Mapping[str, str], words: Words, chosen: frozenset[OptionId] = frozenset()) -> Options:
    return tuple(
        OptionView(OptionId(one), words(f"practice.card.{one}"), picture, OptionId(one) in chosen)
        for one, picture in offered.items()
    )
