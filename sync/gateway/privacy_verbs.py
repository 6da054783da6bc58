"""What `drplan retention` and `drplan erase` do: terms and holds, erasing by policy, and erasing one person by hand.

- A person is named by his id, never by name or number; by hand two members of staff stand by, each with his password.
- Passwords are asked for, or read a line each where nobody types; they stand on no command line.
- Not here: the policy (retention.py), the verbs' names and help (cli.py).
"""

import argparse
import datetime as dt
import getpass
import sys
from contextlib import closing

from modules.access import Action
from modules.errors import RefusedError
from modules.retention import ARTICLES, RetentionClass
from modules.roster import Roster, RosterStaff
from sync.gateway.retention import Stay, two_who_stand_by
from sync.gateway.verbs import Came
from sync.gateway.wiring import Gateway, open_gateway
from sync.gateway.witness import CONSOLE, Doer


def kept(asked: argparse.Namespace) -> Came:
    """Holds or lifts, where asked; tells the terms, and who has left."""
    with closing(open_gateway(asked.gateway)) as gateway:
        gateway.retention.look()
        for person, on in ((asked.hold, True), (asked.lift, False)):
            if person is not None:
                stay = gateway.retention.stay(person)
                gateway.retention.hold(stay, on=on)
                doer = Doer.at_the_console(stay.institution)
                gateway.witness.note_of(stay.person, Action.HELD if on else Action.HOLD_LIFTED, doer)
        terms = gateway.settings.retention
        lines = [
            f"institution   {terms.institution_days} days  {ARTICLES[RetentionClass.INSTITUTION]}",
            f"penitentiary  {terms.penitentiary_days} days  {ARTICLES[RetentionClass.PENITENTIARY]}",
            *(_line(gateway, stay) for stay in gateway.retention.stays() if stay.left_ms is not None or stay.is_held),
        ]
    return Came(*lines)


def _line(gateway: Gateway, stay: Stay) -> str:
    if RetentionClass.PENITENTIARY in stay.erased:
        return f"{stay.person}  erased"
    if stay.is_held:
        return f"{stay.person}  held"
    kind = RetentionClass.PENITENTIARY if stay.erased else RetentionClass.INSTITUTION
    ends_ms = stay.ends_ms(gateway.settings.retention, kind)
    day = dt.datetime.fromtimestamp((ends_ms or 0) / 1000, dt.UTC).date().isoformat()
    return f"{stay.person}  {'plans' if stay.erased else 'all'} kept until {day}"


def erase(asked: argparse.Namespace) -> Came:
    """Erases everybody whose term is over, or one person by hand."""
    with closing(open_gateway(asked.gateway)) as gateway:
        gateway.retention.look()
        if asked.person is not None:
            stay = gateway.retention.stay(asked.person)
            doer = _two(gateway, stay, asked.by, asked.second)
            kind = RetentionClass(asked.kept_as)
            count = gateway.retention.erase(stay, kind, doer)
            return Came(f"{stay.person}  {kind}  {count} bodies erased")
        over = gateway.retention.over(gateway.settings.retention)
        lines = [f"{stay.person}  {kind}  {gateway.retention.erase(stay, kind)} bodies erased" for stay, kind in over]
    return Came(f"{len(lines)} persons whose term is over", *lines)


def _two(gateway: Gateway, stay: Stay, by: str | None, second: str | None) -> Doer:
    roster = gateway.register.roster(stay.institution)
    first, other = (_proven(gateway, roster, number) for number in (by, second))
    two_who_stand_by((first.role, first.staff), (other.role, other.staff))
    return Doer(stay.institution, first.role, first.staff, CONSOLE, other.staff)


def _proven(gateway: Gateway, roster: Roster | None, number: str | None) -> RosterStaff:
    staff = next((one for one in roster.staff if one.number == number), None) if roster else None
    if not gateway.passwords.is_right(staff.staff if staff else None, _password(number or "")) or staff is None:
        raise RefusedError(
            "this number and password do not belong together", hint="erasing by hand takes two: --by and --second"
        )
    return staff


def _password(number: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(f"password of {number}: ")
    return sys.stdin.readline().rstrip("\n")
