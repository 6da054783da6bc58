"""From bytes to a Pack: sizes and names, then digests, then the definition; nothing is believed before it is checked.

- The bytes come from `trust.verify_release`; what is checked here again costs little and holds on its own.
- A Pack is known by the SHA-256 of its archive; every answer names that digest.
- The archive is the canonical one: entries that `packs build` would write otherwise are refused (archive.py).
- Not here: signatures and expiry (trust.py), and where installed packs are kept (kiosk/store/packs.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, TypeAdapter, ValidationError

from content.archive import read_archive
from content.findings import Finding
from modules.canonical import canonical, digest
from modules.definition.institution import Institution
from modules.definition.kvv_module import KvvProgramme
from modules.definition.manifest import Definition, Manifest, PackFile
from modules.definition.questionnaire import Questionnaire
from modules.definition.start import StartModules
from modules.errors import PackError
from modules.ids import Digest

MANIFEST = "manifest.json"
DEFINITION = "definition.json"
MAX_JSON_BYTES = 16 * 1024 * 1024
MAX_SHOWN = 20

_DEFINITION: TypeAdapter[Questionnaire | KvvProgramme | StartModules | Institution] = TypeAdapter(Definition)


@dataclass(frozen=True, slots=True)
class Pack:
    """A loaded pack; `files` holds audio and pictures by their name in the pack."""

    manifest: Manifest
    definition: Questionnaire | KvvProgramme | StartModules | Institution
    digest: Digest
    files: Mapping[str, bytes]


def load(raw: bytes) -> Pack:
    """Gives the pack in these bytes.

    Raises:
        PackError: It is not as PACK.md says; its findings say in what.
    """
    entries = read_archive(raw)
    if MANIFEST not in entries:
        raise _refused([Finding("(archive)", "manifest-missing", "the pack has no manifest.json")])
    manifest = _parse(Manifest, entries[MANIFEST], MANIFEST, "manifest-broken")
    if found := _file_findings(manifest, entries):
        raise _refused(found)
    return Pack(
        manifest=manifest,
        definition=_definition(entries[DEFINITION]),
        digest=digest(raw),
        files={name: raw for name, raw in entries.items() if name not in (MANIFEST, DEFINITION)},
    )


def seal(manifest: Manifest, definition: BaseModel, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Gives the entries of a pack: its files, its definition, and the manifest with the digest of each."""
    entries = {**files, DEFINITION: canonical(_sparse(definition))}
    listed = tuple(
        PackFile(name=name, size_bytes=len(raw), sha256=digest(raw)) for name, raw in sorted(entries.items())
    )
    return {**entries, MANIFEST: canonical(_sparse(manifest.model_copy(update={"files": listed})))}


def _sparse(value: BaseModel) -> object:
    return value.model_dump(mode="json", by_alias=True, exclude_none=True)


def _refused(findings: list[Finding]) -> PackError:
    return PackError("a pack was refused", hint=findings[0].remedy, findings=findings)


def _file_findings(manifest: Manifest, entries: Mapping[str, bytes]) -> list[Finding]:
    listed = {file.name: file for file in manifest.files}
    there = entries.keys() - {MANIFEST}
    found = [Finding(name, "file-missing", "the manifest names this file") for name in listed.keys() - there]
    found += [Finding(name, "file-unlisted", "the manifest does not name this file") for name in there - listed.keys()]
    if DEFINITION not in listed:
        found.append(Finding(DEFINITION, "file-missing", "a pack has a definition"))
    for name in listed.keys() & there:
        raw, file = entries[name], listed[name]
        if (len(raw), digest(raw)) != (file.size_bytes, file.sha256):
            found.append(Finding(name, "file-digest", "this file is not the one the manifest names"))
    return sorted(found)


def _definition(raw: bytes) -> Questionnaire | KvvProgramme | StartModules | Institution:
    _check_json_size(raw, DEFINITION)
    try:
        return _DEFINITION.validate_json(raw)
    except ValidationError as error:
        raise _refused(_model_findings(error, DEFINITION, "definition-broken")) from error


def _parse(model: type[Manifest], raw: bytes, name: str, code: str) -> Manifest:
    _check_json_size(raw, name)
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        raise _refused(_model_findings(error, name, code)) from error


def _check_json_size(raw: bytes, name: str) -> None:
    if len(raw) > MAX_JSON_BYTES:
        raise _refused([Finding(name, "pack-size", "this file is larger than 16 MiB")])


def _model_findings(error: ValidationError, name: str, code: str) -> list[Finding]:
    return [
        Finding(name, code, f"{'.'.join(str(part) for part in problem['loc']) or 'the whole'}: {problem['msg']}")
        for problem in error.errors(include_url=False, include_context=False, include_input=False)[:MAX_SHOWN]
    ]
