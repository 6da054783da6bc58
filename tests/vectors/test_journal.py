"""The journal's vectors (modules/JOURNAL.md): headers, chains, clocks, order, bodies, openings, the worked example.

- Hashes are made again here with hashlib alone, so the vectors don't lean on the code they test.
- Not here: made-up journals by the hundred (tests/property).
"""

import base64
import json
import re
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from modules import journal
from modules.errors import ProductError
from modules.event_json import event_raw
from modules.ids import Digest, KeyId
from modules.journal import Clock, Entry, Head, Lane, Moment, check_anchor, head_of, tick, verify
from modules.ordering import Place, order, record
from sync.bodies import LaneKeys, keys_in, lane_keys, open_event
from sync.certificates import check_vouched
from sync.handed import handed_in
from sync.sealed import OpeningKey, key_id_of, key_pair
from tests.house.tree import files, product, text_of
from tests.vectors import cases, name_of, vectors

PAGE = Path(journal.__file__).with_name("JOURNAL.md")


def _entry(said: Any) -> Entry:
    body = said.get("body")
    return Entry.parse(said["header"].encode("utf-8"), None if body is None else bytes.fromhex(body))


def _lane(said: Any) -> Lane:
    return Lane.model_validate_json(json.dumps(said))


def _keys(said: Any) -> LaneKeys:
    return LaneKeys(bytes.fromhex(said["keys"]["shared"]), bytes.fromhex(said["keys"]["own"]))


def _by_key_id(opening: str) -> tuple[KeyId, OpeningKey]:
    _, _, text = opening.partition(":")
    found, sealing = key_pair(base64.b64decode(text))
    return key_id_of(sealing), found


@pytest.mark.parametrize("case", cases("journal/header"), ids=name_of)
def test_a_header(case: Any) -> None:
    if case["expect"] == "accept":
        entry = _entry(case)
        previous = bytes.fromhex(json.loads(case["header"])["previous"])
        assert sha256(previous + case["header"].encode("ascii")).hexdigest() == case["hash"] == entry.hash
        assert rfc8785.dumps(json.loads(case["header"])) == entry.raw
    else:
        with pytest.raises(ProductError) as refused:
            _entry(case)
        assert refused.value.code == case["expect"]


ENTRIES = {name: _entry(said) for name, said in vectors("journal/chain")["entries"].items()}


def test_the_hashes_of_the_chain_vectors_are_those_of_their_headers() -> None:
    for name, said in vectors("journal/chain")["entries"].items():
        previous = bytes.fromhex(json.loads(said["header"])["previous"])
        assert said["hash"] == sha256(previous + said["header"].encode("ascii")).hexdigest() == ENTRIES[name].hash
        assert sha256(bytes.fromhex(said["body"])).hexdigest() == json.loads(said["header"])["body"]


@pytest.mark.parametrize("case", cases("journal/chain"), ids=name_of)
def test_a_chain(case: Any) -> None:
    lane = [ENTRIES[name].erased() if case.get("erased") else ENTRIES[name] for name in case["lane"]]
    anchors = [head_of(ENTRIES[name]) for name in case["anchors"]]
    after: Head | None = head_of(ENTRIES[case["after"]]) if "after" in case else None
    if case["expect"] == "accept":
        assert verify(lane, after) == (head_of(lane[-1]) if lane else after)
        check_anchor(lane, anchors)
    else:
        with pytest.raises(ProductError) as refused:  # noqa: PT012  found by either of the two
            verify(lane, after)
            check_anchor(lane, anchors)
        assert refused.value.code == case["expect"]


@pytest.mark.parametrize("case", cases("journal/clock"), ids=name_of)
def test_clocks(case: Any) -> None:
    own: Clock | None = None
    for step in case["steps"]:
        seen = [Clock(certain=True, counter=count, time_ms=ms, wall_ms=ms) for ms, count in step["seen"]]
        own = tick(own, seen, Moment(step["wall_ms"], step["anchor_ms"]))
        assert own.model_dump(mode="json") == step["expect"]


def _hash(name: str) -> Digest:
    return Digest(sha256(name.encode("ascii")).hexdigest())


@pytest.mark.parametrize("case", cases("journal/order"), ids=name_of)
def test_an_order(case: Any) -> None:
    names = {_hash(said["name"]): said["name"] for said in case["entries"]}
    places = [
        Place(
            _hash(said["name"]),
            said["lane"],
            said["seq"],
            (said["clock"][0], said["clock"][1]),
            tuple(map(_hash, said["parents"])),
        )
        for said in case["entries"]
    ]
    for shuffled in (places, places[::-1], places[1:] + places[:1]):
        assert [names[place.hash] for place in order(shuffled)] == case["expect"]
    recorded = {one.event: one for one in record(order(places), names)}
    assert [who for who, what in case["saw"] if not recorded[who].saw(recorded[what].place)] == []
    assert [who for who, what in case["not_saw"] if recorded[who].saw(recorded[what].place)] == []


