"""Every knob of a terminal, read once from one TOML file into a frozen value.

    profile = "production"
    languages = ["nl", "nl@simple", "en"]
    [store]
    path = "store.db"
    [gateway]
    url = "https://gateway.example"
    certificate = "tls/terminal.pem"
    key = "tls/terminal.key"
    authority = "tls/authority.pem"
    [rest]
    idle_dim_seconds = 60

- A unit stands in the name; whatever is not written has the default given here; an unknown name is refused.
- A path that is not absolute is meant from the folder of the settings file.
- Who needs a part is given that part, never the whole.
- Not here: who this terminal is (kiosk/store/meta.py), which says so once and is not a choice; and secrets.
"""

import json
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, ValidationError, model_validator

from kiosk.speech import Out
from modules.errors import SettingsError
from modules.own_look import OwnLook
from modules.retention import KIOSK_DAYS
from modules.texts import DUTCH, Language
from modules.values import Value

_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
Span = Annotated[str, Field(pattern=f"^{_TIME}-{_TIME}$")]
"""From one time of the day to another, such as `20:30-07:30`."""


class Profile(StrEnum):
    """What a terminal is for."""

    DEVELOPMENT = "development"
    """A window that can be closed, a key in a file, and a mark on the screen that says so."""
    PRODUCTION = "production"


class PepperPlace(StrEnum):
    """Where this terminal has its institution's PIN pepper."""

    STORE = "store"
    TPM = "tpm"


class StoreSettings(Value):
    """Where the encrypted store, its second file, its packs and, in development, its key are."""

    path: Path = Path("store.db")
    second_folder: Path = Path("second")
    packs: Path = Path("packs")
    key_file: Path = Path("store.key")
    pepper: PepperPlace = PepperPlace.STORE

    def beside(self, folder: Path) -> Self:
        """Gives the same with every path meant from a folder."""
        names = ("path", "second_folder", "packs", "key_file")
        return self.model_copy(update={name: folder / getattr(self, name) for name in names})

    @property
    def second(self) -> Path:
        """The second file."""
        return self.second_folder / self.path.name


class GatewaySettings(Value):
    """The gateway's address, and the files this terminal shows itself with there."""

    url: Annotated[str, Field(pattern=r"^https://[^\s/]+(/[^\s]*)?$", max_length=300)]
    certificate: Path
    key: Path
    authority: Path

    def beside(self, folder: Path) -> Self:
        """Gives the same with every path meant from a folder."""
        placed = {
            "certificate": folder / self.certificate,
            "key": folder / self.key,
            "authority": folder / self.authority,
        }
        return self.model_copy(update=placed)


class CourierSettings(Value):
    """How often the courier tries while nothing is wrong, and where the system mounts a carried medium for it."""

    round_seconds: Annotated[int, Field(ge=1, le=86_400)] = 60
    medium: Path = Path("/media/kvv-kiosk")


class PanelSettings(Value):
    """The screen: its pixels and its size in millimetres, from which every size on it follows."""

    width_px: Annotated[int, Field(ge=640, le=7_680)] = 1_920
    height_px: Annotated[int, Field(ge=480, le=7_680)] = 1_080
    width_mm: Annotated[int, Field(ge=150, le=2_000)] = 476
    height_mm: Annotated[int, Field(ge=100, le=2_000)] = 268
    viewing_distance_mm: Annotated[int, Field(ge=300, le=1_000)] | None = None
    """From where it is read; without it 600, and 510 where the shorter side is under 220 mm (theme/panels.py)."""


