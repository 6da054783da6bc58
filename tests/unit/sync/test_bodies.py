"""Bodies of one lane, opened: what is said again is read once, and still opens at its own place alone."""

from unittest.mock import Mock

import pytest

from modules.disclosure import Disclosure
from modules.errors import MalformedError, UntrustedError
from modules.event_json import parse_event
from modules.events import PageReached
from sync import bodies
from sync.bodies import LaneKeys, Opener, seal_event
from tests.makers import a_lane

LANE, KEYS = a_lane(), LaneKeys(bytes(32), bytes(range(32)))
REACHED = PageReached(page="reflector/basics/basics.id")


def sealed(seq: int, nonce: int) -> bytes:
    return seal_event(REACHED, Disclosure.WHOLE, LANE, seq, KEYS, nonce=bytes([nonce]) * 12)


def test_what_is_said_again_word_for_word_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = Mock(wraps=parse_event)
    monkeypatch.setattr("sync.bodies.parse_event", parse)
    opener = Opener(LANE, KEYS)
    assert opener.open(sealed(1, 7), 1) == opener.open(sealed(2, 8), 2) == REACHED
    assert parse.call_count == 1


def test_a_body_at_another_place_does_not_open_though_its_words_were_read_before() -> None:
    opener = Opener(LANE, KEYS)
    opener.open(sealed(1, 7), 1)
    with pytest.raises(UntrustedError):
        opener.open(sealed(1, 7), 2)
    with pytest.raises(UntrustedError):
        opener.open(sealed(1, 7)[:-1], 1)


def test_an_event_that_inflates_beyond_the_limit_is_refused() -> None:
    large = REACHED.model_copy(update={"page": "x" * (bodies.EVENT_BYTES + 1)})
    body = seal_event(large, Disclosure.WHOLE, LANE, 1, KEYS, nonce=bytes(12))
    with pytest.raises(MalformedError):
        Opener(LANE, KEYS).open(body, 1)
