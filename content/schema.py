"""JSON Schemas of what an author writes, from the models themselves: an editor completes and checks while he types.

- As the models say it, but for what reading adds (localise.py): a text is one Dutch sentence, `scale` may stand in the
  place of `options`, pictograms are the closed list, and pack.yaml names the files of its themes or modules.
- One schema for each kind of file. The first line of a source names its schema; what only the whole pack can show
  (ids, references, words) stays with lint.
- Not here: writing them down (author_verbs.py, beginning.py).
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from content.pictograms import PICTOGRAMS
from content.source import PACK_FILE, PARTS
from modules.definition.institution import Partner
from modules.definition.kvv_module import KvvModule
from modules.definition.manifest import Manifest
from modules.definition.questionnaire import Theme
from modules.exercises.shared import Option

FOLDER = "schema"
SCHEMA_OF_PACKS = "pack.schema.json"
DIALECT = "http://json-schema.org/draft-07/schema#"
FILES: Mapping[str, type[BaseModel]] = MappingProxyType({"theme": Theme, "module": KvvModule, "partner": Partner})
PART_NAMES: Mapping[str, str] = MappingProxyType({"themes": "theme", "modules": "module", "partners": "partner"})
_SENTENCE = {
    "type": "string",
    "minLength": 1,
    "maxLength": 2000,
    "description": "A Dutch text; other languages: locale/.",
}
_FILE = {"type": "string", "pattern": r"^[a-z0-9_]+(/[a-z0-9_]+)*\.yaml$"}
_DEFINITIONS = "$defs"

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """Gives each schema by the name of its file."""
    return {
        SCHEMA_OF_PACKS: _pack_schema(),
        **{f"{name}.schema.json": _written(model) for name, model in FILES.items()},
    }


def write_schemas(folder: Path) -> Iterator[Path]:
    """Writes the schemas to a folder and gives each file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        yield path


def names_its_schema(kind: str, depth: int, folder: str = FOLDER) -> str:
    """Gives the first line of a source that stands `depth` folders under the one with the schemas in it."""
    return f"# yaml-language-server: $schema={'../' * depth}{folder}/{kind}.schema.json\n"


def _written(model: type[BaseModel]) -> Schema:
    """Gives the schema of a model as its author writes it."""
    schema = model.model_json_schema(by_alias=True)
    definitions = schema.pop(_DEFINITIONS, {})
    definitions["Text"] = _SENTENCE
    for one in (schema, *definitions.values()):
        _loosen(one)
    return {"$schema": DIALECT, **schema, _DEFINITIONS: definitions}


def _loosen(schema: Schema) -> None:
    fields = schema.get("properties", {})
    required = schema.setdefault("required", []) if fields else []
    if "const" in fields.get("kind", {}) and "kind" not in required:
        required.append("kind")
    for name in [name for name in fields if name == "picture" or name.endswith("_picture")]:
        fields[name] = {
            "enum": sorted(PICTOGRAMS),
            "description": "A pictogram; the word beside it carries the meaning.",
        }
    if "options" in fields and "options" in required:
        fields["scale"] = {"type": "string", "description": "A scale of pack.yaml, in the place of options."}
        required.remove("options")
        schema["oneOf"] = [{"required": ["options"]}, {"required": ["scale"]}]


def _pack_schema() -> Schema:
    """Gives the schema of pack.yaml: its head, its scales, and for each type what else stands there."""
    head = _written(Manifest)
    known = {name: head["properties"][name] for name in ("format", "id", "version", "title")}
    option = _written(Option)
    definitions = {**head[_DEFINITIONS], **option.pop(_DEFINITIONS)}
    option.pop("$schema")
    definitions["Option"] = option
    scales = {"type": "object", "additionalProperties": {"type": "array", "minItems": 2, "items": _ref("Option")}}
    kinds = []
    for kind, (part, model) in PARTS.items():
        whole = _written(model)
        definitions |= whole[_DEFINITIONS]
        fields = {
            **known,
            "migrations": head["properties"]["migrations"],
            **whole["properties"],
            "type": {"const": kind},
            "scales": scales,
            part: {
                "type": "array",
                "minItems": 1,
                "items": _FILE,
                "description": f"A file for each {PART_NAMES[part]}.",
            },
        }
        required = [*known, "type", *(name for name in whole["required"] if name not in (*known, "type"))]
        kinds.append({"type": "object", "properties": fields, "required": required, "additionalProperties": False})
    schema: Schema = {"$schema": DIALECT, "title": PACK_FILE, "oneOf": kinds}
    return {**schema, _DEFINITIONS: dict(_reached(schema, definitions))}


def _reached(schema: Schema, definitions: Mapping[str, Schema]) -> Iterator[tuple[str, Schema]]:
    """Gives the definitions a schema leads to, by name."""
    todo, seen = [json.dumps(schema)], set[str]()
    while todo:
        for name in re.findall(rf'"#/{re.escape(_DEFINITIONS)}/(\w+)"', todo.pop()):
            if name not in seen:
                seen.add(name)
                todo.append(json.dumps(definitions[name]))
    return ((name, definitions[name]) for name in sorted(seen))


def _ref(name: str) -> Schema:
    return {"$ref": f"#/{_DEFINITIONS}/{name}"}
