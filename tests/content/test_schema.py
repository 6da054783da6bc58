"""An editor's schema says what the models say: shipped sources hold to it, planted faults do not."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from content.beginning import begin_pack
from content.cli import main
from content.schema import FOLDER, schemas
from content.source import SOURCES
from modules.exercises import KINDS

LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
UNDERSTOOD = {
    "$defs", "$ref", "$schema", "additionalProperties", "anyOf", "const", "default", "description", "discriminator",
    "enum", "items", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "oneOf", "pattern",
    "properties", "required", "title", "type",
}  # fmt: skip
SHIPPED = sorted(path for path in SOURCES.rglob("*.yaml"))


def wrong(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """Gives where a value does not hold to a schema: as much of the standard as these schemas use."""
    assert set(schema) <= UNDERSTOOD, set(schema) - UNDERSTOOD
    if "$ref" in schema:
        return wrong(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    found = _wrong_choice(value, schema, root, at)
    if schema.get("const", value) != value or value not in schema.get("enum", [value]):
        found.append(f"{at}: {value!r} is not offered")
    if schema.get("type") == "null":
        return [*found, *([f"{at}: not nothing"] if value is not None else [])]
    kind = TYPES.get(schema.get("type", ""), object)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind not in (bool, object)):
        return [*found, f"{at}: not of type {schema['type']}"]
    match value:
        case dict():
            found += _wrong_fields(value, schema, root, at)
        case list():
            found += _wrong_size(len(value), schema, "Items", at)
            for number, each in enumerate(value):
                found += wrong(each, schema.get("items", {}), root, f"{at}/{number}")
        case str():
            found += _wrong_size(len(value), schema, "Length", at)
            found += [] if re.search(schema.get("pattern", ""), value) else [f"{at}: {value!r} is not of the pattern"]
        case int() | float():
            low, high = schema.get("minimum", value), schema.get("maximum", value)
            found += [] if low <= value <= high else [f"{at}: {value} is out of bounds"]
    return found


def _wrong_choice(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    found = []
    for word, most in (("anyOf", None), ("oneOf", 1)):
        if word in schema:
            holding = sum(not wrong(value, each, root, at) for each in schema[word])
            if not holding or (most and holding > most):
                found.append(f"{at}: {holding} of {word}")
    return found


def _wrong_fields(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    found = [f"{at}: without {name}" for name in schema.get("required", ()) if name not in value]
    for name, each in value.items():
        if name in known:
            found += wrong(each, known[name], root, f"{at}/{name}")
        elif others is False:
            found.append(f"{at}: {name} is unknown")
        else:
            found += wrong(each, others, root, f"{at}/{name}")
    return found


def _wrong_size(size: int, schema: dict[str, Any], word: str, at: str) -> list[str]:
    return [] if schema.get(f"min{word}", 0) <= size <= schema.get(f"max{word}", size) else [f"{at}: {size} long"]


def _checked(path: Path) -> list[str]:
    named = LINE.match(path.read_text(encoding="utf-8"))
    assert named, "the first line names no schema"
    schema = json.loads((path.parent / named[1]).read_text(encoding="utf-8"))
    return wrong(_plain(path), schema, schema)


def _plain(path: Path) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(path)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    list(begin_pack(tmp_path / "weekend", "weekend", "Mijn weekend"))
    return tmp_path / "weekend"


@pytest.mark.parametrize("path", SHIPPED, ids=[path.relative_to(SOURCES).as_posix() for path in SHIPPED])
def test_each_shipped_source_names_its_schema_and_holds_to_it(path: Path) -> None:
    assert _checked(path) == []


def test_the_shipped_schemas_are_those_of_the_models() -> None:
    there = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (SOURCES / FOLDER).iterdir()}
    assert there == schemas(), "run `packs schema --out content/packs/schema`"


def test_a_new_pack_brings_its_schemas_and_names_them(begun: Path) -> None:
    assert [_checked(begun / name) for name in ("pack.yaml", "themes/first.yaml")] == [[], []]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("pack.yaml", "type: questionnaire", "type: game"),
        ("pack.yaml", "version: 1", "version: 0"),
        ("pack.yaml", "picture: check", "picture: teddy-bear"),
        ("pack.yaml", "title: Mijn", "titel: Mijn"),
        ("themes/first.yaml", "kind: single_choice", "kind: game"),
        ("themes/first.yaml", "    kind: single_choice\n", ""),
        ("themes/first.yaml", "audience: only_me", "audience: everybody"),
        ("themes/first.yaml", "scale: gate3", "scale: [gate3]"),
        ("themes/first.yaml", "    scale: gate3\n", ""),
        ("themes/first.yaml", "prompt: Is dit", "prompt: [Is dit]\n    x: Is dit"),
        ("themes/first.yaml", "id: first.question", "id: First question"),
    ],
)
def test_what_an_editor_should_mark_does_not_hold(begun: Path, name: str, old: str, new: str) -> None:
    text = (begun / name).read_text(encoding="utf-8")
    assert old in text
    (begun / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert _checked(begun / name) != []


def test_every_kind_of_exercise_can_be_completed() -> None:
    definitions = schemas()["theme.schema.json"]["$defs"].values()
    assert {kind for one in definitions if (kind := one.get("properties", {}).get("kind", {}).get("const"))} == set(
        KINDS
    )


def test_a_copy_of_a_shipped_pack_gets_its_schemas_anew(tmp_path: Path) -> None:
    shutil.copytree(SOURCES / "start", tmp_path / "start")
    assert main(["schema", "--out", str(tmp_path / FOLDER)]) == 0
    assert [_checked(path) for path in sorted((tmp_path / "start").glob("*.yaml"))] == [[], []]


def test_the_folder_of_schemas_is_no_pack_and_no_fault_among_those_that_are_linted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["lint", str(SOURCES / FOLDER), str(SOURCES / "start")]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"{FOLDER}: no pack")
    assert told[1].startswith("start: ")
