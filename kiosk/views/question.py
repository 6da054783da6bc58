"""One question or exercise a screen, and the pages around them: introduction, overview, end.

- The same view serves the Reflector and the modules; only the place in the top bar differs.
- Two answers given in two places are both said, and the person is asked which is right (SETTLED 5).
"""

from dataclasses import dataclass
from functools import partial

from kiosk.i18n import Words
from kiosk.pages import CHECK, Editions, ModulePage, ThemePage
from kiosk.views.exercises import (
    AnswerOf,
    ExerciseView,
    InfoCardView,
    answer_words,
    exercise_view,
    signature_view,
    summary_view,
)
from kiosk.views.frame import QUESTION_SECONDS, FrameView, minutes_left, place_words
from kiosk.views.goal import RATED, goal_check_view, goal_rating_view, goal_step_view
from kiosk.views.spoken import spoken_of
from modules.definition.manifest import AnyDefinition, exercises_of
from modules.definition.questionnaire import Theme
from modules.events import Half
from modules.exercises import Answer, AnyExercise
from modules.exercises.fitting import fitted
from modules.exercises.goal_builder import GoalBuilder
from modules.exercises.info_card import InfoCard
from modules.exercises.shared import Audience
from modules.exercises.signature import SignatureStep
from modules.exercises.summary import Summary
from modules.ids import Digest, ItemId
from modules.kvv.state import shown_exercises
from modules.person import PersonState
from modules.plan.compose import goal_lines
from modules.plan.document import Both, Line
from modules.reflector.state import shown_items
from modules.skipping import wholly_skipped
from modules.texts import Language, Text


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question: its words, its exercise, and a friendly notice where there is something to say.

    `half` is what he was half-way through when the screen was last taken away from him.
    """

    frame: FrameView
    prompt: str
    help: str
    picture: str | None
    kind: str
    exercise: ExerciseView
    notice: str = ""
    who_sees: str = ""
    half: Half | None = None


@dataclass(frozen=True, slots=True)
class IntroView:
    """An introduction or an end: a title, a few lines, a picture; the middle button may have one too."""

    frame: FrameView
    title: str
    lines: tuple[str, ...]
    picture: str | None
    skip_picture: str | None = None


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A question and the answer given, or the word for skipped; touching it opens the question."""

    page: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All shown questions of a theme with their answers."""

    frame: FrameView
    title: str
    help: str
    rows: tuple[OverviewRow, ...]


def theme_view(
    page: ThemePage, editions: Editions, state: PersonState, language: Language
) -> QuestionView | IntroView | OverviewView:
    """Gives the view of a theme's page."""
    words = Words(language)
    title = page.theme.title.in_language(language)
    shown = shown_items(editions.questionnaire, state.reflector, page.theme)
    if page.overview:
        return _overview(page, shown, state, language)
    if page.item is None:
        intro = _intro(page.theme, editions.questionnaire.facts).in_language(language)
        frame = FrameView(title, 0, len(shown), words("foot.back"), None, words("foot.start"), spoken=(title, intro))
        return IntroView(frame, title, (intro,), page.theme.picture)
    item = page.item
    answer = state.reflector.answer(item.id)
    rivals = state.reflector.rivals(item.id)
    done = next((index for index, one in enumerate(shown) if one.id == item.id), 0)
    left = minutes_left(len(shown) - done, QUESTION_SECONDS)
    place = place_words(title, words("progress.question", done=done + 1, total=len(shown)), left, words)
    facts = editions.questionnaire.facts
    around = _Around(place, done, len(shown), _rivals(item, rivals, language), facts)
    return _question(item, answer, exercise_view(fitted(item, facts), answer, language), around, language)


def _intro(theme: Theme, facts: frozenset[str]) -> Text:
    return theme.intro_vris if "vris" in facts and theme.intro_vris else theme.intro


def _rivals(item: AnyExercise, rivals: tuple[Answer, ...], language: Language) -> str:
    if not rivals:
        return ""
    first, second = (_words(item, answer, language) for answer in (rivals[0], rivals[-1]))
    return Words(language)("question.rivals", first=first, second=second)


def module_view(
    page: ModulePage, editions: Editions, state: PersonState, language: Language, *, can_sign: bool
) -> QuestionView | IntroView:
    """Gives the view of a module's page; `can_sign` tells whether there is a plan to sign."""
    words = Words(language)
    title = page.module.title.in_language(language)
    shown = shown_exercises(editions.programme, state.kvv, page.module)
    if page.item is None:
        skipped = wholly_skipped(state.kvv, page.module.exercises)
        lines = _end_lines(words, skipped=skipped) if page.end else _intro_lines(page, words, language)
        foot = words("foot.to_path") if page.end else words("foot.start")
        done = len(shown) if page.end else 0
        talk = words("home.talk")
        frame = FrameView(title, done, len(shown), words("foot.back"), talk, foot, spoken=(title, *lines))
        end_title = words("module.end.skipped_title" if skipped else "module.end.title")
        heading = end_title if page.end else title
        return IntroView(frame, heading, lines, page.module.picture, "forum-outline")
    item, answer = page.item, state.kvv.answer(page.item.id)
    done = next((index for index, one in enumerate(shown) if one.id == item.id), 0)
    left = minutes_left(len(shown) - done, page.module.minutes * 60 / len(shown))
    place = place_words(title, words("progress.step", done=done + 1, total=len(shown)), left, words)
    exercise = _module_exercise(page, editions, state, language, can_sign=can_sign)
    around = _Around(place, done, len(shown), "", editions.programme.facts)
    if isinstance(item, GoalBuilder) and page.module.id not in state.kvv.started:  # from the plan itself: no module
        around = _Around(words("home.plan"), 0, 0, "", editions.programme.facts)
    return _question(item, answer, exercise, around, language)


