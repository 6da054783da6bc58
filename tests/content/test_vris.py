"""Who has no municipality here (Vris) meets none of its steps, and loses nothing he said before that was known."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from content.source import SOURCES, read_draft
from kiosk.fleeting import MemoryDiary
from kiosk.i18n import Words
from kiosk.pages import Editions, ModulePage, ThemePage
from kiosk.session import Place, Session
from kiosk.views.goal import goal_step_view
from kiosk.views.question import QuestionView, audience_words, module_view, theme_view
from kiosk.views.weighed import ChecklistView
from modules.definition.edition import Edition
from modules.definition.institution import Institution, with_partners
from modules.definition.kvv_module import KvvProgramme
from modules.definition.questionnaire import Questionnaire
from modules.definition.start import StartModules, with_start
from modules.events import ModuleFinished
from modules.exercises.checklist import ChecklistAnswer
from modules.exercises.fitting import fitted
from modules.exercises.goal_builder import Goal, GoalBuilder
from modules.exercises.shared import Audience
from modules.ids import ItemId, ModuleId, OptionId, WriterId
from modules.kvv import commands as kvv
from modules.kvv.state import shown_exercises
from modules.person import PersonState
from modules.reflector.state import shown_items
from modules.texts import Language
from tests.definitions import KVV_PACK, PACK
from tests.fakes import FakeClock
from tests.makers import TERMINAL, a_person

NL = Language("nl")
OUTSIDE = re.compile(r"gemeente|digid|bijstand", re.IGNORECASE)
HERE, VRIS = frozenset[str](), frozenset({"vris"})
BENEFIT = OptionId("benefit_after")


@cache
def shipped(pack: str) -> object:
    return read_draft(SOURCES / pack).definition


def editions(facts: frozenset[str]) -> Editions:
    reflector, programme, start, institution = map(shipped, ("reflector", "kvv", "start", "institution"))
    assert isinstance(reflector, Questionnaire)
    assert isinstance(programme, KvvProgramme)
    assert isinstance(start, StartModules)
    assert isinstance(institution, Institution)
    helped = with_partners(Edition(KVV_PACK, programme, facts), Edition(PACK, institution))
    return Editions(Edition(PACK, reflector, facts), with_start(helped, Edition(PACK, start)))


def said(editions: Editions) -> Iterator[tuple[str, str]]:
    """Gives everything a person reads on the pages of his themes and modules, with the page."""
    state = PersonState()
    for theme in editions.questionnaire.definition.themes:
        yield theme.id, " ".join(theme_view(ThemePage(theme, None), editions, state, NL).frame.spoken)
        for item in shown_items(editions.questionnaire, state.reflector, theme):
            yield item.id, heard(theme_view(ThemePage(theme, item), editions, state, NL))
    for module in editions.programme.definition.modules:
        for exercise in shown_exercises(editions.programme, state.kvv, module):
            if isinstance(exercise, GoalBuilder):
                yield exercise.id, " ".join(offered(exercise, editions.programme.facts))
            else:
                yield exercise.id, heard(module_view(ModulePage(module, exercise), editions, state, NL, can_sign=False))


def heard(view: object) -> str:
    assert isinstance(view, QuestionView)
    return f"{' '.join(view.frame.spoken)} {view.who_sees} {view.exercise}"


def offered(builder: GoalBuilder, facts: frozenset[str]) -> Iterator[str]:
    for area in builder.areas:
        for step in ("wish", "first_step", "when", "who_helps", "how_i_know"):
            view = goal_step_view(builder, step, Goal(area=area.area.id), (), facts=facts, language=NL)
            yield from (option.text for option in view.options)


def test_nothing_of_a_municipality_stands_on_any_page_of_who_has_none() -> None:
    assert [page for page, words in said(editions(VRIS)) if OUTSIDE.search(words)] == []


def test_whoever_has_one_meets_it_where_it_can_help() -> None:
    pages = {page for page, words in said(editions(HERE)) if OUTSIDE.search(words)}
    assert {"basics", "m7.housing", "m8.goals", "m8.after"} <= pages


def test_he_meets_the_way_back_to_another_country_instead() -> None:
    there = {page for page, _ in said(editions(VRIS))}
    here = {page for page, _ in said(editions(HERE))}
    assert {"m7.return", "m8.after_vris"} <= there - here
    assert {"m7.housing", "m8.after"} <= here - there


@pytest.mark.parametrize(("facts", "outside"), [(HERE, True), (VRIS, False)])
def test_who_reads_an_answer_is_said_as_it_is(facts: frozenset[str], outside: bool) -> None:
    assert ("gemeente" in audience_words(Audience.DR_PLAN, facts, Words("nl"))) is outside


def test_what_was_said_before_is_kept_and_stands_there_again_when_the_fact_is_put_right() -> None:
    clock = FakeClock()
    diary, person = MemoryDiary(clock, WriterId(TERMINAL)), a_person()
    work, module = ItemId("m7.work"), ModuleId("m7")

    def at(facts: frozenset[str]) -> Session:
        return Session(person, editions(facts), diary, clock, Place(TERMINAL, "PI De Linde"))

    before = at(HERE)
    for number in range(1, 7):
        before.note((ModuleFinished(pack=KVV_PACK, module=ModuleId(f"m{number}")),))
    before.do(kvv.StartModule(module))
    before.do(kvv.DoExercise(module, work, ChecklistAnswer(states={BENEFIT: OptionId("done")})))
    between = at(VRIS)
    assert BENEFIT not in things(between, work)
    cv = {**states(between, work), OptionId("cv"): OptionId("done")}
    between.do(kvv.DoExercise(module, work, ChecklistAnswer(states=cv)))
    after = at(HERE)
    assert BENEFIT in things(after, work)
    assert states(after, work) == {BENEFIT: "done", "cv": "done"}


def checklist(session: Session, item: ItemId) -> ChecklistView:
    module = session.editions.programme.definition.module(ModuleId("m7"))
    page = ModulePage(module, module.exercise(item))
    view = module_view(page, session.editions, session.state, NL, can_sign=False)
    assert isinstance(view, QuestionView)
    assert isinstance(view.exercise, ChecklistView)
    return view.exercise


def things(session: Session, item: ItemId) -> set[str]:
    return {option.id for option in checklist(session, item).things}


def states(session: Session, item: ItemId) -> dict[OptionId, OptionId]:
    return dict(checklist(session, item).state_of)


def test_an_exercise_with_nothing_to_leave_out_is_the_very_same() -> None:
    for module in editions(HERE).programme.definition.modules:
        for exercise in module.exercises:
            assert fitted(exercise, HERE) is exercise
            if "not_for='vris'" not in repr(exercise):
                assert fitted(exercise, VRIS) is exercise
