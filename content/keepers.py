"""The keepers' side of a release: the first root, and each next one that changes whose keys are trusted.

- A root names the keys of each role: keepers (root, 2 of 3 or more), signers (targets: author and approver), station.
- A next root is signed by keepers of the one before and by its own (TUF specification 1.0.34, 5.3.4 and 6.1), so
  that terminals follow from the root they have; what is signed by a key that is no longer named counts no more.
- A new release begins empty, with version 1; its first packs are version 2, drawn up by `packs sign` as any other.
- Not here: adding a signature (signing.py), what a terminal believes (trust.py).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from securesystemslib.exceptions import Error as SigningLibraryError
from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from content.signing import Periods, draw_up, first_root, until, written
from content.trust import Release, read_metadata
from modules.errors import SettingsError

LEAST_KEYS: Mapping[str, int] = {Root.type: 3, Targets.type: 2, Snapshot.type: 1, Timestamp.type: 1}
CALLED: Mapping[str, str] = {
    Root.type: "keepers",
    Targets.type: "signers",
    Snapshot.type: "stations",
    Timestamp.type: "stations",
}

RoleKeys = Mapping[str, Sequence[Key]]


def read_public_key(path: Path) -> Key:
    """Gives the public half of a key that `packs key` made.

    Raises:
        SettingsError: The file is no public key.
    """
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return Key.from_dict(said.pop("keyid"), said)
    except (ValueError, KeyError, AttributeError, TypeError, SigningLibraryError) as error:
        raise SettingsError(f"{path.name} is no public key", hint="Give the .public.json of `packs key`.") from error


def role_keys(keepers: Sequence[Key], signers: Sequence[Key], stations: Sequence[Key]) -> dict[str, Sequence[Key]]:
    """Gives the keys by role, those alone that were named."""
    named = {Root.type: keepers, Targets.type: signers, Snapshot.type: stations, Timestamp.type: stations}
    return {role: keys for role, keys in named.items() if keys}


def begin_release(keys: RoleKeys, day: date, periods: Periods) -> Release:
    """Gives a release of no packs under a first root; nothing in it is signed.

    Raises:
        SettingsError: A role has too few keys, or one key twice.
    """
    _check({role: keys.get(role, ()) for role in LEAST_KEYS})
    return draw_up([], first_root(keys, day, periods), None, day, periods)


def next_root(release: Release, keys: RoleKeys, day: date, periods: Periods) -> Release:
    """Gives the release with one more root: these keys in place of those of the same roles, the others as they were.

    Raises:
        SettingsError: A role has too few keys, or one key twice; or the newest root is not signed yet.
        PackError: The newest root cannot be read.
    """
    newest = read_metadata(Root, release.roots[-1])
    if len(newest.signatures) < newest.signed.roles[Root.type].threshold:
        raise SettingsError(
            "the newest root is not signed by enough keepers yet", hint="Sign it first, or begin from the one before."
        )
    _check(keys)
    root = read_metadata(Root, release.roots[-1]).signed
    root.version, root.expires = root.version + 1, until(day, periods.root)
    for role, named in keys.items():
        for keyid in tuple(root.roles[role].keyids):
            root.revoke_key(keyid, role)
        for key in named:
            root.add_key(key, role)
    return replace(release, roots=(*release.roots, written(Metadata(root))))


def told(raw_root: bytes) -> Iterable[str]:
    """Gives a line for each role of a root: how many signatures it asks for, and the keys it trusts."""
    root = read_metadata(Root, raw_root).signed
    yield f"root version {root.version}, valid until {root.expires:%Y-%m-%d}"
    for name, role in root.roles.items():
        yield f"{name:10} {role.threshold} of {len(role.keyids)}: {', '.join(keyid[:16] for keyid in role.keyids)}"


def _check(keys: RoleKeys) -> None:
    for role, named in keys.items():
        if len({key.keyid for key in named}) < len(named):
            raise SettingsError(f"one key is named twice among the {CALLED[role]}", hint="Each person has a key.")
        if len(named) < LEAST_KEYS[role]:
            raise SettingsError(
                f"{len(named)} {CALLED[role]} are named, and {LEAST_KEYS[role]} are needed",
                hint="Have each of them make a key with `packs key`, and name every one.",
            )
