"""An answer back in words: what a summary shows, what is read aloud, what a plan copies.

- Words from a pack come back as `Text`, a person's own words as `str`, never translated.
- An option that this pack no longer has gives no words; nothing is guessed.
- Not here: joining words into a sentence of an interface (kiosk/views).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from modules.exercises import Answer, AnyExercise
from modules.exercises.card_sort import CardSort, CardSortAnswer
from modules.exercises.if_then import IfThen, IfThenAnswer
from modules.exercises.multi_choice import MultiChoice, MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Option, Said
from modules.exercises.single_choice import SingleChoice, SingleChoiceAnswer
from modules.exercises.timeline import Timeline, TimelineAnswer
from modules.ids import OptionId
from modules.texts import Text, dutch_text


@dataclass(frozen=True, slots=True)
class Worded:
    """What was said, and the heading it stands under where the exercise gives one (a pile, a period)."""

    said: Text | str
    under: Text | None = None


def wording(exercise: AnyExercise, answer: Answer) -> tuple[Worded, ...]:
    """Gives an answer in words; nothing for kinds that hold no words of their own."""
    match exercise, answer:
        case SingleChoice(), SingleChoiceAnswer():
            return _options(exercise.options, (answer.option,))
        case MultiChoice(), MultiChoiceAnswer():
            return _options(exercise.options, answer.options)
        case CardSort(), CardSortAnswer():
            return tuple(
                Worded(card.text, pile.text)
                for pile in exercise.piles
                for card in exercise.cards
                if answer.piles.get(card.id) == pile.id
            )
        case Timeline(), TimelineAnswer():
            return tuple(
                Worded(card.text, period.text)
                for period in exercise.periods
                for card in exercise.cards
                if period.id in answer.placed.get(card.id, ())
            )
        case IfThen(), IfThenAnswer():
            return (*_said(exercise.situations, answer.situation), *_said(exercise.actions, answer.action))
        case _, RulerAnswer():
            return (Worded(dutch_text(str(answer.value))),)
        case _:
            return ()


def said_words(offered: Iterable[Option], said: Said | None) -> Text | str | None:
    """Gives what was said: the option's text, or the own words; none where there is nothing."""
    if said is None:
        return None
    return said.own if said.own is not None else option_text(offered, said.option)


def option_text(offered: Iterable[Option], chosen: OptionId | None) -> Text | None:
    """Gives the text of an option, or none where it is not offered."""
    return next((option.text for option in offered if option.id == chosen), None)


def _options(offered: tuple[Option, ...], chosen: tuple[OptionId, ...]) -> tuple[Worded, ...]:
    return tuple(Worded(option.text) for option in offered if option.id in chosen)


def _said(offered: tuple[Option, ...], said: Said) -> tuple[Worded, ...]:
    words = said_words(offered, said)
    return (Worded(words),) if words else ()
