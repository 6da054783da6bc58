"""The profile: what a person's own answers come to per theme, for himself; pure.

- Per theme the mean of the answered questions that count, turned round where one counts against it. There is no total,
  no norm, no comparison with anybody, and no risk.
- A theme needs an answer to at least 60 % of its counting questions that he sees; with fewer nothing is said about it.
  What he skipped, and "weet ik niet", is no answer; it never counts as a negative.
- Three words, in this order: strong, fair, to work on. The strongest come first.
- Not here: words and pictures (kiosk/views/reflector.py). Nobody but the person gets any of this (disclosure.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from modules.definition.edition import Edition
from modules.definition.questionnaire import Questionnaire, Theme
from modules.exercises import Answer, AnyExercise
from modules.exercises.ruler import Ruler, RulerAnswer
from modules.exercises.shared import Counts
from modules.exercises.single_choice import SingleChoice, SingleChoiceAnswer
from modules.ids import ThemeId
from modules.reflector.state import ReflectorState, shown_items

STRONG_FROM, FAIR_FROM = 0.67, 0.40
LEAST_ANSWERED = 0.60
STRENGTHS = 3
TOLD_ANSWERS = 2
_RULER_TOP = 10


class Standing(StrEnum):
    """How a theme stands by the person's own answers."""

    STRONG = "strong"
    FAIR = "fair"
    WORK_ON = "work_on"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class ThemeStanding:
    """One theme: where it stands, its mean from 0 to 1 (none with too few answers), and the answers that say most."""

    theme: Theme
    standing: Standing
    mean: float | None
    told: tuple[tuple[AnyExercise, Answer], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """All themes, the strongest first, those with too few answers last."""

    themes: tuple[ThemeStanding, ...]

    @property
    def strengths(self) -> tuple[ThemeStanding, ...]:
        """The three strongest themes: with these a profile begins, whatever their word is."""
        return tuple(one for one in self.themes if one.mean is not None)[:STRENGTHS]

    def of(self, theme_id: ThemeId) -> ThemeStanding:
        """Gives one theme's standing.

        Raises:
            KeyError: There is no such theme.
        """
        for one in self.themes:
            if one.theme.id == theme_id:
                return one
        raise KeyError(theme_id)


def profile(edition: Edition[Questionnaire], state: ReflectorState) -> Profile:
    """Gives the profile of what was answered so far."""
    standings = [_standing(edition, state, theme) for theme in edition.definition.themes]
    return Profile(tuple(sorted(standings, key=lambda one: -1.0 if one.mean is None else one.mean, reverse=True)))


def weight(exercise: AnyExercise, answer: Answer | None) -> float | None:
    """Gives what an answer adds to its theme, from 0 to 1; none where it does not count."""
    raw: float | None = None
    match exercise, answer:
        case SingleChoice(options=options, counts=Counts()), SingleChoiceAnswer(option=chosen):
            raw = next((option.score for option in options if option.id == chosen), None)
        case Ruler(counts=Counts()), RulerAnswer(value=value):
            raw = value / _RULER_TOP
    if raw is None:
        return None
    return 1 - raw if getattr(exercise, "counts", None) is Counts.AGAINST else raw


def _standing(edition: Edition[Questionnaire], state: ReflectorState, theme: Theme) -> ThemeStanding:
    counting = [item for item in shown_items(edition, state, theme) if getattr(item, "counts", None)]
    weighed = list(_weighed(counting, state))
    told = tuple((item, answer) for item, answer, _ in sorted(weighed, key=_telling, reverse=True)[:TOLD_ANSWERS])
    if not weighed or len(weighed) < LEAST_ANSWERED * len(counting):
        return ThemeStanding(theme, Standing.TOO_FEW, None, told)
    mean = sum(value for _, _, value in weighed) / len(weighed)
    if mean >= STRONG_FROM:
        return ThemeStanding(theme, Standing.STRONG, mean, told)
    return ThemeStanding(theme, Standing.FAIR if mean >= FAIR_FROM else Standing.WORK_ON, mean, told)


def _weighed(items: list[AnyExercise], state: ReflectorState) -> Iterator[tuple[AnyExercise, Answer, float]]:
    for item in items:
        answer = state.answer(item.id)
        value = weight(item, answer)
        if answer is not None and value is not None:
            yield item, answer, value


def _telling(one: tuple[AnyExercise, Answer, float]) -> float:
    """Gives how far an answer is from the middle; of two as far, what goes well is told first."""
    return abs(one[2] - 0.5) + one[2] / 1000
