"""PINs: verifiers that say nothing without the pepper, and waits that grow."""

import pytest

from kiosk.store.pepper import StoredPepper
from kiosk.store.tries import LOCKED_AFTER, failures_in_a_row, wait_seconds
from kiosk.store.verifiers import Cost, belongs, make_verifier
from modules.events import Event, LoginFailed, SessionStarted
from modules.ids import Digest
from modules.ordering import Place, Recorded
from modules.texts import DUTCH

CHEAP = Cost(memory_kib=19_456, iterations=1)
PEPPER, SALT = StoredPepper(b"p" * 32), b"s" * 16


def _recorded(*events: Event) -> list[Recorded[Event]]:
    return [
        Recorded(event, Place(Digest(f"{seq:064x}"), "lane", seq, (0, seq)), {}) for seq, event in enumerate(events)
    ]


def test_a_verifier_belongs_to_its_own_pin_only() -> None:
    verifier = make_verifier("482913", PEPPER, SALT, CHEAP)
    assert belongs("482913", verifier, PEPPER)
    assert not belongs("482914", verifier, PEPPER)
    assert not belongs("", verifier, PEPPER)


def test_a_verifier_says_nothing_without_the_pepper_it_was_made_with() -> None:
    assert not belongs("482913", make_verifier("482913", PEPPER, SALT, CHEAP), StoredPepper(b"q" * 32))


def test_a_verifier_holds_what_it_cost_and_nothing_of_the_pin() -> None:
    verifier = make_verifier("482913", PEPPER, SALT, CHEAP)
    assert (verifier.memory_kib, verifier.iterations, verifier.lanes) == (19_456, 1, 1)
    assert "482913" not in verifier.model_dump_json()
    assert make_verifier("482913", PEPPER, b"t" * 16, CHEAP).verifier != verifier.verifier


def test_four_tries_are_free_and_then_one_waits_longer_and_longer() -> None:
    assert [wait_seconds(failures) for failures in range(LOCKED_AFTER + 1)] == [
        0, 0, 0, 0, 30, 60, 300, 900, 900, 900, 0,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("events", "forgiven", "expected"),
    [
        ((), 0, 0),
        ((LoginFailed(), LoginFailed()), 0, 2),
        ((LoginFailed(), SessionStarted(language=DUTCH)), 0, 0),
        ((LoginFailed(), SessionStarted(language=DUTCH), LoginFailed()), 0, 1),
        ((LoginFailed(),) * 10, 10, 0),
        ((LoginFailed(),) * 12, 10, 2),
    ],
)
def test_failures_count_since_the_last_session_or_reset(
    events: tuple[Event, ...], forgiven: int, expected: int
) -> None:
    assert failures_in_a_row(_recorded(*events), forgiven) == expected
