"""The pages around the plan: all of it at a glance, ticking off steps, the weekly question, versions, own notes.

- A goal is named by its place among the whole goals, a version by its place among those signed.
- A number is compared with the first one given for the same goal; only the person sees either.
- A version of before is shown from its own signed words, and its signature is checked when it is shown.
- Not here: the plan read back and signed (plan.py), who sees what (shares.py), what became of it (course.py).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.i18n import Words
from kiosk.pages import PLAN, Editions
from kiosk.plan_pages import CHOOSE, COURSE, NOTES, SHARES, STEPS_DONE, VERSION, VERSIONS
from kiosk.views.course import course_lines
from kiosk.views.days import day_of
from kiosk.views.exercises import MultiChoiceView, RulerView, SingleChoiceView
from kiosk.views.frame import FrameView
from kiosk.views.goal import ENOUGH
from kiosk.views.options import OptionView
from kiosk.views.plan import PlanView, section_views
from kiosk.views.question import IntroView, OverviewRow, OverviewView, QuestionView
from modules.errors import SignatureError
from modules.events import GoalSet, Half, PlanSigned
from modules.exercises.wording import said_words
from modules.ids import GoalId, OptionId
from modules.ordering import Recorded
from modules.person import PersonState
from modules.plan.commands import goal_builder
from modules.plan.document import Both, Own, PlanDocument
from modules.plan.state import Stage
from modules.signed import Purpose, verify
from modules.texts import Language

if TYPE_CHECKING:
    from modules.texts import Text


@dataclass(frozen=True, slots=True)
class WriteView:
    """A place to write own words: what for, and who reads them; `half` is what was being written there."""

    frame: FrameView
    title: str
    help: str
    half: Half | None = None


def mine_view(editions: Editions, state: PersonState, language: Language) -> OverviewView:
    """Gives everything of the plan at a glance."""
    words, plan = Words(language), state.plan
    goals, notes = plan.whole_goals, len(state.private_notes)
    rows = []
    if plan.rivals:
        rows.append(OverviewRow(CHOOSE, words("own.choose"), words("own.choose.lead")))
    rows.append(OverviewRow(PLAN, words("own.read"), stage_words(state, language)))
    if goals:
        done = sum(plan.is_ticked(goal_id) for goal_id in goals)
        told = words("own.steps.done", done=done, total=len(goals))
        rows.append(OverviewRow(STEPS_DONE, words("own.steps"), told))
    if lines := course_lines(state, language):
        rows.append(OverviewRow(COURSE, words("own.course"), lines[-1]))
    rows.append(OverviewRow(SHARES, words("own.shares"), words("own.shares.lead")))
    if plan.signed:
        rows.append(OverviewRow(VERSIONS, words("own.versions"), words("own.versions.help")))
    told = day_of(state.private_notes[-1].place.clock[0], words) if notes else words("own.notes.lead")
    rows.append(OverviewRow(NOTES, words("own.notes"), told))
    title, step = words("own.place"), next_step(editions, state, language)
    help_text = words("home.plan.step", step=step) if step else ""
    frame = FrameView(words("own.place"), back=words("foot.to_path"), spoken=_spoken(title, help_text, rows))
    return OverviewView(frame, title, help_text, tuple(rows))


def stage_words(state: PersonState, language: Language) -> str:
    """Gives how far the person is with his plan, in words."""
    words, current = Words(language), state.plan.current
    if state.plan.stage is Stage.SIGNED and current is not None:
        return words("own.stage.signed", day=day_of(current.place.clock[0], words))
    return words(f"own.stage.{state.plan.stage}")


def next_step(editions: Editions, state: PersonState, language: Language) -> str:
    """Gives the first step not ticked off yet, in words; empty where there is none."""
    plan = state.plan
    waiting = (one for goal_id, one in plan.whole_goals.items() if not plan.is_ticked(goal_id))
    return next((words for one in waiting if (words := step_words(editions, one, language))), "")


def step_words(editions: Editions, one: GoalSet, language: Language) -> str:
    """Gives a goal's first step in words; empty where this programme no longer has them."""
    builder = goal_builder(editions.programme.definition, one.source)
    areas = builder.areas if builder else ()
    area = next((known for known in areas if known.area.id == one.goal.area), None)
    said: Text | str | None = said_words(area.first_steps, one.goal.first_step) if area else None
    return said or "" if said is None or isinstance(said, str) else said.in_language(language)


