"""The verb `packs migrate`: what running work would lose by a newer version, or the declaration to begin with.

- Each version is a source folder or a built pack; nothing is written, and nothing about anybody is known here.
- Not here: the rules (migrating.py), and counting it on a terminal (`kiosk install-pack --dry-run`).
"""

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from io import StringIO
from pathlib import Path

from ruamel.yaml import YAML

from content.archive import MAX_TOTAL_BYTES
from content.build import build
from content.findings import Finding, errors
from content.migrating import declared, drafted, faults_between, faults_towards, losses, told
from content.pack import MANIFEST, Pack, load
from content.source import PACK_FILE, read_draft

Say = Callable[[str], None]
Verb = Callable[[str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]


def add_migrate(verb: Verb, say: Say) -> None:
    """Adds the verb to the program."""
    migrate = verb("migrate", "say how running work comes over from an older version", partial(_migrate, say))
    migrate.add_argument("old", type=Path, metavar="OLD", help="a folder with a pack.yaml, or a built .zip")
    migrate.add_argument("new", type=Path, metavar="NEW", help="as OLD")
    migrate.add_argument(
        "--dry-run",
        action="store_true",
        help="check what NEW declares, and say what would be lost; without it, print a declaration to begin with",
    )


def _migrate(say: Say, asked: argparse.Namespace) -> int:
    (old, _), (new, place) = _pack_in(asked.old), _pack_in(asked.new)
    if not asked.dry_run:
        say(_as_source(old, new))
        return 0
    found = list(findings(old, new, place))
    for finding in found:
        say(str(finding))
    migration = declared(old.manifest.version, new.manifest)
    if migration is not None and not errors(found):
        for line in told(losses(old.definition, new.definition, migration)):
            say(line)
    return 1 if errors(found) else 0


def findings(old: Pack, new: Pack, place: str) -> Iterator[Finding]:
    """Gives what is wrong with what a newer pack declares for work in an older one; that it declares nothing, too."""
    version = old.manifest.version
    if (old.manifest.id, type(old.definition)) != (new.manifest.id, type(new.definition)):
        yield Finding(place, "migration-other", f"{old.manifest.id} and {new.manifest.id} are not one pack")
    elif (migration := declared(version, new.manifest)) is None:
        yield Finding(place, "migration-none", f"work in version {version} stays there")
    else:
        faults = (
            *faults_towards(new.manifest, new.definition, migration),
            *faults_between(old.definition, new.definition, migration),
        )
        yield from (Finding(place, *fault) for fault in faults)


def _as_source(old: Pack, new: Pack) -> str:
    migration = drafted(old.definition, new.definition, old.manifest.version)
    written = StringIO()
    YAML().dump({"migrations": [migration.model_dump(mode="json", exclude_defaults=True)]}, written)
    return written.getvalue().rstrip()


def _pack_in(path: Path) -> tuple[Pack, str]:
    """Gives the pack in a folder or a file, and where what it declares stands.

    Raises:
        PackError: It has errors.
    """
    if path.is_dir():
        return build(read_draft(path))[1], f"{PACK_FILE}:1"
    with path.open("rb") as file:
        return load(file.read(MAX_TOTAL_BYTES + 1)), MANIFEST
