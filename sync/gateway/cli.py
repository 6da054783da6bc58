"""`drplan`: the program of whoever runs the gateway.

- Every verb and every option explains itself; the examples are what a newcomer types, in that order.
- Exit codes: 0 done; 1 refused or not all done, and a line says why and what to do; 2 wrongly asked.
- Not here: what a verb does (verbs.py), the mentor's side (MENTOR.md).
"""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from modules.disclosure import Reader
from modules.errors import ProductError
from modules.retention import RetentionClass
from sync.gateway import code_desk, institution_verbs, plan_verbs, privacy_verbs, verbs
from sync.gateway.recovery_desk import make_recovery_key, recover
from sync.gateway.serving import Doors, doors, serve
from sync.gateway.verbs import Came
from sync.gateway.wiring import Gateway, open_gateway

PROGRAM = """The D&R gateway: it takes in what terminals send, and shows each mentor the people who are his.

a gateway in five steps:
  drplan init gateway --institution "PI Voorbeeld"
  drplan roster people.json --gateway gateway
  drplan enrol --wing A --out bundle.json --gateway gateway
  drplan introduce introduction.json --gateway gateway      (the file that `kiosk provision` made of the bundle)
  drplan serve --gateway gateway

exit codes: 0 done, 1 refused or not all done (a line says why), 2 wrongly asked
"""
PEOPLE = """
Without a file it only shows what is there. A person who was on the list before is known by number, and keeps his PIN
where `pin` is left out. PINs and passwords are kept as verifiers only: destroy the file after use.

an example of people.json:
  {"staff": [{"number": "5001", "name": "M. de Groot", "role": "mentor",
              "pin": "864209", "password": "at least twelve letters"}],
   "people": [{"number": "100001", "name": "A. Voorbeeld", "wing": "A", "mentor": "5001",
               "language": "nl", "vris": false, "pin": "135790",
               "admitted": "2026-11-02", "leaves": "2027-03-01"}]}
`role` is mentor, case_manager or operator; `admitted` and `leaves` may be left out, then no term is counted.
"""
IMPORT = """
Only reads, so mount the medium read-only. Each batch that is refused, torn or lost is named, and the others come in;
then the exit code is 1. Taking in the same medium again changes nothing.
"""
VERIFY = """
Works on any machine, with no network. Without a trust file signatures can only be held against each other.
Exit code 0: whatever can be looked at holds, and it is known of whom it is; 1: something does not.

examples:
  drplan verify-plan plan/plan.pdf --trust trust.json
  drplan verify-plan plan/plan.json --trust trust.json
  drplan verify-plan - --trust trust.json          (then read in the code of a printed page)
"""
EXPORT = """
examples:
  drplan export medium /media/stick --gateway gateway
  drplan export progress --out progress.csv --gateway gateway
  drplan export mdo --out mdo.html --gateway gateway
  drplan export plan 100001 --out plan --gateway gateway
  drplan export plan --id p-… --out plan --gateway gateway
  drplan export access 100001 --out access.csv --gateway gateway
  drplan export person 100001 --out person.html --gateway gateway
"""


