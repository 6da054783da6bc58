"""`packs`: the author's and the release desk's program.

- Each verb reads files, calls one function of this room, prints what came of it, and gives an exit code.
- 0: done, nothing blocks. 1: refused; every finding is printed with its place and remedy. 2: wrongly asked.
- Not here: any rule about packs (the files beside this one), and pictures of screens (kiosk/render.py).
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeAlias

from tuf.api.metadata import Root

from content.archive import MAX_TOTAL_BYTES
from content.author_verbs import add_tools
from content.beginning import begin_pack
from content.build import build
from content.findings import Finding, catalogue_table, errors
from content.lint import lint
from content.pack import Pack, load
from content.readiness import hard_texts
from content.release import load_packs, read_release, write_release
from content.root_verbs import add_root
from content.schema import SCHEMA_OF_PACKS
from content.severity import Severity
from content.sheet_verbs import add_sheets
from content.signing import (
    DEVELOPMENT_DAY,
    DEVELOPMENT_KEYS,
    DEVELOPMENT_PERIODS,
    Periods,
    add_signature,
    development_signers,
    draw_up,
    first_root,
    is_drawn_up,
    make_key,
    read_key,
)
from content.source import PACK_FILE, SOURCES, read_draft
from content.source_verbs import add_source_verbs
from content.trust import Floor, Release, read_metadata, verify_release
from content.walk import walk
from modules.errors import PackError, ProductError, SettingsError

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb and gives the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except PackError as error:
        _print_findings([finding for finding in error.findings if isinstance(finding, Finding)])
        print(f"packs: {error.message}", file=sys.stderr)
    except ProductError as error:
        print(f"packs: {error.message} [{error.code}]\n    {error.hint}", file=sys.stderr)
    except OSError as error:
        print(f"packs: {error.filename}: {error.strerror}", file=sys.stderr)
    return 1


def _new(asked: argparse.Namespace) -> int:
    for path in begin_pack(asked.folder, asked.id, asked.title):
        print(path)
    return 0


def _lint(asked: argparse.Namespace) -> int:
    blocking = 0
    for folder in asked.folders:
        if (folder / SCHEMA_OF_PACKS).exists():
            print(f"{folder.name}: no pack, but the schemas that an editor checks packs by")
            continue
        draft = read_draft(folder)
        found = (*lint(draft), *hard_texts(draft))
        blocking += len(errors(found))
        shown = found if asked.all else [one for one in found if one.severity is Severity.ERROR]
        print(
            f"{folder.resolve().name}: {len(draft.texts)} texts, {len(errors(found))} errors, {_notices(found)} notices"
        )
        _print_findings(shown)
    return 1 if blocking else 0


def _walk(asked: argparse.Namespace) -> int:
    blocking = 0
    for folder in asked.folders:
        walked = walk(read_draft(folder))
        blocking += len(errors(walked.findings))
        print(f"{folder.resolve().name}: {walked}")
        _print_findings(walked.findings)
    return 1 if blocking else 0


def _build(asked: argparse.Namespace) -> int:
    raw, pack = build(read_draft(asked.folder))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_bytes(raw)
    print(f"{asked.out}: {_line(raw, pack)}")
    return 0


def _build_all(asked: argparse.Namespace) -> int:
    built = []
    for folder in sorted(path.parent for path in asked.sources.glob(f"*/{PACK_FILE}")):
        draft = read_draft(folder)
        raw, pack = build(draft)
        built.append((raw, pack))
        print(f"{pack.manifest.id}: {_line(raw, pack)}, {_notices(lint(draft))} notices")
    signers = development_signers(asked.keys)
    there = (asked.out / "metadata" / "timestamp.json").exists()
    before = read_release(asked.out) if there else None
    if before is not None and is_drawn_up(before, built, signers):
        print(f"{asked.out}: signed already, nothing changed")
        return 0
    keys = {role: [signers[name].public_key for name in names] for role, names in DEVELOPMENT_KEYS.items()}
    root = first_root(keys, DEVELOPMENT_DAY, DEVELOPMENT_PERIODS)
    is_ours = before is not None and read_metadata(Root, before.roots[-1]).signed.keys == root.signed.keys
    release = draw_up(built, root, before if is_ours else None, DEVELOPMENT_DAY, DEVELOPMENT_PERIODS)
    for signer in signers.values():
        release, _ = add_signature(release, signer)
    write_release(asked.out, release)
    print(f"{asked.out}: signed with development keys; trusted root: {asked.out}/metadata/1.root.json")
    return 0


def _key(asked: argparse.Namespace) -> int:
    make_key(asked.keys, asked.name)
    print(f"{asked.keys}/{asked.name}.pem is secret; give {asked.name}.public.json to the keepers of the root")
    return 0


def _sign(asked: argparse.Namespace) -> int:
    release = read_release(asked.release)
    if asked.packs:
        if asked.day is None:
            raise SettingsError("a new version of a release needs its day", hint="Add --day 2026-01-31.")
        packs = [(raw, load(raw)) for raw in (_read_pack(path) for path in asked.packs)]
        release = draw_up(packs, read_metadata(Root, release.roots[0]), release, asked.day, Periods())
    release, roles = add_signature(release, read_key(asked.keys, asked.name))
    write_release(asked.release, release)
    print(f"signed: {', '.join(roles) or 'nothing; the root trusts this key with no role'}")
    return 0 if roles else 1


def _inspect(asked: argparse.Namespace) -> int:
    raw = _read_pack(asked.pack)
    pack = load(raw)
    manifest = pack.manifest
    print(f"{manifest.id} version {manifest.version}: {manifest.title.dutch}")
    print(f"digest     {pack.digest}")
    print(f"languages  {', '.join(manifest.languages)}")
    print(f"unreviewed {', '.join(manifest.unreviewed) or 'none'}")
    for file in manifest.files:
        print(f"{file.size_bytes:>10}  {file.sha256[:16]}  {file.name}")
    print("Whole, as its manifest says. Who made it is not looked at here: `packs verify`.")
    return 0


def _verify(asked: argparse.Namespace) -> int:
    release: Release = read_release(asked.release)
    root = asked.root.read_bytes()
    at = datetime(asked.at.year, asked.at.month, asked.at.day, tzinfo=UTC)
    verified = verify_release(release, trusted_root=root, reference_time=at, floor=Floor())
    for pack in load_packs(verified):
        print(f"{pack.manifest.id}: {_line(verified.packs[pack.manifest.id], pack)}")
    print(f"trusted on {asked.at}; to be renewed before {verified.expires:%Y-%m-%d}")
    return 0


def _findings(asked: argparse.Namespace) -> int:
    del asked
    print(catalogue_table(), end="")
    return 0


def _read_pack(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_TOTAL_BYTES + 1)


def _line(raw: bytes, pack: Pack) -> str:
    manifest = pack.manifest
    return f"version {manifest.version}, {len(raw):,} bytes, {len(manifest.languages)} languages, {pack.digest[:16]}"


def _notices(found: Sequence[Finding]) -> int:
    return len(found) - len(errors(found))


def _print_findings(found: Sequence[Finding]) -> None:
    for finding in found:
        print(finding)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="packs",
        description="Content packs for the kiosk: write them, check them, build them, sign them. "
        "The format stands in content/PACK.md; a good start is `packs new`, then `packs lint`.",
        epilog="Example: packs lint content/packs/reflector; packs build-all --out build/packs",
    )
    verbs = parser.add_subparsers(title="what to do", metavar="VERB", required=True)

    _add_author_verbs(verbs)
    _add_release_verbs(verbs)
    return parser


def _verb(verbs: Verbs, name: str, told: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=told, description=told[0].upper() + told[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def _add_author_verbs(verbs: Verbs) -> None:
    new = _verb(verbs, "new", "begin a pack: a folder with one theme to change", _new)
    new.add_argument("folder", type=Path, help="the folder to make")
    new.add_argument("--id", required=True, help="small letters, digits and _, such as `start`; stays for ever")
    new.add_argument("--title", required=True, help="what people see, in Dutch")

    lint_verb = _verb(verbs, "lint", "check sources; prints each error with its line and remedy", _lint)
    lint_verb.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="a folder with a pack.yaml")
    lint_verb.add_argument("--all", action="store_true", help="also notices, such as missing translations")

    walk_verb = _verb(verbs, "walk", "walk every way: each screen reached, each condition true and false", _walk)
    walk_verb.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="a folder with a pack.yaml")

    add_tools(partial(_verb, verbs), partial(print, flush=True))
    add_source_verbs(partial(_verb, verbs), print)
    add_sheets(partial(_verb, verbs), print)

    build_verb = _verb(verbs, "build", "make one pack file from its sources, not signed", _build)
    build_verb.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with a pack.yaml")
    build_verb.add_argument("--out", type=Path, required=True, help="the .zip to write")

    _verb(verbs, "findings", "print every finding there is, as the table of PACK.md", _findings)


def _add_release_verbs(verbs: Verbs) -> None:
    every = _verb(verbs, "build-all", "build all packs and sign them with development keys", _build_all)
    every.add_argument("--out", type=Path, default=Path("build/packs"), help="release folder (default %(default)s)")
    every.add_argument("--keys", type=Path, default=Path("build/keys"), help="development keys (default %(default)s)")
    every.add_argument("--sources", type=Path, default=SOURCES, help="folder with the packs' folders")

    key = _verb(verbs, "key", "make a signing key", _key)
    key.add_argument("name", help="whose key, such as `author`")
    key.add_argument("--keys", type=Path, required=True, help="the folder to put it in")

    add_root(partial(_verb, verbs), print)

    sign = _verb(verbs, "sign", "add your signature to a release; with packs: draw up a new version first", _sign)
    sign.add_argument("release", type=Path, help="the release folder")
    sign.add_argument("packs", type=Path, nargs="*", metavar="PACK", help="the pack files of the new version")
    sign.add_argument("--keys", type=Path, required=True, help="the folder your key is in")
    sign.add_argument("--name", required=True, help="your key's name")
    sign.add_argument("--day", type=_day, help="today, as 2026-01-31; validity counts from it")

    inspect = _verb(verbs, "inspect", "show what is in a pack file, without trusting it", _inspect)
    inspect.add_argument("pack", type=Path, help="a .zip")

    verify = _verb(verbs, "verify", "check a release as a terminal would", _verify)
    verify.add_argument("release", type=Path, help="the release folder")
    verify.add_argument("--root", type=Path, required=True, help="the root the terminal was provisioned with")
    verify.add_argument("--at", type=_day, required=True, help="the day to check for, as 2026-01-31")
