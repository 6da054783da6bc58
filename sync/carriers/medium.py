"""The road by hand: a folder on a carried medium, the same parcels as files (WIRE 5.2).

- Written aside, flushed, renamed: a file under its own name is whole. What is torn after that is noticed, not believed.
- Only names of the expected form are opened, only regular files, only up to the size WIRE 6 allows.
- Nothing is removed without a signed receipt, so it also works over a one-way road.
- Not here: mounting the medium and which stick may be used (kiosk/deploy, gateway), and what a gateway does with the
  batches it finds (gateway/medium_round.py).
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from errno import ELOOP, ENOSPC
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

from pydantic import Field, StringConstraints

from modules.canonical import digest
from modules.errors import ProductError, RetryLaterError, UntrustedError, WireError
from modules.ids import Digest, GatewayId, InstitutionId, TerminalId
from modules.signed import PublicKey, Purpose, Signer
from modules.values import Value
from sync.framing import FRONT_BYTES, read_header, read_signed_note, signed_note
from sync.wire import PARCEL_BYTES, Receipt, Whole

FOLDER, UP, DOWN = "kvv-kiosk", "up", "down"
INDEX_BYTES = 4 * 1024 * 1024
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_NAME = rf"^dr-(?P<whose>[tgi]-{_UUID})(-(?P<id>{_UUID}))?\.(?P<kind>batch|receipt|feed|index)$"
_EXPECTED = re.compile(_NAME)

FileKind = Literal["batch", "receipt", "feed", "index"]
FileName = Annotated[str, StringConstraints(pattern=_NAME)]


class IndexedFile(Value):
    """One file as its writer left it."""

    name: FileName
    size_bytes: Whole
    sha256: Digest


class Index(Value):
    """What a writer left on the medium, signed by it."""

    v: Literal[1] = 1
    kind: Literal["index"] = "index"
    writer: TerminalId | GatewayId
    number: Whole
    files: Annotated[tuple[IndexedFile, ...], Field(max_length=20_000)]


class Shelf:
    """One folder of the medium (`up` or `down`): files by their expected names, and nothing else."""

    def __init__(self, medium: Path, side: str) -> None:
        self._folder = medium / FOLDER / side

    @property
    def is_there(self) -> bool:
        """Whether anything was ever written on this side of the medium."""
        return self._folder.is_dir()

    def names(self, kind: FileKind, whose: str | None = None) -> tuple[str, ...]:
        """Gives the names of all files of a kind, in order of writing; of one owner, if asked so."""
        with _road():
            there = sorted(path.name for path in self._folder.iterdir()) if self._folder.is_dir() else []
        found = [match for name in there if (match := _EXPECTED.fullmatch(name)) and match["kind"] == kind]
        return tuple(match.string for match in found if whose is None or match["whose"] == whose)

    def read(self, name: str, most_bytes: int = PARCEL_BYTES) -> bytes:
        """Gives a file's bytes.

        Raises:
            WireError: It is no regular file, or larger than it may be.
            RetryLaterError: The medium cannot be read.
        """
        with _road(), self._opened(name, most_bytes) as file:
            return file.read(most_bytes)

    def number(self, name: str) -> int:
        """Gives the number in the header of a parcel's file, or -1 where it has none.

        Raises:
            RetryLaterError: The medium cannot be read.
        """
        try:
            with _road(), self._opened(name, PARCEL_BYTES) as file:
                return read_header(file.read(FRONT_BYTES)).number
        except WireError:
            return -1

    def put(self, name: str, raw: bytes) -> None:
        """Writes a file so that it is there whole or not at all.

        Raises:
            RetryLaterError: The medium cannot be written.
        """
        aside = self._folder / f".{name}"
        with _road():
            self._folder.mkdir(parents=True, exist_ok=True)
            with aside.open("wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(self._folder / name)
            self._flush()

    def remove(self, names: Iterable[str]) -> None:
        """Removes files; one that is gone already is no trouble.

        Raises:
            RetryLaterError: The medium cannot be written.
        """
        with _road():
            for name in names:
                (self._folder / name).unlink(missing_ok=True)

    def write_index(self, writer: TerminalId | GatewayId, signer: Signer, names: Iterable[str]) -> None:
        """Writes what `writer` has left here, signed, over its last index.

        Raises:
            RetryLaterError: The medium cannot be written.
        """
        try:
            last = self.index(writer, signer.public_key)
        except ProductError:
            last = None
        listed = [(name, self.read(name)) for name in sorted(names)]
        files = tuple(IndexedFile(name=name, size_bytes=len(raw), sha256=digest(raw)) for name, raw in listed)
        index = Index(writer=writer, number=last.number + 1 if last else 1, files=files)
        self.put(_index_name(writer), signed_note(signer, Purpose.MEDIUM, index))

    def index(self, writer: str, key: PublicKey) -> Index | None:
        """Gives what a writer says it left here, or none where it left no index.

        Raises:
            UntrustedError: The index is not the writer's.
            WireError: It is no index.
        """
        if _index_name(writer) not in self.names("index"):
            return None
        index = read_signed_note(Index, Purpose.MEDIUM, self.read(_index_name(writer), INDEX_BYTES), key)
        if index.writer != writer:
            raise UntrustedError("an index is of another writer than its name says")
        return index

    def lost(self, index: Index) -> tuple[str, ...]:
        """Gives the names in an index whose file is not here, or not as it was written."""
        return tuple(file.name for file in index.files if not self._is_as_written(file))

    def _opened(self, name: str, most_bytes: int) -> BinaryIO:
        try:
            handle = os.open(self._folder / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
        except OSError as error:
            if error.errno == ELOOP:
                raise WireError("a file on the medium is a link (WIRE 5.2)") from error
            raise
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > most_bytes:
            os.close(handle)
            raise WireError("a file on the medium is not what its name says (WIRE 5.2)")
        return os.fdopen(handle, "rb")

    def _is_as_written(self, file: IndexedFile) -> bool:
        try:
            return digest(self.read(file.name)) == file.sha256
        except (WireError, RetryLaterError):
            return False

    def _flush(self) -> None:
        handle = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class MediumCarrier:
    """A terminal's side of the medium: batches are put up, receipts and feeds are taken from below."""

    def __init__(self, medium: Path, terminal: TerminalId, institution: InstitutionId, signer: Signer) -> None:
        self._up, self._down = Shelf(medium, UP), Shelf(medium, DOWN)
        self._terminal, self._institution, self._signer = terminal, institution, signer

    def send(self, batch: bytes) -> bytes | None:
        """Writes one batch; its receipt comes back with the medium, or by the other road.

        Raises:
            RetryLaterError: The medium is full, gone or cannot be written.
        """
        self._up.put(parcel_name(self._terminal, read_header(batch[:FRONT_BYTES]).id, "batch"), batch)
        self._up.write_index(self._terminal, self._signer, self._up.names("batch", self._terminal))
        return None

    def fetch(self, after: int) -> Iterator[bytes]:
        """Gives the feeds that reach a position, in order, then the receipts for this terminal.

        Feeds go first, because they bring back what a store that was put back has lost and a receipt speaks of.

        Raises:
            RetryLaterError: The medium is gone or cannot be read.
        """
        feeds = sorted((self._down.number(name), name) for name in self._down.names("feed", self._institution))
        yield from (self._whole(name) for number, name in feeds if number >= after or number < 0)
        yield from map(self._whole, self._down.names("receipt", self._terminal))

    def settled(self, receipt: Receipt) -> None:
        """Removes this terminal's own batches that the receipt covers.

        Raises:
            RetryLaterError: The medium cannot be written.
        """
        mine = self._up.names("batch", self._terminal)
        covered = [name for name in mine if 0 <= self._up.number(name) <= receipt.number]
        if covered:
            self._up.remove(covered)
            self._up.write_index(self._terminal, self._signer, self._up.names("batch", self._terminal))

    def _whole(self, name: str) -> bytes:
        """Gives a parcel's bytes, or none of them where the file is no parcel's: then it will not be believed."""
        try:
            return self._down.read(name)
        except WireError:
            return b""


def parcel_name(whose: str, parcel: str, kind: FileKind) -> str:
    """Gives the name of a parcel's file."""
    return f"dr-{whose}-{parcel}.{kind}"


def _index_name(writer: str) -> str:
    return f"dr-{writer}.index"


@contextmanager
def _road() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hint = "it is full: make room or take another" if error.errno == ENOSPC else "put it in again"
        raise RetryLaterError("the medium cannot be read or written", hint=hint) from error
