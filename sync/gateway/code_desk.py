"""One-time codes at the staff's pages and the console: for a first or new PIN, for the digits a terminal shows.

- A code is given by a member of staff of the roster, is in the access log under his id, and the person reads it.
- A code stands on the page that answers the form, and nowhere else: no address holds it, nothing keeps it.
- Not here: how codes are made (sync/codes.py), the terminal's side (kiosk/store/codes.py).
"""

import argparse
import base64
from contextlib import closing

from modules.access import Action
from modules.errors import MalformedError, RefusedError
from modules.ids import InstitutionId
from sync.codes import CHALLENGE_DIGITS, response
from sync.gateway.desk import Asked, Shown, person_asked, visitor
from sync.gateway.keys import GatewaySecret
from sync.gateway.templating import page
from sync.gateway.verbs import Came, institution_of
from sync.gateway.wiring import Gateway, open_gateway
from sync.gateway.witness import CONSOLE, Doer


def code_for(secret: GatewaySecret, institution: InstitutionId, number: str, shown: str) -> str:
    """Gives the code for a number and the six digits his terminal shows.

    Raises:
        MalformedError: These are not six digits.
        RefusedError: This gateway was made before there were codes.
    """
    digits = "".join(shown.split())
    if len(digits) != CHALLENGE_DIGITS or not digits.isdecimal() or not digits.isascii():
        raise MalformedError("a terminal shows six digits", hint="Vul de 6 cijfers in die op het scherm staan.")
    key = secret.codes_for(institution)
    if key is None:
        raise RefusedError(
            "this gateway has no key for codes", hint="Geef de code op een terminal: log daar in met je nummer."
        )
    return response(base64.b64decode(key), number, digits)


def code_page(gateway: Gateway, asked: Asked) -> Shown:
    """Gives the code for the digits on somebody's screen, on a page of its own."""
    by = visitor(gateway, asked)
    found = person_asked(gateway, asked, by)
    try:
        code = code_for(gateway.secret, by.roster.institution, found.number, asked.form.get("shown", ""))
    except MalformedError as error:
        raise RefusedError(error.message, hint=error.hint) from None
    gateway.witness.note_of(found.detainee, Action.CODE_GIVEN, by.doer)
    return Shown(page("code.html", person=found, code=_in_fours(code), **by.frame))


def give(asked: argparse.Namespace) -> Came:
    """Gives a code by command: who gives it is named, and noted."""
    with closing(open_gateway(asked.gateway)) as gateway:
        known = institution_of(gateway, asked.institution)
        roster = gateway.register.roster(known.institution)
        staff = roster.staff_by_number(asked.staff) if roster else None
        person = roster.person_by_number(asked.number) if roster else None
        if staff is None or person is None:
            raise RefusedError("the roster has no such person or no such member of staff", hint="see `drplan roster`")
        code = code_for(gateway.secret, known.institution, asked.number, asked.challenge)
        doer = Doer(known.institution, staff.role, staff.staff, CONSOLE)
        gateway.witness.note_of(person.detainee, Action.CODE_GIVEN, doer)
    return Came(_in_fours(code), "Say it to him: it is good once, at that terminal, for at most 72 hours.")


def _in_fours(code: str) -> str:
    return f"{code[:4]} {code[4:]}"
