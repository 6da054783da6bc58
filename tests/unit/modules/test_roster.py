"""The roster: the only source of people."""

import pytest
from pydantic import ValidationError

from modules.roster import Roster
from tests.makers import MENTOR, NOON, OTHER_PERSON, PERSON, a_mentor, a_person, a_roster


def test_a_person_is_found_by_number_and_by_id() -> None:
    roster = a_roster(people=(a_person(), a_person("100235", detainee=OTHER_PERSON)))
    found = roster.person_by_number("100235")
    assert found is not None
    assert found.detainee == OTHER_PERSON
    assert roster.person(PERSON) == roster.person_by_number("100234")
    assert roster.person_by_number("999999") is None


def test_a_number_of_staff_lets_no_person_in() -> None:
    assert a_roster().person_by_number(a_mentor().number) is None


def test_a_member_of_staff_has_a_name_here_or_none() -> None:
    assert a_roster().staff_name(MENTOR) == "S. Jansen"
    assert a_roster(staff=()).staff_name(MENTOR) is None


def test_two_who_share_a_number_are_refused() -> None:
    with pytest.raises(ValidationError, match="share one number"):
        a_roster(people=(a_person(), a_person(detainee=OTHER_PERSON)))
    with pytest.raises(ValidationError, match="share one number"):
        a_roster(staff=(a_mentor("100234"),))


def test_a_refused_person_is_not_quoted_in_the_error() -> None:
    with pytest.raises(ValidationError) as refused:
        a_person("geen nummer")
    assert "geen nummer" not in str(refused.value)


def test_a_roster_without_days_is_written_as_before_there_were_any_and_one_with_days_reads_back() -> None:
    (person,) = a_roster().model_dump(mode="json")["people"]
    assert {"admitted_ms", "leaves_ms"} & set(person) == set()
    dated = a_roster(people=(a_person(admitted_ms=NOON, leaves_ms=None),))
    assert Roster.model_validate_json(dated.model_dump_json()) == dated
    assert "leaves_ms" not in dated.model_dump_json()