@pytest.mark.parametrize("case", cases("journal/body"), ids=name_of)
def test_a_body(case: Any) -> None:
    told = vectors("journal/body")
    lane, keys, body = _lane(case.get("lane", told["lane"])), _keys(told), bytes.fromhex(case["body"])
    if case.get("without_own"):
        keys = LaneKeys(keys.shared, None)
    if case["expect"] == "accept":
        assert json.loads(event_raw(open_event(body, lane, case["seq"], keys))) == case["event"]
        nonce, packed = bytes.fromhex(case["nonce"]), bytes.fromhex(case["packed"])
        place = f"kvv-kiosk/body/1|{lane.key}|{case['seq']}".encode("ascii")
        key = keys.shared if body[:1] == b"\x01" else keys.own
        assert key is not None
        assert body == body[:1] + nonce + AESGCM(key).encrypt(nonce, packed, place)
        assert json.loads(zlib.decompress(packed)) == case["event"]
    else:
        with pytest.raises(ProductError) as refused:
            open_event(body, lane, case["seq"], keys)
        assert refused.value.code == case["expect"]


@pytest.mark.parametrize("case", cases("journal/opening"), ids=name_of)
def test_an_opening(case: Any) -> None:
    told = vectors("journal/opening")
    holders = dict(_by_key_id(told["holders"][name]) for name in case["holders"])
    body = told["bodies"].get(case["body"], case["body"]).encode("ascii")
    if case["expect"] == "accept":
        found = lane_keys(_lane(told["lane"]), body, holders)
        shared, own = _keys(told).shared, _keys(told).own
        assert found == LaneKeys(shared, own if "own" in case["keys"] else None)
    else:
        with pytest.raises(ProductError) as refused:
            lane_keys(_lane(told["lane"]), body, holders)
        assert refused.value.code == case["expect"]


@pytest.mark.parametrize("case", cases("journal/handed"), ids=name_of)
def test_keys_handed_on(case: Any) -> None:
    told = vectors("journal/handed")
    lane, body = _lane(told["lane"]), told["bodies"].get(case["body"], case["body"]).encode("ascii")
    holders = dict([_by_key_id(told["holders"][case["holder"]])])
    if case["expect"] in ("accept", "nothing"):
        found = [keys_in(one.lane, one.keys, holders) for one in handed_in(body, lane.subject)]
        shared, own = _keys(told).shared, _keys(told).own
        wanted = LaneKeys(shared, own if "own" in case.get("keys", ()) else None)
        assert found == ([wanted] if case["expect"] == "accept" else [])
    else:
        with pytest.raises(ProductError) as refused:
            [keys_in(one.lane, one.keys, holders) for one in handed_in(body, lane.subject)]
        assert refused.value.code == case["expect"]


@pytest.mark.parametrize("case", vectors("journal/handed")["words"], ids=name_of)
def test_the_authoritys_word_for_a_group(case: Any) -> None:
    told = vectors("journal/handed")
    given = told["authority"], told["institution"], told["group"], case["word"]
    if case["expect"] == "accept":
        check_vouched(*given)
    else:
        with pytest.raises(ProductError) as refused:
            check_vouched(*given)
        assert refused.value.code == case["expect"]


def test_the_worked_example_verifies_and_opens() -> None:
    told = vectors("journal/example")
    lane, entries = _lane(told["lane"]), [_entry(said) for said in told["entries"]]
    assert verify(entries) == head_of(entries[-1])
    assert [entry.hash for entry in entries] == [said["hash"] for said in told["entries"]]
    opening = bytes.fromhex(told["entries"][0]["body"])
    for holder, own in (("gateway", None), ("group", _keys(told).own)):
        key_id, key = _by_key_id(told["holders"][holder])
        assert lane_keys(lane, opening, {key_id: key}) == LaneKeys(_keys(told).shared, own)
    for entry, said in zip(entries[1:], told["entries"][1:], strict=True):
        assert entry.body is not None
        assert json.loads(event_raw(open_event(entry.body, lane, entry.header.seq, _keys(told)))) == said["event"]


def test_the_page_shows_the_worked_example_byte_for_byte() -> None:
    page, told = PAGE.read_text(encoding="utf-8"), vectors("journal/example")
    headers = [block.replace("\n", "") for block in re.findall(r"```json\n(\{\"body\":.*?)\n```", page, re.DOTALL)]
    assert headers == [said["header"] for said in told["entries"]]
    assert re.findall(r"^hash +([0-9a-f]{64})$", page, re.MULTILINE) == [said["hash"] for said in told["entries"]]
    shown = re.findall(r"```body\n(.*?)\n```", page, re.DOTALL)
    assert [re.sub(r"\s", "", body) for body in shown] == [said["body"] for said in told["entries"][1:]]
    assert told["keys"]["shared"] in page
    assert told["keys"]["own"] in page
    assert told["entries"][0]["body"][:2] == "00"


def test_every_section_that_the_code_cites_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    sections = set(re.findall(r"^## ([0-9]+)\. ", page, re.MULTILINE))
    cited = {
        number
        for path in (*product(), *files(".md", ".sql"))
        for cite in re.findall(r"JOURNAL ([0-9]+(?:, [0-9]+| and [0-9]+)*)", text_of(path))
        for number in re.findall(r"[0-9]+", cite)
    }
    assert cited
    assert cited <= sections
