"""One-time codes at the staff desk: for a first or a new PIN, for the digits that a terminal shows (sync/codes.py).

- A code is given by a member of staff of the roster, is in the access log under his id, and the person reads it.
- Not here: the terminal's side (kiosk/store/codes.py), the desk's pages and verbs.
"""

import argparse
import base64
from contextlib import closing

from modules.access import Action
from modules.errors import MalformedError, RefusedError
from sync.codes import CHALLENGE_DIGITS, response
from sync.gateway.keys import GatewaySecret
from sync.gateway.verbs import Came, institution_of
from sync.gateway.wiring import open_gateway
from sync.gateway.witness import CONSOLE, Doer


def code_for(secret: GatewaySecret, number: str, shown: str) -> str:
    """Gives the code for a number and the six digits his terminal shows.

    Raises:
        MalformedError: These are not six digits.
        RefusedError: This gateway was made before there were codes.
    """
    digits = "".join(shown.split())
    if len(digits) != CHALLENGE_DIGITS or not digits.isdecimal() or not digits.isascii():
        raise MalformedError("a terminal shows six digits", hint="Vul de 6 cijfers in die op het scherm staan.")
    if secret.codes is None:
        raise RefusedError("this gateway has no key for codes", hint="give the code at any terminal, as staff")
    return response(base64.b64decode(secret.codes), number, digits)


def give(asked: argparse.Namespace) -> Came:
    """Gives a code by command: who gives it is named, and noted."""
    with closing(open_gateway(asked.gateway)) as gateway:
        known = institution_of(gateway, asked.institution)
        roster = gateway.register.roster(known.institution)
        staff = roster.staff_by_number(asked.staff) if roster else None
        person = roster.person_by_number(asked.number) if roster else None
        if staff is None or person is None:
            raise RefusedError("the roster has no such person or no such member of staff", hint="see `drplan roster`")
        code = code_for(gateway.secret, asked.number, asked.challenge)
        doer = Doer(known.institution, staff.role, staff.staff, CONSOLE)
        gateway.witness.note_of(person.detainee, Action.CODE_GIVEN, doer)
    return Came(f"{code[:4]} {code[4:]}", "Say it to him: it is good once, at that terminal, for at most 72 hours.")
