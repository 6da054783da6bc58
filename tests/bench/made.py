"""What is measured on: the development terminal and gateway, made by an operator's programs, and lifelike events.

- The packs are those of build/packs; `make bench` builds them first.
- Not here: measuring.
"""

import itertools
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kiosk.development import Desk
from kiosk.wiring.opened import OpenStore
from modules.events import Event, PageReached, PlanSigned
from modules.ids import SubjectId
from tests.makers import a_session_of_events, did

PACKS = Path(__file__).parents[2] / "build" / "packs"
SIGNS_EVERY = 5
"""Of so many visits a person signs his plan in one."""


def copied(desk: Desk, folder: Path) -> Desk:
    """Gives a desk like another that nobody has used yet."""
    shutil.copytree(desk.folder, folder)
    return replace(desk, folder=folder)


def people(store: OpenStore) -> tuple[SubjectId, ...]:
    """Gives everybody on the terminal's roster."""
    roster = store.meta.roster()
    return tuple(SubjectId(person.detainee) for person in roster.people) if roster else ()


def visits(count: int) -> tuple[Event, ...]:
    """Gives so many events: whole visits one after another, a page reached before each thing done."""
    return tuple(itertools.islice(_visits(), count))


def unlike(count: int) -> tuple[Event, ...]:
    """Gives so many events of which no two are the same: each page and each question once."""
    pairs = ((PageReached(page=f"kvv/m1/m1.page_{number}"), did(f"m1.item_{number}")) for number in itertools.count())
    return tuple(itertools.islice(itertools.chain.from_iterable(pairs), count))


def _visits() -> Iterator[Event]:
    for visit in itertools.count():
        for number, event in enumerate(a_session_of_events()):
            if not isinstance(event, PlanSigned) or visit % SIGNS_EVERY == 0:
                yield PageReached(page=f"reflector/basics/basics.page_{number}")
                yield event
