"""Settings: one TOML text, every knob with its unit, and an error that says what to correct."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.settings import Profile, Settings, parse_settings
from kiosk.speech import Out
from kiosk.theme.palettes import NIGHT
from kiosk.theme.tokens import STILL, Look
from modules.errors import SettingsError

FOLDER = Path("/terminal")
GATEWAY = """
[gateway]
url = "https://gateway.example"
certificate = "tls/terminal.pem"
key = "/credentials/terminal.key"
authority = "tls/authority.pem"
"""


def _parsed(text: str) -> Settings:
    return parse_settings(text + GATEWAY, FOLDER)


def test_only_the_gateway_has_to_be_named() -> None:
    settings = _parsed("")
    assert settings.profile is Profile.PRODUCTION
    assert settings.languages == ("nl",)
    assert (settings.rest.idle_dim_seconds, settings.rest.idle_lock_seconds, settings.rest.hard_stop_minutes) == (
        60,
        120,
        45,
    )
    with pytest.raises(SettingsError, match="gateway"):
        parse_settings("", FOLDER)


def test_a_path_is_meant_from_the_settings_own_folder() -> None:
    settings = _parsed('[store]\npath = "data/store.db"')
    assert settings.store.path == FOLDER / "data/store.db"
    assert settings.store.packs == FOLDER / "packs"
    assert settings.gateway.certificate == FOLDER / "tls/terminal.pem"
    assert settings.gateway.key == Path("/credentials/terminal.key")


def test_a_terminal_begins_with_the_look_its_settings_give_and_the_usual_where_they_give_none() -> None:
    usual, given = Look(), _parsed('[look]\nletters = "largest"\ncolours = "night"').look
    begins = usual.as_chosen(given)
    assert (begins.text_factor, begins.palette, begins.motion) == (1.45, NIGHT, usual.motion)
    assert usual.as_chosen(_parsed('[look]\nmoving = "still"').look) == replace(usual, motion=STILL)
    assert usual.as_chosen(_parsed("").look) == usual
    for wrong in ('letters = "huge"', 'colour = "night"'):
        with pytest.raises(SettingsError, match="look"):
            _parsed(f"[look]\n{wrong}")


def test_what_is_written_is_what_is_read() -> None:
    settings = _parsed(
        'profile = "development"\nlanguages = ["nl", "nl@simple", "ar"]\n'
        "[panel]\nwidth_px = 1366\nheight_px = 768\nwidth_mm = 345\nheight_mm = 194\n"
        "[rest]\nidle_dim_seconds = 30\n[courier]\nround_seconds = 5"
    )
    assert settings.profile is Profile.DEVELOPMENT
    assert settings.languages == ("nl", "nl@simple", "ar")
    assert (settings.panel.width_px, settings.panel.height_mm) == (1366, 194)
    assert (settings.rest.idle_dim_seconds, settings.courier.round_seconds) == (30, 5)


def test_a_terminal_is_heard_where_the_system_has_a_name_for_it_and_by_everybody_where_it_has_none() -> None:
    assert _parsed("").sound.outs == (Out.SPEAKER,)
    both = '[sound]\nheadset = "plughw:1,0"\nspeaker = "plughw:0,0"'
    assert _parsed(both).sound.outs == (Out.HEADSET, Out.SPEAKER)
    assert _parsed(f'{both}\nfirst = "speaker"').sound.outs == (Out.SPEAKER, Out.HEADSET)
    assert _parsed('[sound]\nheadset = "plughw:1,0"').sound.devices == {Out.HEADSET: "plughw:1,0"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("volume = 3", "volume"),
        ('profile = "test"', "profile"),
        ("languages = []", "languages"),
        ('languages = ["Dutch"]', "languages"),
        ("[rest]\nidle_dim_seconds = 1", "rest.idle_dim_seconds"),
        ("[rest]\nidle_dim_seconds = 200", "rest"),
        ('[rest]\nhard_stop_minutes = "45"', "rest.hard_stop_minutes"),
        ("[panel]\nwidth_mm = 1", "panel.width_mm"),
        ("[store]\npaths = 1", "store.paths"),
        ('[use]\nlock_up = ["8:00-9:00"]', "use.lock_up"),
        ('[use]\nlock_up = ["08:00-08:00"]', "use"),
        ("[use]\nturns_a_day = -1", "use.turns_a_day"),
        ("store = 1", "store"),
    ],
)
def test_a_setting_that_is_unknown_or_out_of_range_is_named_with_what_to_do(text: str, named: str) -> None:
    with pytest.raises(SettingsError) as refused:
        _parsed(text)
    assert refused.value.message.startswith(named)
    assert named.split(".", maxsplit=1)[0] in refused.value.hint


@pytest.mark.parametrize("text", ["profile", "[rest", 'url = "x', "at = 2026-01-01"])
def test_what_is_not_toml_is_said_to_be_so(text: str) -> None:
    with pytest.raises(SettingsError) as refused:
        _parsed(text)
    assert refused.value.hint


def test_the_gateway_is_only_ever_reached_with_tls() -> None:
    with pytest.raises(SettingsError, match=r"gateway\.url"):
        parse_settings(GATEWAY.replace("https://", "http://"), FOLDER)
