"""An imported form written as a pack's source folder: pack.yaml, a file a theme, a catalogue a language.

- Texts that YAML could misread stand in quotes; what is read back is what was imported.
- Not here: what may stand in it (PACK.md 3).
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from content.catalogues import write_catalogue
from content.localise import Node
from content.source import LOCALE, PACK_FILE
from content.xlsform.importing import Imported, drafted
from modules.errors import SettingsError

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[ ./-][A-Za-z0-9_]+)*[.?!]?")
_MEANS_MORE = ("true", "false", "null")
_UNSEEN = re.compile("[\u0085\u2028\u2029\ufeff]")


def write_sources(imported: Imported, folder: Path) -> Iterator[Path]:
    """Writes the source folder of an imported form and gives each file written.

    Raises:
        SettingsError: The folder is there already.
    """
    if folder.exists():
        raise SettingsError(f"{folder} is there already", hint="Choose a folder that does not exist yet.")
    (folder / "themes").mkdir(parents=True)
    head = imported.head.value
    files = {PACK_FILE: head} | dict(zip(head["themes"], (theme.value for theme in imported.themes), strict=True))
    for name, fields in files.items():
        (folder / name).write_text("\n".join(_block(fields, 0)) + "\n", encoding="utf-8")
        yield folder / name
    texts = drafted(imported).texts
    for catalogue in imported.catalogues:
        path = folder / LOCALE / f"{catalogue.language}.po"
        write_catalogue(path, texts, {text_id: said.words for text_id, said in catalogue.translations.items()})
        yield path


def _block(fields: dict[str, object], indent: int) -> Iterator[str]:
    """Gives a mapping as lines, a list of mappings each on lines of its own where it is an item, else on one."""
    space = " " * indent
    for name, value in fields.items():
        bare = _bare(value)
        if name == "items" and isinstance(bare, list):
            yield f"{space}{name}:"
            for item in bare:
                lines = list(_block(_mapping(item), indent + 4))
                yield f"{space}  - {lines[0].lstrip()}"
                yield from lines[1:]
        elif isinstance(bare, list) and bare and not isinstance(_bare(bare[0]), int):
            yield f"{space}{name}:"
            yield from (f"{space}  - {_flow(one)}" for one in bare)
        elif name == "scales":
            yield f"{space}{name}:"
            yield from _block(_mapping(bare), indent + 2)
        else:
            yield f"{space}{name}: {_flow(bare)}"


def _mapping(value: object) -> dict[str, object]:
    bare = _bare(value)
    return bare if isinstance(bare, dict) else {}


def _flow(value: object) -> str:
    bare = _bare(value)
    if isinstance(bare, dict):
        return "{" + ", ".join(f"{name}: {_flow(one)}" for name, one in bare.items()) + "}"
    if isinstance(bare, list):
        return "[" + ", ".join(map(_flow, bare)) + "]"
    if isinstance(bare, str) and _PLAIN.fullmatch(bare) and bare.lower() not in _MEANS_MORE:
        return bare
    said = json.dumps(bare, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", said)


def _bare(value: object) -> object:
    return value.value if isinstance(value, Node) else value
