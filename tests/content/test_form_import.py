"""A form of the field becomes a pack: each type, group, language and condition, and each thing left out is named."""

from pathlib import Path

import pytest

from content.build import build
from content.findings import errors
from content.lint import lint
from content.pack import load
from content.source import read_draft
from content.walk import walk
from content.xlsform.importing import drafted
from content.xlsform.written import write_sources
from modules.definition.questionnaire import Questionnaire
from modules.exercises import AnyExercise
from modules.texts import Language
from tests.content.forms import SURVEY, a_form, a_large_form, asking, imported, told

END = ("end_group", "")


def _items(raw: bytes) -> dict[str, AnyExercise]:
    definition = drafted(imported(raw)).definition
    assert isinstance(definition, Questionnaire)
    return {item.id: item for item in definition.items()}


def test_a_form_lints_walks_builds_and_loads() -> None:
    draft = drafted(imported(a_form()))
    assert errors(lint(draft)) == ()
    assert walk(draft).findings == []
    pack = load(build(draft)[0])
    assert (pack.manifest.id, pack.manifest.version, pack.manifest.title.dutch) == ("work_days", 3, "Werk en dagen")
    assert pack.manifest.unreviewed == ("en",)


def test_its_written_sources_are_read_as_the_same_pack(tmp_path: Path) -> None:
    given = imported(
        asking(
            ("note", "card", "Kop: met een dubbele punt\n\nTweede 'alinea' #2", "Head\n\nSecond"),
            ("date", "when", "Ja", "yes"),
        )
    )
    written = list(write_sources(given, tmp_path / "out"))
    read = read_draft(tmp_path / "out")
    assert len(written) == 4
    assert (read.definition, read.manifest, read.findings) == (drafted(given).definition, drafted(given).manifest, ())
    assert build(read)[0] == build(drafted(given))[0]


def test_texts_stand_in_every_language_of_the_form() -> None:
    item = _items(a_form())["work.has_work"]
    assert (item.prompt.dutch, item.prompt.in_language(Language("en"))) == ("Heb je werk?", "Do you have work?")
    definition = drafted(imported(a_form())).definition
    assert isinstance(definition, Questionnaire)
    assert definition.themes[0].intro.in_language(Language("en")) == "This is about work."


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (("select_one yes_no", "q", "Vraag", "Q"), {"kind": "single_choice"}),
        (
            ("select_multiple days", "q", "Vraag", "Q", "", "count-selected(.) <= 2"),
            {"kind": "multi_choice", "most": 2},
        ),
        (("rank days", "q", "Vraag", "Q"), {"kind": "ranking", "places": 3}),
        (("integer", "q", "Vraag", "Q", "", ". > 2 and . < 10"), {"kind": "number", "least": 3, "most": 9}),
        (("decimal", "q", "Vraag", "Q", "", "(. >= 0 and . <= 8)"), {"kind": "number", "least": 0, "most": 8}),
        (("text", "q", "Vraag", "Q", "", "string-length(.) <= 80"), {"kind": "short_text", "most": 80}),
        (
            ("date", "q", "Vraag", "Q", "", ". >= date('1990-01-01') and . <= date('2030-12-31')"),
            {"kind": "date", "precision": "day", "first_year": 1990, "last_year": 2030},
        ),
        (("range", "q", "Vraag", "Q"), {"kind": "ruler"}),
        (("note", "q", "Vraag\n\nMeer", "Q\n\nMore"), {"kind": "info_card"}),
        (("Select One From yes_no", "q", "Vraag", "Q"), {"kind": "single_choice"}),
    ],
)
def test_each_type_becomes_its_kind(row: tuple[str, ...], fields: dict[str, object]) -> None:
    item = _items(asking(("text", "first", "Eerst", "First"), row))["more.q"]
    plain = item.model_dump()
    assert {name: plain[name] for name in fields} == fields
    assert item.prompt.dutch == "Vraag"


def test_a_condition_of_a_group_goes_to_each_of_its_questions() -> None:
    survey = (
        *SURVEY,
        ("begin_group", "more", "Meer", "More", "${has_work} = 'no'"),
        ("begin_group", "inner", "Binnen", "Inner", "not(selected(${days}, 'Tue'))"),
        ("text", "why", "Waarom?", "Why?", "selected(${days}, 'Mon') or selected(${days}, 'Wed')"),
        END,
        ("text", "else", "Nog iets?", "Else?"),
        END,
    )
    items = _items(a_form(survey))
    no_work, first = items["more.else"].show_if, items["more.why"].show_if
    assert no_work is not None
    assert first is not None
    assert no_work.model_dump(by_alias=True) == {"item": "work.has_work", "is": ("no",)}
    assert first.model_dump(mode="json", by_alias=True) == {
        "all": [
            {"item": "work.has_work", "is": ["no"]},
            {"not": {"item": "work.days", "is": ["tue"]}},
            {"item": "work.days", "is": ["mon", "wed"]},
        ]
    }


