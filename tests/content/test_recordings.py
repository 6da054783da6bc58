"""Recordings in a pack: heard only for the sentence they were made of, and each fault of theirs is found.

- The sounds are made here: tones, nobody's voice.
- Not here: playing them (tests/kiosk/test_recorded.py).
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from content.beginning import begin_pack
from content.build import build
from content.lint import lint
from content.readiness import readiness
from content.recordings import listed_in, sound_in
from content.severity import Severity
from content.source import read_draft
from modules.errors import PackError
from modules.texts import DUTCH, SIMPLE_DUTCH, Language
from tests.content.sounds import RATE, a_wav

PROMPT, HELP = "first.question.prompt", "first.question.help"
ASKED = "Is dit een goede eerste vraag?"
EN, FRENCH = Language("en"), Language("fr")
CATALOGUE = f'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgctxt "{PROMPT}"\nmsgid "{ASKED}"\nmsgstr "Is it good?"\n'


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("clean") / "pack"
    list(begin_pack(made, "start", "Snel regelen"))
    _records(made, "nl", {PROMPT: ASKED})
    return made


@pytest.fixture
def folder(clean: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(clean, tmp_path / "pack"))


def _records(folder: Path, language: str, spoken: dict[str, str], sound: bytes | None = None) -> None:
    place = folder / "audio" / language
    place.mkdir(parents=True, exist_ok=True)
    (place / "spoken.yaml").write_text("".join(f"{one}: {said}\n" for one, said in spoken.items()), encoding="utf-8")
    for one in spoken:
        (place / f"{one}.wav").write_bytes(sound or a_wav())


def _found(folder: Path) -> set[tuple[str, str]]:
    return {(one.code, one.place) for one in lint(read_draft(folder)) if one.code.startswith(("audio", "yaml"))}


def test_a_recording_goes_into_the_pack_with_the_sentence_it_says(folder: Path) -> None:
    assert _found(folder) == set()
    raw, pack = build(read_draft(folder))
    assert pack.files[f"audio/nl/{PROMPT}.wav"] == a_wav()
    assert listed_in(pack.files, DUTCH) == {PROMPT: ASKED}
    assert build(read_draft(folder))[0] == raw


def test_readiness_counts_per_language_what_a_person_is_heard_saying_as_it_stands_now(folder: Path) -> None:
    (folder / "locale").mkdir()
    (folder / "locale/en.po").write_text(CATALOGUE, encoding="utf-8")
    _records(folder, "nl", {PROMPT: ASKED, HELP: "Zo stond het er vroeger."})
    _records(folder, "en", {PROMPT: "Is it good?"})
    assert {row.language: row.spoken for row in readiness(read_draft(folder)) if row.spoken} == {DUTCH: 1, EN: 1}


def test_the_folder_of_easy_dutch_has_a_dash(folder: Path) -> None:
    _records(folder, "nl-simple", {PROMPT: ASKED})
    assert listed_in(read_draft(folder).files, SIMPLE_DUTCH) == {PROMPT: ASKED}
    assert build(read_draft(folder))[1].files


@pytest.mark.parametrize(
    ("fault", "code", "place"),
    [
        (lambda at: (at / "nl/x.opus").write_bytes(b"OggS"), "audio-format", "audio/nl/x.opus"),
        (lambda at: (at / "nl/x.txt").write_bytes(b"?"), "audio-unknown", "audio/nl/x.txt"),
        (lambda at: (at / f"nl/{PROMPT}.wav").write_bytes(b"RIFF"), "audio-format", f"audio/nl/{PROMPT}.wav"),
        (lambda at: (at / f"nl/{HELP}.wav").write_bytes(a_wav()), "audio-unlisted", f"audio/nl/{HELP}.wav"),
        (lambda at: (at / f"nl/{PROMPT}.wav").unlink(), "audio-missing", "audio/nl/spoken.yaml:1"),
        (lambda at: (at / "nl/spoken.yaml").write_text("- x"), "yaml-broken", "audio/nl/spoken.yaml:1"),
        (lambda at: _records(at.parent, "nl", {"first.gone": "Weg."}), "audio-unknown", "audio/nl/spoken.yaml:1"),
        (lambda at: _records(at.parent, "nl", {PROMPT: "Anders?"}), "audio-stale", "audio/nl/spoken.yaml:1"),
        (lambda at: _records(at.parent, "fr", {PROMPT: ASKED}), "audio-stale", "audio/fr/spoken.yaml:1"),
    ],
)
def test_what_does_not_belong_to_a_text_is_found_at_its_place(
    folder: Path, fault: Callable[[Path], object], code: str, place: str
) -> None:
    fault(folder / "audio")
    assert (code, place) in _found(folder)


@pytest.mark.parametrize(
    ("sound", "code"),
    [
        (a_wav(0.1), "audio-length"),
        (a_wav(61), "audio-length"),
        (a_wav(level=0.005), "audio-loudness"),
        (a_wav(level=0.9), "audio-loudness"),
        (a_wav(level=1.4), "audio-loudness"),
        (a_wav(rate=8_000), "audio-format"),
        (a_wav(rate=96_000), "audio-format"),
        (a_wav(channels=2), "audio-format"),
        (a_wav(width=1), "audio-format"),
        (a_wav()[:-100], "audio-format"),
        (a_wav()[:20], "audio-format"),
    ],
    ids=lambda one: one if isinstance(one, str) else str(len(one)),
)
def test_a_sound_that_a_terminal_does_not_play_well_is_found(folder: Path, sound: bytes, code: str) -> None:
    _records(folder, "nl", {PROMPT: ASKED}, sound)
    assert (code, f"audio/nl/{PROMPT}.wav") in _found(folder)


def test_a_file_too_large_to_be_a_sentence_is_not_read(folder: Path) -> None:
    with (folder / f"audio/nl/{PROMPT}.wav").open("r+b") as file:
        file.truncate(7 * 1024 * 1024)
    assert ("audio-length", f"audio/nl/{PROMPT}.wav") in _found(folder)


def test_what_blocks_is_not_built_and_what_is_only_old_is(folder: Path) -> None:
    _records(folder, "nl", {PROMPT: "Anders?"})
    build(read_draft(folder))
    (folder / "audio/nl/x.opus").write_bytes(b"OggS")
    with pytest.raises(PackError):
        build(read_draft(folder))
    found = {one.code: one.severity for one in lint(read_draft(folder))}
    assert (found["audio-stale"], found["audio-format"]) == (Severity.NOTICE, Severity.ERROR)


def test_a_sound_is_measured_as_it_was_made() -> None:
    sound = sound_in(a_wav(1.0, level=0.5))
    assert sound is not None
    assert (sound.rate, sound.channels, round(sound.seconds, 2)) == (RATE, 1, 1.0)
    assert abs(sound.peak_db + 6.0) < 0.1
    assert abs(sound.mean_db + 9.0) < 0.1
    silence = sound_in(a_wav(level=0.0))
    assert silence is not None
    assert silence.mean_db < -100
