"""Reads aloud with espeak-ng, which speaks every language of the interface and takes a few milliseconds to begin.

- The program plays the sound itself; stopping it is ending it, so silence comes at once.
- Easy Dutch is spoken slower. A language without a voice is said with the Dutch one, as its texts fall back to Dutch.
- Speed, loudness and device are told to the program each time, so the system's own volume is never changed: what one
  person sets is gone with him.
- `-b 1` says that the texts are UTF-8; they go in by its standard input, and nothing of them is kept.

Deliberately not here: when something is read (`kiosk/app.py`).
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from kiosk.speech import Loudness, Manner, Out, SilentSpeaker, Speaker, Speed
from modules.texts import DUTCH, SIMPLE_DUTCH, Language

PROGRAM = "espeak-ng"
SOUND_CARDS = Path("/proc/asound/cards")
ENDING_SECONDS = 1.0
FACTORS: Mapping[Speed, float] = {Speed.SLOW: 0.75, Speed.NORMAL: 1.0, Speed.FAST: 1.35}
AMPLITUDES: Mapping[Loudness, int] = {Loudness.SOFT: 50, Loudness.NORMAL: 100, Loudness.LOUD: 180}
"""Of 200; twice the number sounds about as much louder as one step on a radio."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of espeak-ng, and how fast it speaks."""

    name: str
    words_a_minute: int = 150


VOICES: Mapping[Language, Voice] = {
    DUTCH: Voice("nl"),
    SIMPLE_DUTCH: Voice("nl", 115),
    Language("en"): Voice("en-gb"),
    Language("ar"): Voice("ar", 130),
    Language("tr"): Voice("tr"),
    Language("pl"): Voice("pl"),
    Language("es"): Voice("es"),
    Language("fr"): Voice("fr-fr"),
    Language("pap"): Voice("pap", 135),
    Language("ro"): Voice("ro"),
    Language("de"): Voice("de"),
}


class EspeakSpeaker:
    """Speaks through a running espeak-ng, one at a time."""

    available = True

    def __init__(self, program: str, devices: Mapping[Out, str] | None = None) -> None:
        self.manner = Manner()
        self._program = program
        self._devices = dict(devices or {})
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def speaking(self) -> bool:
        """Whether the program is still running."""
        return self._running is not None and self._running.poll() is None

    def say(self, texts: Sequence[str], language: Language) -> None:
        """Reads the texts in order; each is a paragraph of its own, so the voice rests between two."""
        self.stop()
        said = "\n\n".join(text.strip() for text in texts if text.strip())
        if not said:
            return
        self._running = subprocess.Popen(  # noqa: S603 - our own program and our own words; texts go by the pipe
            [self._program, "-b", "1", *self._how(VOICES.get(language, VOICES[DUTCH])), "--stdin"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._give(said)

    def _how(self, voice: Voice) -> list[str]:
        """Gives the voice, its speed, its loudness and the device, as the program wants to be told."""
        manner = self.manner
        speed = round(voice.words_a_minute * FACTORS[manner.speed])
        device = self._devices.get(manner.out, "")
        how = ["-v", voice.name, "-s", str(speed), "-a", str(AMPLITUDES[manner.loudness])]
        return [*how, "-d", device] if device else how

    def _give(self, said: str) -> None:
        """Gives the program its texts; it reads all of them before it speaks, so this never waits for the voice."""
        running = self._running
        if running is None or running.stdin is None:
            return
        try:
            with running.stdin as pipe:
                pipe.write(said.encode("utf-8"))
        except BrokenPipeError:
            self.stop()

    def stop(self) -> None:
        """Ends the program, and the sound with it."""
        running, self._running = self._running, None
        if running is None:
            return
        if running.poll() is None:
            running.kill()
        running.wait(ENDING_SECONDS)


def speaker(
    program: str = PROGRAM, sound_cards: Path = SOUND_CARDS, devices: Mapping[Out, str] | None = None
) -> Speaker:
    """Gives what reads aloud on this terminal; a silent one where the program or a sound card is missing.

    `devices` names the headset and the loudspeaker as the system does; one without a name is the system's own choice.
    """
    found = which(program)
    return EspeakSpeaker(found, devices) if found and has_sound_card(sound_cards) else SilentSpeaker()


def has_sound_card(sound_cards: Path = SOUND_CARDS) -> bool:
    """Tells whether the kernel knows a sound card."""
    try:
        listed = sound_cards.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return listed.lstrip()[:1].isdigit()