class SoundSettings(Value):
    """Where a person can hear the terminal: the names the system gives to a headset and a loudspeaker, if it has both.

    What has no name is the system's own choice, and counts as a loudspeaker: everybody near can hear it.
    """

    headset: Annotated[str, Field(max_length=100)] = ""
    speaker: Annotated[str, Field(max_length=100)] = ""
    first: Out = Out.HEADSET

    @property
    def devices(self) -> dict[Out, str]:
        """The names that are known."""
        named = {Out.HEADSET: self.headset, Out.SPEAKER: self.speaker}
        return {out: name for out, name in named.items() if name}

    @property
    def outs(self) -> tuple[Out, ...]:
        """Where it can be heard, the usual one first."""
        known = tuple(self.devices) or (Out.SPEAKER,)
        return tuple(sorted(known, key=lambda out: out is not self.first))


class RestSettings(Value):
    """When the screen dims and locks without a touch, and how long one session may last (SETTLED 11)."""

    idle_dim_seconds: Annotated[int, Field(ge=5, le=3_600)] = 60
    idle_lock_seconds: Annotated[int, Field(ge=10, le=3_600)] = 120
    lets_go_seconds: Annotated[int, Field(ge=10, le=7_200)] = 600
    hard_stop_minutes: Annotated[int, Field(ge=5, le=480)] = 45

    @model_validator(mode="after")
    def _dims_before_it_locks(self) -> Self:
        if self.idle_dim_seconds >= self.idle_lock_seconds:
            raise ValueError("idle_dim_seconds must be less than idle_lock_seconds")
        return self


class UseSettings(Value):
    """In which hours the terminal rests, and how often in a day a person has his turn; 0 is as often as he likes."""

    lock_up: Annotated[tuple[Span, ...], Field(max_length=12)] = ()
    turns_a_day: Annotated[int, Field(ge=0, le=24)] = 0

    @model_validator(mode="after")
    def _is_sometimes_open(self) -> Self:
        if any(one[:5] == one[6:] for one in self.lock_up):
            raise ValueError("a lock-up begins and ends at the same time")
        return self


class RetentionSettings(Value):
    """How long the copy of who has left stays here once all of it is at the gateway (modules/retention.py).

    `hold` keeps everybody's copy, whatever the days, for as long as it stands: a legal hold on this very machine. What
    the gateway itself has erased goes all the same.
    """

    kiosk_days: Annotated[int, Field(ge=0, le=184)] = KIOSK_DAYS
    hold: bool = False


class Settings(Value):
    """All of it; only the composition root holds this."""

    profile: Profile = Profile.PRODUCTION
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=60)] = (DUTCH,)
    store: StoreSettings = Field(default_factory=StoreSettings)
    gateway: GatewaySettings
    courier: CourierSettings = Field(default_factory=CourierSettings)
    panel: PanelSettings = Field(default_factory=PanelSettings)
    look: OwnLook = Field(default_factory=OwnLook)
    sound: SoundSettings = Field(default_factory=SoundSettings)
    rest: RestSettings = Field(default_factory=RestSettings)
    use: UseSettings = Field(default_factory=UseSettings)
    retention: RetentionSettings = Field(default_factory=RetentionSettings)


def parse_settings(text: str, folder: Path) -> Settings:
    """Gives the settings in a TOML text; paths are meant from `folder`.

    Raises:
        SettingsError: The text is not TOML, or a setting is missing, unknown or out of its range.
    """
    try:
        raw = json.dumps(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise SettingsError(
            f"the settings are not TOML: {error}", hint="see the example in kiosk/settings.py"
        ) from error
    try:
        settings = Settings.model_validate_json(raw)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
        name = ".".join(str(part) for part in problem["loc"]) or "the settings"
        raise SettingsError(f"{name}: {problem['msg']}", hint=f"correct `{name}` in the settings file") from error
    placed = {"store": settings.store.beside(folder), "gateway": settings.gateway.beside(folder)}
    return settings.model_copy(update=placed)


def read_settings(path: Path) -> Settings:
    """Gives the settings in a file.

    Raises:
        SettingsError: It cannot be read, or is not as it should be.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"the settings file {path.name} cannot be read", hint="make a terminal's folder with `kiosk provision`"
        ) from error
    return parse_settings(text, path.absolute().parent)
