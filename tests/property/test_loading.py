"""Two thousand changed releases on a medium: a terminal loads what was signed or nothing, and writes nowhere else.

- The folder is a real one and is changed as a medium can be: bytes, lengths, names, links, files of others.
- The terminal's store and packs are real; what stands beside them is compared name by name and byte by byte.
- The seeds are fixed, so a failure can be repeated.
"""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from content.release import load_packs, read_release, write_release
from content.trust import verify_release
from kiosk.store.packs import Packs
from modules.errors import PackError, UntrustedError
from tests.content.made import NOON, a_pack, a_release
from tests.suites.terminals import make_terminal

SEEDS, EACH = range(4), 500
RELEASE = a_release(a_pack("kvv", 2), a_pack("reflector", 2))
ROOT = RELEASE.roots[0]


def _flip(path: Path, chance: random.Random) -> None:
    raw = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 3)):
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    path.write_bytes(raw)


def _cut(path: Path, chance: random.Random) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[: chance.randrange(len(raw))])


def _grow(path: Path, chance: random.Random) -> None:
    raw, at = path.read_bytes(), chance.randrange(8_000)
    path.write_bytes(raw[:at] + chance.randbytes(chance.randint(1, 64)) + raw[at:])


def _move(path: Path, chance: random.Random) -> None:
    path.rename(path.with_name(chance.choice(["x.zip", "2.root.json", "Kvv.ZIP", "a b.zip", "kvv.zip.new", ".zip"])))


def _link(path: Path, chance: random.Random) -> None:
    aside = path.with_name(f"{path.name}.aside")
    path.rename(aside)
    path.symlink_to(chance.choice([aside, Path("/etc/passwd"), Path("..")]))


def _swap(path: Path, chance: random.Random) -> None:
    other = chance.choice([one for one in _files(path.parent.parent) if one != path])
    raw = path.read_bytes()
    path.write_bytes(other.read_bytes())
    other.write_bytes(raw)


def _words(path: Path, chance: random.Random) -> None:
    raw = path.read_bytes()
    was, now = chance.choice([(b"kvv", b"../"), (b"2", b"9"), (b'"', b"'"), (b"sha256", b"sha512"), (b"zip", b"/..")])
    path.write_bytes(raw.replace(was, now, chance.randint(1, 4)))


def _gone(path: Path, _: random.Random) -> None:
    path.unlink()


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (_flip, _cut, _grow, _move, _link, _swap, _words, _gone)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/*") if path.is_file() and not path.is_symlink())


def _there(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_release_that_was_changed_on_its_way_loads_what_was_signed_or_nothing(tmp_path: Path, seed: int) -> None:
    chance, medium = random.Random(seed), tmp_path / "medium"
    (tmp_path / "terminal").mkdir()
    terminal = make_terminal(tmp_path / "terminal/store.db")
    packs = Packs(terminal.vault, tmp_path / "terminal/packs")
    first = a_release(a_pack("kvv", 1), a_pack("reflector", 1))
    packs.install(verify_release(first, trusted_root=ROOT, reference_time=NOON))
    old, signed = packs.current(), {a_pack(name, 2)[1].digest for name in ("kvv", "reflector")}
    beside, refused = _there(tmp_path), 0
    for _ in range(EACH):
        shutil.rmtree(medium, ignore_errors=True)
        write_release(medium, RELEASE)
        for _ in range(chance.randint(1, 2)):
            chance.choice(CHANGES)(chance.choice(_files(medium)), chance)
        try:
            verified = verify_release(read_release(medium), trusted_root=ROOT, reference_time=NOON)
            found = {pack.digest for pack in load_packs(verified)}
        except (PackError, UntrustedError):
            refused += 1
        else:
            assert found == signed
        shutil.rmtree(medium)
        assert packs.current() == old
    assert EACH // 2 < refused < EACH
    assert _there(tmp_path) == beside
