"""What a terminal looks at when it starts, and a person with a shell by `kiosk selftest`: can it do its work today?

- Each check has a name and passes or not; what failed is recorded in the terminal's own lane: the gateway is told.
- It is quick and asks nothing of the whole store: that is the nightly upkeep's, whose result is one of the checks.
- A desk has no glass and no loudspeaker to answer for: `touch` and `speech` are checked in production only.
- Nothing of anybody is looked at or said.
- Not here: what is done about it (OPERATOR.md).
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from kiosk.clock import Clock
from kiosk.i18n import Words
from kiosk.settings import Profile, Settings
from kiosk.speech.espeak import PROGRAM, has_sound_card
from kiosk.store.exchanged import asks_for_healing
from kiosk.store.keys import Keyring
from kiosk.store.meta import Meta
from kiosk.store.packs import Packs
from kiosk.store.vault import Vault
from kiosk.theme.fonts import FACES, face_for, font_file
from kiosk.theme.panels import holds_every_page
from modules.errors import ProductError
from modules.signed import Purpose

LEAST_FREE_BYTES = 64 << 20
"""Beside the room of three stores: one healed, one read, one as it is."""
UPKEEP_WITHIN_MS = 49 * 60 * 60 * 1000
INPUT_DEVICES = Path("/proc/bus/input/devices")
PANEL = "panel"
"""The check of how large the panel is."""
CONTENT = "content"
"""The check whose failing takes the packs of before into use again (kiosk/wiring/window.py)."""
_TITLE = "fault.title"
_DIRECT = 0x02
"""The kernel's property of a device whose touches are where the picture is (INPUT_PROP_DIRECT)."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a terminal that are looked at."""

    settings: Settings
    vault: Vault
    keyring: Keyring
    packs: Packs
    clock: Clock


def failed_checks(parts: Parts) -> tuple[str, ...]:
    """Gives the names of the checks that fail, in their order; nothing when all is well."""
    return tuple(name for name, passes in results(parts) if not passes)


def results(parts: Parts) -> Iterator[tuple[str, bool]]:
    """Gives each check's name and whether it passes."""
    for name, check in CHECKS.items():
        try:
            yield name, check(parts)
        except (ProductError, OSError):
            yield name, False


def has_touch_panel(devices: str) -> bool:
    """Tells whether the kernel lists a device whose touches are where the picture is."""
    for line in devices.splitlines():
        name, _, value = line.partition("B: PROP=")
        if not name and value and int(value.split()[-1], 16) & _DIRECT:
            return True
    return False


def _settings(parts: Parts) -> bool:
    gateway = parts.settings.gateway
    files = (gateway.certificate, gateway.key, gateway.authority)
    return all(path.is_file() and os.access(path, os.R_OK) for path in files)


def _languages(parts: Parts) -> bool:
    words = (Words(language) for language in parts.settings.languages)
    return all(Path(font_file(face_for(each(_TITLE)))).is_file() for each in words)


def _fonts(_: Parts) -> bool:
    return all(Path(font_file(face, bold)).is_file() for face in FACES for bold in (False, True))


def _speech(parts: Parts) -> bool:
    return parts.settings.profile is Profile.DEVELOPMENT or (which(PROGRAM) is not None and has_sound_card())


def _touch(parts: Parts) -> bool:
    if parts.settings.profile is Profile.DEVELOPMENT:
        return True
    return has_touch_panel(INPUT_DEVICES.read_text(encoding="utf-8", errors="replace"))


def _panel(parts: Parts) -> bool:
    panel = parts.settings.panel
    return holds_every_page(panel.width_mm, panel.height_mm)


def _disk(parts: Parts) -> bool:
    store = parts.settings.store.path
    wanted = 3 * store.stat().st_size + LEAST_FREE_BYTES
    return os.access(store.parent, os.W_OK) and shutil.disk_usage(store.parent).free >= wanted


def _clock(parts: Parts) -> bool:
    return parts.clock.moment().is_certain


def _store(parts: Parts) -> bool:
    upkeep = Meta(parts.vault).upkeep()
    return not asks_for_healing(parts.settings.store.path) and (upkeep is None or upkeep.is_well)


def _upkeep(parts: Parts) -> bool:
    upkeep, now_ms = Meta(parts.vault).upkeep(), parts.clock.moment().anchor_ms
    return upkeep is not None and upkeep.at_ms > now_ms - UPKEEP_WITHIN_MS


def _second(parts: Parts) -> bool:
    return parts.settings.store.second.is_file()


def _keys(parts: Parts) -> bool:
    parts.keyring.terminal.sign(Purpose.PERSON_KEY, b"self-test")
    parts.keyring.pepper.mac(b"self-test")
    return parts.keyring.pepper_place is parts.settings.store.pepper and bool(parts.keyring.group())


def _content(parts: Parts) -> bool:
    current = parts.packs.current()
    return not parts.packs.fell_back and bool(current) and all(parts.packs.raw(found) for found in current.values())


CHECKS: Mapping[str, Callable[[Parts], bool]] = {
    "settings": _settings,
    "languages": _languages,
    "fonts": _fonts,
    "speech": _speech,
    "touch": _touch,
    PANEL: _panel,
    "disk": _disk,
    "clock": _clock,
    "store": _store,
    "upkeep": _upkeep,
    "second_file": _second,
    "keys": _keys,
    CONTENT: _content,
}