ERASE = """
Nothing brings it back: bodies and keys are destroyed, here and at every terminal, and a copy of the register that is
put back is erased again. By the terms it is meant for a timer; by hand two members of staff stand by.

examples:
  drplan erase --gateway gateway
  drplan erase p-… --by 5001 --second 5002 --gateway gateway
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one verb and gives the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        return _told(asked.run(asked))
    except ProductError as error:
        print(f"drplan: {error.message} [{error.code}]\n    {error.hint}".rstrip(), file=sys.stderr)
    except OSError as error:
        print(f"drplan: {error.filename}: {error.strerror}", file=sys.stderr)
    return 1


def _told(came: Came) -> int:
    print("\n".join(came.lines), file=sys.stderr if came.code else sys.stdout)
    return came.code


def _serve(asked: argparse.Namespace) -> Came:
    with closing(open_gateway(asked.gateway)) as gateway:
        if gateway.titles_missing:
            print(f"drplan: pages show ids in place of titles: {gateway.titles_missing}", file=sys.stderr)
        asyncio.run(serve(doors(gateway), lambda opened: _tell(gateway, opened), lambda: _beside_the_doors(gateway)))
    return Came("closed")


def _beside_the_doors(gateway: Gateway) -> None:
    for known in gateway.enrolments.institutions():  # made once; no first PDF waits for it then, and no door
        gateway.seals.institution_seal(known.institution, known.name)
    gateway.plans.drop_erased()
    gateway.stamps.stamp_due()


def _tell(gateway: Gateway, opened: Doors) -> None:
    scheme = "https" if gateway.settings.staff.certificate else "http"
    print(f"terminals: https://{gateway.settings.terminals.host}:{opened.terminals.port}/")
    print(f"staff:     {scheme}://{gateway.settings.staff.host}:{opened.staff.port}/", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="drplan", description=PROGRAM, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = parser.add_subparsers(title="what to do", metavar="VERB", required=True)
    _add_making(names)
    _add_terminals(names)
    _add_people(names)
    _add_institutions(names)
    _add_medium_and_files(names)
    _add_recovery(names)
    _add_privacy(names)
    _add_codes(names)
    _add_proving(names)
    return parser


def _add_making(names: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    init = _verb(names, "init", "make a gateway: a folder with settings, secrets and an empty register", verbs.begin)
    init.add_argument("folder", type=Path, help="the folder to make")
    init.add_argument("--institution", required=True, help="the name of the prison, as staff know it")
    init.add_argument("--host", default="127.0.0.1", help="where terminals come in (default %(default)s)")
    init.add_argument("--terminals-port", type=int, default=8443, help="their port (default %(default)s)")
    init.add_argument("--staff-port", type=int, default=8080, help="the staff's port (default %(default)s)")
    init.add_argument("--url", help="how terminals reach it, such as https://gateway.example:8443/")
    init.add_argument("--packs", type=Path, help="a release of content packs, for titles on the pages")
    serve = _verb(names, "serve", "open the doors: for terminals, and for staff with a browser", _serve)
    _add_gateway(serve)


def _add_terminals(names: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    enrol = _verb(names, "enrol", "make the bundle that a new terminal is provisioned with", verbs.enrol_terminal)
    enrol.add_argument("--wing", required=True, help="where the terminal will stand")
    enrol.add_argument("--out", type=Path, required=True, help="the bundle to write; it is secret")
    enrol.add_argument("--url", help="how this terminal reaches the gateway, if not as the settings say")
    _add_gateway(enrol)
    _add_secret(enrol)
    introduce = _verb(names, "introduce", "take in the signing key that a terminal has drawn", verbs.introduce)
    introduce.add_argument("introduction", type=Path, help="the file that `kiosk provision` wrote")
    _add_gateway(introduce)
    revoke = _verb(names, "revoke", "take nothing more in from a terminal, by any road", verbs.revoke)
    revoke.add_argument("terminal", help="its id, t-…, as `drplan roster` shows it")
    _add_gateway(revoke)


def _add_people(names: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    roster = _verb(names, "roster", "take in a list of people; show who and which terminals are known", verbs.roster)
    roster.description, roster.epilog = "Takes in a list of people, and shows the roster.", PEOPLE
    roster.add_argument("people", type=Path, nargs="?", help="the list, JSON; left out: only show")
    _add_gateway(roster)
    _add_institution(roster)
    _add_secret(roster)


def _add_institutions(names: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    add = _verb(names, "institution", "add a prison to this gateway, with keys of its own", institution_verbs.add)
    add.add_argument("name", help="its name, as staff know it")
    add.add_argument("--out", type=Path, required=True, help="the enrolment secret to write for it")
    _add_gateway(add)
    _add_secret(add)
    move = _verb(names, "transfer", "move a person to another prison of this gateway", institution_verbs.transfer)
    move.add_argument("number", help="his registration number")
    move.add_argument("--to", required=True, metavar="i-…", help="the institution he goes to, by its id")
    move.add_argument("--wing", required=True, help="where he is there")
    move.add_argument("--mentor", required=True, help="the number of the mentor he has there")
    _add_gateway(move)
    _add_institution(move)


def _add_medium_and_files(names: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    taken = _verb(names, "import", "take in what terminals left on a carried medium", verbs.import_medium)
    taken.description, taken.epilog = "Takes in what terminals left on a carried medium.", IMPORT
    taken.add_argument("medium", type=Path, help="where the medium is mounted")
    _add_gateway(taken)
    export = _verb(names, "export", "put receipts on a medium; write plans, progress or the access log to a file", None)
    export.description, export.epilog = "Takes things out of the gateway, each in a form of its own.", EXPORT
    things = export.add_subparsers(title="what to export", metavar="WHAT", required=True)
    medium = _verb(things, "medium", "receipts, and what is new, for the terminals to take in", verbs.export_medium)
    medium.add_argument("medium", type=Path, help="where the medium is mounted, to be written")
    medium.add_argument("--all", action="store_true", help="everything from the beginning, not only what is new")
    progress = _verb(things, "progress", "who did what, as .json or .csv; never an answer", verbs.export_progress)
    mdo = _verb(things, "mdo", "who is on the list of an MDO meeting: .json, .csv or .html to print", verbs.export_mdo)
    plan = _verb(things, "plan", "a person's signed plan: sealed PDF, JSON, a page to read", plan_verbs.export_plan)
    plan.add_argument("number", nargs="?", help="his registration number")
    plan.add_argument("--id", metavar="p-…", help="or who left: his id, as `drplan retention` shows it")
    readers = [reader.value for reader in Reader]
    plan.add_argument("--for", dest="reader", choices=readers, help="only the parts for that reader, as a page to read")
    access = _verb(
        things, "access", "who opened what, as .csv, after checking that the log is whole", verbs.export_access
    )
    access.add_argument("number", nargs="?", help="about this person; left out: logins and lists")
    own = _verb(things, "person", "all of a person, to print for him: Dutch and his own language", verbs.export_person)
    own.add_argument("number", help="his registration number")
    for file in (progress, mdo, plan, access, own):
        file.add_argument("--out", type=Path, required=True, help="the file to write (for a plan: the folder)")
    for thing in (medium, progress, mdo, plan, access, own):
        _add_gateway(thing)
        _add_institution(thing)

    log = _verb(names, "verify-log", "follow the access log from its first row: nothing is gone", verbs.verify_log)
    log.add_argument("--known", help="the newest row an earlier run told: a log cut off at its end is found by it")
    _add_gateway(log)


def _add_recovery(names: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    key = _verb(names, "recovery-key", "make the key that opens lost terminals, as three sheets", make_recovery_key)
    key.add_argument("folder", type=Path, help="the folder to make, in memory and off every machine that serves")
    recovery = _verb(names, "recover", "open a terminal's store for a new machine, with two of the sheets", recover)
    recovery.add_argument("envelope", type=Path, help="the terminal's store.keys, from its disk or a copy")
    recovery.add_argument("request", type=Path, help="the file that `kiosk keys request` wrote on the new machine")
    recovery.add_argument("--sheet", type=Path, action="append", default=[], help="a sheet's file; without: typed in")
    recovery.add_argument("--out", type=Path, required=True, help="the grant to write, for `kiosk restore`")


def _add_codes(names: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    code = _verb(names, "code", "give a one-time code, for a person's first or new PIN", code_desk.give)
    code.add_argument("number", help="the person's registration number")
    code.add_argument("challenge", help="the six digits that the terminal shows him")
    code.add_argument("--staff", required=True, help="the number of whoever gives it; it is noted")
    _add_gateway(code)
    _add_institution(code)


def _add_privacy(names: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    kept = _verb(names, "retention", "tell the terms and who has left; hold somebody, or lift it", privacy_verbs.kept)
    kept.add_argument("--hold", metavar="p-…", help="stop this person's terms: a legal hold")
    kept.add_argument("--lift", metavar="p-…", help="have them run again")
    _add_gateway(kept)
    erase = _verb(names, "erase", "erase everybody whose term is over, or one person by hand", privacy_verbs.erase)
    erase.epilog = ERASE
    erase.add_argument("person", nargs="?", help="his id, p-…, as `drplan retention` shows it; left out: by the terms")
    kinds = [kind.value for kind in RetentionClass if kind is not RetentionClass.KIOSK]
    erase.add_argument("--kept-as", choices=kinds, default=kinds[-1], help="which of it (default: all, %(default)s)")
    erase.add_argument("--by", help="the number of a member of staff; his password is asked for")
    erase.add_argument("--second", help="the number of a second one, who stands by; one of the two a case manager")
    _add_gateway(erase)


def _add_proving(names: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    trust = _verb(names, "trust", "give out the public keys that plans are checked with", plan_verbs.export_trust)
    trust.add_argument("--out", type=Path, required=True, help="the file to write; nothing in it is secret")
    _add_gateway(trust)
    prove = _verb(names, "verify-plan", "say what a plan proves, by whom, when, and what not", plan_verbs.verify_plan)
    prove.description, prove.epilog = "Says what a plan proves, by whom, when, and what it does not.", VERIFY
    prove.add_argument("file", type=Path, help="a PDF, its JSON, or the text of a page's code; - reads what is typed")
    prove.add_argument(
        "--trust", type=Path, action="append", default=[], help="what `drplan trust` wrote; may be given again"
    )
    prove.add_argument("--gateway", type=Path, help="trust the gateway in this folder")


def _verb(
    names: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    told: str,
    run: Callable[[argparse.Namespace], Came] | None,
) -> argparse.ArgumentParser:
    verb = names.add_parser(
        name,
        help=told,
        description=told[0].upper() + told[1:] + ".",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verb.set_defaults(run=run)
    return verb


def _add_gateway(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--gateway", type=Path, default=Path("gateway"), help="the gateway's folder (default: ./gateway)")


def _add_institution(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--institution", help="its id, i-…; needed only where the gateway serves several")


def _add_secret(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--secret", type=Path, help="the enrolment secret (default: in the gateway's folder)")
