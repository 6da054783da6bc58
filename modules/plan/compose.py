"""From what a person made to the document he signs: every part in words, in Dutch and in the language shown.

- Parts stand in the order the programme names them; a part with nothing in it is left out, and so is a part the
  person keeps to himself.
- How important a goal is, and how sure its maker, is his own: neither comes in.
- Only whole goals come in; a goal half built stays where it is and is offered again. A goal whose builder or area this
  programme no longer has gives no words; nothing is guessed.
- Checklists of one part share their labels: what is arranged stands together, and so does what is to be done.
- Not here: the document's own rules (document.py), keys and drawing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvProgramme, PlanPartTexts
from modules.definition.questionnaire import Questionnaire
from modules.events import GoalSet
from modules.exercises import Answer, AnyExercise
from modules.exercises.goal_builder import GoalBuilder
from modules.exercises.shared import Audience, PlanPart
from modules.exercises.wording import option_text, said_words, wording
from modules.ids import Digest, TerminalId
from modules.kvv.state import KvvState
from modules.plan.commands import goal_builder
from modules.plan.document import Both, Line, Own, Person, PlanDocument, Section, SignedAt, both
from modules.plan.state import PlanState
from modules.reflector.state import ReflectorState
from modules.texts import DUTCH, Language, Text

MOST_TOGETHER = 6
"""What is said under one label, from several exercises: "geregeld" and its like; more has a line of its own."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a person made so far, from which his plan is composed."""

    reflector: ReflectorState
    kvv: KvvState
    plan: PlanState


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs, where and when: all of a document that does not come from the person's own events."""

    person: Person
    institution: str
    terminal: TerminalId
    language: Language
    heads: tuple[Digest, ...]
    signed_at: SignedAt
    mark: Digest


def compose(
    questionnaire: Edition[Questionnaire],
    programme: Edition[KvvProgramme],
    made: Made,
    signing: Signing,
) -> PlanDocument:
    """Gives the document of everything the person put in his plan so far."""
    texts = programme.definition.plan
    language = signing.language
    current = made.plan.current
    previous = PlanDocument.parse(current.event.document) if current else None
    return PlanDocument(
        person=signing.person,
        institution=signing.institution,
        terminal=signing.terminal,
        language=language,
        version=previous.version + 1 if previous else 1,
        previous=previous.digest if previous else None,
        title=both(texts.title, language),
        statement=both(texts.statement, language),
        sections=plan_sections(questionnaire, programme, made, language),
        packs=tuple(sorted({questionnaire.digest, programme.digest, *programme.beside})),
        heads=tuple(sorted(signing.heads)),
        signed_at=signing.signed_at,
        mark=signing.mark,
    )


def plan_sections(
    questionnaire: Edition[Questionnaire],
    programme: Edition[KvvProgramme],
    made: Made,
    language: Language,
) -> tuple[Section, ...]:
    """Gives the parts of the plan that hold something, in words."""
    sections = []
    for texts in programme.definition.plan.parts:
        if made.plan.shares.get(texts.part) is Audience.ONLY_ME:
            continue
        blocks = _blocks(questionnaire, programme, made, texts, language)
        if blocks:
            sections.append(
                Section(
                    part=texts.part,
                    title=both(texts.title, language),
                    who_sees=both(_who_sees(texts, programme.facts), language),
                    blocks=blocks,
                )
            )
    return tuple(sections)


def held_parts(
    questionnaire: Edition[Questionnaire], programme: Edition[KvvProgramme], made: Made
) -> tuple[PlanPart, ...]:
    """Gives the parts that hold something, in the programme's order, also those he keeps to himself."""
    parts = programme.definition.plan.parts
    return tuple(texts.part for texts in parts if _blocks(questionnaire, programme, made, texts, DUTCH))


def _who_sees(texts: PlanPartTexts, facts: frozenset[str]) -> Text:
    inside = texts.who_sees_vris if "vris" in facts else None
    return inside or texts.who_sees


def _blocks(
    questionnaire: Edition[Questionnaire],
    programme: Edition[KvvProgramme],
    made: Made,
    texts: PlanPartTexts,
    language: Language,
) -> tuple[tuple[Line, ...], ...]:
    if texts.part is PlanPart.GOALS:
        return _goal_blocks(programme.definition, made.plan, language)
    answered: list[tuple[AnyExercise, Answer | None]] = [
        (item, made.reflector.answer(item.id)) for item in questionnaire.definition.items()
    ]
    answered += [
        (item, made.kvv.answer(item.id)) for module in programme.definition.modules for item in module.exercises
    ]
    lines = [
        line
        for item, answer in answered
        if item.plan_part is texts.part and answer is not None
        for line in answer_lines(item, answer, language)
    ]
    return (_together(lines),) if lines else ()


def _together(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Gives lines in their order; what is said under the same label stands together, so many things a line at most."""
    found: list[Line] = []
    for line in lines:
        place = next((place for place, other in enumerate(found) if _takes(other, line)), None)
        if place is None:
            found.append(line)
        else:
            found[place] = Line(label=line.label, values=(*found[place].values, *line.values))
    return tuple(found)


def _takes(line: Line, other: Line) -> bool:
    return line.label == other.label and len(line.values) + len(other.values) <= MOST_TOGETHER


def _goal_blocks(programme: KvvProgramme, plan: PlanState, language: Language) -> tuple[tuple[Line, ...], ...]:
    built = ((goal_builder(programme, goal.source), goal) for goal in plan.goals.values() if goal.goal.is_whole)
    blocks = (goal_lines(builder, goal, language) for builder, goal in built if builder is not None)
    return tuple(block for block in blocks if block)


def goal_lines(builder: GoalBuilder, goal_set: GoalSet, language: Language) -> tuple[Line, ...]:
    """Gives one goal as lines: each question of the builder and what the person chose or wrote."""
    goal, asks = goal_set.goal, builder.questions
    area = next((area for area in builder.areas if area.area.id == goal.area), None)
    if area is None:
        return ()
    steps: tuple[tuple[Text, Text | str | None], ...] = (
        (asks.area, area.area.text),
        (asks.wish, said_words(area.wishes, goal.wish)),
        (asks.first_step, said_words(area.first_steps, goal.first_step)),
        (asks.when, option_text(builder.whens, goal.when)),
        (asks.who_helps, option_text((*area.helpers, *builder.helpers), goal.who_helps)),
        (asks.how_i_know, said_words(builder.signs, goal.how_i_know)),
    )
    again: tuple[tuple[Text | None, Text | str | None], ...] = (
        (asks.setback, said_words(builder.setbacks, goal.setback)),
        (asks.response, said_words(builder.responses, goal.response)),
    )
    return tuple(
        Line(label=both(question, language), values=(_value(said, language),))
        for question, said in (*steps, *again)
        if question is not None and said is not None
    )


def answer_lines(exercise: AnyExercise, answer: Answer, language: Language) -> tuple[Line, ...]:
    """Gives an answer as lines: one for the exercise, or one for each pile or period that holds something."""
    grouped: dict[Text, list[Both | Own]] = {}
    for worded in wording(exercise, answer):
        grouped.setdefault(worded.under or exercise.prompt, []).append(_value(worded.said, language))
    return tuple(Line(label=both(label, language), values=tuple(values)) for label, values in grouped.items())


def _value(said: Text | str, language: Language) -> Both | Own:
    return Own(own=said, language=language) if isinstance(said, str) else both(said, language)


def is_empty(sections: Iterable[Section]) -> bool:
    """Tells whether there is no goal yet; a plan without one is not offered for signing."""
    return not any(section.part is PlanPart.GOALS for section in sections)
