"""What a gateway takes in, and for what it refuses: each refusal has a name of its own."""

from collections.abc import Mapping

import pytest

from modules.events import SessionStarted
from modules.ids import EntryId, KeyId, TerminalId
from modules.journal import CLOCK_BOUND_MS, Draft, Entry, Head, Moment, extend, head_of
from modules.signed import PublicKey
from modules.texts import DUTCH
from sync.bodies import LOCAL
from sync.gateway.enrolments import KnownTerminal
from sync.gateway.ingest import Accepted, Apart, admit, by_lane, decide
from sync.wire import ParcelHeader, Problem, ProblemCode
from tests.makers import INSTITUTION, NOON, PERSON, TERMINAL, an_id, answered
from tests.memory_terminal import MemoryTerminal, a_bundle

OWN_KEY = KeyId("ab" * 16)
PEOPLE = {PERSON}


def a_terminal(seed: bytes = b"t" * 32, terminal: TerminalId = TERMINAL) -> MemoryTerminal:
    return MemoryTerminal(a_bundle(terminal=terminal), seed)


def known(terminal: MemoryTerminal | None = None, *, is_revoked: bool = False) -> KnownTerminal:
    signer = (terminal or a_terminal()).signer
    return KnownTerminal(TERMINAL, INSTITUTION, "B2", signer.public_key, is_revoked)


def a_header(**fields: object) -> ParcelHeader:
    said = {
        "id": an_id("", 5),
        "kind": "entries",
        "number": 1,
        "sealed_bytes": 1,
        "sealed_sha256": "0" * 64,
        "sender": TERMINAL,
        "suite": "x25519",
        "to": OWN_KEY,
    }
    return ParcelHeader.model_validate({**said, **fields})


def written(count: int = 3, subject: str = PERSON, **fields: int) -> tuple[Entry, ...]:
    terminal = a_terminal()
    for key, value in fields.items():
        setattr(terminal, key, value)
    terminal.write(subject, SessionStarted(language=DUTCH), *[answered()] * count, at_ms=NOON)
    return tuple(terminal.entries[terminal.lane(subject).key])


def decided(
    entries: tuple[Entry, ...], heads: Mapping[str, Head] | None = None, by: KnownTerminal | None = None
) -> Accepted | Problem:
    return decide(by or known(), heads or {}, by_lane(entries), PEOPLE, NOON)


def at(entries: tuple[Entry, ...], seq: int) -> dict[str, Head]:
    return {entries[0].header.lane.key: head_of(entries[seq])}


def code_of(outcome: object) -> ProblemCode:
    assert isinstance(outcome, Problem), outcome
    return outcome.code


def test_a_known_terminals_parcel_is_checked_with_its_own_key() -> None:
    assert isinstance(admit(a_header(), known(), OWN_KEY), PublicKey)


def test_a_terminal_that_was_never_enrolled_is_not_even_opened() -> None:
    assert code_of(admit(a_header(), None, OWN_KEY)) is ProblemCode.UNKNOWN_TERMINAL


def test_a_terminal_that_was_not_introduced_yet_is_not_even_opened() -> None:
    nameless = KnownTerminal(TERMINAL, INSTITUTION, "B2", None, is_revoked=False)
    assert code_of(admit(a_header(), nameless, OWN_KEY)) is ProblemCode.UNKNOWN_TERMINAL


def test_a_revoked_terminal_is_not_even_opened() -> None:
    assert code_of(admit(a_header(), known(is_revoked=True), OWN_KEY)) is ProblemCode.REVOKED_TERMINAL


def test_a_batch_for_another_gateway_is_sent_on_its_way() -> None:
    assert code_of(admit(a_header(to="cd" * 16), known(), OWN_KEY)) is ProblemCode.WRONG_RECIPIENT


def test_a_gateway_takes_in_no_feeds() -> None:
    assert code_of(admit(a_header(kind="feed"), known(), OWN_KEY)) is ProblemCode.MALFORMED


def test_a_new_lane_is_taken_in_and_acknowledged_to_its_end() -> None:
    entries = written()
    outcome = decided(entries)
    assert isinstance(outcome, Accepted)
    assert outcome.entries == entries
    assert outcome.heads == (head_of(entries[-1]),)
    assert outcome.quarantine == {}


def test_a_lane_goes_on_where_it_stood() -> None:
    entries = written()
    outcome = decided(entries[2:], at(entries, 1))
    assert isinstance(outcome, Accepted)
    assert outcome.entries == entries[2:]


