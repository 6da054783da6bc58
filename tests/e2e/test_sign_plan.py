"""A plan signed on a terminal with no network, its signatures checked at the gateway; nothing of it in the clear."""

import json
import sqlite3
from pathlib import Path

import pytest

from kiosk.development import MENTOR_NUMBER, MENTOR_PASSWORD, NUMBER, PIN, Desk
from tests.e2e.browser import Mentor
from tests.e2e.programs import drplan, kiosk, status
from tests.journey import Journey

TYPED = "zeppelin"
OWN_WORDS = "eppelin"  # the keyboard begins with a capital
QUESTION = "Heb je een geldig identiteitsbewijs"
NEEDLES = (
    OWN_WORDS,
    PIN,
    "Ruben Visser",
    "basics.debts",
    "id_document",
    "Heb je een geldig identiteitsbewijs",
    "Mijn plan",
)


def _type_own_words(journey: Journey) -> None:
    terminal = journey.terminal
    terminal.touch("answer.own")
    for letter in TYPED:
        terminal.touch(f"keyboard.{letter}")
    terminal.touch("own.keep")


def _holding(needle: str, folder: Path) -> list[str]:
    raw = needle.encode("utf-8")
    return [path.name for path in folder.rglob("*") if path.is_file() and raw in path.read_bytes()]


def test_a_plan_signed_without_a_network_is_proved_at_the_gateway_and_nothing_of_it_is_in_the_clear(
    desk: Desk, journey: Journey, tmp_path: Path
) -> None:
    terminal, medium = journey.terminal, tmp_path / "medium"
    medium.mkdir()
    journey.log_in()
    journey.walk("stone.reflector")
    for stone in ("stone.m1", "stone.m3", "stone.m7"):
        journey.walk(stone)
    journey.walk("stone.m8", own_words=_type_own_words)
    journey.leave()

    assert kiosk("carry", str(medium), "--settings", str(desk.settings)).returncode == 0
    carried = list(medium.rglob("*.batch"))
    assert carried
    packs = {path.name for path in (desk.settings.parent / "packs").iterdir()}
    for needle in NEEDLES:
        for folder in (desk.settings.parent, medium):
            assert set(_holding(needle, folder)) <= packs, f"{needle!r} stands in the clear"
    for log in desk.folder.glob("*.log"):
        assert not any(needle in log.read_text(encoding="utf-8") for needle in NEEDLES)
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(desk.settings.parent / "store.db").execute("SELECT count(*) FROM sqlite_master")

    with desk.gateway():
        assert desk.carry_once() == 0
        done = drplan(desk, "export", "plan", NUMBER, "--out", str(tmp_path / "plan"))
        assert done.returncode == 0, done.stderr
        assert "holds" in done.stdout
        with Mentor(desk.staff_url, MENTOR_NUMBER, MENTOR_PASSWORD) as mentor:
            page = mentor.page(mentor.people()[0])
    assert OWN_WORDS in page
    exported = (tmp_path / "plan" / "plan.json").read_text(encoding="utf-8")
    assert OWN_WORDS in exported
    assert json.loads(exported)
    register = desk.gateway_folder / "register.db"
    for needle in (OWN_WORDS, PIN, QUESTION):
        assert needle.encode() not in register.read_bytes(), f"{needle!r} stands in the clear at the gateway"
    assert status(desk)["due"] == 0
    assert terminal.seen()["screen"] == "AttractScreen"