def steps_view(editions: Editions, state: PersonState, language: Language) -> QuestionView:
    """Gives the page where steps are ticked off."""
    words, plan = Words(language), state.plan
    options = tuple(
        OptionView(
            OptionId(f"step{number}"), step_words(editions, one, language), "stairs-up", chosen=plan.is_ticked(goal_id)
        )
        for number, (goal_id, one) in enumerate(plan.whole_goals.items())
    )
    prompt, help_text = words("own.steps.ask"), words("own.steps.help")
    frame = FrameView(
        words("own.steps"),
        back=words("foot.back"),
        skip=words("own.steps.following") if any(option.chosen for option in options) else None,
        next=words("foot.to_plan"),
        spoken=(prompt, help_text, *(option.text for option in options)),
    )
    exercise = MultiChoiceView(options, None)
    return QuestionView(
        frame, prompt, help_text, "stairs-up", "multi_choice", exercise, who_sees=words("own.steps.who")
    )


def week_view(
    editions: Editions, state: PersonState, goal_id: GoalId, language: Language, *, answered: bool
) -> QuestionView:
    """Gives the weekly question; `answered` where it was answered on this page just now."""
    words, told = Words(language), state.plan.sure.get(goal_id, ())
    prompt = words("own.week.ask")
    help_text = step_words(editions, state.plan.goals[goal_id], language)
    value = told[-1] if answered and told else None
    frame = FrameView(
        words("own.place"),
        back=words("foot.to_path"),
        skip=words("own.not_now"),
        next=words("foot.next"),
        next_enabled=answered,
        spoken=(help_text, prompt, words("own.week.low"), words("own.week.high")),
    )
    scale = RulerView(words("own.week.low"), words("own.week.high"), value)
    return QuestionView(frame, prompt, help_text, "gauge", "ruler", scale, who_sees=words("audience.only_me"))


def grown_view(state: PersonState, goal_id: GoalId, language: Language) -> IntroView:
    """Gives how sure he was and is; where he is less sure, the step can be made smaller."""
    words, told = Words(language), state.plan.sure.get(goal_id, ())
    lines = list(_compared(told, words))
    low = bool(told) and told[-1] < ENOUGH
    title = words("own.grown.title")
    frame = FrameView(
        words("own.place"),
        back=words("foot.back"),
        skip=words("goal.smaller.first_step") if low else None,
        next=words("foot.to_path"),
        spoken=(title, *lines),
    )
    return IntroView(frame, title, tuple(lines), "gauge")


def _compared(told: tuple[int, ...], words: Words) -> tuple[str, ...]:
    if len(told) < 2:  # noqa: PLR2004  one number has nothing to be compared with
        return (*(words("own.grown.now", now=now) for now in told), words("own.grown.only_me"))
    before, now = told[0], told[-1]
    way = "more" if now > before else "same" if now == before else "less"
    return words("own.grown.both", before=before, now=now), words(f"own.grown.{way}"), words("own.grown.only_me")


def versions_view(state: PersonState, language: Language) -> OverviewView:
    """Gives every version ever signed, the last first."""
    words = Words(language)
    signed = list(enumerate(state.plan.signed))
    rows = [OverviewRow(f"{VERSION}{number}", _version(one, words), _when(one, words)) for number, one in signed[::-1]]
    title, help_text = words("own.versions"), words("own.versions.help")
    frame = FrameView(words("own.place"), back=words("foot.back"), spoken=_spoken(title, help_text, rows))
    return OverviewView(frame, title, help_text, tuple(rows))


