"""The signers' side of a release: keys as files, drawing up new versions, adding a signature.

- Roles (PACK 6): root 2 of 3, targets author + approver 2 of 2, snapshot and timestamp at the release station.
- Every date is given: a day and the periods of PACK 6; nothing here reads a clock.
- Drawing up what is already signed for changes nothing, so that building twice gives one release.
- Development keys are made on the machine that builds, outside version control; they are trusted nowhere else.
- Not here: checking (trust.py); keeping root keys offline is the keepers' work (PACK 6).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from securesystemslib.exceptions import Error as SigningLibraryError
from securesystemslib.signer import CryptoSigner, Key, Signer
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from content.pack import Pack
from content.trust import PackTarget, Release, Role, read_metadata
from modules.errors import SettingsError

ROLES = (Root.type, Targets.type, Snapshot.type, Timestamp.type)
DEVELOPMENT_KEYS: Mapping[str, tuple[str, ...]] = {
    Root.type: ("root_1", "root_2", "root_3"),
    Targets.type: ("author", "approver"),
    Snapshot.type: ("station",),
    Timestamp.type: ("station",),
}
THRESHOLDS: Mapping[str, int] = {Root.type: 2, Targets.type: 2, Snapshot.type: 1, Timestamp.type: 1}


@dataclass(frozen=True, slots=True)
class Periods:
    """How long each role's metadata stays valid, in days."""

    root: int = 730
    targets: int = 365
    snapshot: int = 180
    timestamp: int = 90


DEVELOPMENT_DAY = date(2025, 1, 1)
DEVELOPMENT_PERIODS = Periods(root=36_500, targets=36_500, snapshot=36_500, timestamp=36_500)


def make_key(folder: Path, name: str) -> None:
    """Writes a new key pair: `<name>.pem`, readable by its owner alone, and `<name>.public.json`."""
    signer = CryptoSigner.generate_ed25519()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    private = folder / f"{name}.pem"
    private.touch(mode=0o600, exist_ok=False)
    private.write_bytes(signer.private_bytes)
    public = {"keyid": signer.public_key.keyid, **signer.public_key.to_dict()}
    (folder / f"{name}.public.json").write_text(json.dumps(public, indent=1) + "\n", encoding="utf-8")


def read_key(folder: Path, name: str) -> Signer:
    """Gives the signer whose files `make_key` wrote.

    Raises:
        SettingsError: The files are missing or do not belong together.
    """
    try:
        public = json.loads((folder / f"{name}.public.json").read_text(encoding="utf-8"))
        key = Key.from_dict(public.pop("keyid"), public)
        return Signer.from_priv_key_uri(f"file2:{(folder / name).resolve()}.pem", key)
    except (OSError, ValueError, KeyError, SigningLibraryError) as error:
        raise SettingsError(f"the key {name} cannot be used", hint="Make one with `packs key`.") from error


def development_signers(folder: Path) -> dict[str, Signer]:
    """Gives the development signers by name, making the keys that are not there yet."""
    names = sorted({name for names in DEVELOPMENT_KEYS.values() for name in names})
    for name in names:
        if not (folder / f"{name}.pem").exists():
            make_key(folder, name)
    return {name: read_key(folder, name) for name in names}


def first_root(keys: Mapping[str, Sequence[Key]], day: date, periods: Periods) -> Metadata[Root]:
    """Gives version 1 of the root, unsigned, from the keys of each role."""
    root = Root(version=1, expires=until(day, periods.root), consistent_snapshot=False)
    for role in ROLES:
        root.roles[role].threshold = THRESHOLDS[role]
        for key in keys[role]:
            root.add_key(key, role)
    return Metadata(root)


def draw_up(
    packs: Sequence[tuple[bytes, Pack]], root: Metadata[Root], before: Release | None, day: date, periods: Periods
) -> Release:
    """Gives an unsigned release of these packs, one version above the one before it."""
    version = read_metadata(Timestamp, before.timestamp).signed.version + 1 if before else 1
    targets = Targets(version=version, expires=until(day, periods.targets))
    for raw, pack in packs:
        name = f"{pack.manifest.id}.zip"
        custom = PackTarget(pack=pack.manifest.id, version=pack.manifest.version).model_dump()
        target = TargetFile.from_data(name, raw, ["sha256"])
        targets.targets[name] = TargetFile(target.length, target.hashes, name, {"custom": custom})
    snapshot = Snapshot(version, expires=until(day, periods.snapshot), meta={"targets.json": MetaFile(version)})
    timestamp = Timestamp(version, expires=until(day, periods.timestamp), snapshot_meta=MetaFile(version))
    return Release(
        roots=before.roots if before else (written(root),),
        targets=written(Metadata(targets)),
        snapshot=written(Metadata(snapshot)),
        timestamp=written(Metadata(timestamp)),
        files={f"{pack.manifest.id}.zip": raw for raw, pack in packs},
    )


def add_signature(release: Release, signer: Signer) -> tuple[Release, tuple[str, ...]]:
    """Gives the release with this key's signature on every role the newest root trusts it with, and those roles.

    A keeper of the root before signs the newest too: terminals follow only where both agree.
    """
    keyid, root = signer.public_key.keyid, read_metadata(Root, release.roots[-1]).signed
    kept = {one for raw in release.roots[-2:] for one in read_metadata(Root, raw).signed.roles[Root.type].keyids}
    trusted = tuple(role for role in ROLES if keyid in (kept if role == Root.type else root.roles[role].keyids))
    return (
        replace(
            release,
            roots=(*release.roots[:-1], _signed(Root, release.roots[-1], signer, trusted)),
            targets=_signed(Targets, release.targets, signer, trusted),
            snapshot=_signed(Snapshot, release.snapshot, signer, trusted),
            timestamp=_signed(Timestamp, release.timestamp, signer, trusted),
        ),
        trusted,
    )


def is_drawn_up(release: Release, packs: Sequence[tuple[bytes, Pack]], signers: Mapping[str, Signer]) -> bool:
    """Tells whether a release holds exactly these packs, under a root that names all these signers."""
    root = read_metadata(Root, release.roots[-1]).signed
    ours = {signer.public_key.keyid for signer in signers.values()}
    return ours == set(root.keys) and dict(release.files) == {f"{pack.manifest.id}.zip": raw for raw, pack in packs}


def written(metadata: Metadata[Role]) -> bytes:
    """Gives the bytes of metadata as they stand in a release."""
    return metadata.to_bytes(JSONSerializer(compact=False))


def until(day: date, days: int) -> datetime:
    """Gives the moment on which what is valid for so many days ends, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=days)


def _signed(role: type[Role], raw: bytes, signer: Signer, trusted: Sequence[str]) -> bytes:
    if role.type not in trusted:
        return raw
    metadata = read_metadata(role, raw)
    metadata.sign(signer, append=True)
    return written(metadata)
