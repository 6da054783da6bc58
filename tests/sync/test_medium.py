"""The road by hand: media that were pulled, torn, filled up, tampered with, or never come back."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from modules.errors import RetryLaterError, UntrustedError, WireError
from modules.events import SessionStarted
from modules.signed import Purpose
from modules.texts import DUTCH
from sync.carriers.medium import Index, MediumCarrier, Shelf
from sync.framing import signed_note
from sync.policy import Outcome, Pace
from sync.wire import ProblemCode
from tests.faults import small_disk
from tests.line import Opened, a_gateway
from tests.makers import TERMINAL_SIGNER, an_id, answered
from tests.memory_terminal import MemoryTerminal

STARTED = SessionStarted(language=DUTCH)


@dataclass
class Desk:
    """A gateway, two terminals and one medium."""

    opened: Opened
    medium: Path

    @property
    def here(self) -> MemoryTerminal:
        return self.opened.terminals[0]

    @property
    def there(self) -> MemoryTerminal:
        return self.opened.terminals[1]

    def carrier(self, terminal: MemoryTerminal, medium: Path | None = None) -> MediumCarrier:
        return MediumCarrier(medium or self.medium, terminal.id, terminal.bundle.institution, terminal.signer)

    def round(self, terminal: MemoryTerminal, medium: Path | None = None) -> Outcome:
        return terminal.courier(self.carrier(terminal, medium)).round(Pace())

    def write(self, terminal: MemoryTerminal, count: int = 3) -> None:
        terminal.write(self.opened.person(), STARTED, *[answered()] * count)

    def files(self, side: str = "up") -> list[Path]:
        return sorted((self.medium / "kvv-kiosk" / side).glob("*"))

    def batches(self) -> list[Path]:
        return [path for path in self.files() if path.suffix == ".batch"]

    def sessions(self) -> int:
        return self.opened.gateway.plans.of(self.opened.person()).progress.sessions


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    medium = tmp_path / "medium"
    medium.mkdir()
    with a_gateway(tmp_path / "gateway", terminals=2) as opened:
        yield Desk(opened, medium)


def test_what_is_on_a_medium_bears_names_of_devices_only(desk: Desk) -> None:
    desk.write(desk.here)
    desk.round(desk.here)
    desk.opened.gateway.by_hand.take_in(desk.medium)
    desk.opened.gateway.by_hand.put_back(desk.medium, desk.opened.roster.institution)
    names = [path.name for side in ("up", "down") for path in desk.files(side)]
    assert sorted({name.rpartition(".")[2] for name in names}) == ["batch", "feed", "index", "receipt"]
    for name in names:
        assert desk.opened.person() not in name
        assert "visser" not in name.lower()


def test_a_batch_stays_on_the_medium_until_its_receipt_came_back(desk: Desk) -> None:
    desk.write(desk.here)
    desk.round(desk.here)
    assert len(desk.batches()) == 1
    desk.opened.gateway.by_hand.take_in(desk.medium)
    assert len(desk.batches()) == 1
    desk.opened.gateway.by_hand.put_back(desk.medium, desk.opened.roster.institution)
    desk.round(desk.here)
    assert desk.batches() == []


def test_a_terminal_clears_only_its_own_batches(desk: Desk) -> None:
    for terminal in (desk.here, desk.there):
        desk.write(terminal)
        desk.round(terminal)
    desk.opened.gateway.by_hand.take_in(desk.medium)
    desk.opened.gateway.by_hand.put_back(desk.medium, desk.opened.roster.institution)
    desk.round(desk.here)
    assert [path.name.split("-", 1)[1].startswith(desk.there.id) for path in desk.batches()] == [True]


def test_over_a_one_way_road_everything_goes_again_and_nothing_is_counted_twice(desk: Desk) -> None:
    for _ in range(3):
        desk.write(desk.here, 1)
        desk.round(desk.here)
        desk.opened.gateway.by_hand.take_in(desk.medium)
    assert len(desk.batches()) == 3
    assert desk.sessions() == 3
    assert len(desk.here.due(100, 1 << 20, {})) == 7


def test_a_medium_can_be_taken_in_as_often_as_one_likes(desk: Desk) -> None:
    desk.write(desk.here)
    desk.round(desk.here)
    positions = set()
    for _ in range(3):
        came = desk.opened.gateway.by_hand.take_in(desk.medium)
        assert (len(came.taken), came.refused, came.lost) == (1, (), ())
        positions.add(desk.opened.gateway.register.position())
    assert len(positions) == 1


def test_a_medium_that_was_pulled_leaves_a_torn_file_that_is_named_and_keeps_no_other_out(desk: Desk) -> None:
    for terminal in (desk.here, desk.there):
        desk.write(terminal)
        desk.round(terminal)
    torn = next(path for path in desk.batches() if desk.here.id in path.name)
    torn.write_bytes(torn.read_bytes()[:-100])
    came = desk.opened.gateway.by_hand.take_in(desk.medium)
    assert [(name, why.code) for name, why in came.refused] == [(torn.name, ProblemCode.MALFORMED)]
    assert came.lost == (torn.name,)
    assert len(came.taken) == 1
    assert len(desk.here.due(100, 1 << 20, {})) == 5
    desk.round(desk.here)
    assert len(desk.opened.gateway.by_hand.take_in(desk.medium).taken) == 2
    assert desk.sessions() == 2


def test_a_file_that_got_lost_is_noticed_by_the_index(desk: Desk) -> None:
    desk.write(desk.here)
    desk.round(desk.here)
    lost = desk.batches()[0]
    lost.unlink()
    assert desk.opened.gateway.by_hand.take_in(desk.medium).lost == (lost.name,)


def test_what_was_being_written_when_the_medium_was_pulled_is_not_opened(desk: Desk) -> None:
    desk.write(desk.here)
    desk.round(desk.here)
    half = desk.batches()[0]
    half.rename(half.with_name(f".{half.name}"))
    came = desk.opened.gateway.by_hand.take_in(desk.medium)
    assert came.taken == ()
    assert came.lost == (half.name,)


def test_an_index_that_somebody_else_wrote_is_not_believed(desk: Desk) -> None:
    desk.write(desk.here)
    desk.round(desk.here)
    shelf = Shelf(desk.medium, "up")
    forged = signed_note(TERMINAL_SIGNER, Purpose.MEDIUM, Index(writer=desk.here.id, number=9, files=()))
    shelf.put(f"dr-{desk.here.id}.index", forged)
    with pytest.raises(UntrustedError):
        shelf.index(desk.here.id, desk.here.signer.public_key)
    came = desk.opened.gateway.by_hand.take_in(desk.medium)
    assert came.lost == (f"dr-{desk.here.id}.index",)
    assert len(came.taken) == 1


def test_an_index_counts_up_each_time(desk: Desk) -> None:
    numbers = []
    for _ in range(3):
        desk.write(desk.here, 1)
        desk.round(desk.here)
        index = Shelf(desk.medium, "up").index(desk.here.id, desk.here.signer.public_key)
        assert index is not None
        numbers.append(index.number)
    assert numbers == [1, 2, 3]


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "huge", "empty"])
def test_a_file_that_is_not_what_its_name_says_is_not_read(desk: Desk, kind: str, tmp_path: Path) -> None:
    desk.write(desk.here)
    desk.round(desk.here)
    planted = desk.batches()[0].with_name(f"dr-{desk.there.id}-{an_id('', 7)}.batch")
    if kind == "link":
        (tmp_path / "outside").write_bytes(b"secret")
        planted.symlink_to(tmp_path / "outside")
    elif kind == "pipe":
        os.mkfifo(planted)
    elif kind == "folder":
        planted.mkdir()
    else:
        with planted.open("wb") as file:
            file.truncate((64 << 20) if kind == "huge" else 0)
    came = desk.opened.gateway.by_hand.take_in(desk.medium)
    assert [(name, why.code) for name, why in came.refused] == [(planted.name, ProblemCode.MALFORMED)]
    assert len(came.taken) == 1


@pytest.mark.parametrize(
    "name",
    ["autorun.inf", "dr-x.batch", "../../etc.batch", "DR-1.BATCH", "dr-t-1.batch.exe", "._dr.batch", "brief.pdf"],
)
def test_files_of_other_names_are_left_alone(desk: Desk, name: str) -> None:
    desk.write(desk.here)
    desk.round(desk.here)
    planted = desk.medium / "kvv-kiosk" / "up" / Path(name).name
    planted.write_bytes(b"what is this")
    came = desk.opened.gateway.by_hand.take_in(desk.medium)
    assert (len(came.taken), came.refused) == (1, ())
    assert planted.read_bytes() == b"what is this"


def test_receipts_and_feeds_that_new_ones_cover_make_room_and_others_stay(desk: Desk) -> None:
    by_hand, institution = desk.opened.gateway.by_hand, desk.opened.roster.institution
    desk.write(desk.here)
    desk.round(desk.here)
    by_hand.take_in(desk.medium)
    by_hand.put_back(desk.medium, institution)
    stranger = desk.medium / "kvv-kiosk" / "down" / f"dr-{institution}-{an_id('', 3)}.feed"
    stranger.write_bytes(b"not ours")
    by_hand.put_back(desk.medium, institution)
    kinds = [path.suffix for path in desk.files("down") if path != stranger]
    assert sorted(kinds) == [".feed", ".index", ".receipt"]
    assert stranger.exists()


def test_a_torn_feed_is_not_believed_and_the_receipt_beside_it_is(desk: Desk) -> None:
    desk.write(desk.here)
    desk.round(desk.here)
    by_hand = desk.opened.gateway.by_hand
    by_hand.take_in(desk.medium)
    by_hand.put_back(desk.medium, desk.opened.roster.institution)
    for path in desk.files("down"):
        if path.suffix == ".feed":
            path.write_bytes(path.read_bytes()[:-1])
    outcome = desk.round(desk.here)
    assert outcome.distrusted > 0
    assert desk.here.reached == 0
    assert desk.here.due(100, 1 << 20, {}) == ()


def test_a_receipt_for_another_terminal_settles_nothing(desk: Desk) -> None:
    for terminal in (desk.here, desk.there):
        desk.write(terminal)
        desk.round(terminal)
    by_hand = desk.opened.gateway.by_hand
    by_hand.take_in(desk.medium)
    by_hand.put_back(desk.medium, desk.opened.roster.institution)
    (receipt,) = [path for path in desk.files("down") if path.suffix == ".receipt" and desk.there.id in path.name]
    receipt.rename(receipt.with_name(receipt.name.replace(desk.there.id, desk.here.id)))
    for path in desk.files("down"):
        if path.suffix == ".receipt" and path.read_bytes() and desk.here.id not in path.name:
            path.unlink()
    outcome = desk.round(desk.here)
    assert outcome.distrusted > 0


def test_a_full_medium_is_told_and_nothing_is_lost(desk: Desk, tmp_path: Path) -> None:
    desk.write(desk.here, 200)
    with small_disk(tmp_path / "small", 32 * 1024) as small:
        outcome = desk.round(desk.here, small)
    assert outcome.is_closed
    assert len(desk.here.due(1000, 1 << 20, {})) == 202


def test_a_medium_that_is_gone_is_told_with_what_to_do(desk: Desk) -> None:
    file = desk.medium / "kvv-kiosk"
    file.write_bytes(b"a file where a folder should be")
    with pytest.raises(RetryLaterError) as caught:
        Shelf(desk.medium, "up").put("dr-x", b"x")
    assert caught.value.hint


def test_a_name_is_read_only_up_to_its_limit(desk: Desk) -> None:
    shelf = Shelf(desk.medium, "up")
    shelf.put(f"dr-{desk.here.id}.index", bytes(100))
    with pytest.raises(WireError):
        shelf.read(f"dr-{desk.here.id}.index", 99)
