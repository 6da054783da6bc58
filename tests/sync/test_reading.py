"""Who reads which part of a plan: the screen, the batch, each page and each file, all beside the one table.

- A plan is signed that holds every part, each with words of its own; where a part's words turn up, that part leaked or
  is due there. What is due is worked out from `PLAN_PARTS` alone.
- Not here: keeping a part to oneself before signing (tests/unit/kiosk/test_own_plan.py).
"""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from content.source import SOURCES, read_draft
from kiosk.pages import Editions
from kiosk.views.shares import Sharing, reads
from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvProgramme
from modules.definition.questionnaire import Questionnaire
from modules.disclosure import BY_AUDIENCE, PLAN_PARTS, Disclosure, Reader, readers_of
from modules.events import SessionStarted
from modules.exercises.shared import Audience, PlanPart
from modules.ids import DetaineeId
from modules.person import PersonState
from modules.plan.document import Line, Own, PlanDocument, Section, both
from modules.plan.doing import BringToMdo
from modules.plan.staff import CourseRefusedError, Why
from modules.roster import Role
from modules.texts import DUTCH
from sync.gateway.cli import main
from sync.gateway.clock import dutch_day
from sync.gateway.course_words import WHY_NOT
from sync.gateway.sheets import Facts, sheets_of
from sync.policy import Pace
from tests.definitions import KVV_PACK, a_reflector_edition
from tests.line import CASE_MANAGER_NUMBER, MENTOR_NUMBER, PASSWORD, Opened, a_gateway

WORDS = {part: f"wat staat bij {part}" for part in PlanPart}
NAMES = {Reader.MENTOR: "mentor", Reader.CASE_MANAGER: "casemanager", Reader.MUNICIPALITY: "gemeente"}
VRIS = "100002"


def programme() -> KvvProgramme:
    definition = read_draft(SOURCES / "kvv").definition
    assert isinstance(definition, KvvProgramme)
    return definition


def every_part(vris: bool, later: str = "") -> tuple[Section, ...]:
    """Gives every part under its real heading, with who sees it in the words of the shipped pack."""
    return tuple(
        Section(
            part=texts.part,
            title=both(texts.title, DUTCH),
            who_sees=both((texts.who_sees_vris if vris else None) or texts.who_sees, DUTCH),
            blocks=((Line(label=both(texts.title, DUTCH), values=(said(texts.part), said(texts.part, later))),),),
        )
        for texts in programme().plan.parts
    )


def said(part: PlanPart, later: str = "") -> Own:
    return Own(own=WORDS[part] + later, language=DUTCH)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with a_gateway(tmp_path_factory.mktemp("reading") / "gateway") as opened:
        opened.gives_passwords()
        people = tuple(one.model_copy(update={"vris": one.number == VRIS}) for one in opened.roster.people)
        opened.gateway.register.put_roster(
            opened.roster.model_copy(update={"people": people, "version": opened.roster.version + 1})
        )
        (terminal,) = opened.terminals
        for person in people:
            first = terminal.signs(person.detainee, sections=every_part(person.vris))
            previous = PlanDocument.parse(first.document).digest
            sections = every_part(person.vris, " en nog wat")
            again = terminal.signs(person.detainee, version=2, previous=previous, sections=sections)
            terminal.write(person.detainee, SessionStarted(language=DUTCH), first, again)
        terminal.courier(opened.carrier()).round(Pace())
        yield opened


@pytest.fixture
def client(opened: Opened) -> Iterator[httpx.Client]:
    with opened.serving() as doors:
        url = f"http://127.0.0.1:{doors.staff.port}"
        with httpx.Client(base_url=url, headers={"Origin": url}, trust_env=False) as client:
            yield client


def parts_in(text: str) -> set[PlanPart]:
    return {part for part, words in WORDS.items() if words in text}


def due_to(reader: Reader, *, vris: bool) -> set[PlanPart]:
    outside = {Reader.MUNICIPALITY} if vris else set()
    return {part for part, rule in PLAN_PARTS.items() if reader in set(rule.readers) - outside}


def document_of(opened: Opened, person: DetaineeId) -> PlanDocument:
    signed = opened.gateway.plans.of(person).plan
    assert signed is not None
    assert signed.document is not None
    return signed.document


def brings(opened: Opened, person: DetaineeId) -> None:
    institution, mentor = opened.founded.institution.institution, opened.roster.staff[0]
    opened.gateway.courses.open(institution, person, mentor)
    today = dutch_day(opened.gateway.clock.now_ms()).isoformat()
    opened.gateway.courses.do(institution, person, mentor, BringToMdo(document_of(opened, person).digest, today))


