"""The lockdown on a real window: no key and no request does anything of its own, and systemd hears that it lives."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kivy.config import Config
from kivy.core.window import Window
from kivy.lang import Builder

from kiosk.lockdown import Profile, hold, prepare, tell_systemd, watchdog_seconds
from kiosk.render import Easel
from modules.errors import SettingsError

ESCAPE, F1, TAB = (27, 41), (282, 58), (9, 43)


@pytest.fixture
def held(easel: Easel) -> Iterator[list[tuple[int, bool]]]:
    """A window held as on the wall, and the keys it let through."""
    names = ("on_key_down", "on_keyboard", "on_key_up", "on_textinput", "on_request_close")
    before = {name: Window.get_property_observers(name) for name in names}
    told: list[tuple[int, bool]] = []
    hold(Window, Profile.WALL, lambda scancode, shift: told.append((scancode, shift)))
    yield told
    for name in names:
        for observer in Window.get_property_observers(name):
            if observer not in before[name]:
                Window.funbind(name, observer)


def _press(key: tuple[int, int], *modifiers: str) -> Any:
    return Window.dispatch("on_key_down", key[0], key[1], "", list(modifiers))


def test_a_key_that_leads_out_elsewhere_leads_nowhere_here(held: list[tuple[int, bool]]) -> None:
    assert _press(ESCAPE)
    assert _press(F1)
    assert _press(TAB, "alt")
    assert Window.dispatch("on_keyboard", 27, 41, "", [])
    assert held == []


def test_a_key_that_moves_the_focus_is_told_with_its_shift(held: list[tuple[int, bool]]) -> None:
    assert _press(TAB)
    assert _press(TAB, "shift", "numlock")
    assert held == [(43, False), (43, True)]


def test_the_window_can_not_be_closed_from_outside(held: list[tuple[int, bool]]) -> None:
    assert Window.dispatch("on_request_close")


def test_only_plain_touches_are_read_and_no_module_of_kivy_runs(easel: Easel) -> None:
    assert dict(Config.items("input")) == {"mouse": "mouse,disable_multitouch,disable_hover"}
    assert Config.items("modules") == []
    assert Config.get("kivy", "exit_on_escape") == "0"


def test_kivys_own_widgets_have_no_rules(easel: Easel) -> None:
    assert [path for path in Builder.files if path.endswith("data/style.kv")] == []


def test_the_lockdown_comes_first_or_not_at_all(easel: Easel) -> None:
    with pytest.raises(SettingsError):
        prepare(Profile.WALL)


def test_systemd_hears_that_the_window_lives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    door = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(os.fspath(door))
        monkeypatch.setenv("NOTIFY_SOCKET", os.fspath(door))
        assert tell_systemd("WATCHDOG=1")
        assert listening.recv(64) == b"WATCHDOG=1"


def test_nobody_is_told_where_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    assert not tell_systemd("READY=1")


def test_systemd_is_told_three_times_within_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "9000000")
    assert watchdog_seconds() == 3.0
    monkeypatch.delenv("WATCHDOG_USEC")
    assert watchdog_seconds() == 0.0
