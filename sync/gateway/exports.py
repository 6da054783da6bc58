"""Files that leave the gateway on purpose: a signed plan, the progress of an institution, the access log.

- A plan leaves as a page that reads by itself; with its signatures it leaves by plan_pdf.py. Progress leaves as counts
  and names of what was done; never an answer.
- Not here: who may ask (cli.py, pages.py).
"""

import csv
import io
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from modules.canonical import canonical
from modules.ids import DetaineeId, Digest, InstitutionId
from modules.plan.reading import Reading
from modules.roster import Name, Roster
from modules.values import Value
from sync.gateway.audit import Access
from sync.gateway.drplan import DrPlan, Proof, SignedPlan
from sync.gateway.person_page import letter
from sync.gateway.review import modules, themes
from sync.gateway.static_files import style_sheet
from sync.gateway.templating import page
from sync.gateway.titles import Titles

Count = Annotated[int, Field(ge=0)]


class ExportedProgress(Value):
    """One person's progress outside the gateway: what was done, never what was answered."""

    person: DetaineeId
    wing: Name
    sessions: Count
    last_seen_ms: Count | None
    themes_done: tuple[str, ...]
    modules_begun: tuple[str, ...]
    modules_done: tuple[str, ...]
    plans_signed: Count
    plan_digest: Digest | None
    plan_proof: Proof | None


class ExportedInstitution(Value):
    """The progress of everybody of one institution at one time."""

    format: Literal["kvv-progress/1"] = "kvv-progress/1"
    institution: InstitutionId
    name: Name
    time_ms: Count
    people: tuple[ExportedProgress, ...]


def plan_html(signed: SignedPlan, wings: dict[str, str], reading: Reading) -> bytes:
    """Gives what a reader gets of a signed plan, as a page that reads and prints by itself."""
    return page("plan.html", letter=letter(signed, wings, reading), style=style_sheet())


def progress_of(roster: Roster, plans: Iterable[DrPlan], titles: Titles, time_ms: int) -> ExportedInstitution:
    """Gives the progress of everybody on a roster, in its order."""
    wings = {person.detainee: person.wing for person in roster.people}
    return ExportedInstitution(
        institution=roster.institution,
        name=roster.institution_name,
        time_ms=time_ms,
        people=tuple(_progress(plan, wings[plan.subject], titles) for plan in plans),
    )


def progress_json(exported: ExportedInstitution) -> bytes:
    """Gives progress as canonical JSON."""
    return canonical(exported)


def progress_csv(exported: ExportedInstitution) -> bytes:
    """Gives progress as CSV (RFC 4180): a line a person, lists joined by `; `."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    names = tuple(ExportedProgress.model_fields)
    writer.writerow(names)
    for one in exported.people:
        writer.writerow([spreadsheet_cell(getattr(one, name)) for name in names])
    return out.getvalue().encode("utf-8")


def accesses_csv(accesses: Iterable[Access]) -> bytes:
    """Gives rows of the access log as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    names = ("time_ms", "by", "second", "role", "purpose", "action", "subject", "outcome", "terminal")
    writer.writerow(names)
    for access in accesses:
        writer.writerow([spreadsheet_cell(getattr(access, name)) for name in names])
    return out.getvalue().encode("utf-8")


def _progress(plan: DrPlan, wing: str, titles: Titles) -> ExportedProgress:
    told = plan.progress
    steps = modules(plan, titles)
    signed = plan.plan
    return ExportedProgress(
        person=plan.subject,
        wing=wing,
        sessions=told.sessions,
        last_seen_ms=told.last_seen.place.clock[0] if told.last_seen else None,
        themes_done=tuple(step.title for step in themes(plan, titles) if step.state == "done"),
        modules_begun=tuple(step.title for step in steps if step.state == "now"),
        modules_done=tuple(step.title for step in steps if step.state == "done"),
        plans_signed=len(plan.plans),
        plan_digest=signed.document.digest if signed and signed.document else None,
        plan_proof=signed.proof if signed else None,
    )


def spreadsheet_cell(value: object) -> str:
    """Gives a cell's text; what a spreadsheet would take for a formula is made plain text."""
    text = "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
