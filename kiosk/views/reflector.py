"""The Reflector as a whole: all themes and how far each is, and the profile that a person's own answers make.

- A profile begins with what goes well. Each theme has one of three words, never a number, and no total.
- Nobody but the person sees it; which themes he picks to begin with, his mentor sees too, and the page says so.
- Not here: a theme's own pages (question.py), what the answers come to (modules/reflector/profile.py).
"""

from dataclasses import dataclass
from itertools import accumulate

from kiosk.i18n import Words
from kiosk.pages import PROFILE, Editions, ThemePage, begin_theme
from kiosk.views.exercises import answer_words
from kiosk.views.frame import FrameView
from modules.definition.kvv_module import KvvModule
from modules.definition.questionnaire import Questionnaire, Theme
from modules.exercises import Answer, AnyExercise
from modules.exercises.ruler import Ruler
from modules.ids import ThemeId
from modules.person import PersonState
from modules.reflector.commands import MOST_PICKED
from modules.reflector.profile import Standing, ThemeStanding, profile
from modules.reflector.state import ReflectorState, next_theme
from modules.skipping import wholly_skipped
from modules.texts import Language


@dataclass(frozen=True, slots=True)
class ThemeTile:
    """One theme: where touching it leads, its name, a word on it, its pictogram, and whether it was picked."""

    page: str
    title: str
    text: str
    picture: str | None
    picked: bool = False


@dataclass(frozen=True, slots=True)
class ThemesView:
    """All themes in order; `profile` leads to the profile as soon as there is something in it."""

    frame: FrameView
    title: str
    help: str
    notice: str
    tiles: tuple[ThemeTile, ...]
    profile: ThemeTile | None


@dataclass(frozen=True, slots=True)
class ProfileView:
    """Themes as they stand: the strengths alone and large, or all of them to pick from."""

    frame: FrameView
    title: str
    help: str
    tiles: tuple[ThemeTile, ...]
    large: bool
    who_sees: str


@dataclass(frozen=True, slots=True)
class StandingView:
    """One theme of the profile: what he said, which module fits, and two things he can choose.

    Each row is the page of its question, the question, and what he said. `pick` and `retake` are the words of the
    choices; empty where one is not to be had.
    """

    frame: FrameView
    theme: ThemeId
    title: str
    word: str
    picture: str | None
    rows: tuple[tuple[str, str, str], ...]
    fits: str
    pick: str
    picked: bool
    retake: str
    who_sees: str


def themes_view(editions: Editions, state: PersonState, language: Language) -> ThemesView:
    """Gives the page of all themes."""
    words = Words(language)
    questionnaire, reflector = editions.questionnaire.definition, state.reflector
    following = next_theme(editions.questionnaire, reflector)
    tiles = tuple(_tile_of(theme, following, editions, state, language) for theme in questionnaire.themes)
    notice = _sitting(questionnaire, reflector, words)
    own = (
        ThemeTile(PROFILE, words("profile.title"), words("profile.lead"), "star-outline")
        if reflector.finished
        else None
    )
    title = words("themes.title")
    help_text = words("themes.help", count=max(1, len(questionnaire.sittings))) if not notice else ""
    spoken = (title, help_text, notice, *(f"{tile.title}. {tile.text}." for tile in tiles), own.title if own else "")
    frame = FrameView(
        questionnaire.title.in_language(language),
        sum(theme.id in reflector.finished for theme in questionnaire.themes),
        len(questionnaire.themes),
        words("foot.to_path"),
        None,
        words("foot.next"),
        spoken=tuple(one for one in spoken if one),
    )
    return ThemesView(frame, title, help_text, notice, tiles, own)


def _tile_of(
    theme: Theme, following: Theme | None, editions: Editions, state: PersonState, language: Language
) -> ThemeTile:
    reflector = state.reflector
    begun = any(reflector.is_passed(item.id) for item in theme.items)
    word = "themes.later"
    if theme.id in reflector.finished:
        word = "progress.skipped" if wholly_skipped(reflector, theme.items) else "progress.done"
    elif begun or (following is not None and following.id == theme.id):
        word = "themes.begun" if begun else "themes.now"
    page = begin_theme(theme, editions, state).page
    return ThemeTile(page, theme.title.in_language(language), Words(language)(word), theme.picture)


def _sitting(questionnaire: Questionnaire, reflector: ReflectorState, words: Words) -> str:
    """Gives the kind word at the end of a sitting: a good place to stop; nothing in the midst of one."""
    done = sum(theme.id in reflector.finished for theme in questionnaire.themes)
    ends = tuple(accumulate(questionnaire.sittings))
    if done == len(questionnaire.themes):
        return words("themes.all_done")
    return words("themes.sitting", done=ends.index(done) + 1, total=len(ends)) if done in ends else ""


