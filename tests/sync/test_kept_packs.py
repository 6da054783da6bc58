"""The packs of earlier releases at a gateway: kept once, found again, never believed when they are damaged."""

from pathlib import Path

from modules.ids import ItemId, PackId
from sync.gateway.kept_packs import earlier, keep
from tests.content.made import a_pack_of
from tests.definitions import a_questionnaire, a_single_choice, a_theme

REFLECTOR = PackId("reflector")


def _raw(version: int) -> bytes:
    questionnaire = a_questionnaire(a_theme(items=(a_single_choice(f"basics.v{version}"),)))
    return a_pack_of(questionnaire, "reflector", version)[0]


def _items(folder: Path, present: bytes) -> list[ItemId]:
    return [pack.definition.themes[0].items[0].id for pack in earlier(folder, {REFLECTOR: present})]  # type: ignore[union-attr]


def test_packs_of_earlier_releases_are_found_again_newest_first_and_the_present_one_is_not_among_them(
    tmp_path: Path,
) -> None:
    for version in (1, 2, 3, 3):
        keep(tmp_path / "kept", {REFLECTOR: _raw(version)})
    assert len(list((tmp_path / "kept").iterdir())) == 3
    assert _items(tmp_path / "kept", _raw(3)) == ["basics.v2", "basics.v1"]


def test_a_kept_pack_that_is_not_what_its_name_says_is_left_out(tmp_path: Path) -> None:
    for version in (1, 2):
        keep(tmp_path, {REFLECTOR: _raw(version)})
    (named,) = (path for path in tmp_path.iterdir() if path.read_bytes() == _raw(1))
    named.write_bytes(_raw(9))
    (tmp_path / "other.txt").write_bytes(b"")
    assert _items(tmp_path, _raw(2)) == []
