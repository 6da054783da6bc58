"""The verbs an author asks while writing: how far a pack is, how it looks, what changed, giving it away.

- Each takes `say`, which prints a line, and what was asked, and gives the exit code.
- Not here: refusing (cli.py), and what is said (readiness.py, fitting.py, rendering.py, difference.py).
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from content.archive import MAX_TOTAL_BYTES
from content.build import build
from content.difference import differences
from content.findings import errors
from content.fitting import misfits
from content.interface import interface_readiness
from content.lint import lint
from content.live import preview_live
from content.migrate_verb import add_migrate
from content.pack import load
from content.publishing import publish
from content.readiness import hard_texts, readiness, table, together
from content.release import load_packs, read_release
from content.rendering import draw, draw_release, measured
from content.source import PACK_FILE, SOURCES, read_draft
from content.trust import Floor, verify_release
from modules.definition.manifest import AnyDefinition

Say = Callable[[str], None]
Verb = Callable[[str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]


def add_tools(verb: Verb, say: Say) -> None:
    """Adds these verbs to the program."""
    _add_readiness(verb, say)
    _add_preview(verb, say)

    diff = verb(
        "diff", "say what changed between two versions, and which running answers that touches", partial(_diff, say)
    )
    diff.add_argument("old", type=Path, metavar="OLD", help="a folder with a pack.yaml, or a built .zip")
    diff.add_argument("new", type=Path, metavar="NEW", help="as OLD")

    add_migrate(verb, say)

    give = verb("publish", "check a signed release and write it to a folder or medium, whole", partial(_publish, say))
    give.add_argument("release", type=Path, metavar="RELEASE", help="the release folder")
    give.add_argument("--to", type=Path, required=True, metavar="DIR", help="where it goes; what is there is replaced")
    give.add_argument("--root", type=Path, required=True, help="the root that terminals were provisioned with")
    give.add_argument("--at", type=date.fromisoformat, required=True, help="the day to check for, as 2026-01-31")
    give.add_argument("--pictures", action="store_true", help="with a picture of every page; slow")


def _add_readiness(verb: Verb, say: Say) -> None:
    ready = verb(
        "readiness", "say per language what is translated, spoken, easy to read, and fits", partial(_readiness, say)
    )
    ready.add_argument(
        "folders",
        type=Path,
        nargs="*",
        metavar="FOLDER",
        help="folders with a pack.yaml; with none: every pack of this project, the interface, and all of it together",
    )
    ready.add_argument("--fit", action="store_true", help="measure every page in every language on every panel")
    ready.add_argument("--only", nargs="*", default=(), metavar="PART", help="with --fit: pages with this in the name")
    ready.add_argument("--languages", nargs="*", default=(), metavar="LANGUAGE", help="with --fit: only these")
    ready.add_argument(
        "--kept", type=Path, default=Path("build/fit"), metavar="DIR", help="measures of before (default %(default)s)"
    )
    ready.add_argument("--json", action="store_true", help="for a program to read")


def _add_preview(verb: Verb, say: Say) -> None:
    preview = verb(
        "preview", "show the real screens in a window while you edit; with --png: draw them", partial(_preview, say)
    )
    preview.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with a pack.yaml")
    preview.add_argument("--png", type=Path, metavar="DIR", help="no window: every page on every panel as a picture")
    preview.add_argument(
        "--only", nargs="*", default=(), metavar="PART", help="with --png: pages with this in the name"
    )
    preview.add_argument("--page", default="home", help="where the window begins, such as kvv/m3 or reflector/basics")
    preview.add_argument("--language", default="nl", help="the language it begins in, such as ar or nl@simple")
    preview.add_argument("--panel", default="15", choices=("15", "21", "21-portrait"), help="its size: which panel")
    preview.add_argument("--places", help=argparse.SUPPRESS)


def _readiness(say: Say, asked: argparse.Namespace) -> int:
    folders = asked.folders or sorted(path.parent for path in SOURCES.glob(f"*/{PACK_FILE}"))
    drafts = {folder.resolve().name: read_draft(folder) for folder in folders}
    parts = {name: tuple(readiness(draft)) for name, draft in drafts.items()}
    if not asked.folders:
        parts["interface"] = tuple(interface_readiness())
    whole = tuple(together(parts.values())) if len(parts) > 1 else next(iter(parts.values()))
    found = [finding for draft in drafts.values() for finding in (*errors(lint(draft)), *hard_texts(draft))]
    if asked.fit:
        found += misfits(tuple(drafts.values()), measured(folders[0], asked.only, asked.kept, asked.languages))
    if asked.json:
        told = [asdict(finding) | {"severity": finding.severity} for finding in found]
        rows = {name: [asdict(row) for row in part] for name, part in parts.items()}
        say(json.dumps({"languages": [asdict(row) for row in whole], "parts": rows, "findings": told}, indent=1))
    else:
        for name, part in (*parts.items(), *([("together", whole)] if len(parts) > 1 else [])):
            say(f"{name}\n{table(part)}\n")
        for finding in found:
            say(str(finding))
    return 1 if errors(found) else 0


def _preview(say: Say, asked: argparse.Namespace) -> int:
    if asked.png is None:
        words = ["--page", asked.page, "--language", asked.language, "--panel", asked.panel]
        return preview_live(asked.folder, [*words, *(["--places", asked.places] if asked.places else [])], say)
    for path in draw(asked.folder, asked.png, asked.only):
        say(str(path))
    return 0


def _diff(say: Say, asked: argparse.Namespace) -> int:
    changes = differences(_definition_in(asked.old), _definition_in(asked.new))
    for change in changes:
        say(str(change))
    say(f"{len(changes)} changes" if len(changes) != 1 else "1 change")
    return 0


def _definition_in(path: Path) -> AnyDefinition:
    """Gives the definition in a folder or a built pack.

    Raises:
        PackError: It has errors.
    """
    if path.is_dir():
        return build(read_draft(path))[1].definition
    with path.open("rb") as file:
        return load(file.read(MAX_TOTAL_BYTES + 1)).definition


def _publish(say: Say, asked: argparse.Namespace) -> int:
    release = read_release(asked.release)
    at = datetime(asked.at.year, asked.at.month, asked.at.day, tzinfo=UTC)
    verified = verify_release(release, trusted_root=asked.root.read_bytes(), reference_time=at, floor=Floor())
    packs = load_packs(verified)
    pictures = partial(draw_release, asked.release) if asked.pictures else None
    publish(release, asked.to, (lambda new: pictures(new / "pictures")) if pictures else None)
    say(f"{asked.to}: {', '.join(f'{pack.manifest.id} {pack.manifest.version}' for pack in packs)}")
    return 0
