"""Only a release that enough people signed, that is not older than what was trusted, and not expired, is loaded."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from content.release import load_packs
from content.signing import Periods, add_signature, draw_up, written
from content.trust import Floor, Release, Verified, read_metadata, verify_release
from modules.errors import ExpiredError, PackError, RollbackError, SignatureError, UnknownKeyError
from modules.ids import PackId
from tests.content.made import ALL, DAY, NOON, a_pack, a_release, a_root, codes, signed, signers

METADATA = ("timestamp", "snapshot", "targets")


def _verify(release: Release, at: datetime = NOON, floor: Floor | None = None, root: bytes | None = None) -> Verified:
    trusted_root = root or release.roots[0]
    return verify_release(release, trusted_root=trusted_root, reference_time=at, floor=floor)


def _with(release: Release, name: str, raw: bytes) -> Release:
    match name:
        case "timestamp":
            return replace(release, timestamp=raw)
        case "snapshot":
            return replace(release, snapshot=raw)
        case _:
            return replace(release, targets=raw)


def _next_root(release: Release, root: Metadata[Root], names: tuple[str, ...]) -> Release:
    """Adds a root version to a release and signs it with these keys."""
    unsigned = Metadata(root.signed)
    for name in names:
        unsigned.sign(signers()[name], append=True)
    return replace(release, roots=(*release.roots, written(unsigned)))


def _root_with(station: str, version: int = 2) -> Metadata[Root]:
    root = a_root(
        {
            "root": ("root_1", "root_2", "root_3"),
            "targets": ("author", "approver"),
            "snapshot": (station,),
            "timestamp": (station,),
        }
    )
    root.signed.version = version
    return root


def test_a_whole_release_gives_its_packs() -> None:
    verified = _verify(a_release(a_pack("reflector"), a_pack("kvv", 4)))
    assert [pack.manifest.id for pack in load_packs(verified)] == ["kvv", "reflector"]
    assert verified.floor.packs == {"kvv": 4, "reflector": 1}
    assert verified.expires == datetime(2026, 4, 1, tzinfo=UTC)


def test_the_same_release_again_is_no_step_back() -> None:
    release = a_release()
    first = _verify(release)
    again = verify_release(release, trusted_root=first.trusted_root, reference_time=NOON, floor=first.floor)
    assert again == first


@pytest.mark.parametrize("missing", ["author", "approver"])
def test_packs_that_only_one_of_two_signed_for_are_refused(missing: str) -> None:
    with pytest.raises(SignatureError, match="1/2"):
        _verify(a_release(names=[name for name in ALL if name != missing]))


def test_a_root_that_only_one_keeper_signed_is_refused() -> None:
    with pytest.raises(SignatureError, match="1/2"):
        _verify(a_release(names=[name for name in ALL if name != "root_2"]))


def test_a_release_the_station_did_not_sign_is_refused() -> None:
    with pytest.raises(SignatureError, match="0/1"):
        _verify(a_release(names=[name for name in ALL if name != "station"]))


def test_a_strangers_signature_counts_for_nothing() -> None:
    release, roles = add_signature(a_release(names=("root_1", "root_2", "author", "station")), signers()["stranger"])
    assert roles == ()
    with pytest.raises(SignatureError):
        _verify(release)


def test_one_changed_byte_in_a_pack_is_refused() -> None:
    release = a_release()
    raw = bytearray(release.files["reflector.zip"])
    raw[len(raw) // 2] ^= 1
    with pytest.raises(SignatureError, match="not the file that was signed"):
        _verify(replace(release, files={"reflector.zip": bytes(raw)}))


@pytest.mark.parametrize("name", METADATA)
def test_a_signed_word_cannot_be_changed(name: str) -> None:
    release = a_release()
    raw = getattr(release, name).replace(b'"version": 1', b'"version": 2', 1)
    with pytest.raises(SignatureError):
        _verify(_with(release, name, raw))


@pytest.mark.parametrize("name", METADATA)
def test_metadata_of_one_role_cannot_stand_in_for_another(name: str) -> None:
    release = a_release()
    with pytest.raises(PackError):
        _verify(_with(release, name, release.roots[0]))


@pytest.mark.parametrize(("role", "days"), [("timestamp", 90), ("snapshot", 180), ("targets", 365), ("root", 730)])
def test_each_role_is_good_until_its_day_and_not_after(role: str, days: int) -> None:
    longest = Periods(root=9_999, targets=9_999, snapshot=9_999, timestamp=9_999)
    periods = replace(longest, **{role: days})
    root = a_root()
    root.signed.expires = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=periods.root)
    release = signed(draw_up((a_pack(),), root, None, DAY, periods))
    last = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=days)
    assert _verify(release, last - timedelta(seconds=1)).expires == last
    with pytest.raises(ExpiredError, match=role):
        _verify(release, last)


def test_an_older_release_is_refused_once_a_newer_one_was_trusted() -> None:
    old = a_release()
    new = a_release(a_pack(version=2), before=old)
    floor = _verify(new).floor
    with pytest.raises(RollbackError, match="timestamp is version 1"):
        _verify(old, floor=floor)


def test_an_older_pack_in_a_newer_release_is_refused() -> None:
    new = a_release(a_pack(version=2))
    back = a_release(a_pack(version=1), before=new)
    with pytest.raises(RollbackError, match="reflector is version 1"):
        _verify(back, floor=_verify(new).floor)


def test_a_pack_that_was_left_out_for_a_while_keeps_its_floor() -> None:
    first = a_release(a_pack("kvv", 3), a_pack("reflector"))
    without = a_release(a_pack("reflector"), before=first)
    floor = _verify(without, floor=_verify(first).floor).floor
    with pytest.raises(RollbackError):
        _verify(a_release(a_pack("kvv", 2), before=without), floor=floor)


@pytest.mark.parametrize("name", ["snapshot", "targets"])
def test_parts_of_two_releases_do_not_make_one(name: str) -> None:
    old = a_release()
    new = a_release(a_pack(version=2), before=old)
    with pytest.raises(RollbackError, match="is the one signed for"):
        _verify(_with(new, name, getattr(old, name)))


def test_a_newer_root_is_followed_when_old_and_new_keepers_signed_it() -> None:
    root = _root_with("new_station")
    release = _next_root(a_release(), root, ("root_1", "root_3"))
    again = signed(draw_up((a_pack(),), root, release, DAY, Periods()), ("author", "approver", "new_station"))
    assert _verify(again).trusted_root == again.roots[1]


def test_a_newer_root_that_too_few_keepers_signed_is_refused() -> None:
    with pytest.raises(SignatureError):
        _verify(_next_root(a_release(), _root_with("new_station"), ("root_1", "stranger")))


def test_no_version_of_the_root_can_be_left_out() -> None:
    with pytest.raises(RollbackError, match="root is version 3"):
        _verify(_next_root(a_release(), _root_with("station", 3), ("root_1", "root_2")))


def test_after_a_stolen_station_key_was_replaced_its_high_versions_no_longer_count() -> None:
    floor = Floor(timestamp=999_999, snapshot=999_999, targets=999_999, packs={PackId("reflector"): 1})
    release = a_release()
    with pytest.raises(RollbackError):
        _verify(release, floor=floor)
    root = _root_with("new_station")
    renewed = _next_root(release, root, ("root_1", "root_2"))
    again = signed(draw_up((a_pack(),), root, renewed, DAY, Periods()), ("author", "approver", "new_station"))
    assert _verify(again, floor=floor, root=release.roots[0]).floor.timestamp == 2


@pytest.mark.parametrize("role", ["root", "targets"])
def test_a_root_that_lets_one_person_alone_decide_is_refused(role: str) -> None:
    root = a_root()
    root.signed.roles[role].threshold = 1
    with pytest.raises(UnknownKeyError, match=role):
        _verify(a_release(root=root))


def test_one_key_under_two_names_is_one_key() -> None:
    root = a_root()
    key = signers()["author"].public_key
    twin = type(key)("twin", key.keytype, key.scheme, key.keyval)
    root.signed.keys["twin"] = twin
    root.signed.roles["targets"].keyids = [key.keyid, "twin"]
    with pytest.raises(UnknownKeyError, match="targets"):
        _verify(a_release(root=root, names=("root_1", "root_2", "author", "station")))


def test_a_pack_that_is_signed_for_and_not_there_is_missed() -> None:
    with pytest.raises(PackError) as refused:
        _verify(replace(a_release(), files={}))
    assert codes(refused.value) == ["release-incomplete"]


def test_a_file_nobody_signed_for_is_not_given() -> None:
    release = a_release()
    verified = _verify(replace(release, files={**release.files, "game.zip": b"x"}))
    assert set(verified.packs) == {"reflector"}


def test_a_pack_that_says_another_version_than_its_signers_is_refused() -> None:
    raw, pack = a_pack(version=1)
    named = replace(pack, manifest=pack.manifest.model_copy(update={"version": 2}))
    with pytest.raises(PackError) as refused:
        load_packs(_verify(a_release((raw, named))))
    assert codes(refused.value) == ["pack-other"]


@pytest.mark.parametrize("name", METADATA)
@pytest.mark.parametrize("raw", [b"", b"{}", b"[" * 50_000, b"\xff", b" " * (512 * 1024 + 1)], ids=range(5))
def test_what_is_no_metadata_is_refused(name: str, raw: bytes) -> None:
    with pytest.raises(PackError):
        _verify(_with(a_release(), name, raw))


def test_more_roots_than_a_life_needs_are_refused() -> None:
    release = a_release()
    with pytest.raises(PackError):
        _verify(replace(release, roots=release.roots * 65))


def test_a_new_version_counts_from_the_release_before_it() -> None:
    second = a_release(a_pack(version=2), before=a_release(), day=date(2026, 2, 1))
    assert read_metadata(Timestamp, second.timestamp).signed.version == 2
    assert read_metadata(Snapshot, second.snapshot).signed.version == 2
    assert read_metadata(Targets, second.targets).signed.version == 2
