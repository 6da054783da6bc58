"""A real release from its first day: the keepers' root, the first packs, and a signer who is followed by another."""

from pathlib import Path

import pytest

from content.cli import main

PEOPLE = ("k1", "k2", "k3", "k4", "anna", "bo", "eva", "station")
DAY = ("--day", "2026-11-25")
AT = ("--at", "2026-11-26")


def _packs(*words: object) -> int:
    return main([str(word) for word in words])


class Desk:
    """A folder with everybody's keys, one pack, and a release."""

    def __init__(self, folder: Path) -> None:
        self.keys, self.release, self.pack = folder / "keys", folder / "release", folder / "start.zip"
        self.root = folder / "root.json"
        for name in PEOPLE:
            assert _packs("key", name, "--keys", self.keys) == 0
        assert _packs("new", folder / "start", "--id", "start", "--title", "Snel regelen") == 0
        assert _packs("build", folder / "start", "--out", self.pack) == 0

    def public(self, *names: str) -> list[Path]:
        return [self.keys / f"{name}.public.json" for name in names]

    def draw_up(self, action: str, keepers: tuple[str, ...], signers: tuple[str, ...]) -> int:
        named = ("--keepers", *self.public(*keepers), "--signers", *self.public(*signers))
        return _packs("root", action, self.release, *DAY, *named, "--stations", *self.public("station"))

    def sign(self, *names: str) -> None:
        for name in names:
            assert _packs("sign", self.release, "--keys", self.keys, "--name", name) == 0

    def draw_up_packs(self, name: str) -> None:
        assert _packs("sign", self.release, self.pack, "--keys", self.keys, "--name", name, *DAY) == 0

    def verifies(self) -> bool:
        return _packs("verify", self.release, "--root", self.root, *AT) == 0


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk whose first release is whole, and whose first root went to the terminals."""
    desk = Desk(tmp_path)
    assert desk.draw_up("begin", ("k1", "k2", "k3"), ("anna", "bo")) == 0
    desk.sign("k1", "k2")
    desk.draw_up_packs("anna")
    desk.sign("bo", "station")
    desk.root.write_bytes((desk.release / "metadata" / "1.root.json").read_bytes())
    return desk


def test_a_first_release_is_trusted_by_the_root_that_its_keepers_signed(desk: Desk) -> None:
    assert desk.verifies()


def test_a_root_that_one_keeper_signed_is_trusted_by_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path)
    assert desk.draw_up("begin", ("k1", "k2", "k3"), ("anna", "bo")) == 0
    desk.sign("k1")
    desk.draw_up_packs("anna")
    desk.sign("bo", "station")
    desk.root.write_bytes((desk.release / "metadata" / "1.root.json").read_bytes())
    assert not desk.verifies()
    assert "root was signed by 1/2 keys" in capsys.readouterr().err


def test_a_terminal_follows_to_the_next_root_and_the_signer_who_left_counts_no_more(desk: Desk) -> None:
    assert desk.draw_up("next", ("k2", "k3", "k4"), ("anna", "eva")) == 0
    desk.sign("k2", "k3")
    desk.draw_up_packs("anna")
    desk.sign("station")
    assert _packs("sign", desk.release, "--keys", desk.keys, "--name", "bo") == 1
    assert not desk.verifies()
    desk.sign("eva")
    assert desk.verifies()


@pytest.mark.parametrize(
    ("signing", "follows"), [(("k1", "k4"), False), (("k1", "k2"), False), (("k1", "k2", "k4"), True)]
)
def test_a_next_root_needs_two_keepers_of_before_and_two_of_its_own(
    desk: Desk, signing: tuple[str, ...], follows: bool
) -> None:
    assert desk.draw_up("next", ("k2", "k4", "k3"), ("anna", "bo")) == 0
    desk.sign(*signing)
    assert desk.verifies() is follows


def test_a_next_root_is_not_drawn_up_on_one_that_is_not_signed(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.draw_up("next", ("k2", "k3", "k4"), ("anna", "eva")) == 0
    assert desk.draw_up("next", ("k1", "k2", "k3"), ("anna", "eva")) == 1
    assert "not signed by enough keepers yet" in capsys.readouterr().err


def test_a_new_term_needs_no_keys_named_again(desk: Desk) -> None:
    assert _packs("root", "next", desk.release, "--day", "2028-11-20") == 0
    desk.sign("k1", "k3")
    assert _packs("sign", desk.release, desk.pack, "--keys", desk.keys, "--name", "anna", "--day", "2028-11-20") == 0
    desk.sign("bo", "station")
    assert _packs("verify", desk.release, "--root", desk.root, "--at", "2028-11-28") == 0


@pytest.mark.parametrize(
    ("keepers", "signers", "said"),
    [
        (("k1", "k2"), ("anna", "bo"), "2 keepers are named, and 3 are needed"),
        (("k1", "k2", "k3"), ("anna",), "1 signers are named, and 2 are needed"),
        (("k1", "k2", "k2"), ("anna", "bo"), "one key is named twice among the keepers"),
    ],
)
def test_too_few_people_are_refused(
    tmp_path: Path, keepers: tuple[str, ...], signers: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path)
    assert desk.draw_up("begin", keepers, signers) == 1
    assert said in capsys.readouterr().err
    assert not desk.release.exists()


def test_a_first_root_never_goes_over_a_release_that_is_there(desk: Desk) -> None:
    before = {path: path.read_bytes() for path in desk.release.rglob("*.*")}
    assert desk.draw_up("begin", ("k1", "k2", "k3"), ("anna", "bo")) == 1
    assert {path: path.read_bytes() for path in desk.release.rglob("*.*")} == before


def test_a_file_that_is_no_public_key_is_said_to_be_none(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for raw in (b"", b"[]", b"{}", b'{"keyid": 1}', desk.pack.read_bytes()):
        other = desk.keys / "k4.public.json"
        other.write_bytes(raw)
        assert desk.draw_up("next", ("k2", "k3", "k4"), ("anna", "bo")) == 1
        assert "k4.public.json is no public key" in capsys.readouterr().err
