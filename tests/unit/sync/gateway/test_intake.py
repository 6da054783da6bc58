"""From a list of people to a roster: ids stay, PINs become verifiers, nobody is left out unseen."""

import base64
import hashlib
import hmac

import pytest
from argon2.low_level import Type, hash_secret_raw

from modules.errors import MalformedError, RefusedError
from modules.roster import PinVerifier, Role, Roster
from sync.gateway.cli import PEOPLE
from sync.gateway.clock import Clock, dutch_day
from sync.gateway.enrolments import KnownInstitution, KnownTerminal
from sync.gateway.intake import Intake, ListedPerson, ListedStaff, PeopleList, parse_people, pin_verifier
from tests.makers import INSTITUTION, TERMINAL, TERMINAL_SIGNER, an_id
from tests.memory_terminal import GATEWAY_SEALING

PEPPER = b"p" * 32
MENTOR = ListedStaff(number="90001", name="S. Jansen", role=Role.MENTOR, pin="518263")
PERSON = ListedPerson(number="100001", name="J. de Vries", wing="B", mentor="90001", pin="135790")


def an_intake() -> Intake:
    return Intake(KnownInstitution(INSTITUTION, "PI De Linde", GATEWAY_SEALING), PEPPER, Clock())


def a_list(*people: ListedPerson, staff: tuple[ListedStaff, ...] = (MENTOR,)) -> PeopleList:
    return PeopleList(staff=staff, people=people or (PERSON,))


def first(before: Roster | None = None, *people: ListedPerson) -> Roster:
    return an_intake().roster(a_list(*people), before, ())


def fits(verifier: PinVerifier, pin: str) -> bool:
    salt = base64.b64decode(verifier.salt)
    stretched = hash_secret_raw(
        pin.encode(), salt, verifier.iterations, verifier.memory_kib, verifier.lanes, 32, Type.ID
    )
    return base64.b64decode(verifier.verifier) == hmac.digest(PEPPER, stretched, hashlib.sha256)


def test_a_pin_becomes_a_verifier_that_fits_it_and_no_other() -> None:
    verifier = pin_verifier("135790", b"s" * 16, PEPPER)
    assert fits(verifier, "135790")
    assert not fits(verifier, "135791")


def test_a_person_keeps_his_id_and_his_pin_from_list_to_list() -> None:
    before = first()
    after = first(before, PERSON.model_copy(update={"pin": None, "wing": "C"}))
    assert after.version == before.version + 1
    assert after.people[0].detainee == before.people[0].detainee
    assert after.people[0].pin == before.people[0].pin
    assert after.people[0].wing == "C"
    assert after.staff[0].staff == before.staff[0].staff


def test_a_new_pin_takes_the_place_of_the_old_one() -> None:
    before = first()
    after = first(before, PERSON.model_copy(update={"pin": "246802"}))
    assert after.people[0].pin is not None
    assert fits(after.people[0].pin, "246802")
    assert not fits(after.people[0].pin, "135790")


def test_somebody_new_without_a_pin_begins_with_a_code_from_staff() -> None:
    assert first(None, PERSON.model_copy(update={"pin": None})).people[0].pin is None


def test_a_mentor_who_is_not_on_the_list_is_noticed() -> None:
    with pytest.raises(RefusedError, match="mentor"):
        first(None, PERSON.model_copy(update={"mentor": "90009"}))


def test_the_roster_names_the_terminals_that_are_introduced_and_not_revoked() -> None:
    key = TERMINAL_SIGNER.public_key
    terminals = (
        KnownTerminal(TERMINAL, INSTITUTION, "B", key, is_revoked=False),
        KnownTerminal(an_id("t-", 5), INSTITUTION, "B", key, is_revoked=True),  # type: ignore[arg-type]
        KnownTerminal(an_id("t-", 6), INSTITUTION, "B", None, is_revoked=False),  # type: ignore[arg-type]
    )
    roster = an_intake().roster(a_list(), None, terminals)
    assert [one.terminal for one in roster.terminals] == [TERMINAL]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"[]", ""),
        (b'{"staff": []}', "people"),
        (b'{"staff": [{"number": "1"}], "people": []}', "staff.0"),
        (b'{"staff": [], "people": [], "more": 1}', "more"),
    ],
)
def test_a_list_that_is_none_is_refused_by_its_place_and_never_by_what_stands_in_it(raw: bytes, place: str) -> None:
    with pytest.raises(MalformedError) as caught:
        parse_people(raw)
    assert place in caught.value.message
    with pytest.raises(MalformedError) as caught:
        parse_people(raw.replace(b"[]", b'[{"pin": "geheim"}]', 1))
    assert "geheim" not in caught.value.message


@pytest.mark.parametrize("day", ["2026-01-15", "2026-07-15"])
def test_the_day_somebody_came_in_is_the_same_day_in_the_netherlands(day: str) -> None:
    listed = parse_people(
        b'{"staff": [], "people": [{"number": "100001", "name": "A", "wing": "B", "mentor": "90001", '
        b'"pin": "135790", "admitted": "%s"}]}' % day.encode()
    )
    (person,) = first(None, *listed.people).people
    assert person.admitted_ms is not None
    assert dutch_day(person.admitted_ms).isoformat() == day
    assert person.leaves_ms is None


def test_the_example_in_the_help_is_a_list() -> None:
    example = PEOPLE[PEOPLE.index("{") : PEOPLE.rindex("}") + 1]
    assert len(parse_people(example.encode()).people) == 1


@pytest.mark.parametrize("pin", ["123456", "010190", "100001", "777777"])
def test_a_pin_that_nobody_could_choose_at_a_terminal_is_refused_by_its_place_alone(pin: str) -> None:
    with pytest.raises(RefusedError, match=r"people\.1") as caught:
        first(None, PERSON, PERSON.model_copy(update={"pin": pin}))
    assert pin not in caught.value.message + caught.value.hint
    staff = a_list().staff[0].model_copy(update={"pin": pin, "number": "100001"})
    with pytest.raises(RefusedError, match=r"staff\.0"):
        an_intake().roster(PeopleList(staff=(staff,), people=()), None, ())