def test_a_large_group_becomes_several_themes() -> None:
    rows = [("text", f"q{number}", f"Vraag {number}", f"Q {number}") for number in range(90)]
    definition = drafted(imported(asking(*rows))).definition
    assert isinstance(definition, Questionnaire)
    assert [(theme.id, len(theme.items)) for theme in definition.themes[1:]] == [
        ("more", 40),
        ("more_2", 40),
        ("more_3", 10),
    ]
    assert definition.themes[2].title.in_language(Language("en")) == "More (2)"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("select_one yes_no", "q", "Vraag", "Q", "", "", "yes"), "required-soft"),
        (("geopoint", "q", "Vraag", "Q"), "type-left"),
        (("calculate", "q"), "type-left"),
        (("select_one yes_no or_other", "q", "Vraag", "Q"), "field-left"),
        (("integer", "q", "Vraag", "Q", "", ". mod 2 = 0 and . <= 4"), "constraint-left"),
        (("text", "q", "Vraag", "Q", "", ". >= 4"), "constraint-left"),
        (("text", "q", "Vraag", "Q", "", "string-length(.) <= 900"), "constraint-left"),
        (("integer", "q", "Vraag", "Q"), "bounds-made"),
        (("date", "q", "Vraag", "Q"), "bounds-made"),
        (("range", "q", "Vraag", "Q"), "bounds-made"),
        (("text", "q", "Vraag", "Q", "${hours} > 4"), "relevant-beyond"),
        (("text", "q", "Vraag", "Q", "${days} = 'Mon'"), "relevant-beyond"),
        (("text", "q", "Vraag", "Q", "count-selected(${days}) = 2"), "relevant-beyond"),
        (("text", "Q 1", "Vraag", "Q"), "name-changed"),
        (("text", "q", "Hallo **jij**", "Q"), "label-plain"),
        (("text", "q", "Hallo ${has_work}", "Q"), "label-plain"),
        (("note", "q", "Een\n\nTwee", "One"), "text-parted"),
    ],
)
def test_what_is_not_carried_is_named_with_its_row(row: tuple[str, ...], code: str) -> None:
    assert (code, "survey:10") in told(asking(("text", "first", "Eerst", "First"), row))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("select_one colours", "q", "Vraag", "Q"), "list-unknown"),
        (("text", "", "Vraag", "Q"), "row-incomplete"),
        (("", "q", "Vraag", "Q"), "row-incomplete"),
        (("text", "q", "Vraag", "Q", "${has_work} = 'perhaps'"), "condition-unknown"),
        (("text", "q", "Vraag", "Q", "${nobody} = 'yes'"), "condition-unknown"),
        (("text", "q", "Vraag", "Q", "${q} = 'yes'"), "condition-late"),
        (("text", "q", "Vraag", "Q", "${has_work} = 'yes"), "relevant-broken"),
        (("text", "q", "Vraag", "Q", "(${has_work} = 'yes'"), "relevant-broken"),
        (("text", "q", "Vraag", "Q", "=1+1"), "cell-broken"),
        (("end_group", ""), "group-broken"),
    ],
)
def test_what_is_wrong_is_named_with_its_row_and_nothing_is_given(row: tuple[str, ...], code: str) -> None:
    raw = asking(("text", "first", "Eerst", "First"), row)
    assert any(found == code and place in ("survey:10", "survey:11") for found, place in told(raw))
    with pytest.raises(Exception, match="not imported"):
        imported(raw)


def test_a_text_without_dutch_is_an_error_of_its_row() -> None:
    draft = drafted(imported(asking(("text", "q", "", "Question"))))
    assert [(found.code, found.place) for found in errors(lint(draft)) if found.code == "dutch-missing"] == [
        ("dutch-missing", "survey:9")
    ]


def test_a_form_of_1600_questions_becomes_a_pack_whole() -> None:
    form = imported(a_large_form())
    assert {found.code for found in form.findings} == {"group-split", "required-soft", "bounds-made"}
    definition = load(build(drafted(form))[0]).definition
    assert isinstance(definition, Questionnaire)
    items = list(definition.items())
    assert (len(items), len(definition.themes)) == (1600, 40)
    assert sum(item.show_if is not None for item in items) == 400
    assert all(item.prompt.is_in(Language("en")) for item in items)
