"""What every road to the gateway must do, whatever it is made of; run on each (tests/sync).

- `Road` is one terminal's end of a road, and `carried`: what has to happen for it to reach the gateway and come back.
- Not here: what only one road can do wrong (tests/sync/test_https.py, test_medium.py).
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from modules.events import MentorNoteSent, SessionStarted
from modules.ids import DetaineeId
from modules.reasons import NotePhrase
from modules.texts import DUTCH
from sync.policy import Outcome, Pace
from sync.ports import Carrier
from tests.line import Opened, a_gateway
from tests.makers import answered
from tests.memory_terminal import MemoryTerminal

STARTED = SessionStarted(language=DUTCH)


@dataclass
class Road:
    """A gateway with two terminals, each with its end of the same kind of road."""

    opened: Opened
    ends: dict[str, Carrier]
    carried: Callable[[], None]

    @property
    def here(self) -> MemoryTerminal:
        """The terminal that most tests are about."""
        return self.opened.terminals[0]

    @property
    def there(self) -> MemoryTerminal:
        """Another terminal of the institution."""
        return self.opened.terminals[1]

    @property
    def person(self) -> DetaineeId:
        """Somebody who lives here."""
        return self.opened.person()

    def go(self, terminal: MemoryTerminal, *, back: bool = True) -> Outcome:
        """Makes one round of a terminal, to the gateway and, unless told otherwise, all the way back."""
        courier = terminal.courier(self.ends[terminal.id])
        outcome = courier.round(Pace())
        self.carried()
        return courier.round(Pace()) if back else outcome

    def arrived(self) -> int:
        """Gives how many entries are at the gateway."""
        _, entries = self.opened.gateway.register.after(self.here.bundle.institution, 0, 10_000, 1 << 30)
        return len(entries)


class CarrierSuite(ABC):
    """The rules of a road."""

    @abstractmethod
    def a_road(self, opened: Opened, folder: Path) -> AbstractContextManager[Road]:
        """Gives the road under test."""

    @pytest.fixture
    def road(self, tmp_path: Path) -> Iterator[Road]:
        with a_gateway(tmp_path / "gateway", terminals=2) as opened, self.a_road(opened, tmp_path) as road:
            yield road

    def test_what_is_due_arrives_and_is_due_no_longer(self, road: Road) -> None:
        road.here.write(road.person, STARTED, *[answered()] * 5)
        road.go(road.here)
        assert road.arrived() == 7
        assert road.here.due(100, 1 << 20, {}) == ()
        assert road.opened.gateway.plans.of(road.person).progress.sessions == 1

    def test_sending_everything_twice_changes_nothing(self, road: Road) -> None:
        road.here.write(road.person, STARTED, answered())
        for _ in range(2):
            road.here.settled.clear()
            road.go(road.here)
        assert road.arrived() == 3
        assert road.opened.gateway.plans.of(road.person).progress.sessions == 1
        assert road.here.due(100, 1 << 20, {}) == ()

    def test_an_answer_that_got_lost_is_met_by_sending_again(self, road: Road) -> None:
        road.here.write(road.person, STARTED)
        road.go(road.here, back=False)
        road.here.settled.clear()
        road.here.write(road.person, answered())
        road.go(road.here)
        assert road.arrived() == 3
        assert road.here.due(100, 1 << 20, {}) == ()

    def test_what_one_terminal_sent_the_other_can_read(self, road: Road) -> None:
        road.here.write(road.person, STARTED, answered())
        road.go(road.here)
        road.go(road.there)
        assert road.there.events(road.person) == road.here.events(road.person)
        assert road.there.hashes() == road.here.hashes()

    def test_a_mentors_note_reaches_the_terminal(self, road: Road) -> None:
        opened = road.opened
        mentor = opened.roster.staff[0].staff
        opened.gateway.notes.send(opened.roster.institution, road.person, mentor, NotePhrase.GOOD_START, "tot vrijdag")
        road.here.write(road.person, STARTED)
        road.go(road.here)
        notes = [event for event in road.here.events(road.person) if isinstance(event, MentorNoteSent)]
        assert [(note.mentor, note.words) for note in notes] == [(mentor, "tot vrijdag")]

    def test_the_newest_roster_and_a_signed_time_come_along(self, road: Road) -> None:
        road.here.roster = road.here.roster.model_copy(update={"version": 1})
        road.here.time_ms = 0
        road.here.write(road.person, STARTED)
        road.go(road.here)
        assert road.here.roster == road.opened.roster
        assert road.here.time_ms > road.here.bundle.anchor_ms - 1

    def test_a_terminal_that_is_refused_keeps_no_other_out(self, road: Road) -> None:
        road.opened.gateway.enrolments.revoke(road.here.id, 1)
        for terminal in (road.here, road.there):
            terminal.write(road.person, STARTED)
            road.go(terminal)
        assert road.arrived() == 2
        assert len(road.here.due(100, 1 << 20, {})) == 2
        assert road.there.due(100, 1 << 20, {}) == ()

    def test_more_than_one_batch_arrives_whole(self, road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sync.courier.BATCH_ENTRIES", 4)
        road.here.write(road.person, STARTED, *[answered()] * 11)
        road.go(road.here)
        assert road.arrived() == 13
        assert road.here.due(100, 1 << 20, {}) == ()
