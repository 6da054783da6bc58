"""An author edits a text and sees it on the real screen at once; a mistake is told on it and costs nothing."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from content.source import SOURCES
from tests.e2e.display import Display

OPENS_SECONDS = 60.0
DEADLINE_SECONDS = 30.0


class Preview:
    """`packs preview` on a display, and what its window shows."""

    def __init__(self, display: Display, folder: Path, page: str) -> None:
        self._seen = folder.with_name("seen.json")
        words = [str(folder), "--page", page, "--places", str(self._seen)]
        self._program = subprocess.Popen(
            [sys.executable, "-m", "content", "preview", *words],
            env=display.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def seen(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(self._seen.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {"texts": [], "chosen": [], "places": {}}
        return found

    def until(self, holds: Callable[[dict[str, Any]], bool], seconds: float) -> None:
        """Waits until the window shows something."""
        began = time.monotonic()
        while not holds(self.seen()):
            assert self._program.poll() is None, "the preview ended"
            assert time.monotonic() - began < seconds, "it is not on the screen in time"
            time.sleep(0.02)

    def until_said(self, text: str) -> None:
        """Waits until the window shows a text."""
        self.until(lambda seen: text in seen["texts"], DEADLINE_SECONDS)

    def close(self) -> None:
        self._program.terminate()
        self._program.wait(20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SOURCES / "reflector", tmp_path / "reflector")
    return tmp_path / "reflector"


@pytest.fixture
def display() -> Iterator[Display]:
    with Display(1366, 768) as opened:
        yield opened


@pytest.fixture
def preview(folder: Path, display: Display) -> Iterator[Preview]:
    opened = Preview(display, folder, "reflector/basics/basics.id_document")
    yield opened
    opened.close()


def _save(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_edited_text_is_on_the_screen_at_once_and_a_mistake_is_told_there(
    folder: Path, display: Display, preview: Preview
) -> None:
    theme, old, new = folder / "themes" / "basics.yaml", "Heb je een geldig identiteitsbewijs?", "Heb je een paspoort?"
    preview.until(lambda seen: old in seen["texts"] and "answer.yes" in seen["places"], OPENS_SECONDS)
    x, y, width, height = preview.seen()["places"]["answer.yes"]
    display.touch(x + width // 2, y + height // 2)
    preview.until(lambda seen: "answer.yes" in seen["chosen"], DEADLINE_SECONDS)

    _save(theme, old, new)
    preview.until_said(new)
    assert old not in preview.seen()["texts"]
    assert preview.seen()["chosen"] == ["answer.yes"], "the answer that was given stays"

    _save(theme, new, "Heb je straf?")
    preview.until(lambda seen: any("[word-forbidden]" in text for text in seen["texts"]), DEADLINE_SECONDS)
    assert new in preview.seen()["texts"], "the last good page stays"
    _save(theme, "items:", "items: [")
    preview.until(lambda seen: any("[yaml-broken]" in text for text in seen["texts"]), DEADLINE_SECONDS)

    _save(theme, "items: [", "items:")
    _save(theme, "Heb je straf?", "Heb je een rijbewijs?")
    preview.until_said("Heb je een rijbewijs?")
    assert not any("[" in text for text in preview.seen()["texts"])
