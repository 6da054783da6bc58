"""`packs publish`: a release stands whole where it goes, or what stood there still does."""

from pathlib import Path

import pytest

from content.cli import main
from content.publishing import publish
from content.release import read_release, write_release
from tests.content.made import a_pack, a_release

DAY = "2026-01-02"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    write_release(tmp_path / "release", a_release())
    return tmp_path / "release"


def _publish(release: Path, target: Path, day: str = DAY) -> int:
    root = release / "metadata" / "1.root.json"
    return main(["publish", str(release), "--to", str(target), "--root", str(root), "--at", day])


def test_a_published_release_is_the_same_release(release: Path, tmp_path: Path) -> None:
    assert _publish(release, tmp_path / "stick") == 0
    assert read_release(tmp_path / "stick") == read_release(release)


def test_the_release_that_was_there_is_replaced_and_nothing_is_left_beside_it(release: Path, tmp_path: Path) -> None:
    before = a_release(a_pack("kvv", 3))
    publish(before, tmp_path / "stick")
    assert _publish(release, tmp_path / "stick") == 0
    assert read_release(tmp_path / "stick") == read_release(release)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["release", "stick"]


def test_what_a_terminal_refuses_is_not_written(release: Path, tmp_path: Path) -> None:
    assert _publish(release, tmp_path / "stick", "2027-06-01") == 1
    assert not (tmp_path / "stick").exists()


def test_a_folder_that_is_no_release_is_left_alone(release: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "photo.jpg").write_bytes(b"mine")
    assert _publish(release, tmp_path / "stick") == 1
    assert (tmp_path / "stick" / "photo.jpg").read_bytes() == b"mine"


def test_broken_off_half_way_the_release_of_before_still_stands(tmp_path: Path) -> None:
    before, stick = a_release(a_pack("kvv", 3)), tmp_path / "stick"
    publish(before, stick)

    def pulled_out(_new: Path) -> None:
        raise OSError("the medium is gone")

    with pytest.raises(OSError, match="gone"):
        publish(a_release(), stick, pulled_out)
    assert read_release(stick) == before
    publish(a_release(a_pack(version=2)), stick)
    assert [path.name for path in (stick / "packs").iterdir()] == ["reflector.zip"]
