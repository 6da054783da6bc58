"""Every knob of the gateway, frozen, from one file: gateway.toml in the gateway's folder.

- What is left out has the default below; what is unknown or out of range is refused at start, by name.
- Secrets are not settings: they stand in files of their own (keys.py).
"""

import json
import tomllib
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from modules.errors import SettingsError
from modules.plan.terms import Terms
from modules.retention import RetentionTerms
from modules.values import Value

FILE = "gateway.toml"
LOOPBACK = ("127.0.0.1", "::1", "localhost")

Port = Annotated[int, Field(ge=0, le=65_535)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+/$", max_length=300)]


class TerminalsListener(Value):
    """Where terminals come in, with their certificates; `url` is how they reach it."""

    host: str = "127.0.0.1"
    port: Port = 8443
    url: Url = "https://127.0.0.1:8443/"


class StaffListener(Value):
    """Where staff come in, with a browser; without a certificate only on this machine itself."""

    host: str = "127.0.0.1"
    port: Port = 8080
    url: Url = "http://127.0.0.1:8080/"
    certificate: str = ""
    key: str = ""
    idle_minutes: Annotated[int, Field(ge=1, le=480)] = 20
    longest_hours: Annotated[int, Field(ge=1, le=24)] = 10

    @model_validator(mode="after")
    def _never_in_clear_over_a_network(self) -> Self:
        if not self.certificate and self.host not in LOOPBACK:
            raise ValueError("staff pages leave this machine over TLS only: name a certificate and a key")
        if bool(self.certificate) != bool(self.key):
            raise ValueError("a certificate needs its key")
        return self


class Settings(Value):
    """Where it listens, the terms staff keep, its register and packs; relative paths start at the gateway's folder.

    `time_stamp_url` is a time-stamping authority (RFC 3161), and `time_stamp_roots` a PEM file of what its tokens are
    checked by; without one the gateway stamps by itself.
    """

    terminals: TerminalsListener = TerminalsListener()
    staff: StaffListener = StaffListener()
    terms: Terms = Terms()
    retention: RetentionTerms = RetentionTerms()
    register_file: str = "register.db"
    packs: str = ""
    packs_root: str = ""
    time_stamp_url: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s]+)?$", max_length=300)] = ""
    time_stamp_roots: str = ""


def read_settings(folder: Path) -> Settings:
    """Gives the settings of a gateway's folder.

    Raises:
        SettingsError: The file is not there, is no TOML, or has a setting that is unknown or out of range.
    """
    path = folder / FILE
    try:
        return Settings.model_validate_json(_json(path))
    except OSError as error:
        raise SettingsError(f"{path} cannot be read", hint="make a gateway first: `drplan init`") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not TOML: {error}", hint="mend that line") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(
            f"{path}: {name}: {first['msg']}", hint="see the settings in sync/gateway/settings.py"
        ) from error


def settings_toml(settings: Settings) -> str:
    """Gives the text of a settings file."""
    lines = [f"{name} = {_toml(value)}" for name, value in settings if not isinstance(value, Value)]
    for name, table in settings:
        if isinstance(table, Value):
            lines += ["", f"[{name}]", *(f"{key} = {_toml(value)}" for key, value in table)]
    return "\n".join(lines) + "\n"


def _json(path: Path) -> str:
    return json.dumps(tomllib.loads(path.read_text(encoding="utf-8")))


def _toml(value: object) -> str:
    return str(value) if isinstance(value, int) else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
