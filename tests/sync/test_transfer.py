"""A person goes to another institution of the gateway: all of it goes along, own notes too, and nobody else reads."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosk.settings import RetentionSettings
from kiosk.store import lanes
from kiosk.store.erasure import Erasure
from kiosk.store.handing import Handing
from kiosk.store.tombstones import Tombstones
from modules.errors import UntrustedError
from modules.events import (
    AnswerGiven,
    Event,
    MentorNoteSent,
    PersonErased,
    PersonMoved,
    PrivateNoteKept,
    SessionStarted,
)
from modules.ids import DetaineeId, SubjectId
from modules.reasons import NotePhrase
from modules.retention import RetentionClass
from modules.texts import DUTCH
from sync.bodies import KEY_BYTES, LaneKeys, is_own, lane_keys, open_event
from sync.certificates import Issue, make_authority, vouch
from sync.gateway.own_lane import OwnLane
from sync.gateway.setting_up import Founded, add_institution
from sync.gateway.transfer import Bound
from sync.handed import handed_body, handed_in, is_handed
from sync.sealed import key_id_of
from tests.line import MENTOR_NUMBER, Opened, a_gateway
from tests.sync.test_real_terminals import Real, a_real

NOTE = PrivateNoteKept(words="alleen voor mij")
AT_ONCE = RetentionSettings()


@dataclass
class Two:
    """One gateway with two institutions, a real terminal in each, and somebody who goes from the one to the other."""

    old: Opened
    new: Opened
    left: Real
    there: Real
    person: DetaineeId

    @property
    def subject(self) -> SubjectId:
        return SubjectId(self.person)

    def rounds(self) -> None:
        """Lets both terminals make their rounds until nothing is left to say."""
        for _ in range(2):
            self.left.round(self.old.carrier())
            self.there.round(self.new.carrier())

    def moves(self) -> None:
        bound = Bound(self.new.founded.institution.institution, "C", MENTOR_NUMBER)
        self.old.gateway.transfers.move("100001", self.old.founded.institution.institution, bound)

    def reads_there(self) -> list[Event]:
        return self.there.store.events(self.person)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with a_gateway(tmp_path / "gateway", terminals=0) as old:
        new = another(old)
        left, there = a_real(old, tmp_path / "left.db"), a_real(new, tmp_path / "there.db")
        found = Two(old, new, left, there, old.person())
        left.store.write(SessionStarted(language=DUTCH), found.person)
        left.store.answer(3, found.person)
        left.store.write(NOTE, found.person)
        old.gateway.notes.send(
            old.roster.institution, found.person, old.roster.staff[0].staff, NotePhrase.PLAN_RECEIVED, ""
        )
        found.rounds()
        yield found
        left.store.vault.close()
        there.store.vault.close()


def another(opened: Opened) -> Opened:
    """Adds an institution with the same staff and nobody in it."""
    gateway, founded = opened.gateway, opened.founded
    secrets = founded.gateway, founded.enrolment
    secret, enrolment = add_institution(opened.folder, gateway.enrolments, secrets, "PI De Eik", gateway.clock)
    known = gateway.enrolments.institution(enrolment.institution)
    empty = opened.roster.model_copy(
        update={"institution": known.institution, "institution_name": known.name, "version": 1, "people": ()}
    )
    gateway.register.put_roster(empty)
    return replace(opened, founded=Founded(known, secret, enrolment), terminals=[])


def handing(real: Real) -> Handing:
    store, authority = real.store, real.bundle.tls.authority
    parts = store.vault, store.keyring, store.journal, store.identity, store.clock
    return Handing(*parts, authority=lambda: authority)


def erasure(real: Real) -> Erasure:
    store = real.store
    tombstones = Tombstones(store.path, store.keyring.seal, store.keyring.unseal)
    parts = store.vault, store.journal, store.identity, store.clock, tombstones
    return Erasure(*parts, owes=handing(real).owes)


def told(two: Two, move: PersonMoved) -> None:
    """Has the gateway tell the terminals he left whatever it likes."""
    gateway, left = two.old.gateway, two.old.founded.institution.institution
    lane = OwnLane(gateway.register, gateway.enrolments, gateway.secret, gateway.clock)
    lane.write(left, SubjectId(left), lambda: (move,))


def test_all_of_his_is_read_where_he_went_once_the_keys_were_handed_on_and_not_before(two: Two) -> None:
    two.moves()
    two.rounds()
    assert two.reads_there() == []
    assert two.there.store.vault.rows("SELECT count(*) FROM entries") != [(0,)]
    assert handing(two.left).hand_on() == 2  # his lane, and the gateway's
    two.rounds()
    read = two.reads_there()
    assert NOTE in read
    assert sorted(map(str, read)) == sorted(map(str, two.left.store.events(two.person)))
    assert {type(one) for one in read} == {SessionStarted, AnswerGiven, PrivateNoteKept, MentorNoteSent}


def test_what_is_handed_on_is_handed_on_once(two: Two) -> None:
    two.moves()
    two.rounds()
    assert (handing(two.left).hand_on(), handing(two.left).hand_on()) == (2, 0)


def test_the_gateway_passes_own_notes_on_and_opens_none_of_them(two: Two) -> None:
    two.moves()
    two.rounds()
    handing(two.left).hand_on()
    two.rounds()
    secret = two.old.gateway.secret
    holders = {key_id_of(secret.sealing): secret.opening}
    stored = two.old.gateway.register.read(two.subject)
    handed = [one.entry.body for one in stored if one.entry.body and is_handed(one.entry.body)]
    wrapped = [key for body in handed for lane in handed_in(body, two.subject) for key in lane.keys]
    assert [key.name for key in wrapped].count("own") == 1
    assert {key.to for key in wrapped} == {key_id_of(two.new.founded.institution.sealing)}
    openings = {one.entry.header.lane: one.entry.body for one in stored if one.entry.header.seq == 0}
    own = [one.entry for one in stored if one.entry.body and is_own(one.entry.body)]
    assert own
    for entry in own:
        body, opening = entry.body, openings[entry.header.lane]
        assert body is not None
        assert opening is not None
        keys = lane_keys(entry.header.lane, opening, holders)
        assert keys.own is None
        with pytest.raises(UntrustedError):
            open_event(body, entry.header.lane, entry.header.seq, LaneKeys(keys.shared, keys.shared))
    plan = two.old.gateway.plans.of(two.person)
    assert (plan.unreadable, plan.apart) == (0, 0)


@pytest.mark.parametrize("lie", ["no word", "a word for another place", "a word of another authority"])
def test_a_gateway_that_names_a_group_key_of_its_own_is_told_nothing(two: Two, lie: str) -> None:
    clock, there = two.old.gateway.clock, two.new.founded.institution.institution
    own_key = two.old.gateway.secret.sealing
    group = two.new.founded.institution.sealing if lie == "a word for another place" else own_key
    words = {
        "no word": base64.b64encode(bytes(70)).decode(),
        "a word for another place": two.old.gateway.enrolments.word_for(two.old.founded.institution.institution),
        "a word of another authority": vouch(
            make_authority("elders", Issue(clock.now(), 10, clock.serial())), there, own_key
        ),
    }
    word = words[lie]
    assert word is not None
    told(two, PersonMoved(person=two.person, institution=there, group=group, vouched=word))
    people = tuple(one for one in two.old.roster.people if one.detainee != two.person)
    update = {"people": people, "version": two.old.roster.version + 1}
    two.old.gateway.register.put_roster(two.old.roster.model_copy(update=update))
    two.rounds()
    before = two.left.store.vault.rows("SELECT count(*) FROM entries")
    assert handing(two.left).hand_on() == 0
    assert two.left.store.vault.rows("SELECT count(*) FROM entries") == before


def test_the_old_copy_stays_until_its_keys_were_handed_on_and_that_has_a_receipt(two: Two) -> None:
    two.moves()
    two.rounds()
    policy = erasure(two.left)
    assert policy.apply(AT_ONCE) == 0
    handing(two.left).hand_on()
    assert policy.apply(AT_ONCE) == 0
    assert NOTE in two.left.store.events(two.person)
    two.rounds()
    assert policy.apply(AT_ONCE) == 1
    assert two.left.store.events(two.person) == []
    assert two.left.store.journal.verify() == two.there.store.journal.verify() == ()
    assert NOTE in two.reads_there()


def test_what_a_terminal_he_left_sends_late_follows_him_and_counts(two: Two) -> None:
    two.left.store.answer(1, two.person, first=9)
    two.moves()
    two.rounds()
    handing(two.left).hand_on()
    two.rounds()
    assert sum(isinstance(one, AnswerGiven) for one in two.reads_there()) == 4
    assert two.old.gateway.plans.of(two.person).apart == 0


def test_what_happens_there_is_not_told_where_he_left(two: Two) -> None:
    two.moves()
    two.rounds()
    gateway, mentor = two.new.gateway, two.new.roster.staff[0].staff
    gateway.notes.send(two.new.roster.institution, two.person, mentor, NotePhrase.GOOD_START, "")
    two.there.store.write(SessionStarted(language=DUTCH), two.person)
    before = {row.lane.key for row in lanes.lanes_of(two.left.store.vault, two.subject)}
    two.rounds()
    assert {row.lane.key for row in lanes.lanes_of(two.left.store.vault, two.subject)} == before
    assert [one.phrase for one in two.reads_there() if isinstance(one, MentorNoteSent)] == [NotePhrase.GOOD_START]
    assert gateway.plans.of(two.person).progress.sessions == 2


def test_who_comes_back_has_what_he_did_elsewhere_too(two: Two) -> None:
    two.moves()
    two.rounds()
    two.there.store.write(PrivateNoteKept(words="van daar"), two.person)
    two.there.round(two.new.carrier())
    back = Bound(two.old.founded.institution.institution, "B2", MENTOR_NUMBER)
    two.old.gateway.transfers.move("100001", two.new.founded.institution.institution, back)
    two.rounds()
    assert handing(two.left).hand_on() == 0  # he is here again
    assert handing(two.there).hand_on() == 1
    two.rounds()
    words = [one.words for one in two.left.store.events(two.person) if isinstance(one, PrivateNoteKept)]
    assert words == [NOTE.words, "van daar"]


def test_who_is_erased_for_good_is_erased_in_both(two: Two) -> None:
    two.moves()
    two.rounds()
    handing(two.left).hand_on()
    two.rounds()
    gateway = two.new.gateway
    update = {"people": (), "version": two.new.roster.version + 1}
    gateway.register.put_roster(two.new.roster.model_copy(update=update))
    gateway.retention.look()
    stay = gateway.retention.stay(two.person)
    assert stay.institution == two.new.roster.institution
    gateway.retention.erase(stay, RetentionClass.PENITENTIARY)
    two.rounds()
    for real in (two.left, two.there):
        erasure(real).apply(RetentionSettings(kiosk_days=9))
        assert real.store.events(two.person) == []
        assert lanes.bodies_marked(real.store.vault, two.subject, b"\x04") == ()
        told_here = real.store.journal.read(SubjectId(real.bundle.institution))
        assert [one.event.kept_as for one in told_here if isinstance(one.event, PersonErased)] == ["penitentiary"]


def test_keys_that_do_not_open_a_lane_are_not_kept_and_the_right_ones_come_after(two: Two, tmp_path: Path) -> None:
    second = a_real(two.old, tmp_path / "second.db")
    second.round(two.old.carrier())
    (lane,) = [row.lane for row in lanes.lanes_of(two.left.store.vault, two.subject) if row.lane.writer[0] == "t"]
    group = two.new.founded.institution.sealing
    wrong = handed_body([(lane, LaneKeys(b"\x01" * KEY_BYTES, b"\x02" * KEY_BYTES))], group)
    two.left.store.journal.append_body(two.subject, wrong, two.left.store.clock.moment())
    two.moves()
    two.rounds()
    assert two.reads_there() == []
    second.round(two.old.carrier())
    assert handing(second).hand_on() >= 2
    second.round(two.old.carrier())
    two.rounds()
    assert NOTE in two.reads_there()
    second.store.vault.close()


def test_keys_of_another_persons_lane_cannot_be_handed_on_in_his(two: Two) -> None:
    (row, *_) = lanes.lanes_of(two.left.store.vault, two.subject)
    body = handed_body([(row.lane, LaneKeys(bytes(32), None))], two.new.founded.institution.sealing)
    assert handed_in(body, SubjectId("p-somebody-else")) == ()
    assert [one.lane for one in handed_in(body, two.subject)] == [row.lane]
