"""Every fault an author can make is found, at its line, with what to do; and every finding can be got."""

import re
import shutil
from pathlib import Path

import pytest

from content.beginning import begin_pack
from content.build import build
from content.catalogues import update_catalogue
from content.cli import main
from content.findings import CATALOGUE, Finding
from content.lint import lint
from content.severity import Severity
from content.source import LOCALE, read_draft
from modules.errors import PackError, SettingsError

THEME = "themes/first.yaml"
SIMPLE = "locale/nl@simple.po"
PROGRAMME = """\
format: kvv-pack/1
id: kvv
type: kvv
version: 1
title: Kies
plan:
  title: Mijn plan
  statement: Dit is mijn plan.
  parts:
    - {part: goals, title: Doelen, who_sees: Jij}
  after_signing: Je mentor leest het.
modules: [m1.yaml, m2.yaml]
"""
MODULE = """\
id: {id}
number: 1
title: Waar sta ik nu?
goal: Even kijken.
minutes: 20
opens_after: [{after}]
exercises:
  - id: {id}.mood
    kind: ruler
    prompt: Hoe gaat het?
    low: Slecht
    high: Goed
  - id: {id}.end
    kind: summary
    prompt: Dit is het.
    shows: [{shows}]
"""


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clean") / "start"
    list(begin_pack(folder, "start", "Snel regelen"))
    texts = read_draft(folder).texts
    for language in ("nl@simple", "en"):
        path = folder / LOCALE / f"{language}.po"
        update_catalogue(path, texts)
        path.write_text(_filled(path.read_text(encoding="utf-8"), language), encoding="utf-8")
    return folder


@pytest.fixture
def folder(clean: Path, tmp_path: Path) -> Path:
    shutil.copytree(clean, tmp_path / "start")
    return tmp_path / "start"


def _filled(catalogue: str, language: str) -> str:
    said = r'msgid "\1"\nmsgstr "\1"' if language == "nl@simple" else r'msgid "\1"\nmsgstr "Said: \1"'
    return re.sub(r'msgid "(.+)"\nmsgstr ""', said, catalogue)


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _found(folder: Path) -> dict[str, list[str]]:
    try:
        found = lint(read_draft(folder))
    except PackError as error:
        found = tuple(finding for finding in error.findings if isinstance(finding, Finding))
    places: dict[str, list[str]] = {}
    for finding in found:
        places.setdefault(finding.code, []).append(finding.place)
    return places


def test_a_new_pack_has_nothing_wrong_and_can_be_built(clean: Path) -> None:
    assert [finding for finding in lint(read_draft(clean)) if finding.severity is Severity.ERROR] == []
    raw, pack = build(read_draft(clean))
    assert raw
    assert pack.manifest.languages == ("nl", "en", "nl@simple")


def test_a_new_pack_never_overwrites_a_folder(clean: Path) -> None:
    with pytest.raises(SettingsError):
        list(begin_pack(clean, "start", "Nog een keer"))


