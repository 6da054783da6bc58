"""What each verb of `drplan` does: opens the gateway in its folder, does one thing, tells what came of it.

- Every verb gives an exit code: 0 done, 1 not all done; what is refused is raised and told by cli.py.
- What is written to a file is readable by its owner alone, and taking a person's data out is in the access log.
- Not here: the verbs' names and help (cli.py).
"""

import argparse
import base64
from collections import Counter
from contextlib import closing
from urllib.parse import urlsplit

from modules.access import Action
from modules.errors import MalformedError, RefusedError
from modules.ids import Digest, InstitutionId, SubjectId, TerminalId
from modules.roster import Roster, RosterPerson
from sync.gateway.clock import Clock
from sync.gateway.due import Watch
from sync.gateway.enrolments import KnownInstitution
from sync.gateway.exports import accesses_csv, progress_csv, progress_json, progress_of
from sync.gateway.intake import Intake, parse_people, roster_terminals
from sync.gateway.keys import ENROLMENT_FILE, read_enrolment_secret, write_private
from sync.gateway.mdo import mdo_csv, mdo_html, mdo_json, mdo_list
from sync.gateway.own_print import Seen, own_print
from sync.gateway.pauses import TOLD_FOR_MS
from sync.gateway.setting_up import Wanted, enrol, found
from sync.gateway.settings import Settings, StaffListener, TerminalsListener
from sync.gateway.static_files import style_sheet
from sync.gateway.templating import page
from sync.gateway.wiring import Gateway, open_gateway
from sync.gateway.witness import Doer
from sync.provisioning import bundle_raw, parse_introduction

PEOPLE_BYTES = 16 * 1024 * 1024


class Came:
    """What came of a verb: lines to print, and an exit code."""

    def __init__(self, *lines: str, code: int = 0) -> None:
        self.lines = lines
        self.code = code


def begin(asked: argparse.Namespace) -> Came:
    """Makes a gateway."""
    url = asked.url or f"https://{asked.host}:{asked.terminals_port}/"
    if not urlsplit(url).hostname:
        raise MalformedError(f"{url} is no address", hint="give one like https://gateway.example:8443/")
    settings = Settings(
        terminals=TerminalsListener(host=asked.host, port=asked.terminals_port, url=url),
        staff=StaffListener(port=asked.staff_port, url=f"http://127.0.0.1:{asked.staff_port}/"),
        packs=str(asked.packs.resolve()) if asked.packs else "",
    )
    founded = found(asked.folder, asked.institution, settings, Clock())
    return Came(
        f"institution {founded.institution.institution}",
        f"gateway     {founded.gateway.gateway}",
        f"{asked.folder}/{ENROLMENT_FILE} is for enrolling alone: keep it off the machine that serves.",
    )


def enrol_terminal(asked: argparse.Namespace) -> Came:
    """Makes the bundle of a new terminal."""
    enrolment = read_enrolment_secret(asked.secret or asked.gateway / ENROLMENT_FILE)
    with closing(open_gateway(asked.gateway)) as gateway:
        roster = gateway.register.roster(enrolment.institution)
        wanted = Wanted(asked.wing, asked.url or gateway.settings.terminals.url, roster)
        bundle = enrol(gateway.enrolments, gateway.secret, enrolment, wanted, gateway.clock)
    write_private(asked.out, bundle_raw(bundle))
    return Came(
        f"terminal {bundle.terminal}",
        f"{asked.out} is secret: carry it by hand to `kiosk provision`, then destroy it.",
    )


def introduce(asked: argparse.Namespace) -> Came:
    """Takes in a terminal's signing key."""
    introduction = parse_introduction(asked.introduction.read_bytes())
    with closing(open_gateway(asked.gateway)) as gateway:
        gateway.enrolments.introduce(introduction, gateway.clock.now_ms())
        _renew_terminals(gateway, introduction.institution)
    return Came(f"terminal {introduction.terminal} is known: what it sends is taken in from now on.")


