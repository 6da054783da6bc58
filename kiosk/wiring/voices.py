"""Where the recordings of the packs in use are found: by the sentence, read from the pack only when it is heard.

- Nothing is known before the packs are read (library.py); until then everything is said by the speech program.
- A recording is read from its pack each time and held against the digest that the signed manifest gives.
- A text that stands on screen in Dutch, because a language has none of its own, is heard in Dutch.
- Not here: playing (kiosk/speech/recorded.py).
"""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from content.pack import Pack
from content.recordings import languages_in, listed_in, sound_file
from modules.canonical import digest
from modules.ids import Digest
from modules.texts import DUTCH, Language


@dataclass(frozen=True, slots=True)
class Voice:
    """One recording: the pack's file, its name in it, and its digest."""

    pack: Path
    name: str
    digest: Digest


class Voices:
    """The recordings that are known."""

    def __init__(self) -> None:
        self._known: dict[tuple[Language, str], Voice] = {}

    def learn(self, pack: Pack, file: Path) -> None:
        """Takes in the recordings of a pack that stands in this file."""
        digests = {one.name: one.sha256 for one in pack.manifest.files}
        for language in languages_in(pack.files):
            for text_id, sentence in listed_in(pack.files, language).items():
                name = sound_file(language, text_id)
                if name in digests:
                    self._known[language, sentence] = Voice(file, name, digests[name])

    def find(self, sentence: str, language: Language) -> bytes | None:
        """Gives the recording of a sentence as it stands on screen; none where there is none, or it is not whole."""
        voice = self._known.get((language, sentence)) or self._known.get((DUTCH, sentence))
        if voice is None:
            return None
        try:
            with zipfile.ZipFile(voice.pack) as archive:
                raw = archive.read(voice.name)
        except (OSError, KeyError, zipfile.BadZipFile):
            return None
        return raw if digest(raw) == voice.digest else None
