"""What is measured on: the development terminal and gateway, made by an operator's programs, and lifelike events.

- The packs are those of build/packs; `make bench` builds them first.
- Not here: measuring.
"""

import itertools
from collections.abc import Iterator
from pathlib import Path

from kiosk.development import make_desk
from kiosk.settings import Settings, read_settings
from kiosk.wiring.opened import OpenStore
from modules.events import Event, PageReached, PlanSigned
from modules.ids import SubjectId
from tests.makers import a_session_of_events

ROOT = Path(__file__).parents[2]
SIGNS_EVERY = 5
"""Of so many visits a person signs his plan in one."""


def terminal_settings(folder: Path) -> Settings:
    """Gives the settings of a new terminal in a new folder."""
    return read_settings(make_desk(folder, ROOT / "build" / "packs").settings)


def first_person(store: OpenStore) -> SubjectId:
    """Gives the first person on the terminal's roster."""
    roster = store.meta.roster()
    assert roster is not None
    return SubjectId(roster.people[0].detainee)


def visits(count: int) -> tuple[Event, ...]:
    """Gives so many events: whole visits one after another, a page reached before each thing done."""
    return tuple(itertools.islice(_visits(), count))


def _visits() -> Iterator[Event]:
    for visit in itertools.count():
        for number, event in enumerate(a_session_of_events()):
            if not isinstance(event, PlanSigned) or visit % SIGNS_EVERY == 0:
                yield PageReached(page=f"reflector/basics/basics.page_{number}")
                yield event
