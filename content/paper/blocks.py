"""An exercise on paper: its words, and what is ticked, numbered or written; pure.

- A piece is never parted by the end of a page; an exercise of several questions has a piece for each.
- What a terminal shows step by step stands here below one another; answers go by words, never by colour.
- Not here: how a piece looks (form.typ), and which page it comes on (forms.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.paper.words import PaperWords
from modules.exercises import AnyExercise
from modules.exercises.balance import Balance
from modules.exercises.card_sort import CardSort
from modules.exercises.chain import Chain
from modules.exercises.checklist import Checklist
from modules.exercises.date import Date
from modules.exercises.goal_builder import GoalBuilder, GoalScale
from modules.exercises.if_then import IfThen
from modules.exercises.info_card import InfoCard
from modules.exercises.multi_choice import MultiChoice
from modules.exercises.network_map import NetworkMap
from modules.exercises.number import Number
from modules.exercises.ranking import Ranking
from modules.exercises.ruler import Ruler
from modules.exercises.scenario import Scenario
from modules.exercises.shared import Option
from modules.exercises.short_text import ShortText
from modules.exercises.signature import SignatureStep
from modules.exercises.single_choice import SingleChoice
from modules.exercises.story import Story
from modules.exercises.summary import Summary
from modules.exercises.timeline import Timeline
from modules.texts import Language, Text

FEW_LINES, MANY_LINES = 2, 4


@dataclass(frozen=True, slots=True)
class Piece:
    """One question as it stands on paper; only what it has is drawn, in this order.

    `marks` are the answers to tick (`round`: one of them; `square`: any; `box`: a number before each), `columns` those
    of a table in which each mark is a row, `boxes` empty boxes to write a number in, each with its name.
    """

    heading: str = ""
    says: tuple[str, ...] = ()
    how: str = ""
    shape: str = ""
    marks: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    scale: tuple[str, str] | None = None
    boxes: tuple[str, ...] = ()
    lines: int = 0


def pieces_of(item: AnyExercise, language: Language, words: PaperWords) -> tuple[Piece, ...]:
    """Gives the pieces of an exercise, below its own prompt and help."""
    return tuple(_Paper(language, words).pieces(item))


def is_answered(item: AnyExercise) -> bool:
    """Tells whether there is anything to answer."""
    return not isinstance(item, InfoCard | SignatureStep)


class _Paper:
    """Pieces in one language."""

    def __init__(self, language: Language, words: PaperWords) -> None:
        self._language, self._words = language, words

    def pieces(self, item: AnyExercise) -> Iterable[Piece]:
        """Gives the pieces of the kinds that are one question; others are asked for below."""
        words = self._words
        match item:
            case InfoCard():
                return [Piece(says=self._said(item.body))]
            case SingleChoice():
                return [self._one(item.options)]
            case MultiChoice():
                return [self._any(item.options, item.most)]
            case Ranking():
                how = words.rank.format(places=item.places)
                return [Piece(how=how, shape="box", marks=self._options(item.options))]
            case Ruler():
                return [Piece(how=words.ruler, scale=(self._in(item.low), self._in(item.high)))]
            case Number():
                unit = self._in(item.unit) if item.unit else ""
                return [Piece(boxes=(unit,), shape="square", marks=self._perhaps(item.unknown))]
            case Date():
                names = {"day": words.day, "month": words.month, "year": words.year}
                kept = {"day": ("day", "month", "year"), "month": ("month", "year"), "year": ("year",)}[item.precision]
                return [
                    Piece(boxes=tuple(names[one] for one in kept), shape="square", marks=self._perhaps(item.unknown))
                ]
            case ShortText():
                return [Piece(lines=MANY_LINES)]
            case Summary():
                marks = self._options(item.mentor_questions)
                return [Piece(says=(words.summary,), shape="square", marks=marks, lines=MANY_LINES)]
            case SignatureStep():
                return [Piece(says=(words.signature,))]
            case _:
                return self._more(item)

    def _more(self, item: AnyExercise) -> Iterable[Piece]:
        match item:
            case Story():
                said = self._said(scene.text for scene in item.scenes)
                return [Piece(says=said), self._any(item.options, item.most, self._in(item.question))]
            case CardSort():
                return [self._table(item.cards, item.piles, self._words.one_a_row)]
            case Timeline():
                return [self._table(item.cards, item.periods, self._words.any_a_row)]
            case NetworkMap():
                return [self._table(item.people, item.rings, self._words.one_a_row)]
            case Checklist():
                helping = [self._table(item.things, item.helpers, self._words.who_helps)] if item.helpers else []
                return [self._table(item.things, item.states, self._words.one_a_row), *helping]
            case Balance():
                return [
                    self._titled(one.title, one.question, one.cards, item.own_words) for one in (item.stay, item.change)
                ]
            case Chain():
                links = (link for _, link in item.links.in_order())
                return [self._titled(link.title, link.question, link.options, item.own_words) for link in links]
            case IfThen():
                return [self._own(item.situations, "", item.own_words), self._own(item.actions, "", item.own_words)]
            case Scenario():
                return [self._scene(item, at) for at in range(len(item.scenes))]
            case GoalBuilder():
                return self._goal(item)
            case _:
                return []

    def _goal(self, item: GoalBuilder) -> Iterator[Piece]:
        asks = item.questions
        yield self._one([area.area for area in item.areas], self._in(asks.area))
        yield Piece(heading=self._in(asks.wish), lines=FEW_LINES)
        yield from self._rated(asks.important)
        yield Piece(heading=self._in(asks.first_step), lines=FEW_LINES)
        yield self._one(item.whens, self._in(asks.when))
        yield self._one(item.helpers, self._in(asks.who_helps))
        yield self._own(item.signs, self._in(asks.how_i_know), own_words=True)
        yield from self._rated(asks.sure)
        for ask, options in ((asks.setback, item.setbacks), (asks.response, item.responses)):
            if ask is not None:
                yield self._own(options, self._in(ask), own_words=True)

    def _rated(self, scale: GoalScale | None) -> Iterator[Piece]:
        if scale is not None:
            ends = (self._in(scale.low), self._in(scale.high))
            yield Piece(heading=self._in(scale.ask), how=self._words.ruler, scale=ends)

    def _scene(self, item: Scenario, at: int) -> Piece:
        scene = item.scenes[at]
        numbers = {one.id: number for number, one in enumerate(item.scenes, start=1)}
        marks = []
        for way in scene.options:
            goes = f" {self._words.go_to.format(number=numbers[way.leads_to])}" if way.leads_to in numbers else ""
            marks.append(f"{self._in(way.text)} – {self._in(way.outcome)}{goes}")
        return Piece(
            heading=f"{at + 1}. {self._in(scene.text)}", how=self._words.one, shape="round", marks=tuple(marks)
        )

    def _one(self, options: Iterable[Option], heading: str = "") -> Piece:
        return Piece(heading=heading, how=self._words.one, shape="round", marks=self._options(options))

    def _any(self, options: Iterable[Option], most: int | None, heading: str = "") -> Piece:
        if most == 1:
            return self._one(options, heading)
        how = self._words.any if most is None else self._words.some.format(most=most)
        return Piece(heading=heading, how=how, shape="square", marks=self._options(options))

    def _titled(self, title: Text, question: Text, options: Iterable[Option], own_words: bool) -> Piece:
        piece = self._own(options, self._in(title), own_words)
        return Piece(piece.heading, (self._in(question),), piece.how, piece.shape, piece.marks, lines=piece.lines)

    def _own(self, options: Iterable[Option], heading: str, own_words: bool) -> Piece:
        marks = self._options(options)
        return Piece(heading=heading, how=self._words.any, shape="square", marks=marks, lines=int(own_words))

    def _table(self, rows: Iterable[Option], columns: Iterable[Option], how: str) -> Piece:
        return Piece(how=how, shape="table", marks=self._options(rows), columns=self._options(columns))

    def _options(self, options: Iterable[Option]) -> tuple[str, ...]:
        return tuple(self._in(option.text) for option in options)

    def _said(self, texts: Iterable[Text]) -> tuple[str, ...]:
        return tuple(self._in(text) for text in texts)

    def _perhaps(self, text: Text | None) -> tuple[str, ...]:
        return (self._in(text),) if text else ()

    def _in(self, text: Text) -> str:
        return text.in_language(self._language)
