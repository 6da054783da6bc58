"""A round of the courier over a road that fails, lies and replays: nothing is lost, nothing false is believed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from modules.errors import RetryLaterError
from modules.events import SessionStarted
from modules.ids import EntryId
from modules.journal import head_of
from modules.signed import SoftwareSigner
from modules.texts import DUTCH
from sync.framing import Sender, open_batch, pack_feed, pack_receipt, read_parcel
from sync.policy import Pace, after
from sync.wire import Acknowledged, Batch, Feed, ProblemCode, ProblemError, Receipt, problem
from tests.makers import GATEWAY, INSTITUTION, NOON, OTHER_PERSON, OTHER_TERMINAL, PERSON, TERMINAL, an_id, answered
from tests.memory_terminal import GATEWAY_OPENING, MemoryTerminal, a_bundle

STARTED = SessionStarted(language=DUTCH)
GATEWAY_SIGNER = SoftwareSigner(b"g" * 32)
STRANGER = SoftwareSigner(b"s" * 32)
PARCEL = EntryId(an_id("", 4000))


@dataclass
class HandRoad:
    """A road whose other end is played by the test."""

    terminal: MemoryTerminal
    batches: list[Batch] = field(default_factory=list)
    back: list[bytes] = field(default_factory=list)
    refusing: dict[str, ProblemCode] = field(default_factory=dict)
    lost: int = 0
    feedless: bool = False
    signer: SoftwareSigner = GATEWAY_SIGNER
    changes: dict[str, object] = field(default_factory=dict)

    def send(self, batch: bytes) -> bytes | None:
        opened = open_batch(read_parcel(batch), GATEWAY_OPENING)
        self.batches.append(opened)
        for entry in opened.entries:
            code = self.refusing.get(entry.header.lane.subject)
            if code is not None:
                raise ProblemError(problem(code, "why", entry.header.lane))
        if self.lost:
            self.lost -= 1
            raise RetryLaterError("the answer got lost")
        return self.receipt(opened)

    def receipt(self, batch: Batch) -> bytes:
        heads = {entry.header.lane.key: Acknowledged.of(head_of(entry)) for entry in batch.entries}
        said = {
            "gateway": GATEWAY,
            "terminal": TERMINAL,
            "batch": batch.header.id,
            "number": batch.header.number,
            "heads": tuple(heads.values()),
            "new": len(batch.entries),
            "time_ms": NOON,
        }
        receipt = Receipt.model_validate({**said, **self.changes})
        sealing = self.terminal.bundle.group.sealing
        return pack_receipt(Sender(receipt.gateway, self.signer, sealing), PARCEL, receipt)

    def feed(
        self, entries: tuple[object, ...] = (), signer: SoftwareSigner = GATEWAY_SIGNER, **fields: object
    ) -> bytes:
        said = {
            "gateway": GATEWAY,
            "institution": INSTITUTION,
            "after": 0,
            "position": 5,
            "time_ms": NOON + 1,
            "roster": None,
        }
        feed = Feed.model_validate({**said, **fields})
        return pack_feed(Sender(GATEWAY, signer, self.terminal.bundle.group.sealing), PARCEL, feed, entries)  # type: ignore[arg-type]

    def fetch(self, after: int) -> Iterable[bytes]:
        if self.feedless:
            raise RetryLaterError("no feed now")
        return list(self.back)

    def settled(self, receipt: Receipt) -> None:
        pass


@pytest.fixture
def terminal() -> MemoryTerminal:
    made = MemoryTerminal(a_bundle(), b"t" * 32)
    made.write(PERSON, STARTED, answered(), at_ms=NOON)
    return made


@pytest.fixture
def road(terminal: MemoryTerminal) -> HandRoad:
    return HandRoad(terminal)


def due(terminal: MemoryTerminal) -> int:
    return len(terminal.due(1000, 1 << 30, {}))


def test_what_is_receipted_is_due_no_longer(terminal: MemoryTerminal, road: HandRoad) -> None:
    outcome = terminal.courier(road).round(Pace())
    assert outcome.delivered == 3
    assert due(terminal) == 0
    assert [batch.header.number for batch in road.batches] == [1]


def test_with_nothing_due_nothing_is_sent(terminal: MemoryTerminal, road: HandRoad) -> None:
    for _ in range(3):
        terminal.courier(road).round(Pace())
    assert len(road.batches) == 1


def test_a_gateway_that_gives_no_feed_keeps_no_answer_on_the_terminal(terminal: MemoryTerminal, road: HandRoad) -> None:
    road.feedless = True
    outcome = terminal.courier(road).round(Pace())
    assert (outcome.is_closed, outcome.delivered) == (True, 3)
    assert due(terminal) == 0


def test_an_answer_that_got_lost_leaves_everything_due(terminal: MemoryTerminal, road: HandRoad) -> None:
    road.lost = 1
    assert terminal.courier(road).round(Pace()).is_closed
    assert due(terminal) == 3
    assert terminal.courier(road).round(Pace()).delivered == 3
    assert road.batches[0].entries == road.batches[1].entries
    assert road.batches[0].header.id != road.batches[1].header.id


def test_a_refused_lane_is_left_and_the_other_arrives_in_the_next_round(
    terminal: MemoryTerminal, road: HandRoad
) -> None:
    terminal.write(OTHER_PERSON, STARTED, at_ms=NOON)
    road.refusing = {PERSON: ProblemCode.LANE_FORK}
    courier, pace = terminal.courier(road), Pace()
    pace = after(pace, courier.round(pace))
    assert due(terminal) == 5
    pace = after(pace, courier.round(pace))
    assert due(terminal) == 3
    assert list(pace.parked) == [terminal.lane(PERSON).key]


@pytest.mark.parametrize(
    "changes",
    [
        {"terminal": OTHER_TERMINAL},
        {"gateway": an_id("g-", 22)},
    ],
)
def test_a_receipt_for_another_settles_nothing(
    terminal: MemoryTerminal, road: HandRoad, changes: dict[str, object]
) -> None:
    road.changes = changes
    outcome = terminal.courier(road).round(Pace())
    assert (outcome.distrusted, outcome.delivered) == (1, 0)
    assert due(terminal) == 3


def test_a_receipt_that_the_gateway_did_not_sign_settles_nothing(terminal: MemoryTerminal, road: HandRoad) -> None:
    road.signer = STRANGER
    outcome = terminal.courier(road).round(Pace())
    assert (outcome.distrusted, outcome.delivered) == (1, 0)
    assert due(terminal) == 3


def test_a_receipt_of_what_this_terminal_never_wrote_means_its_store_is_older(
    terminal: MemoryTerminal, road: HandRoad
) -> None:
    courier = terminal.courier(road)
    courier.round(Pace())
    newer = road.receipt(road.batches[0])
    terminal.entries[terminal.lane(PERSON).key].pop()
    terminal.settled.clear()
    road.back = [newer]
    outcome = courier.round(Pace())
    assert outcome.is_rolled_back


def test_a_feed_brings_what_others_wrote_and_the_time(terminal: MemoryTerminal, road: HandRoad) -> None:
    other = MemoryTerminal(a_bundle(terminal=OTHER_TERMINAL), b"o" * 32)
    other.write(OTHER_PERSON, STARTED, answered(), at_ms=NOON)
    road.back = [road.feed(other.due(100, 1 << 20, {}))]
    outcome = terminal.courier(road).round(Pace())
    assert outcome.taken == 3
    assert terminal.events(OTHER_PERSON) == other.events(OTHER_PERSON)
    assert (terminal.reached, terminal.time_ms) == (5, NOON + 1)


def test_a_feed_is_taken_in_once_however_often_it_comes(terminal: MemoryTerminal, road: HandRoad) -> None:
    road.back = [road.feed()] * 3
    courier = terminal.courier(road)
    assert courier.round(Pace()).distrusted == 0
    assert courier.round(Pace()).taken == 0
    assert terminal.reached == 5


def test_an_older_feed_than_was_taken_in_is_skipped(terminal: MemoryTerminal, road: HandRoad) -> None:
    road.back = [road.feed(position=9), road.feed(position=4, time_ms=NOON - 1)]
    assert terminal.courier(road).round(Pace()).distrusted == 0
    assert terminal.reached == 9


@pytest.mark.parametrize(
    ("signer", "fields"),
    [
        (STRANGER, {}),
        (GATEWAY_SIGNER, {"institution": an_id("i-", 99)}),
        (GATEWAY_SIGNER, {"gateway": an_id("g-", 99)}),
        (GATEWAY_SIGNER, {"after": 3}),
    ],
)
def test_a_feed_of_another_or_with_a_hole_before_it_is_not_taken_in(
    terminal: MemoryTerminal, road: HandRoad, signer: SoftwareSigner, fields: dict[str, object]
) -> None:
    road.back = [road.feed((), signer, **fields)]
    outcome = terminal.courier(road).round(Pace())
    assert outcome.distrusted == 1
    assert terminal.reached == 0


def test_a_feed_whose_lanes_do_not_follow_is_not_taken_in(terminal: MemoryTerminal, road: HandRoad) -> None:
    other = MemoryTerminal(a_bundle(terminal=OTHER_TERMINAL), b"o" * 32)
    other.write(OTHER_PERSON, STARTED, answered(), at_ms=NOON)
    first, second, third = other.due(100, 1 << 20, {})
    assert second is not None
    road.back = [road.feed((first, third))]
    assert terminal.courier(road).round(Pace()).distrusted == 1
    assert terminal.reached == 0


def test_rubbish_between_good_parcels_is_counted_and_the_good_ones_count(
    terminal: MemoryTerminal, road: HandRoad
) -> None:
    road.back = [b"", b"what is this", road.feed()]
    outcome = terminal.courier(road).round(Pace())
    assert outcome.distrusted >= 2
    assert terminal.reached == 5
    assert due(terminal) == 0


def test_what_should_never_leave_stays_and_its_header_goes(terminal: MemoryTerminal, road: HandRoad) -> None:
    terminal.courier(road).round(Pace())
    assert all(entry.body is not None for entry in road.batches[0].entries)
    assert terminal.due(10, 1 << 20, {}) == ()
