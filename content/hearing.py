"""What is wrong with recordings: none for a text, none that fits, of another sound than a terminal plays; pure.

- A recording is checked by its sound alone: format, length, loudness. Whether it says the sentence, a person hears.
- Not here: reading them (recordings.py).
"""

from collections.abc import Iterator, Mapping

from content.findings import Finding
from content.recordings import (
    AUDIO,
    SAMPLE_BYTES,
    SOURCE,
    SPOKEN,
    Sound,
    folder_of,
    languages_in,
    listed_in,
    recorded,
    sound_file,
    sound_in,
)
from content.source import Draft
from modules.texts import DUTCH, Language

RATES = range(16_000, 48_001)
SECONDS = (0.2, 60.0)
MEAN_DB = (-32.0, -10.0)
CLIPPED_DB = -0.05


def texts_in(draft: Draft, language: Language) -> Mapping[str, str]:
    """Gives the sentences of a draft that stand in this very language, by text id."""
    if language == DUTCH:
        return {text.id: text.dutch for text in draft.texts}
    for catalogue in draft.catalogues:
        if catalogue.language == language:
            said = ((text.id, catalogue.sentence(text.id, text.dutch)) for text in draft.texts)
            return {text_id: sentence for text_id, sentence in said if sentence is not None}
    return {}


def heard(draft: Draft, language: Language) -> int:
    """Counts the texts of a language that are heard by a person's voice."""
    return recorded(draft.files, language, texts_in(draft, language))


def recording_findings(draft: Draft) -> Iterator[Finding]:
    """Gives every finding on a draft's recordings."""
    known = {text.id for text in draft.texts}
    named = set[str]()
    for language in languages_in(draft.files):
        place, texts = f"{folder_of(language)}/{SOURCE}:1", texts_in(draft, language)
        for text_id, sentence in listed_in(draft.files, language).items():
            named.add(sound_file(language, text_id))
            if text_id not in known:
                yield Finding(place, "audio-unknown", f"{text_id} is no text of this pack")
            elif sound_file(language, text_id) not in draft.files:
                yield Finding(place, "audio-missing", f"{text_id} has no sound")
            elif sentence != texts.get(text_id):
                yield Finding(place, "audio-stale", text_id)
    for name, raw in draft.files.items():
        if name.startswith(f"{AUDIO}/") and not name.endswith(SPOKEN):
            if name not in named:
                yield Finding(name, "audio-unlisted", "no sentence is listed for this file")
            yield from _sound_findings(name, sound_in(raw))


def _sound_findings(name: str, sound: Sound | None) -> Iterator[Finding]:
    if sound is None or (sound.channels, sound.sample_bytes) != (1, SAMPLE_BYTES) or sound.rate not in RATES:
        yield Finding(
            name, "audio-format", "not 16 bits, one channel, 16 to 48 kHz" if sound else "not a whole WAV file"
        )
        return
    if not SECONDS[0] <= sound.seconds <= SECONDS[1]:
        yield Finding(name, "audio-length", f"{sound.seconds:.1f} seconds")
    if not MEAN_DB[0] <= sound.mean_db <= MEAN_DB[1]:
        yield Finding(name, "audio-loudness", f"{sound.mean_db:.0f} dB in the mean")
    if sound.peak_db > CLIPPED_DB:
        yield Finding(name, "audio-loudness", "it is cut off at its loudest")