@pytest.mark.parametrize("vris", [False, True])
def test_the_screen_says_of_each_part_who_gets_it_as_the_table_does(vris: bool) -> None:
    facts = frozenset({"vris"} if vris else ())
    editions = Editions(a_reflector_edition(), Edition(KVV_PACK, programme(), facts))
    sharing = Sharing(editions, PersonState(), DUTCH)
    for part in PlanPart:
        named = {reader for reader, name in NAMES.items() if name in reads(sharing, part)}
        assert named == set(readers_of(part, vris=vris)) == {one for one in Reader if part in due_to(one, vris=vris)}


def test_an_answer_that_fills_a_part_goes_in_the_batch_as_far_as_its_part_does() -> None:
    questions = read_draft(SOURCES / "reflector").definition
    assert isinstance(questions, Questionnaire)
    items = [*questions.items(), *(item for module in programme().modules for item in module.exercises)]
    filling = [(item, PLAN_PARTS[item.plan_part]) for item in items if item.plan_part]
    assert filling
    for item, rule in filling:
        assert BY_AUDIENCE[item.audience] is Disclosure.WHOLE
        assert (item.audience is Audience.DR_PLAN) is (Reader.CASE_MANAGER in rule.readers), item.id


@pytest.mark.parametrize("number", ["100001", VRIS])
@pytest.mark.parametrize(
    ("staff", "reader"), [(MENTOR_NUMBER, Reader.MENTOR), (CASE_MANAGER_NUMBER, Reader.CASE_MANAGER)]
)
def test_each_page_shows_who_opens_it_his_parts_and_no_other(
    opened: Opened, client: httpx.Client, number: str, staff: str, reader: Reader
) -> None:
    person = opened.person(number)
    brings(opened, person)
    client.post("/inloggen", data={"number": staff, "password": PASSWORD})
    due = due_to(reader, vris=number == VRIS)
    for where in ("", "/versies", "/meenemen"):
        assert parts_in(client.get(f"/mensen/{person}{where}").text) == due, where
    assert parts_in(client.get("/mdo").text) == due_to(Reader.CASE_MANAGER, vris=number == VRIS)


@pytest.mark.parametrize("kind", ["json", "csv", "html"])
def test_each_file_of_a_meeting_holds_what_is_for_the_case_manager(opened: Opened, tmp_path: Path, kind: str) -> None:
    brings(opened, opened.person())
    out = tmp_path / f"mdo.{kind}"
    assert main(["export", "mdo", "--out", str(out), "--gateway", str(opened.folder)]) == 0
    assert parts_in(out.read_text(encoding="utf-8")) == due_to(Reader.CASE_MANAGER, vris=False)


@pytest.mark.parametrize("number", ["100001", VRIS])
@pytest.mark.parametrize("reader", Reader)
def test_what_is_handed_to_a_reader_holds_his_parts_and_no_other(
    opened: Opened, tmp_path: Path, number: str, reader: Reader
) -> None:
    asked = ["export", "plan", number, "--for", reader, "--out", str(tmp_path / "out")]
    due = due_to(reader, vris=number == VRIS)
    assert (main([*asked, "--gateway", str(opened.folder)]) == 0) is bool(due)
    written = sorted((tmp_path / "out").glob("*"))
    assert [path.name for path in written] == ([f"plan-{reader}.html"] if due else [])
    assert set().union(*(parts_in(path.read_text(encoding="utf-8")) for path in written)) == due


@pytest.mark.parametrize("number", ["100001", VRIS])
def test_the_printed_plan_is_his_own_and_names_beside_each_part_who_gets_it(opened: Opened, number: str) -> None:
    document = document_of(opened, opened.person(number))
    faces = [face for sheet in sheets_of(document, Facts(), 40) for face in sheet.faces if face.kind == "part"]
    assert [face.lines[0].values[0].text for face in faces] == [WORDS[section.part] for section in document.sections]
    for face, section in zip(faces, document.sections, strict=True):
        named = {reader for reader, name in NAMES.items() if name in face.who_sees}
        assert named == {one for one in Reader if section.part in due_to(one, vris=number == VRIS)}


def test_who_does_not_read_all_of_it_neither_takes_the_signed_file_nor_signs_it_too(
    opened: Opened, client: httpx.Client
) -> None:
    person, institution = opened.person(), opened.founded.institution.institution
    manager = next(one for one in opened.roster.staff if one.role is Role.CASE_MANAGER)
    client.post("/inloggen", data={"number": CASE_MANAGER_NUMBER, "password": PASSWORD})
    shown = client.get(f"/mensen/{person}").text
    assert "Dit is een uittreksel" in shown
    assert "plan.pdf" not in shown
    assert "Teken mee" not in shown
    for kind in ("pdf", "json"):
        assert WHY_NOT[Why.NOT_WHOLE] in client.get(f"/mensen/{person}/plan.{kind}").text
    with pytest.raises(CourseRefusedError) as refused:
        opened.gateway.courses.countersign(institution, person, manager, document_of(opened, person).digest)
    assert refused.value.why is Why.NOT_WHOLE
    assert not opened.gateway.plans.of(person).course.of(document_of(opened, person).digest).countersigned
