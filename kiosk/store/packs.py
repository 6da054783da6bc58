"""Installed packs, those in use and those of before, and the floor no version may go under.

- Takes what `content.trust.verify_release` found good, never bytes of unknown origin.
- A pack is a file named by its digest, written aside, flushed and renamed; only then does the store point to it, in one
  transaction with the trusted root and the floor. Interrupted anywhere, the packs of before are still the packs.
- The packs that were in use before are kept: where the new ones fail the terminal's own test, `fall_back` takes those
  into use again. The floor stays where it is, so the same release can be installed once more, and no older one.
- Every answer names the digest of the pack it was given in: `prune` removes a pack only once nobody's entry names it.
- Who writes or removes files here holds the lock, so that neither takes away what the other is about to use.
- What is read is digested again; a changed file is damage, not content.
- Not here: signatures and expiry (content/trust.py), what is in a pack (content/pack.py), which pack a person works in
  (kiosk/wiring/library.py).
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.store.files import flush
from kiosk.store.meta import Meta
from kiosk.store.vault import Vault
from modules.canonical import canonical, digest
from modules.errors import StoreDamagedError, StoreFullError
from modules.ids import Digest, PackId

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from content.trust import Floor, Verified

LOCK = "lock"
ASIDE = ".aside"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Packs:
    """The packs of one terminal."""

    def __init__(self, vault: Vault, folder: Path) -> None:
        self._vault = vault
        self._meta = Meta(vault)
        self._folder = folder

    def install(self, verified: Verified) -> tuple[Digest, ...]:
        """Installs a verified release whole and gives the digests of its packs; again changes nothing.

        Raises:
            StoreFullError: There is no room; the packs of before are still in use.
        """
        with self._alone():
            digests = {pack: self._write(raw) for pack, raw in verified.packs.items()}
            with self._vault.write():
                before = self.current()
                if {**before, **digests} != before:
                    self._meta.put_packs_before(before)
                for pack, found in digests.items():
                    self._vault.run("UPDATE packs SET current = 0 WHERE pack = ?", (pack,))
                    self._vault.run(
                        "INSERT INTO packs VALUES (?, ?, ?, 1)"
                        " ON CONFLICT DO UPDATE SET current = 1, version = excluded.version",
                        (found, pack, verified.floor.packs[pack]),
                    )
                self._meta.put_trust(verified.trusted_root, canonical(verified.floor))
                self._meta.put_fell_back(fell=False)
        return tuple(digests.values())

    def fall_back(self) -> bool:
        """Takes the packs of before into use again, and tells whether there were any."""
        with self._vault.write():
            before = self._meta.packs_before()
            if not before or before == self.current():
                return False
            self._vault.run("UPDATE packs SET current = 0")
            for found in before.values():
                self._vault.run("UPDATE packs SET current = 1 WHERE digest = ?", (found,))
            self._meta.put_fell_back(fell=True)
        return True

    @property
    def fell_back(self) -> bool:
        """Whether the packs in use are those of before, because newer ones failed."""
        return self._meta.fell_back()

    def prune(self, named: AbstractSet[Digest]) -> int:
        """Removes every pack that is not in use, nor was before, nor is named by an entry; gives how many."""
        with self._alone():
            with self._vault.write():
                kept = {*self.current().values(), *self._meta.packs_before().values(), *named}
                gone = [found for found in self.known() if found not in kept]
                for found in gone:
                    self._vault.run("DELETE FROM packs WHERE digest = ?", (found,))
            known = {f"{found}.zip" for found in self.known()}
            for path in self._folder.iterdir():
                if path.suffix == ASIDE or (path.suffix == ".zip" and path.name not in known):
                    path.unlink()
        return len(gone)

    def trust(self) -> tuple[bytes, Floor] | None:
        """Gives the trusted root and the floor that the next release must follow; none before the first."""
        from content.trust import Floor  # noqa: PLC0415  TUF is not loaded where nothing is installed

        kept = self._meta.trust()
        return None if kept is None else (kept[0], Floor.model_validate_json(kept[1]))

    def current(self) -> dict[PackId, Digest]:
        """Gives the digest of each pack that is in use."""
        rows = self._vault.rows("SELECT pack, digest FROM packs WHERE current = 1 ORDER BY pack")
        return {PackId(pack): Digest(found) for pack, found in rows}

    def known(self) -> dict[Digest, tuple[PackId, int]]:
        """Gives the id and the version of every pack that is here."""
        rows = self._vault.rows("SELECT digest, pack, version FROM packs")
        return {Digest(found): (PackId(pack), int(version)) for found, pack, version in rows}

    def raw(self, wanted: Digest) -> bytes:
        """Gives an installed pack's bytes.

        Raises:
            StoreDamagedError: It is not here, or not the one it was.
        """
        path = self.file(wanted)
        raw = path.read_bytes() if path.is_file() else b""
        if digest(raw) != wanted:
            raise StoreDamagedError("an installed pack is not whole", hint="install the release again")
        return raw

    def file(self, found: Digest) -> Path:
        """Gives the file of a pack, whether it is there or not."""
        return self._folder / f"{found}.zip"

    def _write(self, raw: bytes) -> Digest:
        found = digest(raw)
        path, aside = self.file(found), self._folder / f"{found}{ASIDE}"
        try:
            with aside.open("wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
            flush(self._folder)
        except OSError as error:
            aside.unlink(missing_ok=True)
            if error.errno in _NO_ROOM:
                raise StoreFullError(
                    "there is no room for these packs", hint="free some, then install again"
                ) from error
            raise
        return found

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True)
        number = os.open(self._folder / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(number, fcntl.LOCK_EX)
            yield
        finally:
            os.close(number)