def strengths_view(editions: Editions, state: PersonState, language: Language) -> ProfileView:
    """Gives the first page of the profile: what goes best."""
    words = Words(language)
    found = profile(editions.questionnaire, state.reflector).strengths
    title, help_text = (words("profile.heading"), words("profile.help")) if found else (words("profile.empty"), "")
    tiles = tuple(_standing_tile(one, state, language) for one in found)
    return _profile_view(title, help_text, tiles, words, next_word=words("foot.next"), large=True)


def picks_view(editions: Editions, state: PersonState, language: Language) -> ProfileView:
    """Gives the second page of the profile: all themes, to pick up to three to begin with."""
    words = Words(language)
    themes = profile(editions.questionnaire, state.reflector).themes
    tiles = tuple(_standing_tile(one, state, language) for one in themes)
    help_text = words("profile.pick", most=MOST_PICKED)
    title = words("profile.where_to_begin")
    return _profile_view(title, help_text, tiles, words, next_word=words("foot.to_path"), large=False)


def _profile_view(
    title: str, help_text: str, tiles: tuple[ThemeTile, ...], words: Words, *, next_word: str, large: bool
) -> ProfileView:
    who_sees = words("profile.who_sees")
    spoken = (title, help_text, *(f"{tile.title}. {tile.text}." for tile in tiles), who_sees)
    frame = FrameView(words("profile.title"), 0, 0, words("foot.back"), None, next_word, spoken=spoken)
    return ProfileView(frame, title, help_text, tiles, large, who_sees)


def _standing_tile(one: ThemeStanding, state: PersonState, language: Language) -> ThemeTile:
    words, picked = Words(language), one.theme.id in state.reflector.picked
    word = words("profile.picked") if picked else words(f"standing.{one.standing}")
    title = one.theme.title.in_language(language)
    return ThemeTile(f"{PROFILE}/{one.theme.id}", title, word, one.theme.picture, picked)


def standing_view(theme_id: ThemeId, editions: Editions, state: PersonState, language: Language) -> StandingView:
    """Gives one theme of the profile."""
    words, reflector = Words(language), state.reflector
    one = profile(editions.questionnaire, reflector).of(theme_id)
    title = one.theme.title.in_language(language)
    picked = theme_id in reflector.picked
    may_pick = picked or len(reflector.picked) < MOST_PICKED
    told = _changed(one.theme, reflector) or one.told
    rows = tuple(_row(one.theme, item, answer, reflector, language) for item, answer in told)
    fits = _fits(one, editions.programme.definition.modules, language)
    word = words(f"standing.{one.standing}")
    pick = words("profile.begin_here") if may_pick else ""
    retake = words("profile.retake") if theme_id in reflector.finished else ""
    who_sees = words("profile.who_sees")
    spoken = (title, word, *(f"{question} {said}" for _, question, said in rows), fits, pick, retake, who_sees)
    frame = FrameView(
        words("profile.title"),
        0,
        0,
        words("foot.back"),
        None,
        words("foot.next"),
        spoken=tuple(text for text in spoken if text),
    )
    return StandingView(frame, theme_id, title, word, one.theme.picture, rows, fits, pick, picked, retake, who_sees)


def _changed(theme: Theme, reflector: ReflectorState) -> tuple[tuple[AnyExercise, Answer], ...]:
    """Gives the rulers of a theme that was answered anew, as they are now: his own change is shown to him first."""
    if theme.id not in reflector.retaken:
        return ()
    rulers = ((item, reflector.answer(item.id)) for item in theme.items if isinstance(item, Ruler))
    return tuple((item, answer) for item, answer in rulers if answer is not None and item.id in reflector.earlier)


def _row(
    theme: Theme, item: AnyExercise, answer: Answer, reflector: ReflectorState, language: Language
) -> tuple[str, str, str]:
    said = answer_words(item, answer, language)
    before = reflector.earlier.get(item.id)
    if before is not None and before != answer:
        said = Words(language)("profile.then_now", then=answer_words(item, before, language), now=said)
    return ThemePage(theme, item).page, item.prompt.in_language(language), said


def _fits(one: ThemeStanding, modules: tuple[KvvModule, ...], language: Language) -> str:
    module = next((module for module in modules if module.id == one.theme.module), None)
    if module is None or one.standing is Standing.TOO_FEW:
        return ""
    return Words(language)("profile.module", number=module.number, title=module.title.in_language(language))
