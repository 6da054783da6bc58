"""The packs that are shipped: clean, whole in Dutch and simple Dutch, well drawn, always the same."""

import json
from functools import cache

import pytest
from fonticon_mdi7 import MDI7

from content.build import build
from content.findings import errors
from content.lint import coverage, lint
from content.pictograms import PICTOGRAMS
from content.source import PACK_FILE, SOURCES, Draft, read_draft
from kiosk.i18n import OWN_NAMES
from modules.definition.institution import Institution
from modules.definition.kvv_module import KvvProgramme
from modules.definition.questionnaire import Questionnaire
from modules.disclosure import Reader, readers_of
from modules.exercises import KINDS
from modules.exercises.goal_builder import GoalBuilder
from modules.exercises.shared import Audience, PlanPart
from modules.texts import SIMPLE_DUTCH, Language
from modules.values import Value

PACKS = sorted(path.parent.name for path in SOURCES.glob(f"*/{PACK_FILE}"))


@cache
def _draft(name: str) -> Draft:
    return read_draft(SOURCES / name)


def _questionnaire() -> Questionnaire:
    definition = _draft("reflector").definition
    assert isinstance(definition, Questionnaire)
    return definition


def _programme() -> KvvProgramme:
    definition = _draft("kvv").definition
    assert isinstance(definition, KvvProgramme)
    return definition


def _named_pictures(value: object) -> set[str]:
    if isinstance(value, dict):
        own = {value["picture"]} if value.get("picture") else set()
        return own.union(*map(_named_pictures, value.values()))
    return set().union(*map(_named_pictures, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("name", PACKS)
def test_a_shipped_pack_has_no_error(name: str) -> None:
    assert [str(finding) for finding in errors(lint(_draft(name)))] == []


@pytest.mark.parametrize("name", PACKS)
def test_a_shipped_pack_is_the_same_bytes_every_time_it_is_read_and_built(name: str) -> None:
    first, pack = build(read_draft(SOURCES / name))
    again, same = build(read_draft(SOURCES / name))
    assert (first, pack.digest) == (again, same.digest)


@pytest.mark.parametrize("name", PACKS)
def test_every_text_stands_in_simple_dutch(name: str) -> None:
    own, whole = coverage(_draft(name))[SIMPLE_DUTCH]
    assert own == whole > 0


@pytest.mark.parametrize("language", ["en", "ar", "tr", "pl", "es", "fr", "pap", "ro", "de"])
@pytest.mark.parametrize("name", PACKS)
def test_a_translation_is_nearly_whole_and_says_that_nobody_reviewed_it(name: str, language: str) -> None:
    own, whole = coverage(_draft(name))[Language(language)]
    assert own / whole > 0.95
    _, pack = build(_draft(name))
    assert language in pack.manifest.unreviewed


@pytest.mark.parametrize("name", PACKS)
def test_every_text_of_a_built_pack_can_be_read_in_every_language_it_names(name: str) -> None:
    _, pack = build(_draft(name))
    assert pack.manifest.languages[0] == "nl"
    assert set(pack.manifest.languages) == set(OWN_NAMES)


def test_every_pictogram_of_the_list_can_be_drawn() -> None:
    assert sorted(name for name in PICTOGRAMS if not hasattr(MDI7, name.replace("-", "_"))) == []


def test_the_list_of_pictograms_holds_no_more_than_the_packs_use() -> None:
    used: set[str] = set()
    for name in PACKS:
        definition = _draft(name).definition
        assert isinstance(definition, Value)
        used |= _named_pictures(json.loads(definition.model_dump_json()))
    assert sorted(PICTOGRAMS - used - {"help-circle-outline"}) == []


def test_between_them_the_packs_show_every_kind_of_exercise() -> None:
    kinds = {item.kind for item in _questionnaire().items()}
    kinds |= {item.kind for module in _programme().modules for item in module.exercises}
    assert kinds == set(KINDS)


def test_what_the_mentor_and_the_plan_get_is_never_how_something_feels() -> None:
    feelings = {"basics.debts_weight", "m1.mood", "m1.life", "m1.areas", "m1.satisfied"}
    items = [*_questionnaire().items(), *(item for module in _programme().modules for item in module.exercises)]
    felt = {item.id: item.audience for item in items if item.id in feelings}
    assert felt == dict.fromkeys(feelings, Audience.ONLY_ME)


def test_every_part_of_the_plan_is_named_and_filled_by_some_exercise() -> None:
    items = [*_questionnaire().items(), *(item for module in _programme().modules for item in module.exercises)]
    assert {part.part for part in _programme().plan.parts} == set(PlanPart)
    assert {item.plan_part for item in items} - {None} == set(PlanPart)


def test_whatever_goes_into_the_plan_may_be_seen_by_those_who_read_the_plan() -> None:
    items = [*_questionnaire().items(), *(item for module in _programme().modules for item in module.exercises)]
    assert [item.id for item in items if item.plan_part and item.audience is Audience.ONLY_ME] == []


def test_there_are_eight_modules_the_first_three_come_in_order_and_the_plan_is_last() -> None:
    opens_after = {module.number: module.opens_after for module in _programme().modules}
    assert sorted(opens_after) == list(range(1, 9))
    assert (opens_after[1], opens_after[2], opens_after[3]) == ((), ("m1",), ("m1", "m2"))
    assert {opens_after[number] for number in (4, 5, 6, 7)} == {("m1", "m2", "m3")}
    assert opens_after[8] == ("m1", "m2", "m3", "m4", "m5", "m6", "m7")
    assert _programme().short_track == ("m1", "m3", "m7", "m8")


def test_the_theme_says_first_what_happens_with_the_answers() -> None:
    intro = _questionnaire().themes[0].intro.dutch
    assert all(word in intro for word in ("Overslaan", "D&R-plan", "mentor", "gemeente", "wet", "zaak"))


def test_the_words_of_each_part_name_exactly_who_reads_it() -> None:
    names = {Reader.MENTOR: "mentor", Reader.CASE_MANAGER: "casemanager", Reader.MUNICIPALITY: "gemeente"}
    for texts in _programme().plan.parts:
        for vris, said in ((False, texts.who_sees), (True, texts.who_sees_vris or texts.who_sees)):
            named = {reader for reader, name in names.items() if name in said.dutch}
            assert named == set(readers_of(texts.part, vris=vris)), texts.part


def test_each_partner_helps_in_an_area_a_goal_can_be_about() -> None:
    institution = _draft("institution").definition
    assert isinstance(institution, Institution)
    areas = {
        area.area.id
        for module in _programme().modules
        for one in module.exercises
        if isinstance(one, GoalBuilder)
        for area in one.areas
    }
    assert {area for partner in institution.partners for area in partner.areas} <= areas
    kinds = {"desk_lindestad", "work_point", "own_business", "housing_linde", "debt_help", "addiction_care"}
    assert kinds | {"young_support"} == {partner.id for partner in institution.partners}
