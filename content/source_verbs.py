"""The verbs on what an author writes: schemas for his editor, and the catalogues of his translators.

- Each takes `say`, which prints a line, and what was asked, and gives the exit code.
- Not here: the rules of catalogues (catalogues.py, template.py), the schemas (schema.py), lint and build (cli.py).
"""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from content.catalogues import update_catalogue
from content.findings import errors
from content.lint import coverage, lint
from content.schema import FOLDER, write_schemas
from content.source import LOCALE, Draft, read_draft
from content.template import compiled, template
from modules.errors import PackError

Say = Callable[[str], None]
Verb = Callable[[str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]


def add_source_verbs(verb: Verb, say: Say) -> None:
    """Adds these verbs to the program."""
    schema = verb("schema", "write the JSON Schemas that an editor completes from", partial(_schema, say))
    schema.add_argument("--out", type=Path, default=Path(FOLDER), metavar="DIR", help="where (default %(default)s)")

    messages = verb("messages", "translations: take out, bring up to date, compile, or count", partial(_messages, say))
    messages.add_argument(
        "action",
        choices=tuple(_ACTIONS),
        help="extract writes locale/pack.pot, with every text; update brings locale/*.po up to date with it; "
        "compile checks them and writes .mo files to --out; status counts",
    )
    messages.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with a pack.yaml")
    messages.add_argument(
        "languages", nargs="*", metavar="LANGUAGE", help="such as `en` or `nl@simple`; update begins new ones"
    )
    messages.add_argument("--out", type=Path, metavar="DIR", help="with compile: where the .mo files go")


def _schema(say: Say, asked: argparse.Namespace) -> int:
    for path in write_schemas(asked.out):
        say(str(path))
    return 0


def _messages(say: Say, asked: argparse.Namespace) -> int:
    return _ACTIONS[asked.action](say, asked, read_draft(asked.folder))


def _extract(say: Say, asked: argparse.Namespace, draft: Draft) -> int:
    path = asked.folder / LOCALE / "pack.pot"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(template(draft))
    say(f"{path}: {len(draft.texts)} texts")
    return 0


def _update(say: Say, asked: argparse.Namespace, draft: Draft) -> int:
    for language in asked.languages or [catalogue.language for catalogue in draft.catalogues]:
        update_catalogue(asked.folder / LOCALE / f"{language}.po", draft.texts)
    return _status(say, asked, read_draft(asked.folder))


def _status(say: Say, asked: argparse.Namespace, draft: Draft) -> int:
    del asked
    for language, (own, whole) in coverage(draft).items():
        say(f"{language:10} {own:5} of {whole}, {whole - own} shown in Dutch")
    return 0


def _compile(say: Say, asked: argparse.Namespace, draft: Draft) -> int:
    found = [finding for finding in errors(lint(draft)) if finding.place.startswith(f"{LOCALE}/")]
    if found:
        raise PackError("catalogues with errors are not compiled", hint="Mend what is named.", findings=found)
    for catalogue in draft.catalogues:
        if asked.languages and catalogue.language not in asked.languages:
            continue
        raw, count = compiled(draft, catalogue)
        if asked.out is None:
            say(f"{catalogue.language}: {count} texts compile")
            continue
        name = draft.manifest.id if draft.manifest else asked.folder.name
        path = asked.out / catalogue.language / "LC_MESSAGES" / f"{name}.mo"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        say(f"{path}: {count} texts")
    return 0


_ACTIONS: dict[str, Callable[[Say, argparse.Namespace, Draft], int]] = {
    "extract": _extract,
    "update": _update,
    "compile": _compile,
    "status": _status,
}
