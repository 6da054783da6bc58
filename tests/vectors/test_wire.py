"""The wire's vectors (sync/WIRE.md): parcels of each kind under fixed keys, and what must be refused.

- Not here: parcels made up by the hundred (tests/unit/sync/test_framing.py).
"""

import json
from typing import Any

import pytest

from modules.errors import ProductError
from modules.journal import Entry
from modules.signed import PublicKey
from sync.framing import check_signature, open_batch, open_feed, open_receipt, padded_bytes, read_parcel
from sync.sealed import OpeningKey
from tests.vectors import cases, name_of, vectors


def _opened(case: Any) -> tuple[Any, tuple[Entry, ...]]:
    said = vectors("wire/parcel")
    parcel = read_parcel(bytes.fromhex(case["parcel"]))
    check_signature(parcel, PublicKey(key=said["signers"][case["signer"]]))
    opening = OpeningKey(said["openings"][case["opening"]])
    match case["kind"]:
        case "entries":
            batch = open_batch(parcel, opening)
            return batch.manifest, batch.entries
        case "receipt":
            return open_receipt(parcel, opening), ()
        case _:
            return open_feed(parcel, opening)


@pytest.mark.parametrize("case", cases("wire/parcel"), ids=name_of)
def test_a_parcel(case: Any) -> None:
    if case["expect"] == "accept":
        note, entries = _opened(case)
        assert json.loads(note.model_dump_json()) == case["note"]
        assert [
            {"header": entry.raw.decode("ascii"), "body": None if entry.body is None else entry.body.hex()}
            for entry in entries
        ] == case["entries"]
    else:
        with pytest.raises(ProductError) as refused:
            _opened(case)
        assert refused.value.code == case["expect"]


@pytest.mark.parametrize("size", vectors("wire/parcel")["size_classes"], ids=lambda size: str(size["length"]))
def test_a_size_class(size: dict[str, int]) -> None:
    assert padded_bytes(size["length"]) == size["padded"]
