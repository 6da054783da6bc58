"""A release as a folder: read with caps and without links, written so that it is never half there."""

import os
from pathlib import Path

import pytest

from content.release import read_release, write_release
from content.trust import verify_release
from modules.errors import PackError
from tests.content.made import NOON, a_pack, a_release, codes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_release(tmp_path, a_release(a_pack("kvv"), a_pack("reflector")))
    return tmp_path


def test_a_release_comes_back_from_its_folder_as_it_was(folder: Path) -> None:
    assert read_release(folder) == a_release(a_pack("kvv"), a_pack("reflector"))


def test_a_newer_release_leaves_no_old_pack_behind(folder: Path) -> None:
    write_release(folder, a_release(a_pack("kvv", 2), before=read_release(folder)))
    assert [path.name for path in (folder / "packs").iterdir()] == ["kvv.zip"]


@pytest.mark.parametrize("name", ["1.root.json", "timestamp.json", "snapshot.json", "targets.json"])
def test_a_release_that_misses_a_file_says_which(folder: Path, name: str) -> None:
    (folder / "metadata" / name).unlink()
    with pytest.raises(PackError) as refused:
        read_release(folder)
    assert codes(refused.value) == ["release-incomplete"]
    assert name in str(refused.value.findings[0])


@pytest.mark.parametrize("name", ["metadata/targets.json", "packs/kvv.zip"])
def test_a_link_is_not_followed(folder: Path, name: str) -> None:
    real = folder / "elsewhere"
    (folder / name).rename(real)
    (folder / name).symlink_to(real)
    with pytest.raises(PackError) as refused:
        read_release(folder)
    assert codes(refused.value) == ["release-kind"]


def test_a_huge_file_is_refused_before_it_is_read_whole(folder: Path) -> None:
    with (folder / "packs" / "kvv.zip").open("r+b") as file:
        os.truncate(file.fileno(), 600 * 1024 * 1024)
    with pytest.raises(PackError) as refused:
        read_release(folder)
    assert codes(refused.value) == ["release-size"]


def test_files_of_other_names_are_left_alone(folder: Path) -> None:
    (folder / "packs" / "Autorun.INF").write_bytes(b"x")
    (folder / "packs" / "A b.zip").write_bytes(b"x")
    (folder / "metadata" / "0.root.json").write_bytes(b"x")
    release = read_release(folder)
    assert set(release.files) == {"kvv.zip", "reflector.zip"}
    verify_release(release, trusted_root=release.roots[0], reference_time=NOON)
