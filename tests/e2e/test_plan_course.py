"""A plan's course with a real browser: talk, check, countersign, meeting, outcome; and it is read at a terminal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.events import SessionStarted
from modules.reasons import MdoOutcome, MdoReason
from modules.texts import DUTCH
from sync.gateway.clock import dutch_day
from sync.policy import Pace
from tests.e2e.chromium import Browser, chromium
from tests.line import CASE_MANAGER_NUMBER, MENTOR_NUMBER, PASSWORD, Opened, a_gateway


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "gateway", terminals=2) as opened:
        opened.gives_passwords()
        terminal = opened.terminals[0]
        terminal.write(opened.person(), SessionStarted(language=DUTCH), terminal.signs(opened.person()))
        terminal.courier(opened.carrier()).round(Pace())
        yield opened


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    program = chromium()
    assert program is not None
    with Browser(program, tmp_path / "profile") as browser:
        yield browser


def logs_in(browser: Browser, url: str, number: str) -> None:
    browser.open(url)
    browser.sees("Personeelsnummer")
    browser.type("number", number)
    browser.type("password", PASSWORD)
    browser.click("Log in")
    browser.sees("Mijn mensen")
    browser.click("Ruben Visser")
    browser.sees("Verder met dit plan")


def test_a_plan_is_taken_from_the_talk_to_the_outcome_and_read_at_a_terminal(opened: Opened, browser: Browser) -> None:
    today = dutch_day(opened.gateway.clock.now_ms()).isoformat()
    with opened.serving() as doors:
        url = f"http://127.0.0.1:{doors.staff.port}/"
        logs_in(browser, url, MENTOR_NUMBER)
        browser.click("We hebben dit plan besproken")
        browser.sees("Weer besproken")
        browser.click("Is het haalbaar?")
        browser.choose("outcome", "feasible")
        browser.click("Bewaar")
        browser.sees("Plan mede ondertekenen")
        browser.click("Mede ondertekenen")
        browser.type("password", PASSWORD)
        browser.click("Teken mee")
        browser.sees("Naar het MDO brengen")
        browser.click("Naar het MDO")
        browser.choose("meeting", today)
        browser.click("Zet op de lijst")
        browser.sees("Overleg van")
        browser.click("Uitloggen")
        browser.sees("Personeelsnummer")
        logs_in(browser, url, CASE_MANAGER_NUMBER)
        browser.choose("outcome", "go_on")
        browser.choose("reason", "good_steps")
        browser.click("Bewaar de uitkomst")
        browser.misses("Bewaar de uitkomst")
        browser.sees("Omdat je goede stappen zet.")
    other = opened.terminals[1]
    other.courier(opened.carrier()).round(Pace())
    (version,) = other.state(opened.person()).course.versions.values()
    assert version.discussed
    assert len(version.countersigned) == 1
    assert version.decided
    assert (version.decided.event.outcome, version.decided.event.reason) == (MdoOutcome.GO_ON, MdoReason.GOOD_STEPS)
