"""A pack's source folder, read into a Draft: definition, texts with their places, catalogues, and what was found.

- pack.yaml names the theme or module files; each is YAML 1.2, so `yes` and `no` are words.
- Reading collects: whatever is wrong becomes a finding at its `file:line`, and the rest is read on.
- Not here: the meaning of ids and texts (localise.py), the rules on words and references (lint.py).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from content.catalogues import Catalogue, SourceText, read_catalogues
from content.findings import Finding
from content.localise import Localised, Location, Node, line_of
from content.problem_words import problem_words
from content.recording_source import read_recordings
from content.recordings import SOURCE as SPOKEN_SOURCE
from modules.definition.institution import Institution
from modules.definition.kvv_module import KvvProgramme
from modules.definition.manifest import Definition, Manifest
from modules.definition.questionnaire import Questionnaire
from modules.definition.start import StartModules
from modules.errors import PackError
from modules.texts import DUTCH

PACK_FILE = "pack.yaml"
LOCALE = "locale"
SOURCES = Path(__file__).parent / "packs"
"""The packs of this project."""
PARTS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "questionnaire": ("themes", Questionnaire),
    "kvv": ("modules", KvvProgramme),
    "start": ("modules", StartModules),
    "institution": ("partners", Institution),
}
_HEAD = ("format", "id", "version", "title", "migrations")
_DEFINITION: TypeAdapter[Questionnaire | KvvProgramme | StartModules | Institution] = TypeAdapter(Definition)


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack as its author has it now; without manifest or definition where its findings say why."""

    manifest: Manifest | None
    definition: Questionnaire | KvvProgramme | StartModules | Institution | None
    texts: tuple[SourceText, ...]
    catalogues: tuple[Catalogue, ...]
    places: Mapping[Location, str]
    plain: Mapping[str, Any]
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]

    def place(self, location: Location) -> str:
        """Gives the `file:line` of a location in the definition, or of what is nearest above it."""
        while location and location not in self.places:
            location = location[:-1]
        return self.places.get(location, f"{PACK_FILE}:1")


def read_draft(folder: Path) -> Draft:
    """Gives the draft in a source folder.

    Raises:
        PackError: pack.yaml cannot be read at all, or a catalogue cannot.
    """
    head = _read_yaml(folder, PACK_FILE)
    part, _ = _kind_of(head)
    catalogues = tuple(read_catalogues(folder / LOCALE))
    recordings = read_recordings(folder)
    found = list(recordings.findings)
    draft = draft_of(head, _read_parts(folder, head, part, found), catalogues, found)
    return replace(draft, files=recordings.files)


def draft_of(head: Node, parts: list[Node], catalogues: tuple[Catalogue, ...], found: list[Finding]) -> Draft:
    """Gives the draft of a head (what pack.yaml says) and its themes or modules, with what was found before.

    Raises:
        PackError: The head says no type that a pack can be.
    """
    part, model = _kind_of(head)
    tree = {key: head.at(key, "") for key in head.value if key not in (*_HEAD, "scales", part)}
    tree[part] = Node(parts, head.file, line_of(head.value, part, 1))
    tree["title"] = head.at("title", "") if "title" in head.value else Node(None, head.file, 1)
    walk = Localised(catalogues, scales=_scales(head))
    plain = walk.plain(model, Node(tree, head.file, 1))
    found = [*found, *walk.findings]
    manifest = _manifest(head, plain.get("title"), catalogues, found)
    definition = _checked(plain, walk.places, found)
    return Draft(
        manifest=manifest,
        definition=definition,
        texts=tuple(walk.texts.values()),
        catalogues=catalogues,
        places={**walk.places, **_migration_places(head)},
        plain=plain,
        findings=tuple(found),
        files={},
    )


def _read_yaml(folder: Path, name: str) -> Node:
    try:
        raw = (folder / name).read_bytes()
    except FileNotFoundError as error:
        raise _unread(Finding(f"{name}:1", "source-missing", f"there is no {name}")) from error
    except OSError as error:
        raise _unread(Finding(f"{name}:1", "yaml-broken", "the file cannot be read")) from error
    return _parsed(raw, name)


