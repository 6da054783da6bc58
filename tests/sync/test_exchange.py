"""The counter: each thing that can be wrong with a batch has a problem of its own, and the next one is taken in."""

import base64
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.canonical import digest
from modules.events import SessionStarted
from modules.ids import EntryId, TerminalId
from modules.journal import Entry
from modules.signed import Purpose
from modules.texts import DUTCH
from sync.framing import Sender, open_feed, open_receipt, pack_batch, pack_receipt, read_parcel
from sync.sealed import SEED_BYTES, SealingKey, key_pair
from sync.wire import Manifest, ProblemCode, ProblemError, Receipt
from tests.faults import small_disk
from tests.line import Opened, a_gateway
from tests.makers import NOON, TERMINAL, an_id, answered
from tests.memory_terminal import MemoryTerminal

STARTED = SessionStarted(language=DUTCH)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "gateway", terminals=2) as opened:
        yield opened


def a_batch(
    terminal: MemoryTerminal,
    entries: tuple[Entry, ...] | None = None,
    to: SealingKey | None = None,
    sender: TerminalId | None = None,
) -> bytes:
    line = Sender(sender or terminal.id, terminal.signer, to or terminal.bundle.gateway.sealing)
    due = terminal.due(10_000, 1 << 30, {}) if entries is None else entries
    return pack_batch(line, EntryId(terminal.clock.new_id()), terminal.draw_number(), Manifest(), due)


def refusal(opened: Opened, raw: bytes) -> ProblemCode:
    before = opened.gateway.register.position()
    with pytest.raises(ProblemError) as refused:
        opened.gateway.exchange.take(raw)
    assert opened.gateway.register.position() == before
    other = opened.terminals[1]
    other.write(opened.person(), STARTED)
    opened.gateway.exchange.take(a_batch(other))
    return refused.value.problem.code


def test_a_receipt_says_what_is_safe_and_how_much_was_new(opened: Opened) -> None:
    terminal = opened.terminals[0]
    terminal.write(opened.person(), STARTED, answered())
    raw = a_batch(terminal)
    receipts = [
        open_receipt(read_parcel(opened.gateway.exchange.take(raw)), terminal.bundle.group.opening) for _ in range(2)
    ]
    assert [receipt.new for receipt in receipts] == [3, 0]
    assert [receipt.heads[0].seq for receipt in receipts] == [2, 2]
    assert {receipt.number for receipt in receipts} == {1}


def test_a_batch_under_a_name_that_is_not_known_is_refused(opened: Opened) -> None:
    assert refusal(opened, a_batch(opened.terminals[0], (), sender=TERMINAL)) is ProblemCode.UNKNOWN_TERMINAL


def test_a_batch_signed_by_another_than_it_says_is_refused(opened: Opened) -> None:
    stolen = a_batch(opened.terminals[1], (), sender=opened.terminals[0].id)
    assert refusal(opened, stolen) is ProblemCode.BAD_SIGNATURE


def test_a_batch_sealed_to_another_gateway_is_refused(opened: Opened) -> None:
    _, elsewhere = key_pair(b"e" * SEED_BYTES)
    assert refusal(opened, a_batch(opened.terminals[0], (), to=elsewhere)) is ProblemCode.WRONG_RECIPIENT


def test_what_is_signed_well_and_sealed_badly_is_refused(opened: Opened) -> None:
    terminal = opened.terminals[0]
    raw = a_batch(terminal, ())
    parcel = read_parcel(raw)
    sealed = bytes(len(parcel.sealed))
    assert refusal(opened, _resigned(terminal, raw, sealed)) is ProblemCode.NOT_OPENED


def test_a_receipt_is_no_batch(opened: Opened) -> None:
    terminal = opened.terminals[0]
    receipt = Receipt(
        gateway=opened.gateway.secret.gateway,
        terminal=terminal.id,
        batch=EntryId(an_id("", 1)),
        number=1,
        heads=(),
        new=0,
        time_ms=NOON,
    )
    line = Sender(terminal.id, terminal.signer, terminal.bundle.gateway.sealing)
    assert refusal(opened, pack_receipt(line, EntryId(an_id("", 2)), receipt)) is ProblemCode.MALFORMED


def test_a_gap_a_fork_and_a_foreign_lane_are_told_apart(opened: Opened) -> None:
    here, there = opened.terminals
    here.write(opened.person(), STARTED, answered(), answered())
    whole = here.due(100, 1 << 20, {})
    assert refusal(opened, a_batch(here, whole[2:])) is ProblemCode.LANE_GAP
    opened.gateway.exchange.take(a_batch(here, whole))
    here.entries.clear()
    here.write(opened.person(), STARTED, answered())
    assert refusal(opened, a_batch(here)) is ProblemCode.LANE_FORK
    assert refusal(opened, a_batch(here, here.due(2, 1 << 20, {}))) is ProblemCode.LANE_FORK
    there.write(opened.person("100002"), STARTED)
    assert refusal(opened, a_batch(here, there.due(100, 1 << 20, {}))) is ProblemCode.FOREIGN_LANE


def test_entries_that_stand_apart_are_stored_receipted_and_not_counted(opened: Opened) -> None:
    terminal = opened.terminals[0]
    terminal.wall_ahead_ms = 2 * 24 * 3_600_000
    terminal.write(opened.person(), STARTED)
    receipt = opened.gateway.exchange.take(a_batch(terminal))
    assert open_receipt(read_parcel(receipt), terminal.bundle.group.opening).new == 2
    plan = opened.gateway.plans.of(opened.person())
    assert (plan.progress.sessions, plan.apart) == (0, 2)


def test_a_feed_is_the_same_for_all_and_comes_in_parts(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.gateway.exchange.FEED_ENTRIES", 2)
    terminal = opened.terminals[0]
    terminal.write(opened.person(), STARTED, *[answered()] * 4)
    opened.gateway.exchange.take(a_batch(terminal))
    position, parts = 0, []
    while True:
        raw = opened.gateway.exchange.feed(opened.roster.institution, position)
        feed, entries = open_feed(read_parcel(raw), opened.terminals[1].bundle.group.opening)
        if feed.position == position:
            break
        assert feed.after == position
        position = feed.position
        parts.append(entries)
    assert [entry for part in parts for entry in part] == list(terminal.due(100, 1 << 20, {}))
    assert all(len(part) <= 2 for part in parts)


def test_a_full_disk_is_told_as_later_and_nothing_is_half_stored(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 900 * 1024) as small, a_gateway(small / "gateway") as opened:
        _fills(opened)


def _fills(opened: Opened) -> None:
    terminal = opened.terminals[0]
    codes: list[ProblemCode] = []
    while not codes:
        terminal.write(opened.person(), STARTED, *[answered()] * 100)
        before = opened.gateway.register.position()
        try:
            opened.gateway.exchange.take(a_batch(terminal))
        except ProblemError as error:
            codes.append(error.problem.code)
            assert opened.gateway.register.position() == before
        else:
            for chain in terminal.entries.values():
                terminal.settled[chain[0].header.lane.key] = len(chain) - 1
    assert codes == [ProblemCode.UNAVAILABLE]


def _resigned(terminal: MemoryTerminal, raw: bytes, sealed: bytes) -> bytes:
    header = read_parcel(raw).header.model_copy(update={"sealed_sha256": digest(sealed)})
    signature = base64.b64decode(terminal.signer.sign(Purpose.BATCH, header.raw).signature)
    return struct.pack(">I", len(header.raw)) + header.raw + signature + sealed
