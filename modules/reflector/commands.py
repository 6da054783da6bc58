"""What a person can do in the Reflector, and what then happens: decide(edition, state, command) -> events.

- Answering again is always allowed; skipping is as good as answering; nothing here needs a network.
- An answer equal to the one that stands alone gives no event: nothing happened.
- Not here: which page comes next (kiosk/session.py records the page, kiosk/views show it).
"""

from dataclasses import dataclass

from modules.definition.edition import Edition
from modules.definition.questionnaire import Questionnaire
from modules.errors import RefusedError
from modules.events import (
    AnswerGiven,
    Event,
    QuestionSkipped,
    ReflectorFinished,
    ThemeFinished,
    ThemeRetaken,
    ThemesPicked,
)
from modules.exercises import Answer, AnyExercise, check_answer
from modules.ids import ItemId, ThemeId
from modules.reasons import SkipReason
from modules.reflector.state import ReflectorState, next_item, shown_items


@dataclass(frozen=True, slots=True)
class GiveAnswer:
    """Answers a question."""

    item: ItemId
    answer: Answer


@dataclass(frozen=True, slots=True)
class SkipQuestion:
    """Skips a question, with a reason if the person gives one."""

    item: ItemId
    reason: SkipReason | None = None


@dataclass(frozen=True, slots=True)
class FinishTheme:
    """Leaves a theme's overview: all of it was answered or skipped."""

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class PickThemes:
    """Picks the themes to begin with, in order of picking; none is a pick too."""

    themes: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class RetakeTheme:
    """Answers a finished theme anew, to see what changed."""

    theme: ThemeId


ReflectorCommand = GiveAnswer | SkipQuestion | FinishTheme | PickThemes | RetakeTheme
MOST_PICKED = 3


def decide(edition: Edition[Questionnaire], state: ReflectorState, command: ReflectorCommand) -> tuple[Event, ...]:
    """Gives what happens when a person does this.

    Raises:
        RefusedError: The question or theme is not of this questionnaire, the answer does not fit it, the theme has
            questions that were neither answered nor skipped, more than three themes or one twice were picked, or a
            theme is taken again that was not finished.
    """
    match command:
        case GiveAnswer(item_id, answer):
            item = _item(edition, item_id)
            check_answer(item, answer)
            if state.answer(item_id) == answer and not state.rivals(item_id):
                return ()
            given = AnswerGiven(pack=edition.digest, item=item_id, answer=answer, audience=item.audience)
            return (given,)
        case SkipQuestion(item_id, reason):
            _item(edition, item_id)
            return (QuestionSkipped(pack=edition.digest, item=item_id, reason=reason),)
        case FinishTheme(theme_id):
            return _finish(edition, state, theme_id)
        case PickThemes(themes):
            return _pick(edition, state, themes)
        case RetakeTheme(theme_id):
            if theme_id not in state.finished:
                raise RefusedError("a theme was taken again that was not finished")
            return (ThemeRetaken(pack=edition.digest, theme=theme_id),)


def _item(edition: Edition[Questionnaire], item_id: ItemId) -> AnyExercise:
    item = next((item for item in edition.definition.items() if item.id == item_id), None)
    if item is None:
        raise RefusedError("a question was answered that this questionnaire does not ask")
    return item


def _finish(edition: Edition[Questionnaire], state: ReflectorState, theme_id: ThemeId) -> tuple[Event, ...]:
    theme = next((theme for theme in edition.definition.themes if theme.id == theme_id), None)
    if theme is None:
        raise RefusedError("a theme was finished that this questionnaire does not have")
    if next_item(edition, state, theme) is not None:
        raise RefusedError("a theme has questions that were neither answered nor skipped")
    shown = shown_items(edition, state, theme)
    skipped = sum(state.is_skipped(item.id) for item in shown)
    events: list[Event] = [
        ThemeFinished(pack=edition.digest, theme=theme_id, answered=len(shown) - skipped, skipped=skipped)
    ]
    if {theme.id for theme in edition.definition.themes} <= state.finished | {theme_id} and not state.done:
        events.append(ReflectorFinished(pack=edition.digest))
    return tuple(events)


def _pick(edition: Edition[Questionnaire], state: ReflectorState, themes: tuple[ThemeId, ...]) -> tuple[Event, ...]:
    known = {theme.id for theme in edition.definition.themes}
    if len(themes) > MOST_PICKED or len(set(themes)) != len(themes) or not set(themes) <= known:
        raise RefusedError("up to three different themes of this questionnaire can be picked")
    return () if themes == state.picked else (ThemesPicked(pack=edition.digest, themes=themes),)
