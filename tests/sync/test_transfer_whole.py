"""A move by the programs an operator runs: two provisioned terminals, their couriers, one gateway, over real TLS."""

from contextlib import closing
from pathlib import Path

from kiosk.clock import Clock
from kiosk.provision import provision
from kiosk.settings import Profile, Settings, read_settings
from kiosk.wiring.courier import run_courier
from kiosk.wiring.opened import open_store
from modules.events import PrivateNoteKept, SessionStarted
from modules.ids import DetaineeId, SubjectId
from modules.texts import DUTCH
from sync.gateway.setting_up import Wanted, enrol
from sync.gateway.transfer import Bound
from sync.provisioning import parse_introduction
from tests.kiosk.test_provision import verified
from tests.line import MENTOR_NUMBER, Opened, a_gateway
from tests.sync.test_transfer import another

NOTE = PrivateNoteKept(words="alleen voor mij")


def a_terminal(opened: Opened, folder: Path, url: str) -> Settings:
    gateway, wanted = opened.gateway, Wanted("B2", url, opened.roster)
    bundle = enrol(gateway.enrolments, gateway.secret, opened.founded.enrolment, wanted, gateway.clock)
    clock = Clock(bundle.anchor_ms)
    written = provision(folder, bundle, verified(), profile=Profile.DEVELOPMENT, clock=clock, environment={})
    gateway.enrolments.introduce(parse_introduction(written.read_bytes()), gateway.clock.now_ms())
    return read_settings(folder / "terminal.toml")


def notes(settings: Settings, person: DetaineeId) -> list[str]:
    store = open_store(settings)
    with closing(store.vault):
        read = store.journal.read(SubjectId(person))
        return [one.event.words for one in read if isinstance(one.event, PrivateNoteKept)]


def test_two_rounds_after_a_move_his_own_notes_are_there_and_no_longer_here(tmp_path: Path) -> None:
    with a_gateway(tmp_path / "gateway", terminals=0) as old, old.serving() as doors:
        new, person = another(old), old.person()
        url = f"https://127.0.0.1:{doors.terminals.port}/"
        left, there = a_terminal(old, tmp_path / "left", url), a_terminal(new, tmp_path / "there", url)
        store = open_store(left)
        store.journal.append(SubjectId(person), (SessionStarted(language=DUTCH), NOTE), store.clock.moment())
        store.vault.close()
        assert run_courier(left, once=True) == 0
        bound = Bound(new.founded.institution.institution, "C", MENTOR_NUMBER)
        old.gateway.transfers.move("100001", old.founded.institution.institution, bound)
        told = []
        for _ in range(2):
            assert [run_courier(settings, once=True) for settings in (left, there)] == [0, 0]
            told.append((notes(left, person), notes(there, person)))
    assert told == [([NOTE.words], []), ([], [NOTE.words])]
