"""The development desk follows the rules of a real one."""

from kiosk.development import PEOPLE
from modules.pin_rules import is_easy


def test_everybody_of_the_desk_has_a_pin_that_could_be_chosen_at_a_terminal() -> None:
    everybody = [one for group in PEOPLE.values() for one in group]
    assert [one["number"] for one in everybody if is_easy(one["pin"], one["number"])] == []