@lru_cache(maxsize=128)
def _parsed(raw: bytes, name: str) -> Node:
    """Gives a file's YAML; kept by its bytes, so that a preview parses only what was edited."""
    try:
        value = YAML().load(raw)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _unread(Finding(f"{name}:{line}", "yaml-broken", str(error.problem))) from error
    except (YAMLError, ValueError) as error:
        raise _unread(Finding(f"{name}:1", "yaml-broken", "the file cannot be read as YAML")) from error
    if not isinstance(value, dict):
        raise _unread(Finding(f"{name}:1", "yaml-broken", "the file is not a list of `name: value`"))
    return Node(value, name, 1)


def _unread(finding: Finding) -> PackError:
    return PackError("a source file cannot be read", hint=finding.remedy, findings=[finding])


def _kind_of(head: Node) -> tuple[str, type[BaseModel]]:
    kind = head.value.get("type")
    if kind not in PARTS:
        raise _unread(Finding(head.place, "schema", f"type is one of {', '.join(PARTS)}"))
    return PARTS[kind]


def _scales(head: Node) -> dict[str, Node]:
    scales = head.value.get("scales") or {}
    under = head.at("scales", "scales") if isinstance(scales, dict) and scales else None
    return {str(name): under.at(name, f"scales.{name}") for name in scales} if under else {}


def _read_parts(folder: Path, head: Node, part: str, found: list[Finding]) -> list[Node]:
    named = head.value.get(part) or []
    parts = []
    for index, name in enumerate(named):
        place = f"{PACK_FILE}:{line_of(named, index, head.line)}"
        if not isinstance(name, str) or not (folder / name).is_file():
            found.append(Finding(place, "source-missing", f"there is no file {name}"))
            continue
        try:
            parts.append(_read_yaml(folder, name))
        except PackError as error:
            found += [finding for finding in error.findings if isinstance(finding, Finding)]
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml") if path.name != SPOKEN_SOURCE}
    found += [
        Finding(f"{name}:1", "source-unused", "pack.yaml does not name this file")
        for name in sorted(there - {PACK_FILE, *map(str, named)})
    ]
    return parts


def _manifest(head: Node, title: Any, catalogues: tuple[Catalogue, ...], found: list[Finding]) -> Manifest | None:
    plain = {name: head.value[name] for name in _HEAD if name in head.value and name != "title"}
    languages = [DUTCH, *(catalogue.language for catalogue in catalogues)]
    unreviewed = [catalogue.language for catalogue in catalogues if not catalogue.is_reviewed]
    whole = {**plain, "title": title, "languages": languages, "unreviewed": unreviewed, "files": []}
    try:
        return Manifest.model_validate_json(json.dumps(whole, default=str))
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_context=False, include_input=False):
            name = str(problem["loc"][0]) if problem["loc"] else ""
            line = line_of(head.value, name, head.line)
            found.append(Finding(f"{head.file}:{line}", "schema", f"{name}: {problem['msg']}"))
        return None


def _migration_places(head: Node) -> dict[Location, str]:
    listed = head.value.get("migrations")
    numbers = range(len(listed)) if isinstance(listed, list) else ()
    return {("migrations", number): f"{PACK_FILE}:{line_of(listed, number, head.line)}" for number in numbers}


def _checked(
    plain: dict[str, Any], places: Mapping[Location, str], found: list[Finding]
) -> Questionnaire | KvvProgramme | StartModules | Institution | None:
    try:
        return _DEFINITION.validate_json(json.dumps(plain))
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        unread = any(one.code in ("yaml-broken", "source-missing") for one in found)
        for problem in problems:
            location = tuple(problem["loc"][1:])
            is_under = any(_is_under(other["loc"], problem["loc"]) for other in problems)
            if problem["type"] == "too_short" and (is_under or (unread and len(location) == 1)):
                continue
            name = ".".join(str(part) for part in location) or "the whole"
            found.append(
                Finding(_nearest(location, places), "schema", f"{name}: {problem_words(problem, _DEFINITION)}")
            )
        return None


def _is_under(location: Location, above: Location) -> bool:
    """Tells whether a location lies under another; what has wrong elements is then not also called too short."""
    return len(location) > len(above) and location[: len(above)] == above


def _nearest(location: Location, places: Mapping[Location, str]) -> str:
    """Gives the place of the longest known path along a location; names of union members are passed over."""
    known: Location = ()
    for step in location:
        if (*known, step) in places:
            known = (*known, step)
    return places.get(known, f"{PACK_FILE}:1")
