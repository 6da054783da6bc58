"""What `drplan` does with signed plans: take one out as files, give the public keys out, and say what a file proves.

- Proving opens no gateway unless one is named: it works on any machine that has a trust file, with no network.
- Not here: the verbs' names and help (cli.py), the other verbs (verbs.py).
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing

from cryptography.hazmat.primitives.serialization import Encoding

from modules.access import Action
from modules.canonical import canonical
from modules.disclosure import Reader
from modules.errors import RefusedError, SettingsError
from modules.ids import SubjectId
from modules.plan.reading import HIMSELF, reading_of
from modules.roster import Roster
from sync.gateway.drplan import Proof, SignedPlan
from sync.gateway.exports import plan_html
from sync.gateway.keys import write_private
from sync.gateway.paper import BEGINS
from sync.gateway.proving import Outcome, Proven, prove_json, prove_paper
from sync.gateway.proving_pdf import prove_pdf
from sync.gateway.retention import Stay
from sync.gateway.trust import CertificatePem, Trust, read_trust
from sync.gateway.verbs import Came, needed_roster, person_of
from sync.gateway.wiring import Gateway, open_gateway
from sync.gateway.witness import Doer

FILE_BYTES = 64 * 1024 * 1024
_MARKS = {Outcome.HOLDS: "✓", Outcome.FAILS: "✗", Outcome.OPEN: "–"}


def export_plan(asked: argparse.Namespace) -> Came:
    """Writes a person's signed plan: sealed PDF, JSON with every signature, and a page to read."""
    with closing(open_gateway(asked.gateway)) as gateway:
        roster, stay = _whose(gateway, asked)
        plan = gateway.plans.of(stay.person)
        signed = plan.plan
        if signed is None:
            raise RefusedError("of this person no signed plan is here", hint="it is exported once it came in")
        _note(gateway, stay)
        wings = {str(known.terminal): known.wing for known in gateway.enrolments.terminals(roster.institution)}
        if asked.reader:
            return _extract(asked, roster, signed, wings)
        files = gateway.printer.files(roster, plan, signed)
        page = plan_html(signed, wings, HIMSELF)
    asked.out.mkdir(parents=True, exist_ok=True)
    made = {"plan.pdf": files.pdf, "plan.json": files.json, "plan.html": page}
    written = {name: raw for name, raw in made.items() if raw is not None}
    for name, raw in written.items():
        write_private(asked.out / name, raw)
    told = [str(asked.out / name) for name in written] + [f"signature: {signed.proof}"]
    if not files.is_stamped:
        told.append("no time stamp: the time is the terminal's own")
    return Came(*told, code=0 if signed.proof is Proof.HOLDS else 1)


def _whose(gateway: Gateway, asked: argparse.Namespace) -> tuple[Roster, Stay]:
    if (asked.number is None) == (asked.id is None):
        raise RefusedError("one person, please", hint="give his number, or --id for who left")
    if asked.id is None:
        roster = needed_roster(gateway, asked.institution)
        return roster, Stay(person_of(roster, asked.number).detainee, roster.institution)
    stay = gateway.retention.stay(asked.id)
    return needed_roster(gateway, stay.institution), stay


def _note(gateway: Gateway, stay: Stay) -> None:
    """Notes the export; who was erased can't be told any more, so it stands in the log alone."""
    doer = Doer.at_the_console(stay.institution)
    if stay.erased:
        gateway.log.note(Action.PLAN_EXPORTED, SubjectId(stay.person), doer.role, doer.staff, terminal=doer.terminal)
    else:
        gateway.witness.note_of(stay.person, Action.PLAN_EXPORTED, doer)


def _extract(asked: argparse.Namespace, roster: Roster, signed: SignedPlan, wings: dict[str, str]) -> Came:
    if asked.number is None:
        raise RefusedError("an extract is of who is on the roster", hint="give his number, or leave --for out")
    reading = reading_of(Reader(asked.reader), vris=person_of(roster, asked.number).vris)
    if signed.proof is not Proof.HOLDS or signed.document is None:
        raise RefusedError("the signature of this plan does not hold", hint="nothing is handed on from it")
    if not reading.sections(signed.document):
        raise RefusedError("nothing in this plan is for that reader", hint="MENTOR.md says who gets which part")
    asked.out.mkdir(parents=True, exist_ok=True)
    out = asked.out / f"plan-{asked.reader}.html"
    write_private(out, plan_html(signed, wings, reading))
    return Came(str(out))


def export_trust(asked: argparse.Namespace) -> Came:
    """Writes what others need to check this gateway's plans."""
    with closing(open_gateway(asked.gateway)) as gateway:
        trust = trust_of(gateway)
    asked.out.write_bytes(canonical(trust))
    told = f"its signing key is {trust.signing.key_id}: tell that by another road than the file"
    return Came(str(asked.out), told)


def trust_of(gateway: Gateway) -> Trust:
    """Gives a gateway's public half.

    Raises:
        SettingsError: The certificates of its time-stamping authority cannot be read.
    """
    return Trust(
        gateway=gateway.secret.gateway,
        signing=gateway.secret.signer.public_key,
        authority=gateway.seals.authority.public_bytes(Encoding.PEM).decode("ascii"),
        time_authorities=tuple(_time_authorities(gateway)),
    )


def verify_plan(asked: argparse.Namespace) -> Came:
    """Says what a plan's file proves."""
    trusted = [read_trust(path) for path in asked.trust]
    if asked.gateway is not None:
        with closing(open_gateway(asked.gateway)) as gateway:
            trusted.append(trust_of(gateway))
    if str(asked.file) == "-":
        raw = sys.stdin.buffer.read(FILE_BYTES)
    else:
        with asked.file.open("rb") as file:
            raw = file.read(FILE_BYTES)
    proven = _proven(raw, trusted)
    return Came(*_told(proven), code=0 if proven.holds else 1)


def _proven(raw: bytes, trusted: Sequence[Trust]) -> Proven:
    if raw[:1024].lstrip().startswith(b"%PDF-"):
        return prove_pdf(raw, trusted)
    if BEGINS.encode("ascii") in raw[:1024]:
        text = raw.decode("utf-8", errors="replace")
        return prove_paper(text[text.index(BEGINS) :], trusted)
    return prove_json(raw, trusted)


def _told(proven: Proven) -> Iterator[str]:
    yield "Alles wat na te kijken was, klopt." if proven.holds else "Niet alles klopt, of niet alles is bewezen."
    for finding in proven.findings:
        yield f"  {_MARKS[finding.outcome]} {finding.outcome}: {finding.said}"
    if proven.text:
        yield from ("", "De tekst van deze bladzijde:", *(f"  | {line}" for line in proven.text.splitlines()))


def _time_authorities(gateway: Gateway) -> Iterator[CertificatePem]:
    if not gateway.settings.time_stamp_roots:
        return
    path = gateway.folder / gateway.settings.time_stamp_roots
    try:
        text = path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read", hint="see time_stamp_roots in gateway.toml") from error
    begins, ends = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
    for part in text.split(begins)[1:]:
        yield f"{begins}{part.partition(ends)[0]}{ends}\n"
