"""Reads aloud with a person's voice where the pack has it, and with the speech program where it has not.

- A recording is played for exactly the sentence it was made of, never for another that stands in its place.
- It plays at the speed it was spoken at: who wants slower or faster hears the speech program, which can.
- Loudness is laid into the samples and the device is named each time, as for speech: the system's own volume stays.
- The sound goes to the program (aplay) as a file in memory, so that nothing waits for it and nothing is left on disk.

Deliberately not here: where recordings are found (`kiosk/wiring/voices.py`), what is read and when (`kiosk/app.py`).
"""

from __future__ import annotations

import os
import subprocess
from array import array
from collections.abc import Callable, Mapping, Sequence
from shutil import which

from content.recordings import SAMPLE_BYTES, sound_frames, with_frames
from kiosk.speech import Loudness, Manner, Out, Speaker, Speed
from modules.texts import DUTCH, Language

PROGRAM = "aplay"
ENDING_SECONDS = 1.0
FACTORS: Mapping[Loudness, float] = {Loudness.SOFT: 0.5, Loudness.NORMAL: 1.0, Loudness.LOUD: 1.8}
_LOWEST, _HIGHEST = -32_768, 32_767

Find = Callable[[str, Language], bytes | None]
"""Gives the recording (a WAV file) of a sentence in a language; none where there is none."""


class RecordedSpeaker:
    """Plays what was recorded, and leaves the rest to another speaker."""

    def __init__(self, speech: Speaker, program: str, find: Find, devices: Mapping[Out, str] | None = None) -> None:
        self._speech = speech
        self._program = program
        self._find = find
        self._devices = dict(devices or {})
        self._running: subprocess.Popen[bytes] | None = None
        self._wanted: tuple[Sequence[str], Language] = (), DUTCH

    @property
    def available(self) -> bool:
        """Whether anything can be heard."""
        return self._speech.available

    @property
    def manner(self) -> Manner:
        """How it is said from the next text on."""
        return self._speech.manner

    @manner.setter
    def manner(self, manner: Manner) -> None:
        self._speech.manner = manner

    @property
    def speaking(self) -> bool:
        """Whether a recording or the speech program is still heard; what could not be played is said after all."""
        ended = self._running.poll() if self._running is not None else 0
        if ended:
            self._running = None
            self._speech.say(*self._wanted)
        return ended is None or self._speech.speaking

    def say(self, texts: Sequence[str], language: Language) -> None:
        """Plays the recording of one text, or has all of them said; what was being read stops."""
        self.stop()
        self._wanted = texts, language
        only = texts[0] if len(texts) == 1 and self.manner.speed is Speed.NORMAL else ""
        raw = self._find(only, language) if only else None
        if raw is None or not self._play(raw):
            self._speech.say(texts, language)

    def stop(self) -> None:
        """Is silent at once."""
        self._speech.stop()
        running, self._running = self._running, None
        if running is None:
            return
        if running.poll() is None:
            running.kill()
        running.wait(ENDING_SECONDS)

    def _play(self, raw: bytes) -> bool:
        """Begins to play, and tells whether it did."""
        device = self._devices.get(self.manner.out, "")
        command = [self._program, "--quiet", *(("--device", device) if device else ()), "-"]
        held = os.memfd_create("recording", os.MFD_CLOEXEC)
        try:
            with os.fdopen(held, "wb", closefd=False) as file:
                file.write(louder(raw, FACTORS[self.manner.loudness]))
            os.lseek(held, 0, os.SEEK_SET)
            self._running = subprocess.Popen(  # noqa: S603 - a program of the system, and a sound of a signed pack
                command, stdin=held, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError:
            return False
        finally:
            os.close(held)
        return True


def louder(raw: bytes, factor: float) -> bytes:
    """Gives a WAV file so much louder, cut off where it cannot be; unchanged where it is of another kind."""
    frames = sound_frames(raw)
    if factor == 1.0 or frames is None or len(frames) % SAMPLE_BYTES:
        return raw
    scaled = (int(sample * factor) for sample in array("h", frames))
    return with_frames(raw, array("h", (min(_HIGHEST, max(_LOWEST, one)) for one in scaled)).tobytes())


def with_recordings(
    speech: Speaker, find: Find, devices: Mapping[Out, str] | None = None, program: str = PROGRAM
) -> Speaker:
    """Gives a speaker that plays recordings first; the same speaker where nothing can be heard or played."""
    found = which(program) if speech.available else None
    return RecordedSpeaker(speech, found, find, devices) if found else speech
