"""What a person answered, skipped and finished of the Reflector, as a fold over his events.

- Two answers given in two places at once both stand (`heads`); the later in order is shown, and an answer given
  after seeing both settles it (SETTLED 5). An answer given beside a skip stands; a skip that saw it takes it back.
- An answer whose question is no longer shown is kept; it counts again when the question comes back.
- `evolve` accepts any event and never raises. Not here: what may happen next (commands.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from modules.conditions import holds
from modules.definition.edition import Edition
from modules.definition.questionnaire import Questionnaire, Theme
from modules.events import (
    AnswerGiven,
    Event,
    QuestionSkipped,
    ReflectorFinished,
    ThemeFinished,
    ThemeRetaken,
    ThemesPicked,
    WorkMoved,
)
from modules.exercises import Answer, AnyExercise, chosen_options
from modules.ids import ItemId, OptionId, ThemeId
from modules.moving import Moves, heads_after
from modules.ordering import Recorded, standing_with

Given = Recorded[Event]
CHANGED_BY: frozenset[type[Event]] = frozenset(
    {AnswerGiven, QuestionSkipped, ThemeFinished, ReflectorFinished, ThemesPicked, ThemeRetaken}
)


@dataclass(frozen=True, slots=True)
class ReflectorState:
    """Per question the answers and skips that nobody has answered since; the themes finished; whether all is done.

    `picked` are the themes he wants to begin with; `earlier` what he answered before he took a theme again, and
    `retaken` which themes those are.
    """

    heads: Mapping[ItemId, tuple[Given, ...]] = field(default_factory=dict)
    finished: frozenset[ThemeId] = frozenset()
    done: bool = False
    picked: tuple[ThemeId, ...] = ()
    earlier: Mapping[ItemId, Answer] = field(default_factory=dict)
    retaken: frozenset[ThemeId] = frozenset()

    def answer(self, item: ItemId) -> Answer | None:
        """Gives the answer shown for a question: the last that stands, also beside a skip; none where there is none."""
        for head in reversed(self.heads.get(item, ())):
            if isinstance(head.event, AnswerGiven):
                return head.event.answer
        return None

    def is_skipped(self, item: ItemId) -> bool:
        """Tells whether the question was skipped, and no answer stands."""
        return self.is_passed(item) and self.answer(item) is None

    def is_passed(self, item: ItemId) -> bool:
        """Tells whether the question was answered or skipped."""
        return bool(self.heads.get(item))

    def rivals(self, item: ItemId) -> tuple[Answer, ...]:
        """Gives the different answers that stand side by side for one question; fewer than two is no conflict."""
        answers = [head.event.answer for head in self.heads.get(item, ()) if isinstance(head.event, AnswerGiven)]
        distinct = [answer for index, answer in enumerate(answers) if answer not in answers[:index]]
        return tuple(distinct) if len(distinct) > 1 else ()

    def chosen(self, item: ItemId) -> frozenset[OptionId]:
        """Gives the options chosen at a question, for conditions."""
        answer = self.answer(item)
        return chosen_options(answer) if answer is not None else frozenset()


def evolve(state: ReflectorState, recorded: Given) -> ReflectorState:
    """Gives the state after one event; events of other parts change nothing."""
    return fold(state, (recorded,))


def fold(state: ReflectorState, events: Iterable[Given]) -> ReflectorState:
    """Gives the state after events in order; answers and finished themes are gathered, and stand in it at the end."""
    heads, finished = dict(state.heads), set(state.finished)
    for recorded in events:
        match recorded.event:
            case AnswerGiven(item=item) | QuestionSkipped(item=item):
                heads[item] = standing_with(recorded, heads.get(item, ()))
            case ThemeFinished(theme=theme):
                finished.add(theme)
            case ReflectorFinished():
                state = replace(state, done=True)
            case ThemesPicked(themes=themes):
                state = replace(state, picked=themes)
            case ThemeRetaken(theme=theme):
                state = _retaken(replace(state, heads=heads, finished=frozenset(finished)), recorded, theme)
                heads, finished = dict(state.heads), set(state.finished)
    return replace(state, heads=heads, finished=frozenset(finished))


def read_anew(state: ReflectorState, moves: Moves, newest: WorkMoved) -> ReflectorState:
    """Gives the state as it is read after the newest of these moves."""
    renaming = newest.renaming
    read = ((renaming.item(item), renaming.answer(item, answer)) for item, answer in state.earlier.items())
    earlier = {item: answer for item, answer in read if item and answer}
    return replace(state, heads=heads_after(state.heads, moves), earlier=earlier)


def _retaken(state: ReflectorState, recorded: Given, theme: ThemeId) -> ReflectorState:
    """Sets aside what was answered of a theme, as far as whoever takes it again had seen it."""
    of_theme = {item: heads for item, heads in state.heads.items() if item.startswith(f"{theme}.")}
    earlier = {item: answer for item in of_theme if (answer := state.answer(item)) is not None}
    left = {item: tuple(head for head in heads if not recorded.saw(head.place)) for item, heads in of_theme.items()}
    heads = {item: heads for item, heads in {**state.heads, **left}.items() if heads}
    return replace(
        state,
        heads=heads,
        finished=state.finished - {theme},
        earlier={**state.earlier, **earlier},
        retaken=state.retaken | {theme},
    )


def shown_items(edition: Edition[Questionnaire], state: ReflectorState, theme: Theme) -> tuple[AnyExercise, ...]:
    """Gives the questions of a theme that this person sees, in order."""
    return tuple(item for item in theme.items if holds(item.show_if, state.chosen, edition.facts))


def next_item(edition: Edition[Questionnaire], state: ReflectorState, theme: Theme) -> AnyExercise | None:
    """Gives the first shown question of a theme that was neither answered nor skipped, or none."""
    return next((item for item in shown_items(edition, state, theme) if not state.is_passed(item.id)), None)


def next_theme(edition: Edition[Questionnaire], state: ReflectorState) -> Theme | None:
    """Gives the first theme that is not finished, or none."""
    return next((theme for theme in edition.definition.themes if theme.id not in state.finished), None)
