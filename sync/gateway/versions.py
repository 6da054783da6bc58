"""Every signed version of a plan, newest first: what became of it, and what changed since the one before.

- A change is told in the words of the two documents, line by line, in Dutch; own words as they were typed.
- Only what is in the documents, and is for who reads it, is compared: a part that was kept private was in neither.
- Not here: markup (templates/versions.html), the plan as a letter (person_page.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from modules.ids import Digest
from modules.plan.document import Own, PlanDocument
from modules.plan.reading import Reading
from modules.roster import Roster
from sync.gateway.course_page import Mark, marks
from sync.gateway.drplan import DrPlan, SignedPlan
from sync.gateway.words import PROOFS, language, whole_moment

Said = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One line that is new (`added`) or gone (`removed`): in which part, under which label, and its words."""

    kind: str
    part: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """One signed version."""

    number: int
    signed_at: str
    shown_in: str
    proof: str
    stands: bool
    marks: tuple[Mark, ...]
    compared_with: int
    changes: tuple[Change, ...]


def versions(plan: DrPlan, roster: Roster, now_ms: int, reading: Reading) -> tuple[Version, ...]:
    """Gives every version whose words can be read, newest first."""
    documents = {one.document.digest: one.document for one in plan.plans if one.document}
    return tuple(_version(one, one.document, documents, plan, (roster, now_ms, reading)) for one in _readable(plan))


def changes(before: PlanDocument, after: PlanDocument, reading: Reading) -> tuple[Change, ...]:
    """Gives what a reader finds in one document and not in the other, in the order of the parts."""
    old, new = tuple(_lines(before, reading)), tuple(_lines(after, reading))
    found: list[Change] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [Change("removed", *line) for line in old[old_from:old_to]]
            found += [Change("added", *line) for line in new[new_from:new_to]]
    return tuple(found)


def _readable(plan: DrPlan) -> tuple["SignedPlan", ...]:
    return tuple(one for one in reversed(plan.plans) if one.document)


def _version(
    signed: SignedPlan,
    document: PlanDocument | None,
    documents: Mapping[Digest, PlanDocument],
    plan: DrPlan,
    around: tuple[Roster, int, Reading],
) -> Version:
    assert document is not None  # noqa: S101  _readable gives no other
    before = documents.get(document.previous) if document.previous else None
    return Version(
        number=document.version,
        signed_at=whole_moment(document.signed_at.wall_ms),
        shown_in=language(document.language),
        proof=PROOFS[signed.proof][0],
        stands=plan.known.get(document.digest, False),
        marks=tuple(mark for mark in marks(plan.course.of(document.digest), *around[:2]) if mark.is_done),
        compared_with=before.version if before else 0,
        changes=changes(before, document, around[2]) if before else (),
    )


def _lines(document: PlanDocument, reading: Reading) -> Iterator[Said]:
    for section in reading.sections(document):
        for block in section.blocks:
            for line in block:
                for value in line.values:
                    yield section.title.nl, line.label.nl, value.own if isinstance(value, Own) else value.nl
