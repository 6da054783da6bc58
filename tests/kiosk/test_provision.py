"""A terminal is set up in one go: from a bundle and a release to a folder that opens and introduces itself."""

import stat
from pathlib import Path

import pytest

from content.trust import Floor, Verified, verify_release
from kiosk.provision import provision
from kiosk.settings import Profile, Settings, read_settings
from kiosk.status import Status, terminal_status
from kiosk.store.keys import Keyring, StoreKey
from kiosk.store.meta import Meta
from kiosk.store.packs import Packs
from kiosk.store.unlock import held, open_vault
from kiosk.store.vault import Vault
from modules.errors import MalformedError, StoreDamagedError, StoreError, StoreLockedError
from modules.ids import Digest, PackId, SubjectId, TerminalId
from modules.roster import Roster
from modules.signed import Purpose, verify
from modules.texts import DUTCH, SIMPLE_DUTCH
from sync.provisioning import (
    Bundle,
    GatewayKeys,
    TlsIdentity,
    bundle_raw,
    introduction_raw,
    parse_bundle,
    parse_introduction,
)
from tests.content.made import NOON, a_pack, a_release, a_root
from tests.suites.terminals import (
    GATEWAY,
    GATEWAY_SEALING,
    GATEWAY_SIGNER,
    GROUP,
    INSTITUTION,
    NOON_MS,
    Machine,
    TerminalStore,
    an_id,
    make_terminal,
)

ROOT = a_root()
TRUSTED_ROOT = a_release(root=ROOT).roots[0]
PEM = "-----BEGIN {0}-----\nAAAA\n-----END {0}-----\n"


def a_bundle() -> Bundle:
    return Bundle(
        institution=INSTITUTION,
        terminal=TerminalId(an_id("t-", 1)),
        wing="B2",
        url="https://gateway.example:8443",
        gateway=GatewayKeys(gateway=GATEWAY, sealing=GATEWAY_SEALING, signing=GATEWAY_SIGNER.public_key),
        group=GROUP,
        tls=TlsIdentity(
            certificate=PEM.format("CERTIFICATE"), key=PEM.format("PRIVATE KEY"), authority=PEM.format("CERTIFICATE")
        ),
        roster=Roster(institution=INSTITUTION, institution_name="PI", version=3),
        anchor_ms=NOON_MS,
    )


def verified(version: int = 1) -> Verified:
    return verify_release(a_release(a_pack(version=version), root=ROOT), trusted_root=TRUSTED_ROOT, reference_time=NOON)


def _provisioned(folder: Path, profile: Profile = Profile.DEVELOPMENT, credentials: Path | None = None) -> Path:
    environment = {"CREDENTIALS_DIRECTORY": str(credentials)} if credentials else {}
    return provision(
        folder,
        a_bundle(),
        verified(),
        profile=profile,
        clock=Machine().clock(),
        environment=environment,
        languages=(DUTCH, SIMPLE_DUTCH),
    )


def _opened(settings: Settings, credentials: Path | None = None) -> tuple[Vault, StoreKey]:
    environment = {"CREDENTIALS_DIRECTORY": str(credentials)} if credentials else {}
    vault, way = open_vault(settings.store, held(settings.store, settings.profile, environment))
    return vault, way.key


def test_a_terminals_folder_opens_with_what_the_bundle_said(tmp_path: Path) -> None:
    _provisioned(tmp_path / "terminal")
    settings = read_settings(tmp_path / "terminal" / "terminal.toml")
    vault, key = _opened(settings)
    meta, keyring = Meta(vault), Keyring(vault, key, Machine().clock())
    roster = meta.roster()
    assert (meta.identity().terminal, meta.identity().wing, roster and roster.version) == (a_bundle().terminal, "B2", 3)
    assert meta.signed_ms() == NOON_MS
    assert list(keyring.group().values()) == [GROUP.opening]
    assert keyring.stored_pepper == b"\x04" * 32
    assert settings.languages == (DUTCH, SIMPLE_DUTCH)
    assert settings.gateway.url == a_bundle().url
    assert settings.gateway.key.read_text() == a_bundle().tls.key


def test_the_introduction_names_the_key_that_the_terminal_signs_with(tmp_path: Path) -> None:
    path = _provisioned(tmp_path / "terminal")
    introduction = parse_introduction(path.read_bytes())
    vault, key = _opened(read_settings(path.parent / "terminal.toml"))
    signature = Keyring(vault, key, Machine().clock()).terminal.sign(Purpose.BATCH, b"a batch")
    verify(Purpose.BATCH, b"a batch", signature, introduction.key)
    assert introduction.terminal == a_bundle().terminal
    assert introduction_raw(introduction) == path.read_bytes()


def test_two_terminals_of_one_bundle_would_still_have_keys_of_their_own(tmp_path: Path) -> None:
    first, second = (parse_introduction(_provisioned(tmp_path / name).read_bytes()) for name in ("one", "two"))
    assert first.key != second.key


