"""Six people from the resting screen to a signed plan, with no network: three by fingers, three by keys alone.

- In Dutch, in Arabic and in easy Dutch; each answers one theme of the Reflector, makes a goal and signs his plan.
- Not here: by ear alone (test_by_ear.py), what the gateway makes of it (test_sign_plan.py).
"""

from collections.abc import Iterator

import pytest

from kiosk.development import NUMBER, PIN, Desk
from tests.e2e.display import Display
from tests.e2e.keyed import Keyed
from tests.e2e.programs import status
from tests.e2e.terminal import Terminal
from tests.e2e.test_short_stay import one_goal, to_signing
from tests.journey import Journey


@pytest.fixture(params=[Terminal, Keyed], ids=["fingers", "keys"])
def journey(request: pytest.FixtureRequest, desk: Desk, display: Display) -> Iterator[Journey]:
    """Somebody before a terminal, with fingers or with keys."""
    opened = request.param(display, desk.settings, desk.folder / "places.json")
    yield Journey(opened, NUMBER, PIN)
    opened.stop()


@pytest.mark.parametrize("language", ["nl", "ar", "nl@simple"])
def test_from_the_resting_screen_to_a_signed_plan(language: str, desk: Desk, journey: Journey) -> None:
    journey.log_in(language)
    journey.walk("stone.reflector")
    one_goal(journey)
    to_signing(journey)
    journey.sign_here()
    journey.terminal.touch("foot.next")
    journey.terminal.wait_for_page("home")
    journey.leave()
    assert status(desk)["due"] > 0
