"""A release as a folder: the metadata and the packs as plain files, read with hard caps and without any trust.

    metadata/1.root.json 2.root.json … timestamp.json snapshot.json targets.json
    packs/reflector.zip kvv.zip …

- No more of a file is read than it may have; links are refused; files of other names are left alone.
- Written: each file aside, then renamed, timestamp last, so a reader never meets half a release.
- `load_packs` opens what trust.py found trusted, and sees that each pack is the one its signers named.
- Not here: whether any of it is trusted (trust.py).
"""

import re
from collections.abc import Iterator
from pathlib import Path

from content.archive import MAX_TOTAL_BYTES
from content.findings import CATALOGUE, Finding
from content.pack import Pack, load
from content.trust import MAX_METADATA_BYTES, MAX_ROOTS, Release, Verified
from modules.errors import PackError

_ROOT = re.compile(r"([1-9][0-9]{0,5})\.root\.json")
_PACK = re.compile(r"[a-z][a-z0-9_]{0,31}\.zip")


def read_release(folder: Path) -> Release:
    """Gives the release in a folder.

    Raises:
        PackError: A file is missing, too large, or a link.
    """
    metadata = folder / "metadata"
    roots = sorted(_numbered(metadata))[-MAX_ROOTS:]
    if not roots:
        raise _refused("metadata/1.root.json", "release-incomplete", "there is no root")
    return Release(
        roots=tuple(_read(metadata / name, MAX_METADATA_BYTES) for _, name in roots),
        timestamp=_read(metadata / "timestamp.json", MAX_METADATA_BYTES),
        snapshot=_read(metadata / "snapshot.json", MAX_METADATA_BYTES),
        targets=_read(metadata / "targets.json", MAX_METADATA_BYTES),
        files=_read_packs(folder / "packs"),
    )


def load_packs(verified: Verified) -> tuple[Pack, ...]:
    """Gives the packs of a verified release, in order of id.

    Raises:
        PackError: A pack is not as PACK.md says, or says another id or version than its signers do.
    """
    packs = []
    for pack_id, raw in sorted(verified.packs.items()):
        pack = load(raw)
        if (pack.manifest.id, pack.manifest.version) != (pack_id, verified.floor.packs[pack_id]):
            raise _refused(f"packs/{pack_id}.zip", "pack-other", "this pack says another id or version of itself")
        packs.append(pack)
    return tuple(packs)


def write_release(folder: Path, release: Release) -> None:
    """Writes a release into a folder; packs of earlier releases that it does not hold are removed."""
    packs, metadata = folder / "packs", folder / "metadata"
    for made in (packs, metadata):
        made.mkdir(parents=True, exist_ok=True)
    for name, raw in release.files.items():
        _write(packs / name, raw)
    for number, raw in enumerate(release.roots, start=1):
        _write(metadata / f"{number}.root.json", raw)
    _write(metadata / "targets.json", release.targets)
    _write(metadata / "snapshot.json", release.snapshot)
    _write(metadata / "timestamp.json", release.timestamp)
    for path in packs.glob("*.zip"):
        if path.name not in release.files:
            path.unlink()


def _numbered(metadata: Path) -> Iterator[tuple[int, str]]:
    for path in metadata.glob("*.root.json"):
        if found := _ROOT.fullmatch(path.name):
            yield int(found[1]), path.name


def _read_packs(folder: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left_bytes = MAX_TOTAL_BYTES
    for path in sorted(folder.glob("*.zip")):
        if _PACK.fullmatch(path.name):
            files[path.name] = _read(path, left_bytes)
            left_bytes -= len(files[path.name])
    return files


def _read(path: Path, most_bytes: int) -> bytes:
    name = f"{path.parent.name}/{path.name}"
    if path.is_symlink():
        raise _refused(name, "release-kind", "this file is a link")
    try:
        with path.open("rb") as file:
            raw = file.read(most_bytes + 1)
    except OSError as error:
        raise _refused(name, "release-incomplete", "this file cannot be read") from error
    if len(raw) > most_bytes:
        raise _refused(name, "release-size", "this file is too large")
    return raw


def _write(path: Path, raw: bytes) -> None:
    aside = path.with_name(path.name + ".new")
    aside.write_bytes(raw)
    aside.replace(path)


def _refused(place: str, code: str, what: str) -> PackError:
    return PackError("a release was refused", hint=CATALOGUE[code].remedy, findings=[Finding(place, code, what)])
