"""Real terminals with their encrypted stores and a real gateway, over both roads: nothing lost, nothing twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.store.keys import Keyring
from kiosk.store.meta import Identity, Meta
from kiosk.store.vault import Vault
from modules.events import AnswerGiven, MentorNoteSent, SessionStarted
from modules.ids import EntryId, SubjectId
from modules.reasons import NotePhrase
from modules.texts import DUTCH
from sync.carriers.https import HttpsCarrier
from sync.carriers.medium import MediumCarrier
from sync.courier import Courier, Post
from sync.gateway.setting_up import Wanted, enrol
from sync.policy import Outcome, Pace
from sync.ports import Carrier
from sync.provisioning import Bundle, Introduction
from tests.line import Opened, a_gateway, tls_of
from tests.memory_terminal import MemoryTerminal
from tests.suites.terminals import NOON_MS, STORE_KEY, Machine, TerminalStore, open_terminal


@dataclass
class Real:
    """A real terminal: its store, and what it was provisioned with."""

    store: TerminalStore
    bundle: Bundle

    def post(self) -> Post:
        bundle, clock = self.bundle, self.store.clock
        return Post(
            terminal=bundle.terminal,
            institution=bundle.institution,
            signer=self.store.keyring.terminal,
            opening=bundle.group.opening,
            gateway=bundle.gateway,
            new_id=lambda: EntryId(clock.new_id("")),
        )

    def round(self, carrier: Carrier) -> Outcome:
        outcome = Courier(self.store.exchange, self.store.exchange, carrier, self.post()).round(Pace())
        assert (outcome.distrusted, outcome.refused, outcome.is_closed) == (0, None, False)
        return outcome


def a_real(opened: Opened, path: Path) -> Real:
    gateway = opened.gateway
    wanted = Wanted("B2", gateway.settings.terminals.url, opened.roster)
    bundle = enrol(gateway.enrolments, gateway.secret, opened.founded.enrolment, wanted, gateway.clock)
    machine = Machine(wall_ms=gateway.clock.now_ms())
    vault = Vault.create(path, STORE_KEY.file)
    with vault.write():
        keyring, meta = Keyring(vault, STORE_KEY, machine.clock()), Meta(vault)
        keyring.fill(bundle.group)
        meta.put_identity(
            Identity(
                institution=bundle.institution,
                terminal=bundle.terminal,
                wing=bundle.wing,
                gateway=bundle.gateway,
                group=bundle.group.sealing,
            )
        )
        meta.put_signed_ms(bundle.anchor_ms)
    vault.close()
    store = open_terminal(path, machine)
    key = store.keyring.terminal.public_key
    gateway.enrolments.introduce(
        Introduction(institution=bundle.institution, terminal=bundle.terminal, wing=bundle.wing, key=key), NOON_MS
    )
    return Real(store, bundle)


@contextmanager
def roads(opened: Opened, folder: Path, kind: str, real: list[Real]) -> Iterator[list[Carrier]]:
    if kind == "medium":
        yield [
            MediumCarrier(folder, one.bundle.terminal, one.bundle.institution, one.store.keyring.terminal)
            for one in real
        ]
        return
    with opened.serving() as doors:
        url = f"https://127.0.0.1:{doors.terminals.port}/"
        carriers = [HttpsCarrier(url, tls_of(MemoryTerminal(one.bundle, b"x" * 32))) for one in real]
        yield list(carriers)
        for carrier in carriers:
            carrier.__exit__(None, None, None)


@pytest.mark.parametrize("kind", ["https", "medium"])
def test_two_real_terminals_agree_with_the_gateway_and_with_each_other(tmp_path: Path, kind: str) -> None:
    with a_gateway(tmp_path / "gateway", terminals=0) as opened:
        person = opened.person()
        real = [a_real(opened, tmp_path / f"{number}.db") for number in range(2)]
        for one in real:
            one.store.write(SessionStarted(language=DUTCH), person)
            one.store.answer(20, person)
        mentor, institution = opened.roster.staff[0].staff, opened.roster.institution
        opened.gateway.notes.send(institution, person, mentor, NotePhrase.GOOD_START, "")
        (tmp_path / "medium").mkdir()
        with roads(opened, tmp_path / "medium", kind, real) as carriers:
            for _ in range(4):
                for one, carrier in zip(real, carriers, strict=True):
                    one.round(carrier)
                    if kind == "medium":
                        opened.gateway.by_hand.take_in(tmp_path / "medium")
                        opened.gateway.by_hand.put_back(tmp_path / "medium", institution)
        for one in real:
            assert one.store.exchange.due(100, 1 << 20, {}) == ()
            events = one.store.events(person)
            assert sum(isinstance(event, MentorNoteSent) for event in events) == 1
            assert len(events) == 43
        plan = opened.gateway.plans.of(person)
        assert (plan.progress.sessions, plan.unreadable, plan.apart) == (2, 0, 0)
        assert len(opened.gateway.register.read(SubjectId(person))) == 46


def carry_twice(opened: Opened, back: Real, medium: Path) -> None:
    """Carries a medium there and back: the gateway learns how far back the terminal is by its first batch."""
    carrier = MediumCarrier(medium, back.bundle.terminal, back.bundle.institution, back.store.keyring.terminal)
    for _ in range(2):
        back.store.answer(1, back.bundle.roster.people[1].detainee)
        back.round(carrier)
        opened.gateway.by_hand.take_in(medium)
        opened.gateway.by_hand.put_back(medium, opened.roster.institution)
    back.round(carrier)


@pytest.mark.parametrize("kind", ["direct", "medium"])
def test_a_store_that_was_put_back_gets_back_what_it_lost_and_goes_on(tmp_path: Path, kind: str) -> None:
    with a_gateway(tmp_path / "gateway", terminals=0) as opened:
        person, path, medium = opened.person(), tmp_path / "store.db", tmp_path / "medium"
        medium.mkdir()
        real = a_real(opened, path)
        real.store.write(SessionStarted(language=DUTCH), person)
        real.store.answer(3, person)
        real.store.vault.close()
        copy = path.read_bytes()
        store = open_terminal(path, real.store.machine)
        store.answer(3, person, first=3)
        Real(store, real.bundle).round(opened.carrier())
        store.vault.close()
        path.write_bytes(copy)
        for name in (f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        back = Real(open_terminal(path, store.machine), real.bundle)
        if kind == "medium":
            carry_twice(opened, back, medium)
        else:
            back.round(opened.carrier())
        assert len(back.store.events(person)) == 7
        back.store.answer(2, person, first=6)
        back.round(opened.carrier())
        assert back.store.exchange.due(100, 1 << 20, {}) == ()
        plan = opened.gateway.plans.of(person)
        items = [one.event.item for one in plan.happened if isinstance(one.event, AnswerGiven)]
        assert sorted(items) == [f"debts.q{number}" for number in range(8)]