def test_secrets_are_for_their_owner_alone(tmp_path: Path) -> None:
    folder = _provisioned(tmp_path / "terminal").parent
    private = [
        folder,
        folder / "store.db",
        folder / "store.key",
        folder / "store.keys",
        folder / "tls" / "terminal.key",
    ]
    assert [path.name for path in private if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
    assert not list(tmp_path.glob("*.aside"))


def test_the_words_of_the_bundle_are_in_no_file_but_the_store(tmp_path: Path) -> None:
    folder = _provisioned(tmp_path / "terminal").parent
    secrets = [GROUP.opening.encode(), GROUP.pepper.encode(), b"\x04" * 32]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert [path.name for path in files for secret in secrets if secret in path.read_bytes()] == []


def test_nothing_is_set_up_over_something_else(tmp_path: Path) -> None:
    path = _provisioned(tmp_path / "terminal")
    with pytest.raises(StoreError):
        _provisioned(tmp_path / "terminal")
    assert path.is_file()


def test_what_an_interrupted_attempt_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "terminal.aside").mkdir()
    (tmp_path / "terminal.aside" / "store.db").write_bytes(b"half")
    assert _provisioned(tmp_path / "terminal").is_file()


def test_in_production_no_key_is_written_and_the_system_must_give_one(tmp_path: Path) -> None:
    with pytest.raises(StoreLockedError):
        _provisioned(tmp_path / "terminal", Profile.PRODUCTION)
    assert not (tmp_path / "terminal").exists()
    (tmp_path / "kvv-kiosk-store-key").write_bytes(b"c" * 32)
    folder = _provisioned(tmp_path / "terminal", Profile.PRODUCTION, tmp_path).parent
    assert not (folder / "store.key").exists()
    vault, key = _opened(read_settings(folder / "terminal.toml"), tmp_path)
    assert Meta(vault).identity().wing == "B2"
    assert key.file != StoreKey(b"c" * 32).file, "the credential opens the envelope; it is not the store's key"


def test_a_bundle_is_read_as_it_was_written_and_nothing_else_is_taken_for_one() -> None:
    assert parse_bundle(bundle_raw(a_bundle())) == a_bundle()
    for raw in (b"", b"{}", bundle_raw(a_bundle()).replace(b'"v":1', b'"v":2')):
        with pytest.raises(MalformedError) as refused:
            parse_bundle(raw)
        assert GROUP.pepper not in str(refused.value)
        assert refused.value.__cause__ is None


def test_installed_packs_are_the_release_and_its_floor(tmp_path: Path) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    packs = Packs(terminal.vault, tmp_path / "packs")
    assert (packs.trust(), packs.current()) == (None, {})
    (installed,) = packs.install(verified())
    assert packs.install(verified()) == (installed,)
    assert packs.current() == {PackId("reflector"): installed}
    assert packs.raw(installed) == verified().packs[PackId("reflector")]
    assert packs.trust() == (TRUSTED_ROOT, Floor(timestamp=1, snapshot=1, targets=1, packs={PackId("reflector"): 1}))


def test_an_earlier_pack_stays_readable_after_a_newer_one(tmp_path: Path) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    packs = Packs(terminal.vault, tmp_path / "packs")
    (first,), (second,) = packs.install(verified(1)), packs.install(verified(2))
    assert packs.current() == {PackId("reflector"): second}
    assert packs.raw(first) != packs.raw(second)


def test_a_changed_or_missing_pack_is_damage(tmp_path: Path) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    packs = Packs(terminal.vault, tmp_path / "packs")
    (installed,) = packs.install(verified())
    (tmp_path / "packs" / f"{installed}.zip").write_bytes(b"something else")
    for wanted in (installed, Digest("ab" * 32)):
        with pytest.raises(StoreDamagedError):
            packs.raw(wanted)


def _status(terminal: TerminalStore, packs: Packs, profile: Profile) -> Status:
    second = terminal.path.with_name("second")
    return terminal_status(terminal.vault, terminal.journal, packs, profile, second=second, thorough=True)


def test_a_terminal_says_how_it_is_without_anything_of_anybody(tmp_path: Path) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    packs = Packs(terminal.vault, tmp_path / "packs")
    packs.install(verified())
    terminal.answer(4)
    status = terminal_status(
        terminal.vault, terminal.journal, packs, Profile.DEVELOPMENT, second=tmp_path / "second", thorough=True
    )
    assert (status.lanes, status.entries, status.due, status.wrong) == (1, 5, 5, ())
    assert status.store_bytes > 0
    assert status.free_bytes > 0
    assert SubjectId(an_id("p-", 1)) not in status.model_dump_json()


def test_a_terminal_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    terminal.answer(4)
    terminal.vault.run("DROP TRIGGER entries_are_never_deleted")
    terminal.vault.run("DELETE FROM entries WHERE seq = 2")
    packs = Packs(terminal.vault, tmp_path / "packs")
    status = terminal_status(
        terminal.vault, terminal.journal, packs, Profile.PRODUCTION, second=tmp_path / "second", thorough=True
    )
    assert len(status.wrong) == 1
