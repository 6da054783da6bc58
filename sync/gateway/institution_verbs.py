"""`drplan institution` and `drplan transfer`: more than one prison at a gateway, and a person who goes to another.

- Not here: what is drawn for an institution (setting_up.py), the steps of a move (transfer.py).
"""

import argparse
from contextlib import closing

from modules.access import Action
from modules.errors import RefusedError
from modules.ids import InstitutionId
from sync.gateway.keys import ENROLMENT_FILE, read_enrolment_secret, write_secret
from sync.gateway.setting_up import add_institution
from sync.gateway.transfer import Bound
from sync.gateway.verbs import Came, institution_of
from sync.gateway.wiring import open_gateway
from sync.gateway.witness import Doer


def add(asked: argparse.Namespace) -> Came:
    """Adds an institution to the gateway."""
    enrolment = read_enrolment_secret(asked.secret or asked.gateway / ENROLMENT_FILE)
    if asked.out.exists():
        raise RefusedError(f"{asked.out} is there already", hint="a secret is never written over; name another file")
    with closing(open_gateway(asked.gateway)) as gateway:
        secrets = gateway.secret, enrolment
        _, new = add_institution(asked.gateway, gateway.enrolments, secrets, asked.name, gateway.clock)
    write_secret(asked.out, new)
    return Came(
        f"institution {new.institution}",
        f"{asked.out} is for enrolling alone: keep it off the machine that serves.",
        "gateway.secret has changed: start `drplan serve` again, and renew the credential where it is one.",
    )


def transfer(asked: argparse.Namespace) -> Came:
    """Moves a person to another institution of this gateway."""
    with closing(open_gateway(asked.gateway)) as gateway:
        known = institution_of(gateway, asked.institution)
        bound = Bound(InstitutionId(asked.to), asked.wing, asked.mentor)
        there = gateway.transfers.move(asked.number, known.institution, bound)
        gateway.retention.look()
        gateway.witness.note_of(there.detainee, Action.MOVED, Doer.at_the_console(bound.institution))
    return Came(
        f"{there.detainee} stands on the roster of {bound.institution} now.",
        f"Take him off the list of people of {known.name} before it is handed in again.",
        "He begins there with a code from staff. His own notes follow once a terminal he left has been in touch.",
    )
