"""The plan read back like a letter to oneself, signing it, and what happens then.

- What is shown here is the document's own sections: what is shown is what is signed (modules/plan/document.py).
- Own words are marked as own; who sees each part stands beside it, before signing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.i18n import Words
from kiosk.views.frame import FrameView
from kiosk.views.options import OptionView
from modules.events import Half, PlanDeclined
from modules.exercises.shared import PlanPart
from modules.ids import OptionId
from modules.person import PersonState
from modules.plan.compose import is_empty
from modules.plan.document import Both, Line, Own, Section
from modules.reasons import DeclineReason, DisagreeReason
from modules.texts import Language

Changes = Mapping[PlanPart, tuple[str, ...]]
"""Per part of the plan the page where each of its blocks is changed."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A label and what was said, each thing on a line of its own; `own` marks words the person typed himself."""

    label: str
    said: str
    own: bool


@dataclass(frozen=True, slots=True)
class SectionView:
    """One part of the plan: heading, who sees it, blocks of lines (one a goal), and the page that changes each."""

    title: str
    who_sees: str
    blocks: tuple[tuple[LineView, ...], ...]
    changes: tuple[str, ...] = ()
    is_counted: bool = True
    """Whether each block after the first has a heading with its number, as goals have."""


@dataclass(frozen=True, slots=True)
class PlanView:
    """The whole plan; `status` says whether and when it was signed."""

    frame: FrameView
    title: str
    status: str
    empty: str
    sections: tuple[SectionView, ...]
    add_goal: str | None


@dataclass(frozen=True, slots=True)
class DeclineChoice:
    """A reason not to sign now; none is worse than another."""

    reason: DeclineReason
    text: str


@dataclass(frozen=True, slots=True)
class SignView:
    """The signature page: exactly what is signed, a line to draw on, the PIN once more, and not signing.

    `half` is how far he was in saying what he does not agree with.
    """

    frame: FrameView
    title: str
    statement: str
    sections: tuple[SectionView, ...]
    draw_title: str
    draw_hint: str
    draw_clear: str
    pin_title: str
    pin_help: str
    trouble: str
    decline: str
    decline_title: str
    reasons: tuple[DeclineChoice, ...]
    because_title: str
    because_help: str
    becauses: tuple[OptionView, ...]
    pictures: bool = False
    half: Half | None = None


@dataclass(frozen=True, slots=True)
class DoneView:
    """This happens now: numbered plain lines."""

    frame: FrameView
    title: str
    lines: tuple[str, ...]


def section_views(sections: tuple[Section, ...], changes: Changes | None = None) -> tuple[SectionView, ...]:
    """Gives the parts of a plan as they are shown; `changes` names the pages where each can be changed."""
    return tuple(
        SectionView(
            section.title.shown,
            section.who_sees.shown,
            tuple(tuple(_line(line) for line in block) for block in section.blocks),
            (changes or {}).get(section.part, ()),
        )
        for section in sections
    )


def _line(line: Line) -> LineView:
    said = "\n".join(_said(value) for value in line.values)
    return LineView(line.label.shown, said, any(isinstance(value, Own) for value in line.values))


def _said(value: Both | Own) -> str:
    return value.own if isinstance(value, Own) else value.shown


def plan_view(
    state: PersonState,
    sections: tuple[Section, ...],
    title: str,
    language: Language,
    *,
    goal_word: str | None,
    changes: Changes | None = None,
) -> PlanView:
    """Gives the plan read back; `goal_word` names the words that lead to one more goal, or to one left half-way."""
    words = Words(language)
    parts = section_views(sections, changes)
    empty = is_empty(sections)
    if state.plan.current is None:
        status = words("plan.status.concept")
    elif state.plan.changed_since_signed:
        status = words("plan.status.changed")
    else:
        status = words("plan.status.signed")
    frame = FrameView(
        words("plan.place"),
        back=words("foot.to_path"),
        next=None if empty or state.plan.is_signed else words("foot.next"),
        spoken=(title, status, *_spoken(parts)),
    )
    add_goal = words(goal_word) if goal_word else None
    return PlanView(frame, title, status, words("plan.empty") if empty else "", parts, add_goal)


def sign_view(
    sections: tuple[Section, ...],
    title: str,
    statement: str,
    trouble: str,
    language: Language,
    *,
    changes: Changes | None = None,
) -> SignView:
    """Gives the signature page."""
    words = Words(language)
    parts = section_views(sections, changes)
    frame = FrameView(
        words("sign.place"),
        back=words("foot.back"),
        next=words("foot.sign"),
        next_enabled=False,
        spoken=(title, *_spoken(parts), statement, words("sign.draw.title")),
    )
    reasons = tuple(DeclineChoice(one, words(f"decline.{one.value}")) for one in DeclineReason)
    return SignView(
        frame,
        title,
        statement,
        parts,
        words("sign.draw.title"),
        words("sign.draw.hint"),
        words("sign.draw.clear"),
        words("sign.pin.title"),
        words("sign.pin.help"),
        trouble,
        words("sign.decline"),
        words("sign.decline.title"),
        reasons,
        words("sign.because.title"),
        words("sign.because.help"),
        tuple(OptionView(OptionId(one.value), words(f"disagree.{one.value}"), None) for one in DisagreeReason),
    )


def done_view(declined: PlanDeclined | None, *, mentor: str, language: Language) -> DoneView:
    """Gives what happens now, after signing or after choosing not to, and why not."""
    words = Words(language)
    title = words("done.declined.title" if declined else "done.signed.title")
    kind = "declined" if declined else "signed"
    first = declined.reason if declined else "1"
    lines = tuple(words(f"done.{kind}.{name}", mentor=mentor) for name in (first, "2", "3"))
    frame = FrameView(words("done.place"), next=words("foot.to_path"), spoken=(title, *lines))
    return DoneView(frame, title, lines)


def _spoken(parts: tuple[SectionView, ...]) -> tuple[str, ...]:
    spoken: list[str] = []
    for part in parts:
        spoken += [part.title, part.who_sees]
        spoken += [f"{line.label} {line.said}" for block in part.blocks for line in block]
    return tuple(spoken)