def revoke(asked: argparse.Namespace) -> Came:
    """Takes a terminal's word away."""
    with closing(open_gateway(asked.gateway)) as gateway:
        terminal = TerminalId(asked.terminal)
        gateway.enrolments.revoke(terminal, gateway.clock.now_ms())
        known = gateway.enrolments.terminal(terminal)
        if known:
            _renew_terminals(gateway, known.institution)
    return Came(f"terminal {terminal} is revoked: nothing more is taken in from it or given to it.")


def roster(asked: argparse.Namespace) -> Came:
    """Takes in a list of people, where one is given, and shows the roster."""
    with closing(open_gateway(asked.gateway)) as gateway:
        known = institution_of(gateway, asked.institution)
        if asked.people is not None:
            _take_people(gateway, known, asked)
        roster = gateway.register.roster(known.institution)
        since_ms = gateway.clock.now_ms() - TOLD_FOR_MS
        rested = Counter(one.terminal for one in gateway.pauses.of(known.institution, since_ms))
        counts = f"version {roster.version}: {len(roster.people)} people, {len(roster.staff)} staff" if roster else ""
        lines = [
            f"terminal {terminal.terminal}  {terminal.wing}  "
            + ("revoked" if terminal.is_revoked else "introduced" if terminal.key else "enrolled")
            + (f"  door paused {rested[terminal.terminal]} times in 24 h" if terminal.terminal in rested else "")
            for terminal in gateway.enrolments.terminals(known.institution)
        ]
    return Came(f"{known.name}  {known.institution}", f"roster {counts or '(none yet)'}", *lines)


def _take_people(gateway: Gateway, known: KnownInstitution, asked: argparse.Namespace) -> None:
    with asked.people.open("rb") as file:
        listed = parse_people(file.read(PEOPLE_BYTES))
    enrolment = read_enrolment_secret(asked.secret or asked.gateway / ENROLMENT_FILE)
    intake = Intake(known, base64.b64decode(enrolment.group.pepper), gateway.clock)
    before = gateway.register.roster(known.institution)
    terminals, former = gateway.enrolments.terminals(known.institution), gateway.register.former(known.institution)
    roster = intake.roster(listed, before, terminals, former)
    gateway.register.put_roster(roster.model_copy(update={"retention": gateway.settings.retention}))
    gateway.retention.look()
    by_number = {member.number: member.staff for member in roster.staff}
    for one in listed.staff:
        if one.password is not None:
            gateway.passwords.put(by_number[one.number], one.password)


def import_medium(asked: argparse.Namespace) -> Came:
    """Takes in a carried medium."""
    with closing(open_gateway(asked.gateway)) as gateway:
        found_there = gateway.by_hand.take_in(asked.medium)
        gateway.stamps.stamp_due()
    return Came(
        f"{len(found_there.taken)} batches taken in",
        *(() if found_there.was_ours else ("no terminal wrote on this medium: is it the right one, and mounted?",)),
        *(f"refused  {name}  {why.code}: {why.detail}" for name, why in found_there.refused),
        *(f"lost or torn  {name}" for name in found_there.lost),
        code=1 if found_there.refused or found_there.lost or not found_there.was_ours else 0,
    )


def export_medium(asked: argparse.Namespace) -> Came:
    """Puts receipts and feeds on a medium."""
    with closing(open_gateway(asked.gateway)) as gateway:
        known = institution_of(gateway, asked.institution)
        written = gateway.by_hand.put_back(asked.medium, known.institution, 0 if asked.all else None)
    return Came(*written)


def export_progress(asked: argparse.Namespace) -> Came:
    """Writes the progress of an institution."""
    with closing(open_gateway(asked.gateway)) as gateway:
        roster = needed_roster(gateway, asked.institution)
        plans = [gateway.plans.of(person.detainee) for person in roster.people]
        exported = progress_of(roster, plans, gateway.titles, gateway.clock.now_ms())
        for person in roster.people:
            gateway.witness.note_of(person.detainee, Action.PROGRESS_EXPORTED, Doer.at_the_console(roster.institution))
    raw = progress_csv(exported) if asked.out.suffix == ".csv" else progress_json(exported)
    write_private(asked.out, raw)
    return Came(str(asked.out))


