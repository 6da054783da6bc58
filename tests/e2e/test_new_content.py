"""New content comes while somebody is in the middle: he goes on where he was, and damaged content gives way to the old.

- The content is the shipped one, made a version newer and signed with the development keys that it was signed with.
- Not here: each rule (tests/kiosk/test_library.py), what staff touch to load it (tests/kiosk/test_loading.py).
"""

from pathlib import Path

from tuf.api.metadata import Root

from content.archive import write_archive
from content.pack import Pack, load, seal
from content.release import read_release, write_release
from content.signing import DEVELOPMENT_DAY, DEVELOPMENT_PERIODS, add_signature, development_signers, draw_up
from content.trust import read_metadata
from kiosk.development import NUMBER, PACKS, PIN, Desk
from modules.definition.migration import Migration
from tests.e2e.programs import kiosk, status
from tests.journey import Journey


def _newer(raw: bytes) -> tuple[bytes, Pack]:
    pack = load(raw)
    version = pack.manifest.version
    update = {"version": version + 1, "migrations": (Migration(from_version=version),)}
    made = write_archive(seal(pack.manifest.model_copy(update=update), pack.definition, pack.files))
    return made, load(made)


def _newer_release(folder: Path) -> Path:
    before = read_release(PACKS)
    packs = [_newer(raw) if name == "reflector.zip" else (raw, load(raw)) for name, raw in before.files.items()]
    root = read_metadata(Root, before.roots[-1])
    release = draw_up(packs, root, before, DEVELOPMENT_DAY, DEVELOPMENT_PERIODS)
    for signer in development_signers(PACKS.with_name("keys")).values():
        release, _ = add_signature(release, signer)
    write_release(folder, release)
    return folder


def test_who_is_in_the_middle_goes_on_in_the_new_content_and_again_when_it_is_damaged(
    desk: Desk, journey: Journey, tmp_path: Path
) -> None:
    terminal, settings = journey.terminal, str(desk.settings)
    journey.log_in()
    terminal.touch("stone.reflector")
    for touched in ("foot.next", "foot.next", "answer.yes"):
        terminal.settled()
        terminal.touch(touched)
    before, old = terminal.settled(), status(desk)["packs"]
    terminal.kill()
    release = _newer_release(tmp_path / "newer")
    foreseen = kiosk("install-pack", "--settings", settings, str(release), "--dry-run").stdout
    assert "1 people go on in 2; answers: 1 whole, 0 in part, 0 lost" in foreseen
    assert kiosk("install-pack", "--settings", settings, str(release)).returncode == 0
    new = status(desk)["packs"]
    assert (new["reflector"] != old["reflector"], new["kvv"]) == (True, old["kvv"])
    for _ in ("in the new content", "in the old, of which nothing is left after a disk was not well"):
        terminal.start()
        terminal.log_in(NUMBER, PIN)
        terminal.wait_for_page(before["page"])
        assert terminal.settled()["chosen"] == before["chosen"]
        terminal.kill()
        desk.settings.with_name("packs").joinpath(f"{new['reflector']}.zip").write_bytes(b"damaged")
    assert status(desk)["packs"] == old
    assert kiosk("selftest", "--settings", settings).stdout.count("content: FAILED") == 1
