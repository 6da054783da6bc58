"""The gateway's settings: what may be set, and what is refused at start."""

import pytest
from pydantic import ValidationError

from sync.gateway.settings import Settings, StaffListener, TerminalsListener, settings_toml


def test_staff_pages_never_leave_the_machine_in_clear() -> None:
    with pytest.raises(ValidationError, match="TLS"):
        StaffListener(host="0.0.0.0")  # noqa: S104  that is the point
    assert StaffListener(host="0.0.0.0", certificate="staff.pem", key="staff.key").key == "staff.key"  # noqa: S104


def test_a_certificate_needs_its_key() -> None:
    with pytest.raises(ValidationError, match="key"):
        StaffListener(certificate="staff.pem")


@pytest.mark.parametrize("url", ["gateway.example", "ftp://gateway.example/", "https://gateway.example"])
def test_an_address_that_terminals_cannot_use_is_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        TerminalsListener(url=url)


def test_the_file_says_every_setting() -> None:
    written = settings_toml(Settings())
    assert 'register_file = "register.db"' in written
    assert "[staff]" in written
    assert "idle_minutes = 20" in written
