"""A person's voice from the pack: played for its own sentence, silent at once, and speech where there is none.

- A small script stands in the place of aplay where a test asks what was played; the real one plays to no device.
- The packs are real, on a real store. Not here: recordings in a source (tests/content/test_recordings.py).
"""

import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from content.pack import MANIFEST, load
from content.recordings import sound_in
from kiosk.speech import Loudness, Manner, Out, SilentSpeaker, Speed
from kiosk.speech.reading import Reading
from kiosk.speech.recorded import RecordedSpeaker, louder, with_recordings
from kiosk.store.packs import Packs
from kiosk.wiring.library import REFLECTOR, library_of
from kiosk.wiring.voices import Voices
from modules.canonical import canonical
from modules.texts import DUTCH, Language
from tests.content.made import a_pack, a_pack_of, verified
from tests.content.sounds import a_wav
from tests.definitions import a_programme
from tests.suites.terminals import make_terminal
from tests.ui.hand_clock import HandClock

ASKED, OTHER, EN = "Hoe zwaar weegt geld nu voor jou?", "Wat wil je?", Language("en")
TONE = a_wav(0.3)
FILES = {
    "audio/nl/basics.weight.prompt.wav": TONE,
    "audio/nl/spoken.json": canonical({"basics.weight.prompt": ASKED, "basics.weight.low": "Licht"}),
}


class Heard:
    """A speech program that writes down what it is given, and is done at once."""

    available = True
    speaking = False

    def __init__(self) -> None:
        self.manner = Manner()
        self.said: list[tuple[Sequence[str], Language]] = []
        self.stopped = 0

    def say(self, texts: Sequence[str], language: Language) -> None:
        self.said.append((tuple(texts), language))

    def stop(self) -> None:
        self.stopped += 1


def _program(folder: Path, then: str) -> str:
    script = folder / "aplay"
    script.write_text(f'#!/bin/sh\necho "$@" > {folder}/how\ncat > {folder}/heard\ntouch {folder}/done\n{then}\n')
    script.chmod(0o700)
    return str(script)


@pytest.fixture
def speech() -> Heard:
    return Heard()


def _find(sentence: str, language: Language) -> bytes | None:
    return TONE if (sentence, language) == (ASKED, DUTCH) else None


def _speaker(folder: Path, speech: Heard, then: str = "exec sleep 30") -> RecordedSpeaker:
    return RecordedSpeaker(speech, _program(folder, then), _find, {Out.HEADSET: "plughw:1"})


def _until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _played(folder: Path) -> bytes:
    _until((folder / "done").exists)
    return (folder / "heard").read_bytes()


def test_the_recording_of_a_sentence_is_played_as_it_stands_in_the_pack(tmp_path: Path, speech: Heard) -> None:
    speaker = _speaker(tmp_path, speech)
    speaker.say((ASKED,), DUTCH)
    assert _played(tmp_path) == TONE
    assert speaker.speaking
    assert speech.said == []
    speaker.stop()


def test_what_has_no_recording_is_said_by_the_speech_program(tmp_path: Path, speech: Heard) -> None:
    speaker = _speaker(tmp_path, speech)
    for texts, language in (((OTHER,), DUTCH), ((ASKED,), EN), ((ASKED, OTHER), DUTCH)):
        speaker.say(texts, language)
    assert speech.said == [((OTHER,), DUTCH), ((ASKED,), EN), ((ASKED, OTHER), DUTCH)]
    assert not (tmp_path / "done").exists()


def test_a_touch_silences_a_recording_at_once(tmp_path: Path, speech: Heard) -> None:
    speaker = _speaker(tmp_path, speech)
    speaker.say((ASKED,), DUTCH)
    _played(tmp_path)
    began = time.monotonic()
    speaker.stop()
    assert not speaker.speaking
    assert time.monotonic() - began < 0.2
    assert speech.stopped


@pytest.mark.parametrize("speed", [Speed.SLOW, Speed.FAST])
def test_who_wants_another_speed_hears_the_speech_program(tmp_path: Path, speech: Heard, speed: Speed) -> None:
    speaker = _speaker(tmp_path, speech)
    speaker.manner = Manner(speed=speed)
    speaker.say((ASKED,), DUTCH)
    assert speech.said == [((ASKED,), DUTCH)]
    assert speech.manner.speed is speed


