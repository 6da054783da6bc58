"""The program `packs`, as an author and a release desk use it."""

from pathlib import Path

import pytest

from content.cli import main
from content.signing import development_signers
from tests.house.tree import ROOT


def _packs(*words: object) -> int:
    return main([str(word) for word in words])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert _packs("build-all", "--out", folder / "packs", "--keys", folder / "keys") == 0
    return folder


def test_an_author_begins_a_pack_and_builds_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, pack = tmp_path / "start", tmp_path / "out" / "start.zip"
    assert _packs("new", folder, "--id", "start", "--title", "Snel regelen") == 0
    assert _packs("messages", "update", folder, "en", "nl@simple") == 0
    assert _packs("lint", folder) == 0
    assert _packs("build", folder, "--out", pack) == 0
    capsys.readouterr()
    assert _packs("inspect", pack) == 0
    assert "Snel regelen" in capsys.readouterr().out


def test_lint_names_the_line_and_the_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _packs("new", tmp_path / "start", "--id", "start", "--title", "Snel regelen")
    theme = tmp_path / "start" / "themes" / "first.yaml"
    theme.write_text(theme.read_text(encoding="utf-8").replace("gate3", "gate4"), encoding="utf-8")
    assert _packs("lint", tmp_path / "start") == 1
    told = capsys.readouterr().out
    assert "themes/first.yaml:10: error: there is no scale gate4 [scale-unknown]" in told
    assert "Add the scale" in told


def test_all_packs_are_built_signed_and_trusted_in_one_command(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = built / "packs" / "metadata" / "1.root.json"
    assert _packs("verify", built / "packs", "--root", root, "--at", "2026-01-31") == 0
    told = capsys.readouterr().out
    assert "kvv: version" in told
    assert "reflector: version" in told


def test_building_again_changes_nothing(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in (built / "packs").rglob("*.*")}
    assert _packs("build-all", "--out", built / "packs", "--keys", built / "keys") == 0
    assert "nothing changed" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in (built / "packs").rglob("*.*")} == before


def test_development_keys_are_for_their_owners_eyes_alone(built: Path) -> None:
    assert {path.stat().st_mode & 0o777 for path in (built / "keys").glob("*.pem")} == {0o600}
    assert (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines().count("build/") == 1


def test_a_release_needs_the_author_the_approver_and_the_station(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release, keys, root = tmp_path / "release", built / "keys", built / "packs" / "metadata" / "1.root.json"
    _copy(built / "packs", release)
    packs = sorted((release / "packs").glob("*.zip"))
    sign = ("sign", release)
    assert _packs(*sign, *packs, "--keys", keys, "--name", "author", "--day", "2026-01-31") == 0
    assert _packs("verify", release, "--root", root, "--at", "2026-02-01") == 1
    assert _packs(*sign, "--keys", keys, "--name", "station") == 0
    assert _packs("verify", release, "--root", root, "--at", "2026-02-01") == 1
    assert "1/2" in capsys.readouterr().err
    assert _packs(*sign, "--keys", keys, "--name", "approver") == 0
    assert _packs("verify", release, "--root", root, "--at", "2026-02-01") == 0
    assert _packs("verify", release, "--root", root, "--at", "2026-12-31") == 1
    assert "[expired]" in capsys.readouterr().err


def test_a_key_the_root_does_not_know_signs_nothing(built: Path, tmp_path: Path) -> None:
    release = tmp_path / "release"
    _copy(built / "packs", release)
    assert _packs("key", "stranger", "--keys", tmp_path / "keys") == 0
    assert _packs("sign", release, "--keys", tmp_path / "keys", "--name", "stranger") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("build", "nowhere", "--out", "x.zip"),
        ("inspect", "nowhere.zip"),
        ("verify", "nowhere", "--root", "nowhere.json", "--at", "2026-01-31"),
        ("sign", "nowhere", "--keys", "nowhere", "--name", "author"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line_and_not_in_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _packs(*words) == 1
    told = capsys.readouterr()
    assert "packs: " in told.err
    assert "Traceback" not in told.err


def test_keys_that_are_there_are_used_again(built: Path) -> None:
    first = {name: signer.public_key.keyid for name, signer in development_signers(built / "keys").items()}
    again = {name: signer.public_key.keyid for name, signer in development_signers(built / "keys").items()}
    assert first == again


def _copy(source: Path, target: Path) -> None:
    for path in source.rglob("*.*"):
        if path.is_file():
            copied = target / path.relative_to(source)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(path.read_bytes())
