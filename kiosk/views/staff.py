"""What stands on the screens of staff at the terminal: Dutch, as the mentor's pages are, and nothing of any person.

- Not here: what a member of staff may do (kiosk/entry.py) and does (kiosk/wiring/staff_room.py).
"""

from dataclasses import dataclass

from kiosk.i18n import Words
from kiosk.views.frame import BETWEEN
from modules.events import Deed
from modules.texts import DUTCH


@dataclass(frozen=True, slots=True)
class PackLine:
    """A pack in use, and its version."""

    name: str
    version: int


@dataclass(frozen=True, slots=True)
class StaffReport:
    """How a terminal is: its wing, entries not yet at the gateway, its packs, what is wrong, and the last errand."""

    wing: str
    due: int
    last_receipt: str
    packs: tuple[PackLine, ...]
    wrong: tuple[str, ...]
    pauses: int
    errand: str
    """The name of what became of the last thing asked of the courier, such as `carry.done`; empty for nothing."""
    errand_count: int = 0


@dataclass(frozen=True, slots=True)
class StaffChoice:
    """One thing a member of staff can do."""

    deed: Deed
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class StaffView:
    """What staff can do, and how the terminal is."""

    title: str
    choices: tuple[StaffChoice, ...]
    lines: tuple[str, ...]
    leave: str
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GiveView:
    """Giving a one-time code: number, then the challenge, then the code to say."""

    ask_number: str
    ask_challenge: str
    help_number: str
    help_challenge: str
    code: str
    given: str
    back: str
    next: str
    spoken: tuple[str, ...] = ()


def staff_view(report: StaffReport) -> StaffView:
    """Gives the first screen of staff."""
    words = Words(DUTCH)
    choices = tuple(
        StaffChoice(deed, words(f"staff.{deed.value}"), icon)
        for deed, icon in (
            (Deed.GAVE_CODE, "key-variant"),
            (Deed.CARRIED, "usb-flash-drive-outline"),
            (Deed.LOADED_PACKS, "package-variant"),
        )
    )
    return StaffView(words("staff.title", wing=report.wing), choices, _lines(report, words), words("top.finish"))


def _lines(report: StaffReport, words: Words) -> tuple[str, ...]:
    packs = BETWEEN.join(f"{pack.name} {pack.version}" for pack in report.packs)
    received = words("staff.receipt", day=report.last_receipt) if report.last_receipt else words("staff.no_receipt")
    lines = [
        words("staff.due", report.due) + " " + received,
        words("staff.packs", packs=packs) + ("" if report.wrong else " " + words("staff.right")),
        *((words("staff.wrong", what=", ".join(report.wrong)),) if report.wrong else ()),
    ]
    if report.pauses:
        lines.append(words("staff.pauses", report.pauses))
    if report.errand:
        lines.insert(0, words(f"staff.errand.{report.errand}", report.errand_count))
    return tuple(lines)


def give_view(code: str) -> GiveView:
    """Gives the screen on which a code is given, with the code once it is made."""
    words = Words(DUTCH)
    return GiveView(
        words("give.number"),
        words("give.challenge"),
        words("give.number.help"),
        words("give.challenge.help"),
        f"{code[:4]} {code[4:]}".strip(),
        words("give.given") if code else "",
        words("foot.back"),
        words("foot.next"),
    )
