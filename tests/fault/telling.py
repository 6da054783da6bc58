"""A program that holds all that its people filled in, and then waits, so that others may look where any of it stands.

`python -m tests.fault.telling FOLDER`; prints `ready` and ends when its input does.
- It writes every needle (tests/needles.py), the roster with its names and numbers, a second file, and refuses a PIN.
"""

import base64
import logging
import sys
from pathlib import Path

from kiosk.store.pepper import StoredPepper
from kiosk.store.pins import Doorkeeper
from kiosk.store.second import write_second
from kiosk.store.verifiers import Cost, make_verifier
from modules.ids import StaffId
from modules.roster import Roster, RosterPerson
from tests.needles import planted
from tests.suites.terminals import GROUP, INSTITUTION, STORE_KEY, a_person, an_id, make_terminal

NAME, NUMBER, WRONG_PIN = "Naaldemans van der Hooiberg", "8675309421", "730295"


def main() -> None:
    """Writes, refuses, and waits to be looked at."""
    logging.basicConfig(level=logging.DEBUG)
    folder = Path(sys.argv[1])
    terminal = make_terminal(folder / "store.db")
    pin = make_verifier("275916", StoredPepper(base64.b64decode(GROUP.pepper)), b"s" * 16, Cost(19_456, 1))
    mentor = StaffId(an_id("s-", 1))
    person = RosterPerson(detainee=a_person(), number=NUMBER, name=NAME, wing="A", mentor=mentor, pin=pin)
    with terminal.vault.write():
        terminal.meta.put_roster(Roster(institution=INSTITUTION, institution_name="PI", version=1, people=(person,)))
    for event in planted()[0]:
        terminal.write(event)
    write_second(terminal.vault, folder / "second" / "store.db", STORE_KEY.file)
    keeper = Doorkeeper(terminal.vault, terminal.keyring, terminal.journal, terminal.identity, terminal.clock)
    logging.getLogger("kiosk").warning("a try: %s", keeper.attempt(NUMBER, WRONG_PIN).outcome)
    print("ready", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
