"""Reading aloud by a program of its own: what it is given, that it is silent at once, and a terminal without sound.

- A small script stands in the place of espeak-ng where a test asks what the program was given.
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.i18n import OWN_NAMES
from kiosk.speech import Loudness, Manner, Out, SilentSpeaker, Speed
from kiosk.speech.espeak import VOICES, EspeakSpeaker, has_sound_card, speaker
from modules.texts import Language

NL, SIMPLE, PL = Language("nl"), Language("nl@simple"), Language("pl")
A_CARD = " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n"
SECRET = "Ik wil mijn dochter zien"


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Gives where the stand-in program writes what it was told."""
    return tmp_path


@pytest.fixture
def program(told: Path) -> str:
    """Gives a program that writes down how it was called and what it heard, and then speaks for a long time."""
    script = told / "espeak-ng"
    script.write_text(f'#!/bin/sh\necho "$@" > {told}/how\ncat > {told}/heard\nexec sleep 30\n')
    script.chmod(0o700)
    return str(script)


def _until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _heard(told: Path) -> str:
    _until(lambda: (told / "heard").exists() and (told / "heard").read_text() != "")
    return (told / "heard").read_text(encoding="utf-8")


def test_texts_are_read_in_order_with_a_rest_between_them(program: str, told: Path) -> None:
    reading = EspeakSpeaker(program)
    reading.say(("Wat wil je?", "", " Werk "), NL)
    assert _heard(told) == "Wat wil je?\n\nWerk"
    assert reading.speaking
    reading.stop()


def test_what_is_said_never_stands_among_the_arguments(program: str, told: Path) -> None:
    reading = EspeakSpeaker(program)
    reading.say((SECRET,), NL)
    assert SECRET in _heard(told)
    assert SECRET not in (told / "how").read_text(encoding="utf-8")
    reading.stop()


def test_stopping_is_silent_at_once(program: str, told: Path) -> None:
    reading = EspeakSpeaker(program)
    reading.say(("Een lange tekst",), NL)
    _heard(told)
    began = time.monotonic()
    reading.stop()
    assert not reading.speaking
    assert time.monotonic() - began < 0.2


def test_a_second_text_ends_the_first(program: str, told: Path) -> None:
    reading = EspeakSpeaker(program)
    reading.say(("Eerst",), NL)
    _heard(told)
    reading.say(("Daarna",), NL)
    _until(lambda: (told / "heard").read_text() == "Daarna")
    reading.stop()


def test_easy_dutch_is_spoken_slower(program: str, told: Path) -> None:
    assert VOICES[SIMPLE].name == VOICES[NL].name
    assert VOICES[SIMPLE].words_a_minute < VOICES[NL].words_a_minute
    reading = EspeakSpeaker(program)
    reading.say(("Dag",), SIMPLE)
    _heard(told)
    assert f"-v nl -s {VOICES[SIMPLE].words_a_minute}" in (told / "how").read_text()
    reading.stop()


def test_each_person_is_told_as_fast_and_loud_and_where_he_wants_and_the_next_one_as_usual(
    program: str, told: Path
) -> None:
    reading = EspeakSpeaker(program, {Out.HEADSET: "plughw:1,0"})
    reading.manner = Manner(Speed.FAST, Loudness.SOFT, Out.HEADSET)
    reading.say(("Dag",), NL)
    _heard(told)
    assert "-s 202 -a 50 -d plughw:1,0 --stdin" in (told / "how").read_text()
    reading.manner = Manner()
    reading.say(("Dag allemaal",), NL)
    _until(lambda: (told / "heard").read_text() == "Dag allemaal")
    assert "-s 150 -a 100 --stdin" in (told / "how").read_text()
    reading.stop()


def test_a_program_that_breaks_off_disturbs_nobody(tmp_path: Path) -> None:
    script = tmp_path / "espeak-ng"
    script.write_text("#!/bin/sh\nexit 1\n")
    script.chmod(0o700)
    reading = EspeakSpeaker(str(script))
    reading.say(("Dag " * 50_000,), NL)
    _until(lambda: not reading.speaking)


def test_every_language_of_the_interface_has_a_voice() -> None:
    assert set(VOICES) == set(OWN_NAMES)


def test_a_terminal_without_a_sound_card_is_silent(tmp_path: Path, program: str) -> None:
    assert isinstance(speaker(program, tmp_path / "none"), SilentSpeaker)
    (tmp_path / "cards").write_text("--- no soundcards ---\n")
    assert isinstance(speaker(program, tmp_path / "cards"), SilentSpeaker)


def test_a_terminal_without_the_program_is_silent(tmp_path: Path) -> None:
    (tmp_path / "cards").write_text(A_CARD)
    assert isinstance(speaker("no-such-program", tmp_path / "cards"), SilentSpeaker)


def test_a_terminal_with_both_can_be_heard(tmp_path: Path, program: str) -> None:
    (tmp_path / "cards").write_text(A_CARD)
    assert has_sound_card(tmp_path / "cards")
    assert speaker(program, tmp_path / "cards").available


def test_a_silent_speaker_is_always_done() -> None:
    silent = SilentSpeaker()
    silent.say(("Dag",), PL)
    assert not silent.speaking
    assert not silent.available
    silent.stop()


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_the_real_program_knows_every_voice() -> None:
    import subprocess  # noqa: PLC0415 - only here

    for voice in VOICES.values():
        asked = ["espeak-ng", "-b", "1", "-v", voice.name, "-s", str(voice.words_a_minute), "--stdin", "--stdout"]
        spoken = subprocess.run(asked, input=b"1 2 3", capture_output=True, check=True).stdout
        assert spoken.startswith(b"RIFF")
        assert len(spoken) > 10_000
