"""A person goes from one institution of this gateway to another: his rosters, his entries, and what proves where to.

- Three steps, each on disk before the next, and each done once however often it is asked: he stands on the new roster
  and everything about him is given there; the terminals he left are told, with the new group's key and the authority's
  word for it; he leaves the old roster.
- His PIN does not go along, because another institution has another pepper: he begins there with a code from staff.
- Own notes are opened there as soon as a terminal he left has handed the keys on; the gateway cannot (JOURNAL 10.5).
- Not here: what is given to whom (moves.py), handing on (kiosk/store/handing.py).
"""

from dataclasses import dataclass

from modules.errors import RefusedError
from modules.events import PersonMoved
from modules.ids import InstitutionId, SubjectId
from modules.roster import Roster, RosterPerson
from sync.gateway.clock import Clock
from sync.gateway.enrolments import Enrolments
from sync.gateway.own_lane import OwnLane
from sync.gateway.register import SqliteRegister


@dataclass(frozen=True, slots=True)
class Bound:
    """Where somebody goes: the institution, the wing, and the number of the mentor he has there."""

    institution: InstitutionId
    wing: str
    mentor: str


class Transfers:
    """Moves people between the institutions of one gateway."""

    def __init__(self, register: SqliteRegister, enrolments: Enrolments, lane: OwnLane, clock: Clock) -> None:
        self._register = register
        self._enrolments = enrolments
        self._lane = lane
        self._clock = clock

    def move(self, number: str, left: InstitutionId, bound: Bound) -> RosterPerson:
        """Moves a person, and gives him as he stands on the new roster.

        Raises:
            RefusedError: He is not here, cannot go there, or the new group's key has no word of the authority.
        """
        old, new = self._roster(left), self._roster(bound.institution)
        person = old.person_by_number(number)
        if person is None or left == bound.institution:
            raise RefusedError("nobody of that number can go there", hint="see `drplan roster` of both institutions")
        word = self._enrolments.word_for(bound.institution)
        if word is None:
            raise RefusedError("the new institution's key has no proof yet", hint="enrol a terminal there first")
        mentor = new.staff_by_number(bound.mentor)
        if mentor is None:
            raise RefusedError("his mentor there is not on that roster", hint="take him in first: `drplan roster`")
        there = person.model_copy(update={"wing": bound.wing, "mentor": mentor.staff, "pin": None})
        self._arrive(there, left, new)
        self._tell(there, left, bound.institution, word)
        stay = tuple(one for one in old.people if one.detainee != person.detainee)
        self._register.put_roster(old.model_copy(update={"people": stay, "version": old.version + 1}))
        return there

    def _arrive(self, person: RosterPerson, left: InstitutionId, new: Roster) -> None:
        if new.person(person.detainee) is not None:
            return
        if new.person_by_number(person.number) or new.staff_by_number(person.number):
            raise RefusedError("somebody there has that number", hint="give one of them another number first")
        people = (*new.people, person)
        self._register.move(person.detainee, left, new.institution, self._clock.now_ms())
        self._register.put_roster(new.model_copy(update={"people": people, "version": new.version + 1}))

    def _tell(self, person: RosterPerson, left: InstitutionId, institution: InstitutionId, word: str) -> None:
        group = self._enrolments.institution(institution).sealing
        told = PersonMoved(person=person.detainee, institution=institution, group=group, vouched=word)
        self._lane.write(left, SubjectId(left), lambda: (told,))

    def _roster(self, institution: InstitutionId) -> Roster:
        self._enrolments.institution(institution)
        roster = self._register.roster(institution)
        if roster is None:
            raise RefusedError("this institution has no roster yet", hint="take one in first: `drplan roster`")
        return roster
