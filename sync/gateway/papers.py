"""Pages that are read through or printed: a plan's versions, what a person takes along, and the MDO's list.

- Each opening is in the access log, for every person who is on the page.
- Not here: what stands on them (versions.py, mdo.py, person_page.py), markup (templates).
"""

from modules.access import Action
from modules.errors import RefusedError
from sync.gateway.course_page import said_day
from sync.gateway.desk import Asked, Shown, person_asked, visitor
from sync.gateway.due import Watch
from sync.gateway.mdo import mdo_list
from sync.gateway.person_page import letter
from sync.gateway.review import people_of
from sync.gateway.templating import page
from sync.gateway.versions import versions
from sync.gateway.wiring import Gateway


def versions_page(gateway: Gateway, asked: Asked) -> Shown:
    """Gives every version of a person's plan, and what changed."""
    by = visitor(gateway, asked)
    found = person_asked(gateway, asked, by)
    plan = gateway.plans.of(found.detainee)
    gateway.witness.note_of(found.detainee, Action.PAGE_OPENED, by.doer, plan.position)
    told = versions(plan, by.roster, gateway.clock.now_ms(), by.reading)
    return Shown(page("versions.html", person=found, versions=told, **by.frame))


def take_along(gateway: Gateway, asked: Asked) -> Shown:
    """Gives the page a person takes along when he leaves: his plan, and who is who."""
    by = visitor(gateway, asked)
    found = person_asked(gateway, asked, by)
    signed = gateway.plans.of(found.detainee).plan
    if signed is None or signed.document is None:
        raise RefusedError("there is no signed plan yet", hint="Er is nog geen getekend plan.")
    gateway.witness.note_of(found.detainee, Action.PLAN_EXPORTED, by.doer)
    wings = {str(known.terminal): known.wing for known in gateway.enrolments.terminals(by.roster.institution)}
    mentor = by.roster.staff_name(found.mentor) or ""
    told = letter(signed, wings, by.reading)
    return Shown(page("along.html", person=found, letter=told, mentor=mentor, **by.frame))


def mdo_page(gateway: Gateway, asked: Asked) -> Shown:
    """Gives everybody of one's people who is on the list of an MDO meeting."""
    by = visitor(gateway, asked)
    watch = Watch(gateway.clock.now_ms(), gateway.settings.terms)
    people = [(person, gateway.plans.of(person.detainee)) for person in people_of(by.roster, by.staff)]
    listed = mdo_list(by.roster, people, gateway.titles, watch)
    for one in listed.people:
        gateway.witness.note_of(one.person, Action.MDO_EXPORTED, by.doer, gateway.plans.of(one.person).position)
    return Shown(page("mdo.html", listed=listed, said_day=said_day, **by.frame))
