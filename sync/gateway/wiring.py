"""The gateway put together: the one file that knows every part; opened by each verb of `drplan`.

- Not here: what any part does, and listening (serving.py).
"""

from dataclasses import dataclass
from pathlib import Path

from modules.errors import MalformedError, UntrustedError
from modules.retention import RetentionTerms
from sync.gateway.audit import AccessLog
from sync.gateway.by_hand import ByHand
from sync.gateway.clock import Clock
from sync.gateway.courses import Courses
from sync.gateway.database import Database
from sync.gateway.drplan import DrPlans
from sync.gateway.enrolments import Enrolments
from sync.gateway.entrance import Limits, Passwords, Sessions, Throttle
from sync.gateway.exchange import Exchange
from sync.gateway.kept_packs import FOLDER
from sync.gateway.keys import GatewaySecret, read_gateway_secret
from sync.gateway.notes import Notes
from sync.gateway.own_lane import OwnLane
from sync.gateway.pauses import Pauses
from sync.gateway.plan_pdf import PlanPrinter
from sync.gateway.register import SqliteRegister
from sync.gateway.retention import Retention
from sync.gateway.seals import Seals
from sync.gateway.settings import Settings, StaffListener, read_settings
from sync.gateway.stamps import Stamps
from sync.gateway.titles import Titles, load_titles
from sync.gateway.transfer import Transfers
from sync.gateway.witness import Witness

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS


@dataclass(frozen=True, slots=True)
class Gateway:
    """Every part of one gateway; close it when done."""

    folder: Path
    settings: Settings
    secret: GatewaySecret
    clock: Clock
    database: Database
    register: SqliteRegister
    enrolments: Enrolments
    exchange: Exchange
    by_hand: ByHand
    plans: DrPlans
    pauses: Pauses
    courses: Courses
    notes: Notes
    log: AccessLog
    seals: Seals
    stamps: Stamps
    printer: PlanPrinter
    witness: Witness
    retention: Retention
    transfers: Transfers
    passwords: Passwords
    throttle: Throttle
    sessions: Sessions
    titles: Titles
    titles_missing: str

    def close(self) -> None:
        """Closes the register."""
        self.database.close()


def open_gateway(folder: Path) -> Gateway:
    """Opens the gateway in a folder.

    Raises:
        SettingsError: Its settings or its secret are not as they should be.
        StoreError: Its register cannot be opened.
    """
    settings, secret, clock = read_settings(folder), read_gateway_secret(folder), Clock()
    database = Database(folder / settings.register_file)
    register, enrolments, log = SqliteRegister(database), Enrolments(database), AccessLog(database, clock)
    plans, seals = DrPlans(register, enrolments, secret), Seals(database, secret, clock)
    lane, stamps = OwnLane(register, enrolments, secret, clock), Stamps(database, seals, clock, settings.time_stamp_url)
    courses = Courses(plans, lane, seals, secret.signer, clock, wants_stamp=stamps.want)
    exchange = Exchange(register, enrolments, secret, clock, courses.arrived)
    titles, missing = _titles(folder, settings, clock)
    retention = Retention(folder, register, plans, lane=lane, log=log, clock=clock)
    retention.replay()
    _tell_terms(register, enrolments, settings.retention)
    return Gateway(
        folder=folder,
        settings=settings,
        secret=secret,
        clock=clock,
        database=database,
        register=register,
        enrolments=enrolments,
        exchange=exchange,
        by_hand=ByHand(exchange, enrolments, secret),
        plans=plans,
        pauses=Pauses(register, enrolments, plans),
        courses=courses,
        seals=seals,
        stamps=stamps,
        printer=PlanPrinter(enrolments, secret, seals, stamps),
        notes=Notes(lane, clock),
        log=log,
        witness=Witness(log, lane),
        retention=retention,
        transfers=Transfers(register, enrolments, lane, clock),
        passwords=Passwords(database, clock),
        throttle=Throttle(clock),
        sessions=Sessions(clock, _limits(settings.staff)),
        titles=titles,
        titles_missing=missing,
    )


def _limits(staff: StaffListener) -> Limits:
    return Limits(staff.idle_minutes * MINUTE_MS, staff.longest_hours * HOUR_MS)


def _tell_terms(register: SqliteRegister, enrolments: Enrolments, terms: RetentionTerms) -> None:
    """Has the terminals told the terms as they are set now: they travel with the roster, as a new version of it."""
    for known in enrolments.institutions():
        roster = register.roster(known.institution)
        if roster is not None and roster.retention != terms:
            register.put_roster(roster.model_copy(update={"retention": terms, "version": roster.version + 1}))


def _titles(folder: Path, settings: Settings, clock: Clock) -> tuple[Titles, str]:
    """Gives the titles of the packs, or none of them and why: pages can do without, people cannot do without pages."""
    if not settings.packs:
        return Titles(), "no packs are named in the settings"
    packs = folder / settings.packs
    root = folder / settings.packs_root if settings.packs_root else packs / "metadata" / "1.root.json"
    try:
        return load_titles(packs, root, clock.now(), folder / FOLDER), ""
    except (UntrustedError, MalformedError) as error:
        return Titles(), error.message
    except OSError as error:
        return Titles(), f"{error.filename}: {error.strerror}"
