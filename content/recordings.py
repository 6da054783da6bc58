"""Texts read by a person: a sound file each, and for every language a list of the sentences that were spoken.

    audio/nl/basics.debts.prompt.wav
    audio/nl/spoken.yaml            basics.debts.prompt: Heb je schulden, of rekeningen die je niet kunt betalen?

- A terminal plays a recording only for exactly the sentence it was made of, so a text that was mended is never read
  aloud in its old words; until it is recorded anew the speech program says it.
- Sound is WAV: 16 bits, one channel, 16 to 48 kHz. A terminal decodes nothing; other formats are turned into it first.
- The folder of a level has `-` where the language has `@`: `audio/nl-simple`.
- Not here: reading a source folder (recording_source.py), what is wrong with a recording (hearing.py), playing it
  (kiosk/speech/recorded.py).
"""

import io
import json
import wave
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log10

from modules.texts import Language

AUDIO, SPOKEN, SOURCE, ENDING = "audio", "spoken.json", "spoken.yaml", ".wav"
SAMPLE_BYTES = 2
EVERY = 4
"""Of so many samples one is looked at for loudness."""
_FULL = 32_768.0
_SILENT_DB = -120.0

Spoken = Mapping[str, str]
"""Text ids with the sentences spoken."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What a WAV file holds: samples a second, channels, bytes of a sample, length, mean and highest level in dB."""

    rate: int
    channels: int
    sample_bytes: int
    seconds: float
    mean_db: float
    peak_db: float


def folder_of(language: Language) -> str:
    """Gives the folder of a language's recordings in a pack."""
    return f"{AUDIO}/{language.replace('@', '-')}"


def listed_in(files: Mapping[str, bytes], language: Language) -> Spoken:
    """Gives the sentences that these files list as spoken in a language; total."""
    try:
        listed = json.loads(files.get(f"{folder_of(language)}/{SPOKEN}", b"{}"))
    except ValueError:
        return {}
    pairs = listed.items() if isinstance(listed, dict) else ()
    return {text_id: sentence for text_id, sentence in pairs if isinstance(sentence, str)}


def sound_file(language: Language, text_id: str) -> str:
    """Gives the name in a pack of the recording of a text."""
    return f"{folder_of(language)}/{text_id}{ENDING}"


def recorded(files: Mapping[str, bytes], language: Language, texts: Mapping[str, str]) -> int:
    """Counts the texts of a language (sentences by id) that are heard by a person's voice as they stand now."""
    listed = listed_in(files, language)
    return sum(
        listed.get(text_id) == sentence and sound_file(language, text_id) in files
        for text_id, sentence in texts.items()
    )


def sound_in(raw: bytes) -> Sound | None:
    """Gives what a WAV file holds; none where it is no WAV file, or not whole."""
    try:
        with wave.open(io.BytesIO(raw)) as opened:
            rate, channels, width = opened.getframerate(), opened.getnchannels(), opened.getsampwidth()
            held, frames = opened.readframes(opened.getnframes()), opened.getnframes()
    except (wave.Error, EOFError, ValueError, RuntimeError):
        return None
    if not rate or len(held) != frames * channels * width:
        return None
    mean, peak = _levels(held) if width == SAMPLE_BYTES else (_SILENT_DB, _SILENT_DB)
    return Sound(rate, channels, width, frames / rate, mean, peak)


def sound_frames(raw: bytes) -> bytes | None:
    """Gives the samples of a WAV file as they stand in it; none where they are not of 16 bits."""
    try:
        with wave.open(io.BytesIO(raw)) as opened:
            return opened.readframes(opened.getnframes()) if opened.getsampwidth() == SAMPLE_BYTES else None
    except (wave.Error, EOFError, ValueError, RuntimeError):
        return None


def with_frames(raw: bytes, frames: bytes) -> bytes:
    """Gives a WAV file of the same form as another, with these samples."""
    buffer = io.BytesIO()
    with wave.open(io.BytesIO(raw)) as opened, wave.open(buffer, "wb") as made:
        made.setparams(opened.getparams())
        made.writeframes(frames)
    return buffer.getvalue()


def _levels(held: bytes) -> tuple[float, float]:
    samples = array("h", held)
    heard = samples[::EVERY]
    if not heard:
        return _SILENT_DB, _SILENT_DB
    mean = (sum(one * one for one in heard) / len(heard)) ** 0.5
    return _decibel(mean), _decibel(max(abs(max(samples)), abs(min(samples))))


def _decibel(level: float) -> float:
    return 20 * log10(level / _FULL) if level > 0 else _SILENT_DB


def languages_in(files: Mapping[str, bytes]) -> Iterator[Language]:
    """Gives each language that has a list of what is spoken."""
    for name in sorted(files):
        parts = name.split("/")
        if len(parts) == len(("audio", "language", "file")) and parts[0] == AUDIO and parts[2] == SPOKEN:
            base, _, level = parts[1].partition("-")
            yield Language(f"{base}@{level}" if level else base)