FAULTS = [
    (THEME, "scale: gate3", "scale: gate9", "scale-unknown", f"{THEME}:10"),
    (THEME, "kind: single_choice", "kind: game", "schema", f"{THEME}:6"),
    (THEME, "audience: only_me", "audience: everybody", "schema", f"{THEME}:11"),
    (THEME, "prompt: Is dit", "prompt: [Is dit]\n    x: Is dit", "schema", f"{THEME}:8"),
    (THEME, "id: first.question", "id: other.question", "id-foreign", f"{THEME}:6"),
    (THEME, "prompt: Is dit een goede eerste vraag?", "prompt:", "dutch-missing", f"{THEME}:8"),
    (THEME, "goede eerste vraag?", "goede " * 12 + "vraag?", "sentence-long", f"{THEME}:8"),
    (THEME, "een goede eerste vraag", "een vraag over je delict", "word-forbidden", f"{THEME}:8"),
    (THEME, "Je kunt de vraag", "Je moet de vraag", "word-forbidden", f"{THEME}:9"),
    (THEME, "Je kunt de vraag", "U kunt de vraag", "formal", f"{THEME}:9"),
    (THEME, "Je kunt de vraag", "Niemand mag de vraag niet", "double-negation", f"{THEME}:9"),
    ("pack.yaml", "text: Ja, picture", "text: '…', picture", "picture-wordless", "pack.yaml:11"),
    (THEME, "intro: Hier", "intro: 'Hier", "yaml-broken", f"{THEME}:"),
    (THEME, "title: Een", "title: Een\ntitle: Een", "yaml-broken", f"{THEME}:4"),
    ("pack.yaml", "picture: check", "picture: teddy-bear", "pictogram-unknown", "pack.yaml:11"),
    ("pack.yaml", "version: 1", "version: 0", "schema", "pack.yaml:6"),
    ("pack.yaml", "type: questionnaire", "type: game", "schema", "pack.yaml:1"),
    ("pack.yaml", "themes/first.yaml", "themes/second.yaml", "source-missing", "pack.yaml:16"),
    ("pack.yaml", "themes/first.yaml", "themes/second.yaml", "source-unused", f"{THEME}:1"),
    ("locale/en.po", 'msgctxt "first.title"', 'msgctxt "first.titel"', "translation-unknown", "locale/en.po:"),
    ("locale/en.po", 'msgctxt "first.title"', 'msgctxt "first.titel"', "translation-missing", "locale/en.po:1"),
    ("locale/en.po", "Said: Hier", "{name} Hier", "placeholder", "locale/en.po:"),
    (
        "locale/en.po",
        "Said: Hier staat kort waar",
        "Привет всем вам тут, добрый день, как",
        "translation-script",
        "locale/en.po:",
    ),
    ("locale/en.po", "Said: Hier", "Hier", "translation-same", "locale/en.po:"),
    ("locale/en.po", "Said: Hier staat", "Said " * 30, "translation-length", "locale/en.po:"),
    ("locale/en.po", "Said: Hier", "A victim", "word-forbidden", "locale/en.po:"),
    ("locale/en.po", 'msgctxt "first.title"', "msgcontext first.title", "catalogue-broken", "locale/en.po:1"),
    (SIMPLE, 'msgctxt "first.title"', 'msgctxt "x"', "simple-missing", f"{THEME}:3"),
    (
        "locale/nl@simple.po",
        'msgstr "Is dit',
        'msgstr "Een twee drie vier vijf is dit',
        "simple-long",
        "locale/nl@simple.po:",
    ),
    (SIMPLE, 'msgstr "Is dit', 'msgstr "Kijk. Is dit', "simple-line", f"{SIMPLE}:"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{row[3]} {row[2][:20]}" for row in FAULTS])
def test_a_planted_fault_is_found_at_its_line(folder: Path, fault: tuple[str, str, str, str, str]) -> None:
    name, old, new, code, place = fault
    assert code not in _found(folder)
    _change(folder / name, old, new)
    assert any(found.startswith(place) for found in _found(folder)[code])


THIRTY = "Dit is een zin van dertig woorden en hij gaat maar door " + "en door " * 9 + "."
TOLD = [
    ("lint", THEME, "Je kunt de vraag ook overslaan.", THIRTY, f"{THEME}:9: error: first.question.help: 30 words"),
    ("lint", THEME, "goede eerste vraag", "vraag over je delict", f"{THEME}:8: error: first.question.prompt: delict"),
    ("lint", "locale/en.po", 'msgstr "Said: Ja"', 'msgstr ""', "locale/en.po:1: notice: en: 1 of 8 texts"),
    (
        "lint",
        THEME,
        "Je kunt de vraag",
        "Onvoorwaardelijke medewerkingsverplichtingen. " * 8,
        f"{THEME}:9: notice: first",
    ),
    ("walk", THEME, "audience: only_me", "audience: only_me\n    show_if: {fact: vris}", f"{THEME}:1: error: first: "),
]


@pytest.mark.parametrize("fault", TOLD, ids=["30 words", "forbidden", "missing", "hard", "dead end"])
def test_what_an_author_gets_wrong_most_is_told_with_its_line_and_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str], fault: tuple[str, str, str, str, str]
) -> None:
    verb, name, old, new, told = fault
    all_of_it = ["--all"] if verb == "lint" else []
    main([verb, str(folder), *all_of_it])
    assert told not in capsys.readouterr().out
    _change(folder / name, old, new)
    assert main([verb, str(folder), *all_of_it]) == (1 if " error: " in told else 0)
    lines = capsys.readouterr().out.splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.startswith(told)]
    assert lines[at].endswith("]")
    assert lines[at + 1].startswith("    ")