@dataclass(frozen=True, slots=True)
class _Around:
    place: str
    done: int
    total: int
    notice: str
    facts: frozenset[str]


def _question(
    item: AnyExercise, answer: Answer | None, exercise: ExerciseView, around: _Around, language: Language
) -> QuestionView:
    words = Words(language)
    prompt = getattr(exercise, "question", "") or item.prompt.in_language(language)
    help_text = item.help.in_language(language) if item.help else ""
    step = getattr(exercise, "step", "")
    reading = isinstance(item, InfoCard | Summary | SignatureStep) or step == CHECK
    answered = reading or answer is not None or _step_taken(exercise)
    frame = FrameView(
        around.place,
        around.done,
        around.total,
        words("foot.back"),
        None if reading else words("foot.skip"),
        words("foot.next"),
        next_enabled=answered,
        spoken=tuple(one for one in (prompt, help_text, *spoken_of(exercise, words)) if one),
    )
    audience = Audience.ONLY_ME if step in RATED else item.audience
    who = audience_words(audience, around.facts, words) if not isinstance(item, InfoCard) else ""
    return QuestionView(frame, prompt, help_text, item.picture, item.kind, exercise, around.notice, who)


def audience_words(audience: Audience, facts: frozenset[str], words: Words) -> str:
    """Gives who reads an answer; of who has no municipality here, none does."""
    inside = audience is Audience.DR_PLAN and "vris" in facts
    return words("audience.dr_plan_vris" if inside else f"audience.{audience}")


def _step_taken(exercise: ExerciseView) -> bool:
    goal, step = getattr(exercise, "goal", None), getattr(exercise, "step", "")
    return bool(step) and goal is not None and getattr(goal, step, None) is not None


def _module_exercise(
    page: ModulePage, editions: Editions, state: PersonState, language: Language, *, can_sign: bool
) -> ExerciseView:
    item = page.item
    match item:
        case GoalBuilder():
            goals = list(state.plan.goals.items())
            goal_id, known = goals[page.goal] if page.goal < len(goals) else (None, None)
            goal = known.goal if known else None
            lines = tuple(shown_line(line) for line in goal_lines(item, known, language)) if known else ()
            facts = editions.programme.facts
            if page.step in RATED and page.step in item.again:
                return goal_rating_view(item, page.step, goal, lines, language)
            if page.step != CHECK:
                return goal_step_view(item, page.step, goal, lines, facts=facts, language=language)
            return goal_check_view(goal_id, goal, lines, may_add=len(goals) < item.most)
        case Summary():
            return summary_view(
                item, state.kvv.answer(item.id), partial(exercise_named, editions), _answers(state), language
            )
        case SignatureStep():
            signed = state.plan.is_signed
            return signature_view(item, can_sign=can_sign, signed=signed)
        case None:
            return InfoCardView(())
        case _:
            return exercise_view(fitted(item, editions.programme.facts), state.kvv.answer(item.id), language)


def shown_line(line: Line) -> tuple[str, str]:
    """Gives what was asked, and what was said."""
    return line.label.shown, ", ".join(one.shown if isinstance(one, Both) else one.own for one in line.values)


def exercise_named(editions: Editions, item_id: ItemId, pack: Digest | None = None) -> AnyExercise | None:
    """Gives the question or exercise with this id, as an earlier pack put it where that one is named; or none."""
    known: tuple[AnyDefinition, ...] = (editions.questionnaire.definition, editions.programme.definition)
    if pack and pack in editions.earlier:
        known = (editions.earlier[pack], *known)
    return next((one for each in known for one in exercises_of(each) if one.id == item_id), None)


def _answers(state: PersonState) -> AnswerOf:
    def answer(item_id: ItemId) -> Answer | None:
        return state.reflector.answer(item_id) or state.kvv.answer(item_id)

    return answer


def _overview(page: ThemePage, shown: tuple[AnyExercise, ...], state: PersonState, language: Language) -> OverviewView:
    words = Words(language)
    rows = []
    for item in shown:
        answer = state.reflector.answer(item.id)
        said = _words(item, answer, language) if answer else words("overview.skipped")
        rows.append(OverviewRow(ThemePage(page.theme, item).page, item.prompt.in_language(language), said))
    title, help_text = words("overview.title"), words("overview.help")
    spoken = (title, help_text, *(f"{row.question} {row.answer}" for row in rows))
    frame = FrameView(
        page.theme.title.in_language(language),
        len(shown),
        len(shown),
        words("foot.back"),
        None,
        words("foot.next"),
        spoken=spoken,
    )
    return OverviewView(frame, title, help_text, tuple(rows))


def _words(item: AnyExercise, answer: Answer, language: Language) -> str:
    return answer_words(item, answer, language) or Words(language)("overview.none_chosen")


def _intro_lines(page: ModulePage, words: Words, language: Language) -> tuple[str, ...]:
    return page.module.goal.in_language(language), words("module.minutes", minutes=page.module.minutes)


def _end_lines(words: Words, *, skipped: bool) -> tuple[str, ...]:
    told = ("skipped", "skipped_mentor") if skipped else ("saved", "mentor")
    return tuple(words(f"module.end.{each}") for each in told)