def version_view(signed: Recorded[PlanSigned], language: Language) -> PlanView:
    """Gives one version as it was signed, and what its signature comes to."""
    words, document = Words(language), PlanDocument.parse(signed.event.document)
    title, parts = document.title.shown, section_views(document.sections)
    holds = words("own.version.holds" if holds_for_person(signed.event) else "own.version.broken")
    status = f"{_when(signed, words)} {holds}"
    spoken = (
        title,
        status,
        *(f"{line.label} {line.said}" for part in parts for block in part.blocks for line in block),
    )
    frame = FrameView(_version(signed, words), back=words("foot.back"), spoken=spoken)
    return PlanView(frame, title, status, "", parts, None)


def holds_for_person(signed: PlanSigned) -> bool:
    """Tells whether the person's own signature belongs to exactly this text."""
    try:
        verify(Purpose.PLAN, signed.document.encode("utf-8"), signed.by_person, signed.person_key.key)
    except SignatureError:
        return False
    return True


def choose_view(state: PersonState, language: Language) -> QuestionView:
    """Gives the choice between versions signed in different places."""
    words = Words(language)
    options = tuple(
        OptionView(OptionId(f"version{number}"), _told_apart(one, words), "file-sign")
        for number, one in enumerate(state.plan.rivals)
    )
    prompt, help_text = words("own.choose.ask"), words("own.choose.help")
    frame = FrameView(
        words("own.place"),
        back=words("foot.back"),
        skip=words("own.not_now"),
        next=words("foot.next"),
        next_enabled=False,
        spoken=(prompt, help_text, *(option.text for option in options)),
    )
    return QuestionView(frame, prompt, help_text, "file-sign", "single_choice", SingleChoiceView(options))


def notes_view(state: PersonState, language: Language) -> OverviewView:
    """Gives his own notes, the last first."""
    words = Words(language)
    rows = [
        OverviewRow(NOTES, day_of(note.place.clock[0], words), note.event.words) for note in state.private_notes[::-1]
    ]
    title, help_text = words("own.notes"), words("own.notes.help")
    nothing = () if rows else (words("own.notes.none"),)
    frame = FrameView(
        words("own.place"),
        back=words("foot.back"),
        next=words("own.notes.write"),
        spoken=(*_spoken(title, help_text, rows), *nothing),
    )
    return OverviewView(frame, title, " ".join((help_text, *nothing)), tuple(rows))


def write_view(language: Language) -> WriteView:
    """Gives the place to write a note."""
    words = Words(language)
    title, help_text = words("own.notes.write"), words("own.notes.help")
    frame = FrameView(words("own.notes"), back=words("foot.back"), spoken=(title, help_text))
    return WriteView(frame, title, help_text)


def _version(signed: Recorded[PlanSigned], words: Words) -> str:
    return words("own.version", version=PlanDocument.parse(signed.event.document).version)


def _when(signed: Recorded[PlanSigned], words: Words) -> str:
    at = PlanDocument.parse(signed.event.document).signed_at
    return words("own.version.on" if at.certain else "own.version.about", day=day_of(at.wall_ms, words))


def _told_apart(signed: Recorded[PlanSigned], words: Words) -> str:
    document = PlanDocument.parse(signed.event.document)
    goals = next((section for section in document.sections if section.part == "goals"), None)
    values = [line.values[0] for block in goals.blocks for line in block[2:3]] if goals else []
    steps = ", ".join(one.own if isinstance(one, Own) else _shown(one) for one in values)
    return words("own.choose.option", when=_when(signed, words), step=steps) if steps else _when(signed, words)


def _shown(value: Both) -> str:
    return value.shown


def _spoken(title: str, help_text: str, rows: list[OverviewRow]) -> tuple[str, ...]:
    return title, help_text, *(f"{row.question}. {row.answer}" for row in rows)