SECOND = """
  - id: first.second
    kind: ruler
    prompt: Hoe zwaar weegt het?
    low: Licht
    high: Zwaar
    show_if: {}
"""


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("{item: first.nothing, is: [yes]}", "condition-unknown"),
        ("{item: first.question, is: [maybe]}", "condition-unknown"),
        ("{any: [{fact: vris}, {not: {item: first.question, is: [perhaps]}}]}", "condition-unknown"),
        ("{item: first.second, is: [yes]}", "condition-late"),
        ("{not: " * 8 + "{fact: vris}" + "}" * 8, "schema"),
        ("whenever", "schema"),
    ],
)
def test_a_condition_that_cannot_hold_is_found(folder: Path, asked: str, code: str) -> None:
    path = folder / THEME
    path.write_text(path.read_text(encoding="utf-8") + SECOND.format(asked), encoding="utf-8")
    assert _found(folder)[code][0].startswith(THEME)


def test_a_condition_that_can_hold_is_not(folder: Path) -> None:
    path = folder / THEME
    asked = "{item: first.question, is: [yes, unknown]}"
    path.write_text(path.read_text(encoding="utf-8") + SECOND.format(asked), encoding="utf-8")
    assert "condition-unknown" not in _found(folder)


def test_two_items_of_one_id_are_found_at_the_second(folder: Path) -> None:
    path = folder / THEME
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text[text.index("  - id") :], encoding="utf-8")
    assert f"{THEME}:12" in _found(folder)["id-twice"]


@pytest.mark.parametrize("list_name", ["options", "cards"])
def test_two_options_of_one_id_are_found(folder: Path, list_name: str) -> None:
    path = folder / THEME
    kind = "single_choice" if list_name == "options" else "card_sort"
    piles = "" if list_name == "options" else "\n    piles: [{id: p, text: Een}, {id: q, text: Twee}]"
    twice = f"    {list_name}:\n      - {{id: a, text: Aap}}\n      - {{id: a, text: Noot}}{piles}"
    _change(path, "kind: single_choice", f"kind: {kind}")
    _change(path, "    scale: gate3", twice)
    assert _found(folder)["id-twice"] == [f"{THEME}:12"]


def test_changed_dutch_makes_its_translations_fuzzy_and_unused(folder: Path) -> None:
    _change(folder / THEME, "Is dit een goede eerste vraag?", "Is dit een betere vraag?")
    path = folder / LOCALE / "en.po"
    update_catalogue(path, read_draft(folder).texts)
    assert "#, fuzzy" in path.read_text(encoding="utf-8")
    assert any(place.startswith("locale/en.po") for place in _found(folder)["translation-fuzzy"])
    _, pack = build(read_draft(folder))
    assert "Said: Is dit" not in pack.definition.model_dump_json()


def test_a_catalogue_named_after_no_language_is_found(folder: Path) -> None:
    (folder / LOCALE / "english.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    assert _found(folder)["catalogue-broken"] == ["locale/english.po"]


def test_a_folder_without_a_pack_says_so(tmp_path: Path) -> None:
    assert _found(tmp_path) == {"source-missing": ["pack.yaml:1"]}


def test_a_pack_with_errors_is_not_built(folder: Path) -> None:
    _change(folder / THEME, "id: first.question", "id: other.question")
    with pytest.raises(PackError) as refused:
        build(read_draft(folder))
    assert refused.value.findings


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (("", "m1.mood"), ("m9", "m2.mood"), "module-unknown"),
        (("m2", "m1.mood"), ("m1", "m2.mood"), "module-circle"),
        (("", "m1.moed"), ("m1", "m2.mood"), "shows-unknown"),
        (("", "m2.mood"), ("m1", "m2.mood"), "shows-late"),
    ],
)
def test_a_programme_that_does_not_hang_together_is_found(
    tmp_path: Path, first: tuple[str, str], second: tuple[str, str], code: str
) -> None:
    (tmp_path / "pack.yaml").write_text(PROGRAMME, encoding="utf-8")
    for name, (after, shows) in (("m1", first), ("m2", second)):
        text = MODULE.format(id=name, after=after, shows=shows)
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert _found(tmp_path)[code][0].startswith("m")


def test_a_module_that_ends_in_the_middle_is_mentioned(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(PROGRAMME.replace(", m2.yaml", ""), encoding="utf-8")
    text = MODULE.format(id="m1", after="", shows="")
    (tmp_path / "m1.yaml").write_text(text[: text.index("  - id: m1.end")], encoding="utf-8")
    assert _found(tmp_path)["ending"] == ["m1.yaml:8"]


def test_every_finding_says_what_to_do() -> None:
    assert [code for code, entry in CATALOGUE.items() if not entry.remedy.endswith(".") or not entry.when] == []
