"""Installed packs, and the floor no version may go under.

- Takes what `content.trust.verify_release` found good, never bytes of unknown origin.
- A pack is a file named by its digest, written aside, flushed and renamed; only then does the store point to it, in one
  transaction with the trusted root and the floor. Interrupted anywhere, the packs of before are still the packs.
- Packs are never removed: every answer names the digest of the pack it was given in.
- What is read is digested again; a changed file is damage, not content.
- Not here: signatures and expiry (content/trust.py), what is in a pack (content/pack.py).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.store.meta import Meta
from kiosk.store.vault import Vault
from modules.canonical import canonical, digest
from modules.errors import StoreDamagedError
from modules.ids import Digest, PackId

if TYPE_CHECKING:
    from content.trust import Floor, Verified


class Packs:
    """The packs of one terminal."""

    def __init__(self, vault: Vault, folder: Path) -> None:
        self._vault = vault
        self._meta = Meta(vault)
        self._folder = folder

    def install(self, verified: Verified) -> tuple[Digest, ...]:
        """Installs a verified release whole and gives the digests of its packs; again changes nothing."""
        digests = {pack: self._write(raw) for pack, raw in verified.packs.items()}
        with self._vault.write():
            for pack, found in digests.items():
                self._vault.run("UPDATE packs SET current = 0 WHERE pack = ?", (pack,))
                self._vault.run(
                    "INSERT INTO packs VALUES (?, ?, ?, 1)"
                    " ON CONFLICT DO UPDATE SET current = 1, version = excluded.version",
                    (found, pack, verified.floor.packs[pack]),
                )
            self._meta.put_trust(verified.trusted_root, canonical(verified.floor))
        return tuple(digests.values())

    def trust(self) -> tuple[bytes, Floor] | None:
        """Gives the trusted root and the floor that the next release must follow; none before the first."""
        from content.trust import Floor  # noqa: PLC0415  TUF is not loaded where nothing is installed

        kept = self._meta.trust()
        return None if kept is None else (kept[0], Floor.model_validate_json(kept[1]))

    def current(self) -> dict[PackId, Digest]:
        """Gives the digest of each pack that is in use."""
        rows = self._vault.rows("SELECT pack, digest FROM packs WHERE current = 1 ORDER BY pack")
        return {PackId(pack): Digest(found) for pack, found in rows}

    def raw(self, wanted: Digest) -> bytes:
        """Gives an installed pack's bytes.

        Raises:
            StoreDamagedError: It is not here, or not the one it was.
        """
        path = self._path(wanted)
        raw = path.read_bytes() if path.is_file() else b""
        if digest(raw) != wanted:
            raise StoreDamagedError("an installed pack is not whole", hint="install the release again")
        return raw

    def _path(self, found: Digest) -> Path:
        return self._folder / f"{found}.zip"

    def _write(self, raw: bytes) -> Digest:
        found = digest(raw)
        path, aside = self._path(found), self._folder / f"{found}.aside"
        self._folder.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return found
