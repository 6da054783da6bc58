"""Which packs may be loaded: The Update Framework (specification 1.0.34), pure, on bytes, at a given time.

- root: at least 2 keys of its own for every change; targets: author and approver, 2 of 2; snapshot; timestamp.
- Never backwards: no metadata file and no pack may be older than the floor that the caller kept.
- Expired metadata is refused at the reference time; a pack loaded before stays usable (SECURITY 7).
- Snapshot and targets are named by version, so a second signature can be added without a new snapshot.
- The public `tuf.api` alone is used; the client's own trusted set reads the machine's clock, and is not.
- Not here: reading a release from a folder (release.py), the floor's place (kiosk/store), and signing (signing.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, TypeVar

from pydantic import Field, TypeAdapter, ValidationError
from securesystemslib.exceptions import Error as SigningLibraryError
from tuf.api.exceptions import DownloadError, LengthOrHashMismatchError, RepositoryError, UnsignedMetadataError
from tuf.api.metadata import Metadata, Root, Signed, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError

from content.findings import CATALOGUE, Finding
from modules.errors import ExpiredError, PackError, RollbackError, SignatureError, UnknownKeyError
from modules.ids import PackId
from modules.values import Value

MAX_METADATA_BYTES = 512 * 1024
MAX_ROOTS = 64
LEAST_SIGNATURES = 2

Version = Annotated[int, Field(ge=0)]
Role = TypeVar("Role", Root, Timestamp, Snapshot, Targets)


class PackTarget(Value):
    """What the signers say of one pack file, beside its length and digest."""

    pack: PackId
    version: Annotated[int, Field(ge=1)]


class Floor(Value):
    """The newest versions ever trusted; nothing may go under them."""

    timestamp: Version = 0
    snapshot: Version = 0
    targets: Version = 0
    packs: dict[PackId, Version] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Release:
    """A release as bytes, not yet trusted: every root in order of version, the other metadata, the files by name."""

    roots: tuple[bytes, ...]
    timestamp: bytes
    snapshot: bytes
    targets: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verified:
    """What may be loaded; the root and floor to keep for next time; and when this release must be renewed."""

    packs: Mapping[PackId, bytes]
    trusted_root: bytes
    floor: Floor
    expires: datetime


def verify_release(
    release: Release, *, trusted_root: bytes, reference_time: datetime, floor: Floor | None = None
) -> Verified:
    """Gives the packs of a release whose every signature, version, digest and date holds.

    Raises:
        SignatureError: Too few signatures, or bytes that are not the signed ones.
        UnknownKeyError: The root does not ask for enough different keys.
        RollbackError: Something is older than the floor.
        ExpiredError: Something is no longer valid at the reference time.
        PackError: A metadata file cannot be read, or a file is missing.
    """
    known = floor or Floor()
    raw_root, first, root = _newest_root(trusted_root, release.roots)
    _check_policy(root)
    _check_fresh(root, "root", reference_time)
    least = known if _same_keys(first, root) else Floor(packs=known.packs)
    timestamp = _trusted(Timestamp, release.timestamp, root)
    _check_version("timestamp", timestamp.version, least.timestamp)
    _check_fresh(timestamp, "timestamp", reference_time)
    snapshot = _trusted(Snapshot, release.snapshot, root)
    _check_same("snapshot", snapshot.version, timestamp.snapshot_meta.version)
    _check_version("snapshot", snapshot.version, least.snapshot)
    _check_fresh(snapshot, "snapshot", reference_time)
    targets = _trusted(Targets, release.targets, root)
    listed = snapshot.meta.get("targets.json")
    _check_same("targets", targets.version, listed.version if listed else 0)
    _check_version("targets", targets.version, least.targets)
    _check_fresh(targets, "targets", reference_time)
    packs, versions = _packs(targets, release.files, known)
    return Verified(
        packs=packs,
        trusted_root=raw_root,
        floor=Floor(
            timestamp=timestamp.version,
            snapshot=snapshot.version,
            targets=targets.version,
            packs={**known.packs, **versions},
        ),
        expires=min(role.expires for role in (root, timestamp, snapshot, targets)),
    )


def read_metadata(role: type[Role], raw: bytes) -> Metadata[Role]:
    """Gives metadata of one role, without any trust in it.

    Raises:
        PackError: The bytes are not that.
    """
    if len(raw) > MAX_METADATA_BYTES:
        raise _broken(role.type, "release-size", "is larger than 512 KiB")
    try:
        metadata = Metadata[Role].from_bytes(raw)
    except (DeserializationError, SigningLibraryError) as error:
        raise _broken(role.type, "metadata-broken", "is not signed metadata") from error
    if metadata.signed.type != role.type:
        raise _broken(role.type, "metadata-broken", "is metadata of another role")
    return metadata


def _broken(name: str, code: str, what: str) -> PackError:
    finding = Finding(f"{name}.json", code, f"{name} {what}")
    return PackError(f"{name} {what}", hint=CATALOGUE[code].remedy, findings=[finding])


def _newest_root(trusted: bytes, offered: tuple[bytes, ...]) -> tuple[bytes, Root, Root]:
    if len(offered) > MAX_ROOTS:
        raise _broken("root", "release-size", f"comes in more than {MAX_ROOTS} versions")
    first = _trusted(Root, trusted, read_metadata(Root, trusted).signed)
    raw_newest, newest = trusted, first
    for raw in offered:
        if read_metadata(Root, raw).signed.version <= newest.version:
            continue
        following = _trusted(Root, raw, newest)
        _trusted(Root, raw, following)
        _check_same("root", following.version, newest.version + 1)
        raw_newest, newest = raw, following
    return raw_newest, first, newest


def _trusted(role: type[Role], raw: bytes, root: Root) -> Role:
    metadata = read_metadata(role, raw)
    try:
        root.verify_delegate(role.type, metadata.signed_bytes, metadata.signatures)
    except UnsignedMetadataError as error:
        raise SignatureError(str(error), hint="Get the release again from the release desk.") from error
    except (RepositoryError, SigningLibraryError, ValueError) as error:
        raise SignatureError(f"{role.type} cannot be verified", hint="Do not load this release.") from error
    return metadata.signed


def _check_policy(root: Root) -> None:
    for name in (Root.type, Targets.type):
        role = root.roles[name]
        keys = [root.keys[keyid] for keyid in role.keyids if keyid in root.keys]
        different = {str(sorted(key.keyval.items())) for key in keys}
        if role.threshold < LEAST_SIGNATURES or len(different) < len(keys):
            raise UnknownKeyError(
                f"the root does not ask for {LEAST_SIGNATURES} different signatures on {name}",
                hint="Do not load this release; ask the keepers of the root keys.",
            )


def _same_keys(first: Root, newest: Root) -> bool:
    """Tells whether no timestamp or snapshot key was replaced; after one was, old versions say nothing (TUF 5.3.11)."""
    return all(
        set(first.roles[name].keyids) == set(newest.roles[name].keyids) for name in (Timestamp.type, Snapshot.type)
    )


def _check_fresh(signed: Signed, name: str, reference_time: datetime) -> None:
    if signed.is_expired(reference_time):
        raise ExpiredError(
            f"{name} was valid until {signed.expires:%Y-%m-%d}", hint="Get a newer release from the release desk."
        )


def _check_version(name: str, version: int, least: int) -> None:
    if version < least:
        raise RollbackError(
            f"{name} is version {version}, and {least} was trusted before",
            hint="Get the newest release; the way back to old content is a new version.",
        )


def _check_same(name: str, version: int, signed_version: int) -> None:
    if version != signed_version:
        raise RollbackError(
            f"{name} is version {version}, and version {signed_version} is the one signed for",
            hint="Copy the whole release folder again.",
        )


def _packs(targets: Targets, files: Mapping[str, bytes], floor: Floor) -> tuple[dict[PackId, bytes], dict[PackId, int]]:
    packs: dict[PackId, bytes] = {}
    versions: dict[PackId, int] = {}
    for name, target in sorted(targets.targets.items()):
        try:
            said = _TARGET.validate_python(target.custom)
        except ValidationError as error:
            raise _broken(Targets.type, "metadata-broken", "does not say which pack a file is") from error
        if name not in files:
            raise _broken(name, "release-incomplete", "is signed for, and is not in the release")
        try:
            target.verify_length_and_hashes(files[name])
        except (LengthOrHashMismatchError, DownloadError, RepositoryError, ValueError) as error:
            raise SignatureError(f"{name} is not the file that was signed", hint="Copy it again.") from error
        if said.pack in packs:
            raise _broken(Targets.type, "metadata-broken", "names one pack twice")
        _check_version(said.pack, said.version, floor.packs.get(said.pack, 0))
        packs[said.pack], versions[said.pack] = files[name], said.version
    return packs, versions


_TARGET: TypeAdapter[PackTarget] = TypeAdapter(PackTarget)
