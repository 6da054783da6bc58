"""A plan that left a gateway with all its proof, and what to ask of a verdict over it.

- Used by the tests of proving. Not here: the words of the plan (tests/lifelike_plan.py), the line (tests/line.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modules.canonical import canonical
from modules.events import SessionStarted
from modules.plan.document import PlanDocument
from modules.plan.doing import Read
from modules.signed import SoftwareSigner
from modules.texts import DUTCH
from sync.gateway.paper import PaperPage, paper_text
from sync.gateway.plan_pdf import PlanFiles
from sync.gateway.plan_verbs import trust_of
from sync.gateway.proving import Outcome, Proven
from sync.gateway.trust import Trust
from sync.policy import Pace
from tests.lifelike_plan import lifelike
from tests.line import MENTOR_NUMBER, Opened, a_gateway


@dataclass
class Left:
    """What left one gateway: a person's plan, and the gateway's public half."""

    opened: Opened
    files: PlanFiles
    trust: Trust

    @property
    def signer(self) -> SoftwareSigner:
        return self.opened.gateway.secret.signer

    @property
    def pdf(self) -> bytes:
        assert self.files.pdf is not None
        return self.files.pdf

    def altered(self, **fields: Any) -> bytes:
        """Gives the exported plan with fields put in its place, as somebody without any key can."""
        return canonical(self.files.exported.model_copy(update=fields))

    def document(self, **fields: Any) -> str:
        """Gives the plan's text with fields put in its place."""
        return PlanDocument.parse(self.files.exported.document).model_copy(update=fields).text


def a_signed_plan_at(opened: Opened, language: str) -> PlanFiles:
    """Has a person sign a plan in a language, the mentor countersign it, and gives its files."""
    terminal, person = opened.terminals[0], opened.person()
    terminal.write(person, SessionStarted(language=DUTCH), terminal.signs(person, **lifelike(language)))
    terminal.courier(opened.carrier()).round(Pace())
    mentor = next(one for one in opened.roster.staff if one.number == MENTOR_NUMBER)
    plan = opened.gateway.plans.of(person)
    institution = opened.founded.institution.institution
    version = list(plan.holding)[-1]
    opened.gateway.courses.do(institution, person, mentor, Read(version))
    opened.gateway.courses.countersign(institution, person, mentor, version)
    plan = opened.gateway.plans.of(person)
    assert plan.plan is not None
    return opened.gateway.printer.files(opened.roster, plan, plan.plan)


@contextmanager
def a_plan_that_left(folder: Path, language: str) -> Iterator[Left]:
    """Gives a gateway with one person whose plan left it."""
    with a_gateway(folder, terminals=1) as opened:
        yield Left(opened, a_signed_plan_at(opened, language), trust_of(opened.gateway))


def failed(proven: Proven) -> str:
    assert not proven.holds
    return " ".join(one.said for one in proven.findings if one.outcome is Outcome.FAILS)


def held(proven: Proven) -> str:
    return " ".join(one.said for one in proven.findings if one.outcome is Outcome.HOLDS)


def failed_none(proven: Proven) -> bool:
    return proven.holds and failed_words(proven) == []


def failed_words(proven: Proven) -> list[str]:
    return [one.said for one in proven.findings if one.outcome is Outcome.FAILS]


def a_code(left: Left) -> str:
    plan = PlanDocument.parse(left.files.exported.document).digest
    return paper_text(PaperPage(plan, 3, 8, "Doel 1\nMijn eerste stap: ik bel mijn oude baas"), left.signer)
