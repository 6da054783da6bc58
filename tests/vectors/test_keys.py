"""The envelope's vectors (kiosk/store/KEYS.md): one slot of each kind, a passphrase at its cost, a request, a grant.

- Not here: what must be refused, each with a change of its own (tests/unit/sync/test_envelope.py).
"""

import json

import pytest

from kiosk.store.unlock import stretched
from sync.envelope import Envelope, Grant, Request, SlotKind, Stretch, granted, opened, read_as, slot_pair, taken
from tests.vectors import vectors

SAID = vectors("keys/envelope")
KEY = bytes.fromhex(SAID["store_key"])
ENVELOPE = read_as(Envelope, json.dumps(SAID["envelope"]).encode(), "envelope")


@pytest.mark.parametrize("kind", SlotKind)
def test_a_slot_of_each_kind_opens_with_its_secret(kind: SlotKind) -> None:
    (slot,) = ENVELOPE.of_kind(kind)
    pair = slot_pair(kind, bytes.fromhex(SAID["secrets"][kind.value]))
    assert pair.sealing == slot.lock.sealing
    assert opened(ENVELOPE, slot, pair.opening) == KEY


def test_a_passphrase_comes_to_its_bytes_however_its_letters_are_composed() -> None:
    said = SAID["stretched"]
    assert stretched(said["passphrase"], Stretch.model_validate(said["stretch"])).hex() == said["comes_to"]


def test_a_grant_is_for_its_request() -> None:
    request = read_as(Request, json.dumps(SAID["request"]).encode(), "request")
    pair = slot_pair(SlotKind.CREDENTIAL, bytes.fromhex(SAID["secrets"]["credential"]))
    for grant in (read_as(Grant, json.dumps(SAID["grant"]).encode(), "grant"), granted(request, KEY)):
        assert taken(grant, pair.opening) == KEY
