"""Recordings as they stand in a source folder, read into the files of a pack; whatever is wrong becomes a finding.

- The list of sentences (`spoken.yaml`) goes into the pack as canonical JSON.
- Not here: what recordings are (recordings.py), and whether they fit their texts (hearing.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from content.findings import Finding
from content.recordings import AUDIO, ENDING, SOURCE, SPOKEN
from modules.canonical import canonical

OTHER_SOUND = (".opus", ".ogg", ".mp3", ".flac", ".m4a", ".aac")
MOST_BYTES = 6 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Recordings:
    """The files of a pack's recordings by their name in it, the lists of what is spoken, and what was found."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]


def read_recordings(folder: Path) -> Recordings:
    """Gives the recordings in a source folder, with whatever is wrong with reading them."""
    files: dict[str, bytes] = {}
    found: list[Finding] = []
    for path in sorted(path for path in (folder / AUDIO).rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ENDING and path.stat().st_size <= MOST_BYTES:
            files[name] = path.read_bytes()
        elif path.name == SOURCE:
            files[name.removesuffix(SOURCE) + SPOKEN] = canonical(_listed(path, name, found))
        elif path.suffix == ENDING:
            found.append(Finding(name, "audio-length", "this file is larger than 6 MiB"))
        else:
            code = "audio-format" if path.suffix in OTHER_SOUND else "audio-unknown"
            found.append(Finding(name, code, "this is no WAV file"))
    return Recordings(files, tuple(found))


def _listed(path: Path, name: str, found: list[Finding]) -> dict[str, str]:
    try:
        value = YAML(typ="safe").load(path)
    except (YAMLError, OSError, ValueError):
        value = None
    if not isinstance(value, dict) or not all(isinstance(one, str) for pair in value.items() for one in pair):
        found.append(Finding(f"{name}:1", "yaml-broken", "this is not a list of `text id: sentence`"))
        return {}
    return value