def test_loudness_and_device_are_those_the_person_chose(tmp_path: Path, speech: Heard) -> None:
    speaker = _speaker(tmp_path, speech)
    speaker.manner = Manner(loudness=Loudness.SOFT, out=Out.HEADSET)
    speaker.say((ASKED,), DUTCH)
    soft, plain = sound_in(_played(tmp_path)), sound_in(TONE)
    assert soft is not None
    assert plain is not None
    assert abs(plain.peak_db - soft.peak_db - 6.0) < 0.1
    assert "--device plughw:1" in (tmp_path / "how").read_text()
    speaker.stop()


def test_a_recording_is_made_louder_without_turning_over() -> None:
    loud = sound_in(louder(a_wav(level=0.9), 1.8))
    assert loud is not None
    assert loud.peak_db == pytest.approx(0.0, abs=0.01)
    assert louder(b"no sound", 1.8) == b"no sound"
    assert louder(TONE, 1.0) is TONE


def test_what_cannot_be_played_is_said_after_all_and_once(tmp_path: Path, speech: Heard) -> None:
    speaker = _speaker(tmp_path, speech, "exit 1")
    speaker.say((ASKED,), DUTCH)
    _until(lambda: not speaker.speaking and bool(speech.said))
    assert not speaker.speaking
    assert speech.said == [((ASKED,), DUTCH)]
    gone = RecordedSpeaker(speech, str(tmp_path / "nowhere"), _find)
    gone.say((ASKED,), DUTCH)
    assert len(speech.said) == len(("failed", "missing"))


def test_the_sentence_that_is_played_is_the_one_that_is_marked_and_the_next_follows(
    tmp_path: Path, speech: Heard
) -> None:
    clock, marked = HandClock(), list[str]()
    reading = Reading(clock, _speaker(tmp_path, speech, "exec sleep 0.2"))
    reading.changed = marked.append
    reading.begin([(ASKED, DUTCH), (OTHER, DUTCH)])
    _played(tmp_path)
    assert marked == [ASKED]
    _until(lambda: not reading.speaker.speaking)
    clock.passes(1.0)
    assert speech.said == [((OTHER,), DUTCH)]
    assert marked == [ASKED, OTHER, ""]


def test_without_sound_or_a_player_nothing_changes(tmp_path: Path, speech: Heard) -> None:
    silent = SilentSpeaker()
    assert with_recordings(silent, _find, program=_program(tmp_path, "")) is silent
    assert with_recordings(speech, _find, program=str(tmp_path / "nowhere")) is speech
    assert isinstance(with_recordings(speech, _find, program=_program(tmp_path, "")), RecordedSpeaker)


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    terminal = make_terminal(tmp_path / "store.db")
    made = Packs(terminal.vault, tmp_path / "packs")
    made.install(verified(a_pack("reflector", 1, FILES), a_pack_of(a_programme(), "kvv")))
    return made


def test_a_terminal_finds_recordings_by_the_sentence_on_screen(packs: Packs) -> None:
    voices = Voices()
    assert voices.find(ASKED, DUTCH) is None
    library_of(packs, voices)
    assert voices.find(ASKED, DUTCH) == TONE
    assert voices.find(ASKED, EN) == TONE  # it stands there in Dutch
    assert voices.find(OTHER, DUTCH) is None
    assert voices.find("Licht", DUTCH) is None  # listed, and not there


def test_a_recording_that_was_changed_or_is_gone_is_not_played(packs: Packs) -> None:
    voices = Voices()
    library_of(packs, voices)
    file = packs.file(packs.current()[REFLECTOR])
    file.write_bytes(file.read_bytes().replace(TONE[-40:], bytes(40)))
    assert voices.find(ASKED, DUTCH) is None
    file.unlink()
    assert voices.find(ASKED, DUTCH) is None


def test_a_pack_with_recordings_is_a_pack_like_any_other() -> None:
    raw, pack = a_pack("reflector", 1, FILES)
    assert load(raw).files == FILES
    assert MANIFEST not in pack.files


@pytest.mark.skipif(shutil.which("aplay") is None, reason="there is no aplay here")
def test_the_real_player_takes_what_it_is_given(tmp_path: Path, speech: Heard) -> None:
    player = shutil.which("aplay")
    assert player is not None
    quiet = tmp_path / "aplay"
    quiet.write_text(f'#!/bin/sh\n{player} "$@"\necho $? > {tmp_path}/ended\n')
    quiet.chmod(0o700)
    speaker = RecordedSpeaker(speech, str(quiet), _find, {Out.SPEAKER: "null"})
    speaker.manner = Manner(loudness=Loudness.LOUD)
    speaker.say((ASKED,), DUTCH)
    _until((tmp_path / "ended").exists)
    _until(lambda: (tmp_path / "ended").read_text() != "")
    assert (tmp_path / "ended").read_text() == "0\n"
    speaker.stop()
