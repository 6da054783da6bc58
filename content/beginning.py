"""A new pack's folder, with one theme to change and the schemas an editor completes from; it builds as it is.

- Not here: what may stand in it (PACK.md).
"""

from collections.abc import Iterator
from pathlib import Path

from content.schema import FOLDER, names_its_schema, write_schemas
from modules.errors import SettingsError

_PACK = """\
{schema}# {title}: see content/PACK.md for what may stand here.
format: kvv-pack/1
id: {id}
type: questionnaire
version: 1
title: {title}

scales:
  gate3:
    - {{id: yes, text: Ja, picture: check}}
    - {{id: no, text: Nee, picture: close}}
    - {{id: unknown, text: Weet ik niet, picture: help-circle-outline}}

themes:
  - themes/first.yaml
"""
_THEME = """\
{schema}id: first
title: Een eerste thema
intro: Hier staat kort waar dit thema over gaat.
items:
  - id: first.question
    kind: single_choice
    prompt: Is dit een goede eerste vraag?
    help: Je kunt de vraag ook overslaan.
    scale: gate3
    audience: only_me
"""


def begin_pack(folder: Path, pack_id: str, title: str) -> Iterator[Path]:
    """Writes the folder of a new pack and gives each file written.

    Raises:
        SettingsError: The folder is there already.
    """
    if folder.exists():
        raise SettingsError(f"{folder} is there already", hint="Choose a folder that does not exist yet.")
    (folder / "themes").mkdir(parents=True)
    pack = _PACK.format(schema=names_its_schema("pack", 0), id=pack_id, title=title)
    theme = _THEME.format(schema=names_its_schema("theme", 1))
    for name, text in (("pack.yaml", pack), ("themes/first.yaml", theme)):
        (folder / name).write_text(text, encoding="utf-8")
        yield folder / name
    yield from write_schemas(folder / FOLDER)