def test_what_is_known_already_is_taken_in_again_and_acknowledged_to_where_the_gateway_is() -> None:
    entries = written()
    for part in (entries, entries[:2], entries[1:3]):
        outcome = decided(part, at(entries, len(entries) - 1))
        assert isinstance(outcome, Accepted)
        assert outcome.heads == (head_of(entries[-1]),)


def test_what_is_half_known_is_taken_in() -> None:
    entries = written()
    outcome = decided(entries[1:], at(entries, 2))
    assert isinstance(outcome, Accepted)
    assert outcome.heads == (head_of(entries[-1]),)


def test_a_gap_is_refused_with_where_the_lane_was_expected_to_go_on() -> None:
    entries = written()
    outcome = decided(entries[3:], at(entries, 1))
    assert code_of(outcome) is ProblemCode.LANE_GAP
    assert isinstance(outcome, Problem)
    assert outcome.lane == entries[0].header.lane
    assert "2" in outcome.detail
    assert code_of(decided(entries[1:])) is ProblemCode.LANE_GAP


def test_another_entry_in_the_place_of_one_that_stands_is_a_fork() -> None:
    entries, other = written(), written()
    assert code_of(decided(other, at(entries, 2))) is ProblemCode.LANE_FORK
    assert code_of(decided(other[2:], at(entries, 2))) is ProblemCode.LANE_FORK
    assert code_of(decided(other[3:], at(entries, 2))) is ProblemCode.LANE_FORK


def test_entries_that_do_not_follow_each_other_are_refused() -> None:
    entries = written(4)
    for cut in (entries[:2] + entries[3:], (entries[0], entries[2], entries[1]), entries[:2] * 2):
        assert code_of(decided(cut)) is ProblemCode.CHAIN_BROKEN


def test_a_terminal_sends_only_what_it_wrote_itself() -> None:
    another = a_terminal(terminal=TerminalId(an_id("t-", 12)))
    another.write(PERSON, SessionStarted(language=DUTCH))
    entries = tuple(another.entries[another.lane(PERSON).key])
    assert code_of(decided(entries)) is ProblemCode.FOREIGN_LANE


@pytest.mark.parametrize("subject", [an_id("t-", 12), an_id("i-", 99)])
def test_a_terminal_writes_of_no_other_terminal_or_institution(subject: str) -> None:
    assert code_of(decided(written(subject=subject))) is ProblemCode.FOREIGN_LANE


@pytest.mark.parametrize("subject", [TERMINAL, INSTITUTION])
def test_a_terminal_writes_of_itself_and_its_institution(subject: str) -> None:
    assert isinstance(decided(written(subject=subject)), Accepted)


def test_an_entry_whose_clock_is_more_than_a_day_ahead_stands_apart_and_is_kept() -> None:
    entries = written(wall_ahead_ms=CLOCK_BOUND_MS + 60_000)
    outcome = decided(entries)
    assert isinstance(outcome, Accepted)
    assert set(outcome.quarantine.values()) == {Apart.CLOCK_AHEAD}
    assert outcome.entries == entries


def test_an_entry_a_little_ahead_does_not_stand_apart() -> None:
    outcome = decided(written(wall_ahead_ms=CLOCK_BOUND_MS - 60_000))
    assert isinstance(outcome, Accepted)
    assert outcome.quarantine == {}


def test_entries_about_somebody_who_is_not_here_stand_apart_and_are_kept() -> None:
    entries = written(subject=an_id("p-", 77))
    outcome = decided(entries)
    assert isinstance(outcome, Accepted)
    assert outcome.quarantine == {str(entry.hash): Apart.NOT_HERE for entry in entries}


def test_a_lane_opens_with_its_keys_and_only_there() -> None:
    opening = written()[0].body
    assert opening is not None
    assert code_of(decided(terminal_writing(a_terminal(), opening))) is ProblemCode.MALFORMED


def test_what_should_never_leave_a_terminal_is_not_taken_in() -> None:
    assert code_of(decided(terminal_writing(a_terminal(), LOCAL + b"x" * 40))) is ProblemCode.MALFORMED


def test_an_erased_body_is_no_trouble() -> None:
    entries = tuple(entry.erased() for entry in written())
    assert isinstance(decided(entries), Accepted)


def terminal_writing(terminal: MemoryTerminal, body: bytes) -> tuple[Entry, ...]:
    terminal.write(PERSON, SessionStarted(language=DUTCH), at_ms=NOON)
    chain = terminal.entries[terminal.lane(PERSON).key]
    draft = Draft(EntryId(an_id("", 1234)), body)
    return (*chain, *extend(head_of(chain[-1]), terminal.lane(PERSON), [draft], (), Moment(NOON, NOON)))