def export_mdo(asked: argparse.Namespace) -> Came:
    """Writes who is on the list of an MDO meeting."""
    with closing(open_gateway(asked.gateway)) as gateway:
        roster = needed_roster(gateway, asked.institution)
        people = [(person, gateway.plans.of(person.detainee)) for person in roster.people]
        watch = Watch(gateway.clock.now_ms(), gateway.settings.terms)
        listed = mdo_list(roster, people, gateway.titles, watch)
        for one in listed.people:
            gateway.witness.note_of(one.person, Action.MDO_EXPORTED, Doer.at_the_console(roster.institution))
    raw = {".csv": mdo_csv, ".html": mdo_html}.get(asked.out.suffix, mdo_json)(listed)
    write_private(asked.out, raw)
    return Came(str(asked.out), f"{len(listed.people)} on the list")


def export_person(asked: argparse.Namespace) -> Came:
    """Writes everything the gateway has of a person, as a page to print for him."""
    with closing(open_gateway(asked.gateway)) as gateway:
        roster = needed_roster(gateway, asked.institution)
        person = person_of(roster, asked.number)
        looks = gateway.log.about(SubjectId(person.detainee))
        gateway.witness.note_of(person.detainee, Action.DATA_PRINTED, Doer.at_the_console(roster.institution))
        seen = Seen(roster, gateway.titles, looks, gateway.clock.now_ms(), gateway.settings.retention)
        paper = own_print(person, gateway.plans.of(person.detainee), seen)
        write_private(asked.out, page("own_print.html", paper=paper, style=style_sheet()))
    return Came(str(asked.out), "print it, give it in a closed envelope, then destroy the file")


def export_access(asked: argparse.Namespace) -> Came:
    """Writes who looked."""
    with closing(open_gateway(asked.gateway)) as gateway:
        newest = gateway.log.verify()
        roster = needed_roster(gateway, asked.institution)
        doer = Doer.at_the_console(roster.institution)
        subject = SubjectId(roster.institution)
        if asked.number:
            person = person_of(roster, asked.number).detainee
            subject = SubjectId(person)
            gateway.witness.note_of(person, Action.LOG_READ, doer)
        else:
            gateway.witness.note(Action.LOG_READ, doer)
        write_private(asked.out, accesses_csv(gateway.log.about(subject)))
    return Came(str(asked.out), f"the log is whole; its newest row is {newest}")


def verify_log(asked: argparse.Namespace) -> Came:
    """Follows the access log from its first row, and to a row that was known before."""
    with closing(open_gateway(asked.gateway)) as gateway:
        newest = gateway.log.verify(Digest(asked.known) if asked.known else None)
        count = gateway.log.count()
    return Came(f"the log is whole: {count} rows", f"newest {newest}", "kept elsewhere, that line proves the end, too")


def institution_of(gateway: Gateway, wanted: str | None) -> KnownInstitution:
    """Gives the institution that is meant."""
    there = gateway.enrolments.institutions()
    if wanted is not None:
        return gateway.enrolments.institution(InstitutionId(wanted))
    if len(there) != 1:
        raise RefusedError("this gateway serves several institutions", hint="name one: --institution i-…")
    return there[0]


def needed_roster(gateway: Gateway, wanted: str | None) -> Roster:
    """Gives the roster of an institution, or of the only one.

    Raises:
        RefusedError: It has none yet, or it is not clear which is meant.
    """
    roster = gateway.register.roster(institution_of(gateway, wanted).institution)
    if roster is None:
        raise RefusedError("this institution has no roster yet", hint="take one in first: `drplan roster people.json`")
    return roster


def person_of(roster: Roster, number: str) -> RosterPerson:
    """Gives who has a registration number.

    Raises:
        RefusedError: Nobody has.
    """
    person = roster.person_by_number(number)
    if person is None:
        raise RefusedError("nobody on the roster has this number", hint="see `drplan roster`")
    return person


def _renew_terminals(gateway: Gateway, institution: InstitutionId) -> None:
    roster = gateway.register.roster(institution)
    if roster is not None:
        terminals = roster_terminals(gateway.enrolments.terminals(institution))
        gateway.register.put_roster(roster.model_copy(update={"terminals": terminals, "version": roster.version + 1}))
