"""A signed plan laid out in sheets: one thing a sheet, in Dutch and, facing it, in the language it was shown in.

- First whose plan it is, then each part (a goal has a sheet of its own), last who signed and when.
- A sheet holds as many rows as a page of large letters has; what is longer goes on on the next.
- Each face knows its Dutch text, which the code on it carries (paper.py).
- Not here: letters and colours (typeset.py, plan.typ), what the signatures come to (proving.py).
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from modules.exercises.shared import PlanPart
from modules.plan.document import Both, Line, Own, PlanDocument, Section
from modules.texts import DUTCH, Language
from sync.gateway.paper_words import PaperWords, paper_words
from sync.gateway.pictures import PLAN, SIGNED, picture_of

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
ROW_LETTERS = 46
ROW_STEP = 0.5
SENTENCE_ENDS = re.compile(r"(?<=[.!?؟]) ")


@dataclass(frozen=True, slots=True)
class Said:
    """A few words on paper; own words keep the language they were typed in."""

    text: str
    language: str
    own: bool = False

    @property
    def direction(self) -> str:
        """Which way it is read."""
        return "rtl" if RIGHT_TO_LEFT.search(self.text) else "ltr"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A label and what stands behind it, in one language; a label is empty where the words need none."""

    label: str
    values: tuple[Said, ...]

    @property
    def rows(self) -> float:
        """How high it stands, in rows of large letters."""
        label = 0.8 * math.ceil(len(self.label) / ROW_LETTERS)
        return 0.6 + label + sum(math.ceil(len(said.text) / ROW_LETTERS) for said in self.values)


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a sheet, in one language; `kind` is cover, part or signed."""

    kind: str
    language: str
    direction: str
    picture: str
    title: str
    lines: tuple[PaperLine, ...]
    who_sees: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one sheet: in Dutch, and as it was shown; none where that is the same."""

    dutch: Face
    shown: Face | None

    @property
    def faces(self) -> tuple[Face, ...]:
        """Its pages, the person's own language first."""
        return (self.shown, self.dutch) if self.shown else (self.dutch,)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known besides the document: who countersigned and when, and what time a time stamp proves."""

    mentor: str = ""
    mentor_ms: int = 0
    stamped_ms: int | None = None


def sheets_of(document: PlanDocument, facts: Facts, rows: float) -> tuple[Sheet, ...]:
    """Gives the sheets of a plan, none with more than so many rows."""
    languages = [DUTCH] if document.language == DUTCH else [DUTCH, document.language]
    laid = [tuple(_faces(document, facts, language)) for language in languages]
    parted = [sheet for faces in zip(*laid, strict=True) for sheet in _parted(faces, rows)]
    return tuple(Sheet(faces[0], faces[1] if len(faces) > 1 else None) for faces in parted)


def face_text(document: PlanDocument, face: Face) -> str:
    """Gives the Dutch text of a face as the code carries it: whose plan, and every line."""
    lines = [f"{document.title.nl}, {document.person.name}", face.title]
    for line in face.lines:
        said = " / ".join(value.text for value in line.values)
        lines.append(f"{line.label}: {said}" if line.label else said)
    return "\n".join(lines)


def _faces(document: PlanDocument, facts: Facts, language: Language) -> Iterator[Face]:
    words = paper_words(language)
    direction = "rtl" if RIGHT_TO_LEFT.search(words.plan_of) else "ltr"
    blank = Face("", language, direction, "", "", ())
    yield replace(blank, kind="cover", picture=PLAN, title=_in(document.title, language), lines=_cover(document, words))
    for section in document.sections:
        for number, block in enumerate(section.blocks, start=1):
            yield replace(
                blank,
                kind="part",
                picture=picture_of(section.part),
                title=_title(section, number, language, words),
                lines=tuple(_line(line, language) for line in block),
                who_sees=_in(section.who_sees, language),
            )
    yield replace(blank, kind="signed", picture=SIGNED, title=words.signed, lines=_signed(document, facts, words))


def _parted(faces: tuple[Face, ...], rows: float) -> Iterator[tuple[Face, ...]]:
    """Parts sheets that are too high, at the same line in both languages, in pieces of nearly the same height."""
    heights = [max(face.lines[at].rows for face in faces) for at in range(len(faces[0].lines))]
    ends = even = _ends(heights, rows)
    while rows > ROW_STEP and len(even) == len(ends):
        ends, rows = even, rows - ROW_STEP
        even = _ends(heights, rows)
    for begun, ended in pairwise((0, *ends)):
        yield tuple(_piece(face, begun, ended) for face in faces)


def _ends(heights: Sequence[float], rows: float) -> list[int]:
    """Gives after which lines a page is full, the last line among them."""
    ends, height = [], 0.0
    for at, one in enumerate(heights):
        if height and height + one > rows:
            ends.append(at)
            height = 0.0
        height += one
    return [*ends, len(heights)]


def _piece(face: Face, begun: int, ended: int) -> Face:
    more = f" {paper_words(face.language).more}" if begun else ""
    return replace(face, title=face.title + more, lines=face.lines[begun:ended])


def _cover(document: PlanDocument, words: PaperWords) -> tuple[PaperLine, ...]:
    language = document.language if words is not paper_words(DUTCH) else DUTCH
    sentences = SENTENCE_ENDS.split(_in(document.statement, language))
    return (
        PaperLine(words.plan_of, (Said(document.person.name, DUTCH), Said(document.institution, DUTCH))),
        *(PaperLine("", (Said(sentence, language),)) for sentence in _joined(sentences, document)),
    )


def _joined(sentences: list[str], document: PlanDocument) -> Iterable[str]:
    """Gives a statement in sentences where both languages have as many, so that facing pages stay alike."""
    counts = {len(SENTENCE_ENDS.split(text)) for text in (document.statement.nl, document.statement.shown)}
    return sentences if len(counts) == 1 else [" ".join(sentences)]


def _signed(document: PlanDocument, facts: Facts, words: PaperWords) -> tuple[PaperLine, ...]:
    name, at = document.person.name, document.signed_at
    when = (words.sure if at.certain else words.unsure).format(when=words.moment(at.wall_ms))
    stamped = words.stamped.format(when=words.moment(facts.stamped_ms)) if facts.stamped_ms is not None else ""
    mentor = words.mentor_not_yet
    if facts.mentor:
        mentor = words.mentor_signed.format(name=facts.mentor, when=words.moment(facts.mentor_ms))
    house = words.house_sealed.format(institution=document.institution)
    told = (
        (words.who, (words.person_signed.format(name=name),)),
        (words.when, (when, stamped) if stamped else (when,)),
        (words.mentor, (mentor,)),
        (words.house, (house,)),
        (words.mark, (f"{document.digest[:16]} {document.digest[16:32]}",)),
    )
    language = words.locale
    return tuple(PaperLine(label, tuple(Said(text, language) for text in said)) for label, said in told)


def _title(section: Section, number: int, language: Language, words: PaperWords) -> str:
    if section.part is PlanPart.GOALS:
        return words.goal.format(number=number)
    return _in(section.title, language)


def _line(line: Line, language: Language) -> PaperLine:
    values = tuple(
        Said(value.own, value.language, own=True) if isinstance(value, Own) else Said(_in(value, language), language)
        for value in line.values
    )
    return PaperLine(_in(line.label, language), values)


def _in(both: Both, language: Language) -> str:
    return both.nl if language == DUTCH else both.shown
