"""What Kivy and a person at the glass may not do: set before Kivy is imported, and held while the window is open.

- `prepare()` runs first of all: no arguments, no settings of a user, no log file, no clipboard, no modules of Kivy.
- Only the mouse provider is read: a touch through it comes once, and no second finger or red dot exists.
- Keys are an allow-list by scancode (Tab, arrows, Enter, Space), without modifiers; every other key is swallowed.
- The window can't be closed from outside, except in the development profile; SIGTERM always ends the program.
- systemd is told that the window lives from the main loop itself, so that a frozen window is restarted.

Deliberately not here: what the operating system closes (`kiosk/deploy/`), and moving the focus (`widgets/focus.py`).
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from modules.errors import SettingsError

SILENCED = {
    "KIVY_NO_ARGS": "1",
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_ENV_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    "KIVY_LOG_MODE": "PYTHON",
    "KIVY_CLIPBOARD": "dummy",
    "KIVY_WINDOW": "sdl2",
    "KIVY_TEXT": "sdl2",
    "KIVY_AUDIO": "sdl2",
    "SDL_NO_SIGNAL_HANDLERS": "1",
    "SDL_MOUSE_FOCUS_CLICKTHROUGH": "1",  # else the touch that also gives the window its focus is lost: the very first
}
"""Names in the environment, set for Kivy and SDL; every other name of theirs is taken away."""
FRAMES_A_SECOND = 60
STOCK_RULES = Path(__file__).parent / "widgets"
"""Where Kivy finds `style.kv`; see `widgets/style.py`."""

ALLOWED_SCANCODES = frozenset({40, 43, 44, 79, 80, 81, 82, 88})
"""Enter, Tab, Space, right, left, down, up, Enter of the number block: USB usage numbers, the same on every layout."""
HARMLESS_MODIFIERS = frozenset({"shift", "numlock", "capslock"})


class Profile(StrEnum):
    """Where the window is."""

    WALL = "wall"
    """On a terminal: the whole panel, no edge, no pointer, no way out."""
    DEVELOPMENT = "development"
    """On a desk: a window of the panel's size that can be closed."""
    HIDDEN = "hidden"
    """Nowhere: drawn off screen for pictures and tests."""


def prepare(
    profile: Profile, width_px: int = 1920, height_px: int = 1080, *, frames_a_second: int = FRAMES_A_SECOND
) -> None:
    """Sets the environment and Kivy's own settings; must run before anything else of Kivy is imported.

    Args:
        frames_a_second: how many at most; 0 where nobody looks and nothing moves, so that no frame is waited for.

    Raises:
        SettingsError: Kivy's window was imported before.
    """
    if "kivy.core.window" in sys.modules or "kivy.lang" in sys.modules:
        raise SettingsError(
            "Kivy was imported before the lockdown", hint="import kiosk.lockdown first and call prepare()"
        )
    for name in [name for name in os.environ if name.startswith(("KIVY_", "KCFG_"))]:
        del os.environ[name]
    os.environ.update(SILENCED)
    if profile is Profile.HIDDEN:
        os.environ.update(SDL_VIDEODRIVER="offscreen", SDL_AUDIODRIVER="dummy")
    else:
        os.environ["SDL_VIDEODRIVER"] = "x11"  # whatever was set before: a window that nobody sees is no window

    import kivy.config  # noqa: PLC0415 - reads the environment that was set above

    kivy.kivy_data_dir = str(STOCK_RULES)
    settings = kivy.config.Config
    for section, values in _settings(profile, width_px, height_px, frames_a_second).items():
        for name, value in values.items():
            settings.set(section, name, value)
    for name in settings.options("input"):
        settings.remove_option("input", name)
    settings.set("input", "mouse", "mouse,disable_multitouch,disable_hover")
    settings.remove_section("modules")
    settings.add_section("modules")


def _settings(profile: Profile, width_px: int, height_px: int, most_frames: int) -> dict[str, dict[str, str]]:
    on_wall = profile is Profile.WALL
    graphics = {
        "fullscreen": "auto" if on_wall else "0",
        "borderless": "1" if on_wall else "0",
        "width": str(width_px),
        "height": str(height_px),
        "resizable": "0",
        "multisamples": "0",
        "maxfps": str(most_frames),
        "vsync": "0",
        "show_cursor": "0" if on_wall else "1",
        "allow_screensaver": "0",
        "minimum_width": "0",
        "minimum_height": "0",
    }
    kivy = {
        "exit_on_escape": "0",
        "keyboard_mode": "",
        "pause_on_minimize": "0",
        "log_level": "warning",
        "desktop": "1",
    }
    return {"graphics": graphics, "kivy": kivy}


def allowed(scancode: int, modifiers: list[str] | tuple[str, ...]) -> bool:
    """Tells whether a key may reach the focus; keys with Ctrl, Alt or Super never do."""
    return scancode in ALLOWED_SCANCODES and HARMLESS_MODIFIERS.issuperset(modifiers)


def hold(
    window: Any,
    profile: Profile,
    on_key: Callable[[int, bool], None],
    on_let_go: Callable[[int], None] = lambda _: None,
) -> None:
    """Binds the window so that no key, close request or dropped thing does anything of its own.

    Args:
        window: Kivy's window.
        profile: the development profile lets the window be closed.
        on_key: is told the scancode of each allowed key, again and again while it is held, and whether Shift was down.
        on_let_go: is told the scancode of a key that was let go.
    """

    def key_down(_window: Any, _key: int, scancode: int, _letters: str, modifiers: list[str]) -> bool:
        if allowed(scancode, modifiers):
            on_key(scancode, "shift" in modifiers)
        return True

    def key_up(_window: Any, _key: int, scancode: int = 0, *_: Any) -> bool:
        on_let_go(scancode)
        return True

    def swallow(*_: Any, **__: Any) -> bool:
        return True

    window.fbind("on_key_down", key_down)
    window.fbind("on_keyboard", swallow)
    window.fbind("on_key_up", key_up)
    window.fbind("on_textinput", swallow)
    if profile is not Profile.DEVELOPMENT:
        window.fbind("on_request_close", swallow)


def stop_on_sigterm(stop: Callable[[], None]) -> None:
    """Lets SIGTERM end the program; call it once the window exists."""
    signal.signal(signal.SIGTERM, lambda _number, _frame: stop())


def tell_systemd(state: str) -> bool:
    """Sends a state such as `READY=1` or `WATCHDOG=1` to systemd, where it listens; gives whether it was sent."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as door:
        try:
            door.sendto(state.encode(), "\0" + address[1:] if address.startswith("@") else address)
        except OSError:
            return False
    return True


def watchdog_seconds() -> float:
    """Gives how often systemd wants to be told that the window lives: a third of its limit, or 0 for never."""
    raw = os.environ.get("WATCHDOG_USEC", "")
    return int(raw) / 3e6 if raw.isdigit() else 0.0
