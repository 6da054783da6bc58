"""Small packs, keys and releases, as a test needs them.

- Keys are made once for all tests; nothing here is written to disk.
- Not here: hostile archives (tests/unit/content/test_archive.py).
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache

from securesystemslib.signer import CryptoSigner, Signer
from tuf.api.metadata import Metadata, Root

from content.archive import write_archive
from content.findings import Finding
from content.pack import Pack, load, seal
from content.signing import DEVELOPMENT_KEYS, Periods, add_signature, draw_up, first_root
from content.trust import Floor, Release, Verified, verify_release
from modules.definition.manifest import AnyDefinition, Manifest
from modules.definition.migration import Migration
from modules.definition.questionnaire import Questionnaire, Theme
from modules.errors import PackError
from modules.exercises.ruler import Ruler
from modules.ids import ItemId, PackId, ThemeId
from modules.texts import DUTCH, dutch_text

DAY = date(2026, 1, 1)
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ALL = ("root_1", "root_2", "author", "approver", "station")


@cache
def signers() -> Mapping[str, Signer]:
    names = {name for names in DEVELOPMENT_KEYS.values() for name in names} | {"stranger", "new_station"}
    return {name: CryptoSigner.generate_ed25519() for name in sorted(names)}


def a_questionnaire() -> Questionnaire:
    ruler = Ruler(
        id=ItemId("basics.weight"),
        prompt=dutch_text("Hoe zwaar weegt geld nu voor jou?"),
        low=dutch_text("Licht"),
        high=dutch_text("Zwaar"),
    )
    theme = Theme(id=ThemeId("basics"), title=dutch_text("Basis"), intro=dutch_text("Even kijken."), items=(ruler,))
    return Questionnaire(title=dutch_text("Reflector"), themes=(theme,))


def pack_entries(
    pack_id: str = "reflector", version: int = 1, files: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    manifest = Manifest(
        id=PackId(pack_id), version=version, title=dutch_text("Reflector"), languages=(DUTCH,), files=()
    )
    return seal(manifest, a_questionnaire(), files or {})


def a_pack(
    pack_id: str = "reflector", version: int = 1, files: Mapping[str, bytes] | None = None
) -> tuple[bytes, Pack]:
    raw = write_archive(pack_entries(pack_id, version, files))
    return raw, load(raw)


def a_pack_of(
    definition: AnyDefinition, pack_id: str, version: int = 1, migrations: Iterable[Migration] = ()
) -> tuple[bytes, Pack]:
    manifest = Manifest(
        id=PackId(pack_id),
        version=version,
        title=definition.title,
        languages=(DUTCH,),
        migrations=tuple(migrations),
        files=(),
    )
    raw = write_archive(seal(manifest, definition, {}))
    return raw, load(raw)


def verified(*packs: tuple[bytes, Pack], floor: Floor | None = None) -> Verified:
    release = a_release(*packs)
    return verify_release(release, trusted_root=release.roots[0], reference_time=NOON, floor=floor)


def a_root(names: Mapping[str, tuple[str, ...]] = DEVELOPMENT_KEYS) -> Metadata[Root]:
    keys = {role: [signers()[name].public_key for name in named] for role, named in names.items()}
    return first_root(keys, DAY, Periods())


def signed(release: Release, names: Iterable[str] = ALL) -> Release:
    for name in names:
        release, _ = add_signature(release, signers()[name])
    return release


def a_release(
    *packs: tuple[bytes, Pack],
    before: Release | None = None,
    root: Metadata[Root] | None = None,
    day: date = DAY,
    names: Iterable[str] = ALL,
) -> Release:
    return signed(draw_up(packs or (a_pack(),), root or a_root(), before, day, Periods()), names)


def codes(error: PackError) -> list[str]:
    return [finding.code for finding in error.findings if isinstance(finding, Finding)]
