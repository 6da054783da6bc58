"""Faults made on purpose: the power is cut, a program is killed, a disk is small.

- A power cut is simulated on what strace recorded: what was flushed is there; of what was not, any sector may be, in
  any order (SECURITY 1.2). It shows nothing about a disk that lies about flushing.
- Chance is seeded, so a failure can be repeated.
- Not here: what must hold afterwards (tests/fault).
"""

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

SECTOR_BYTES = 512
KILLED_AT = 320
"""More writes than looking at a store takes, and than one makes that is killed at an early write."""
ACKNOWLEDGED = b"acknowledged\n"
_CALLS = "openat,pwrite64,write,fdatasync,fsync,ftruncate,unlink"
_WRITE = re.compile(r'pwrite64\(\d+<([^>]+)>, "([^"]*)", \d+, (\d+)\)')
_CUT = re.compile(r"ftruncate\(\d+<([^>]+)>, (\d+)\)")
_FLUSH = re.compile(r"f(?:data)?sync\(\d+<([^>]+)>\)")
_TOLD = re.compile(r'write\(1<[^>]*>, "([^"]*)"')


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes handed to the operating system; not on disk before a flush of the same file."""

    file: str
    offset: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Truncated:
    """A file given another length; on disk with the next flush."""

    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Flushed:
    """Everything written to a file before is on disk."""

    file: str


@dataclass(frozen=True, slots=True)
class Told:
    """The program told its caller that one more thing is safe."""


Operation = Written | Truncated | Flushed | Told


def recorded(command: Sequence[str], folder: Path) -> tuple[Operation, ...]:
    """Runs a program and gives what it did to files in a folder, and when it told that something is safe."""
    log = folder.with_suffix(".strace")
    strace = ["strace", "-y", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}", "-o", str(log), *command]
    subprocess.run(strace, check=True, stdout=subprocess.PIPE)
    return tuple(_operations(log.read_text(encoding="ascii").splitlines(), str(folder)))


def _operations(lines: Sequence[str], folder: str) -> Iterator[Operation]:
    for line in lines:
        if (told := _TOLD.match(line)) and _bytes(told[1]) == ACKNOWLEDGED:
            yield Told()
        elif (write := _WRITE.match(line)) and (file := _name(write[1])).startswith(folder):
            yield Written(file, int(write[3]), _bytes(write[2]))
        elif (cut := _CUT.match(line)) and (file := _name(cut[1])).startswith(folder):
            yield Truncated(file, int(cut[2]))
        elif (flush := _FLUSH.match(line)) and (file := _name(flush[1])).startswith(folder):
            yield Flushed(file)


def _name(escaped: str) -> str:
    return _bytes(escaped).decode("utf-8")


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def after_power_cut(
    before: Mapping[str, bytes], operations: Sequence[Operation], cut: int, chance: random.Random
) -> dict[str, bytes]:
    """Gives the files as they may be found when the power went after so many operations."""
    files = {name: bytearray(raw) for name, raw in before.items()}
    flushed = {one.file: number for number, one in enumerate(operations[:cut]) if isinstance(one, Flushed)}
    unsure: list[Written | Truncated] = []
    for number, one in enumerate(operations[:cut]):
        if isinstance(one, Written | Truncated):
            if number < flushed.get(one.file, -1):
                _apply(files, one)
            else:
                unsure += _sectors(one)
    for one in chance.sample(unsure, chance.randint(0, len(unsure))):
        _apply(files, one)
    return {name: bytes(raw) for name, raw in files.items()}


def _sectors(one: Written | Truncated) -> Iterator[Written | Truncated]:
    if isinstance(one, Truncated):
        yield one
        return
    start, end = one.offset, one.offset + len(one.raw)
    while start < end:
        stop = min(end, (start // SECTOR_BYTES + 1) * SECTOR_BYTES)
        yield Written(one.file, start, one.raw[start - one.offset : stop - one.offset])
        start = stop


def _apply(files: dict[str, bytearray], one: Written | Truncated) -> None:
    raw = files.setdefault(one.file, bytearray())
    end = one.size if isinstance(one, Truncated) else one.offset + len(one.raw)
    raw.extend(bytes(max(0, end - len(raw))))
    if isinstance(one, Truncated):
        del raw[one.size :]
    else:
        raw[one.offset : end] = one.raw


def killed_while(work: Callable[[Callable[[], object]], None], seconds: float) -> int:
    """Gives how often a piece of work told that something is safe before it was killed in the middle of it.

    Args:
        work: Runs in a process of its own, and calls its argument whenever one more thing is safe.
        seconds: How long after the first time it is killed.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            work(lambda: os.write(write, b"."))
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb", buffering=0) as pipe:
        told = len(pipe.read(1) or b"")
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        while found := pipe.read(65_536):
            told += len(found)
    os.waitpid(child, 0)
    return told


def told_by_child(work: Callable[[Callable[[bytes], object]], object]) -> bytes:
    """Gives what a piece of work, in a process of its own, told before it ended or was ended by somebody else."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            work(lambda told: os.write(write, told))
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told


def killed_at_writes(command: Sequence[str], call: str = "pwrite64", at: int = KILLED_AT) -> bytes:
    """Gives what a program printed of which each process is killed as it begins its call number `at` of this name."""
    inject = f"inject={call}:signal=SIGKILL:when={at}"
    strace = ["strace", "-f", "-o", os.devnull, "-e", f"trace={call}", "-e", inject, *command]
    return subprocess.run(strace, check=True, stdout=subprocess.PIPE).stdout


@contextlib.contextmanager
def small_disk(folder: Path, size_bytes: int) -> Iterator[Path]:
    """Makes a folder that is a disk of its own of this size; skips the test where the machine lets nobody mount one."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size_bytes}", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("a disk of a few kilobytes is needed, and mounting one takes root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def can_record() -> bool:
    """Tells whether programs can be traced here."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], check=False, capture_output=True).returncode == 0
