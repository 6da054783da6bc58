"""What an MDO meeting needs, without retyping: per person one page; one projection for the page, the print and files.

- Of the signed plan only the parts that are for a meeting (modules/plan/reading.py), not what is for him and his mentor
  alone. Then what was done and asked; never an answer that was not shared, never a private note.
- Who is on the list was brought there; a plan that is not on a list is not talked about behind a person's back.
- Not here: markup (templates/mdo.html), who may ask (papers.py, verbs.py).
"""

import csv
import io
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from modules.canonical import canonical
from modules.ids import DetaineeId, Digest, InstitutionId
from modules.plan.document import Both, Own, PlanDocument
from modules.plan.reading import MEETING
from modules.roster import Roster, RosterPerson
from modules.values import Value
from sync.gateway.course_page import dr_plan_lines, marks, said_day
from sync.gateway.drplan import DrPlan
from sync.gateway.due import Watch, pressing
from sync.gateway.exports import spreadsheet_cell
from sync.gateway.review import asks, modules, themes
from sync.gateway.static_files import style_sheet
from sync.gateway.templating import page
from sync.gateway.titles import Titles

Count = Annotated[int, Field(ge=0)]


class MdoLine(Value):
    """One line of a plan: its label, what stands behind it, and whether he typed it himself."""

    label: str
    words: str
    own: bool


class MdoPart(Value):
    """One part of a plan, in the order of the plan; where it is goals, each is a part of its own."""

    title: str
    lines: tuple[MdoLine, ...]


class MdoPerson(Value):
    """One person on the list of a meeting."""

    person: DetaineeId
    number: str
    name: str
    wing: str
    mentor: str
    meeting: str
    plan: Digest
    version: Count
    parts: tuple[MdoPart, ...]
    done: tuple[str, ...]
    course: tuple[str, ...]
    dr_plan: tuple[str, ...]
    questions: tuple[str, ...]
    due: tuple[str, ...]


class MdoList(Value):
    """Everybody who is on the list of a meeting."""

    format: Literal["kvv-mdo/1"] = "kvv-mdo/1"
    institution: InstitutionId
    name: str
    time_ms: Count
    people: tuple[MdoPerson, ...]


def mdo_list(roster: Roster, plans: Iterable[tuple[RosterPerson, DrPlan]], titles: Titles, watch: Watch) -> MdoList:
    """Gives who is on the list of a meeting that has no outcome yet, the first meeting first, then by name."""
    found = [one for person, plan in plans if (one := _person(roster, person, plan, titles, watch))]
    return MdoList(
        institution=roster.institution,
        name=roster.institution_name,
        time_ms=watch.now_ms,
        people=tuple(sorted(found, key=lambda one: (one.meeting, one.name.casefold()))),
    )


def mdo_json(listed: MdoList) -> bytes:
    """Gives the list as canonical JSON."""
    return canonical(listed)


def mdo_html(listed: MdoList) -> bytes:
    """Gives the list as a page that prints by itself, a sheet a person."""
    return page("mdo_alone.html", listed=listed, said_day=said_day, style=style_sheet())


def mdo_csv(listed: MdoList) -> bytes:
    """Gives the list as CSV (RFC 4180): a line a person, several things joined by `; `."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    names = tuple(MdoPerson.model_fields)
    writer.writerow(names)
    for one in listed.people:
        parts = tuple(f"{part.title} · {line.label}: {line.words}" for part in one.parts for line in part.lines)
        writer.writerow([spreadsheet_cell(parts if name == "parts" else getattr(one, name)) for name in names])
    return out.getvalue().encode("utf-8")


def _person(roster: Roster, person: RosterPerson, plan: DrPlan, titles: Titles, watch: Watch) -> MdoPerson | None:
    listed = [(key, one) for key, one in plan.holding.items() if plan.course.of(key).awaits_mdo]
    if not listed:
        return None
    key, signed = listed[-1]
    course, document = plan.course.of(key), signed.document
    if document is None or course.brought is None:
        return None
    steps = (*themes(plan, titles), *modules(plan, titles))
    told = marks(course, roster, watch.now_ms)
    return MdoPerson(
        person=person.detainee,
        number=person.number,
        name=person.name,
        wing=person.wing,
        mentor=roster.staff_name(person.mentor) or "",
        meeting=course.brought.event.meeting,
        plan=key,
        version=document.version,
        parts=tuple(_parts(document)),
        done=tuple(f"{step.title}: {step.word}" for step in steps if step.state != "later"),
        course=tuple(f"{mark.name}: {', '.join(mark.told)}" for mark in told if mark.is_done and mark.told),
        dr_plan=dr_plan_lines(plan.course),
        questions=asks(plan, titles),
        due=pressing(person, plan, watch),
    )


def _parts(document: PlanDocument) -> Iterable[MdoPart]:
    for section in MEETING.sections(document):
        for number, block in enumerate(section.blocks, 1):
            counted = f" {number}" if len(section.blocks) > 1 else ""
            lines = tuple(_line(line.label.nl, value) for line in block for value in line.values)
            yield MdoPart(title=section.title.nl + counted, lines=lines)


def _line(label: str, value: Both | Own) -> MdoLine:
    if isinstance(value, Own):
        return MdoLine(label=label, words=value.own, own=True)
    return MdoLine(label=label, words=value.nl, own=False)
