"""The plan read back like a letter to oneself, signing it, and what happens then.

- What is shown here is the document's own sections: what is shown is what is signed (modules/plan/document.py).
- Own words are marked as own; who sees each part stands beside it, before signing.
"""

from dataclasses import dataclass

from kiosk.i18n import Words
from kiosk.views.frame import FrameView
from modules.person import PersonState
from modules.plan.compose import is_empty
from modules.plan.document import Both, Line, Own, Section
from modules.reasons import DeclineReason
from modules.texts import Language


@dataclass(frozen=True, slots=True)
class LineView:
    """A label and what was said, each thing on a line of its own; `own` marks words the person typed himself."""

    label: str
    said: str
    own: bool


@dataclass(frozen=True, slots=True)
class SectionView:
    """One part of the plan: heading, who sees it, and blocks of lines (one block a goal)."""

    title: str
    who_sees: str
    blocks: tuple[tuple[LineView, ...], ...]


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
    """The signature page: exactly what is signed, a line to draw on, the PIN once more, and not signing."""

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


@dataclass(frozen=True, slots=True)
class DoneView:
    """This happens now: numbered plain lines."""

    frame: FrameView
    title: str
    lines: tuple[str, ...]


def section_views(sections: tuple[Section, ...]) -> tuple[SectionView, ...]:
    """Gives the parts of a plan as they are shown."""
    return tuple(
        SectionView(
            section.title.shown,
            section.who_sees.shown,
            tuple(tuple(_line(line) for line in block) for block in section.blocks),
        )
        for section in sections
    )


def _line(line: Line) -> LineView:
    said = "\n".join(_said(value) for value in line.values)
    return LineView(line.label.shown, said, any(isinstance(value, Own) for value in line.values))


def _said(value: Both | Own) -> str:
    return value.own if isinstance(value, Own) else value.shown


def plan_view(
    state: PersonState, sections: tuple[Section, ...], title: str, language: Language, *, may_add_goal: bool
) -> PlanView:
    """Gives the plan read back; `may_add_goal` tells whether there is room for one more goal."""
    words = Words(language)
    parts = section_views(sections)
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
        next=None if empty else words("foot.sign"),
        spoken=(title, status, *_spoken(parts)),
    )
    add_goal = words("plan.add_goal") if may_add_goal else None
    return PlanView(frame, title, status, words("plan.empty") if empty else "", parts, add_goal)


def sign_view(sections: tuple[Section, ...], title: str, statement: str, trouble: str, language: Language) -> SignView:
    """Gives the signature page."""
    words = Words(language)
    parts = section_views(sections)
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
    )


def done_view(*, signed: bool, mentor: str, language: Language) -> DoneView:
    """Gives what happens now, after signing or after choosing not to."""
    words = Words(language)
    title = words("done.signed.title" if signed else "done.declined.title")
    kind = "signed" if signed else "declined"
    lines = tuple(words(f"done.{kind}.{number}", mentor=mentor) for number in (1, 2, 3))
    frame = FrameView(words("done.place"), next=words("foot.to_path"), spoken=(title, *lines))
    return DoneView(frame, title, lines)


def _spoken(parts: tuple[SectionView, ...]) -> tuple[str, ...]:
    spoken: list[str] = []
    for part in parts:
        spoken += [part.title, part.who_sees]
        spoken += [f"{line.label} {line.said}" for block in part.blocks for line in block]
    return tuple(spoken)
