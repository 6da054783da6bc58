"""Sounds for tests: a tone as a WAV file, of any form; nobody's voice."""

import io
import math
import wave
from array import array

RATE = 16_000


def a_wav(seconds: float = 0.5, level: float = 0.2, rate: int = RATE, channels: int = 1, width: int = 2) -> bytes:
    """Gives a tone of so many seconds at a level from 0 to 1."""
    wave_of = (level * math.sin(2 * math.pi * 440 * number / rate) for number in range(int(seconds * rate)))
    samples = array("h", (max(-32_768, min(32_767, round(32_767 * one))) for one in wave_of))
    held = samples.tobytes() if width == samples.itemsize else bytes(len(samples) * width)
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as made:
        made.setnchannels(channels)
        made.setsampwidth(width)
        made.setframerate(rate)
        made.writeframes(held * channels)
    return buffer.getvalue()
