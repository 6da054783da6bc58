"""Where a person is: pages as short texts, and which page comes before and after; pure.

    home
    reflector, …/profile, …/<theme>      all themes; what the answers come to; one theme of it
    reflector/picks                      all themes by it, and up to three picked to begin with
    reflector/<theme>                    the theme's introduction
    reflector/<theme>/<item>             one question
    reflector/<theme>/overview           all answers of a theme, each can be changed
    kvv/<module>, …/end                  the module's introduction; the module is done
    kvv/<module>/<item>                  one exercise
    kvv/<module>/<item>/<goal>/<step>    one step of building a goal
    plan                                 the plan, read back; the pages around it are plan_pages.py's
    plan/sign, plan/done                 signing it, and then
    me, me/…                             what is kept of him (own_pages.py)
    more, track, …                       what stands beside the path (room_pages.py)

- A page is kept in the journal before it is shown, so a person comes back to it after any interruption.
- A page that this pack or person does not have (any more) is answered with home.
- Not here: what a page shows (kiosk/views) and what an intent does (visit.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.own_pages import ME, is_own_page
from kiosk.plan_pages import SHARES, is_own
from kiosk.room_pages import is_room
from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvModule, KvvProgramme
from modules.definition.manifest import AnyDefinition
from modules.definition.questionnaire import Questionnaire, Theme
from modules.exercises import AnyExercise
from modules.exercises.goal_builder import GoalBuilder
from modules.exercises.info_card import InfoCard
from modules.exercises.signature import SignatureStep
from modules.exercises.summary import Summary
from modules.ids import Digest, ItemId, ModuleId, ThemeId
from modules.kvv.state import next_exercise, shown_exercises
from modules.person import HOME, PersonState
from modules.reasons import Whom
from modules.reflector.state import next_item, next_theme, shown_items

PLAN, SIGN, SIGNED = "plan", "plan/sign", "plan/done"
THEMES, PROFILE, PICKS = "reflector", "reflector/profile", "reflector/picks"
OVERVIEW, END = "overview", "end"
CHECK = "check"
STEPS = ("area", "wish", "first_step", "when", "who_helps", "how_i_know", CHECK)
"""The steps every goal is made of, and the goal read back; a builder may have more between them (`steps_of`)."""


@dataclass(frozen=True, slots=True)
class Editions:
    """The questionnaire and the programme as they apply to one person; `earlier` what he worked in before them.

    With `talk_with` he can ask to talk here.
    """

    questionnaire: Edition[Questionnaire]
    programme: Edition[KvvProgramme]
    earlier: Mapping[Digest, AnyDefinition] = field(default_factory=dict)
    talk_with: tuple[Whom, ...] = tuple(Whom)


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A theme's introduction (`item` none), one of its questions, or its overview."""

    theme: Theme
    item: AnyExercise | None
    overview: bool = False

    @property
    def page(self) -> str:
        """The page as a text."""
        if self.overview:
            return f"reflector/{self.theme.id}/{OVERVIEW}"
        return f"reflector/{self.theme.id}/{self.item.id}" if self.item else f"reflector/{self.theme.id}"


@dataclass(frozen=True, slots=True)
class ModulePage:
    """A module's introduction (`item` none), one of its exercises, or its end; `goal` and `step` in a goal builder."""

    module: KvvModule
    item: AnyExercise | None
    end: bool = False
    goal: int = 0
    step: str = ""

    @property
    def page(self) -> str:
        """The page as a text."""
        base = f"kvv/{self.module.id}"
        if self.end:
            return f"{base}/{END}"
        if self.item is None:
            return base
        return f"{base}/{self.item.id}/{self.goal}/{self.step}" if self.step else f"{base}/{self.item.id}"


@dataclass(frozen=True, slots=True)
class PlainPage:
    """Home or one of the plan's pages."""

    page: str


AnyPage = ThemePage | ModulePage | PlainPage


def parse(page: str, editions: Editions) -> AnyPage:
    """Gives the page of its text; home where there is no such page."""
    match page.split("/"):
        case ["plan", *_] if page in (PLAN, SIGN, SIGNED) or is_own(page):
            return PlainPage(page)
        case ["reflector"] | ["reflector", "profile" | "picks"]:
            return PlainPage(page)
        case ["reflector", "profile", theme_id]:
            return PlainPage(
                page if theme_id in {one.id for one in editions.questionnaire.definition.themes} else PICKS
            )
        case ["reflector", theme_id, *rest]:
            return _theme_page(editions.questionnaire.definition, ThemeId(theme_id), rest)
        case ["kvv", module_id, *rest]:
            return _module_page(editions.programme.definition, ModuleId(module_id), rest)
        case _:
            return PlainPage(page if is_own_page(page) or is_room(page) else HOME)


def _theme_page(questionnaire: Questionnaire, theme_id: ThemeId, rest: list[str]) -> AnyPage:
    try:
        theme = questionnaire.theme(theme_id)
    except KeyError:
        return PlainPage(HOME)
    item = next((item for item in theme.items if rest == [item.id]), None)
    known = item or rest in ([], [OVERVIEW])
    return ThemePage(theme, item, overview=rest == [OVERVIEW]) if known else PlainPage(HOME)


def _module_page(programme: KvvProgramme, module_id: ModuleId, rest: list[str]) -> AnyPage:
    try:
        module = programme.module(module_id)
        if rest in ([], [END]):
            return ModulePage(module, None, end=bool(rest))
        item = module.exercise(ItemId(rest[0]))
    except KeyError:
        return PlainPage(HOME)
    if isinstance(item, GoalBuilder):
        number, step = (*rest[1:3], "", "")[:2]
        goal = int(number) if number.isdecimal() else 0
        step = step if step in steps_of(item) else STEPS[0]
        return ModulePage(module, item, goal=min(goal, item.most - 1), step=step)
    return ModulePage(module, item)


def steps_of(builder: GoalBuilder) -> tuple[str, ...]:
    """Gives all steps of building a goal with this builder, in order."""
    return (*STEPS[:-1], *builder.again, CHECK)


def begin_theme(theme: Theme, editions: Editions, state: PersonState) -> ThemePage:
    """Gives where a person goes on in a theme: its introduction, the first open question, or its overview."""
    if not any(state.reflector.is_passed(item.id) for item in theme.items):
        return ThemePage(theme, None)
    item = next_item(editions.questionnaire, state.reflector, theme)
    return ThemePage(theme, item, overview=item is None)


def begin_module(module: KvvModule, editions: Editions, state: PersonState) -> ModulePage:
    """Gives where a person goes on in a module: its introduction, the first open exercise, or the first one again."""
    if not any(state.kvv.is_passed(item.id) for item in module.exercises):
        return ModulePage(module, None)
    item = next_exercise(editions.programme, state.kvv, module)
    shown = shown_exercises(editions.programme, state.kvv, module)
    return _at(module, item or shown[0], state)


def following(page: AnyPage, editions: Editions, state: PersonState) -> AnyPage:
    """Gives the page after this one."""
    match page:
        case ThemePage(overview=True):
            return PlainPage(THEMES)
        case ThemePage(theme, item):
            shown = shown_items(editions.questionnaire, state.reflector, theme)
            after = _after(shown, item)
            return ThemePage(theme, after, overview=after is None)
        case ModulePage(end=True):
            return PlainPage(HOME)
        case ModulePage(module, GoalBuilder() as builder, goal=goal, step=step) if step != CHECK:
            return ModulePage(module, builder, goal=goal, step=_beside(steps_of(builder), step, 1))
        case ModulePage(module, GoalBuilder()) if module.id not in state.kvv.started:
            return PlainPage(PLAN)
        case ModulePage(module, item):
            following_item = _after(shown_exercises(editions.programme, state.kvv, module), item)
            return _at(module, following_item, state) if following_item else ModulePage(module, None, end=True)
        case PlainPage(page=name):
            return _following_plain(name, editions, state)


def _following_plain(name: str, editions: Editions, state: PersonState) -> AnyPage:
    if name == SIGNED:
        return _end_of_module(editions, state)
    if name == THEMES and (waiting := next_theme(editions.questionnaire, state.reflector)) is not None:
        return begin_theme(waiting, editions, state)
    after = {PLAN: SHARES, SIGN: SIGNED, THEMES: PROFILE, PROFILE: PICKS}
    return PlainPage(PICKS if name.startswith(f"{PROFILE}/") else after.get(name, HOME))


def _end_of_module(editions: Editions, state: PersonState) -> AnyPage:
    for module in editions.programme.definition.modules:
        begun = module.id in state.kvv.started - state.kvv.finished
        if begun and next_exercise(editions.programme, state.kvv, module) is None:
            return ModulePage(module, None, end=True)
    return PlainPage(HOME)


def preceding(page: AnyPage, editions: Editions, state: PersonState) -> AnyPage:
    """Gives the page before this one."""
    match page:
        case ThemePage(item=None, overview=False) | PlainPage(page="reflector/profile"):
            return PlainPage(THEMES)
        case PlainPage(page="reflector/picks"):
            return PlainPage(PROFILE)
        case PlainPage(page=name) if name.startswith(f"{PROFILE}/"):
            return PlainPage(PICKS)
        case ThemePage(theme, item, overview=overview):
            shown = shown_items(editions.questionnaire, state.reflector, theme)
            return ThemePage(theme, shown[-1] if overview else _after(shown[::-1], item))
        case ModulePage(module, GoalBuilder() as builder, goal=goal, step=step) if step != STEPS[0]:
            return ModulePage(module, builder, goal=goal, step=_beside(steps_of(builder), step, -1))
        case ModulePage(module, GoalBuilder()) if module.id not in state.kvv.started:
            return PlainPage(PLAN)
        case ModulePage(module, item, end=end) if end or item is not None:
            shown = shown_exercises(editions.programme, state.kvv, module)
            before = shown[-1] if end else _after(shown[::-1], item)
            return _at(module, before, state) if before else ModulePage(module, None)
        case PlainPage(page="plan/sign"):
            return PlainPage(SHARES)
        case PlainPage(page=name) if name.startswith(f"{ME}/"):
            return PlainPage(ME)
        case _:
            return PlainPage(HOME)


def _beside(steps: tuple[str, ...], step: str, by: int) -> str:
    return steps[steps.index(step) + by] if step in steps else STEPS[0]


def _at(module: KvvModule, item: AnyExercise, state: PersonState) -> ModulePage:
    if not isinstance(item, GoalBuilder):
        return ModulePage(module, item)
    last = max(len(state.plan.goals) - 1, 0)
    return ModulePage(module, item, goal=last, step=open_step(state, last))


def open_page(page: AnyPage, editions: Editions, state: PersonState) -> AnyPage | None:
    """Gives where something still waits before a person can go on from this page; none where nothing does.

    A page that is only read never waits; an overview or an end waits for the first question not yet passed.
    """
    match page:
        case ThemePage(theme, overview=True):
            item = next_item(editions.questionnaire, state.reflector, theme)
            return ThemePage(theme, item) if item else None
        case ThemePage(_, item) if item is not None:
            read = isinstance(item, InfoCard)
            return None if read or state.reflector.is_passed(item.id) else page
        case ModulePage(module, end=True):
            item = next_exercise(editions.programme, state.kvv, module)
            return _at(module, item, state) if item else None
        case ModulePage(module, GoalBuilder() as builder):
            return _open_goal(page, builder, state)
        case ModulePage(_, item) if item is not None:
            read = isinstance(item, InfoCard | Summary | SignatureStep)
            return None if read or state.kvv.is_passed(item.id) else page
        case _:
            return None


def _open_goal(page: ModulePage, builder: GoalBuilder, state: PersonState) -> ModulePage | None:
    waiting, steps = open_step(state, page.goal), steps_of(builder)
    if waiting == CHECK or page.step not in steps or steps.index(waiting) > steps.index(page.step):
        return None
    return ModulePage(page.module, builder, goal=page.goal, step=waiting)


def open_step(state: PersonState, goal: int) -> str:
    """Gives the first step of a goal that was not taken yet; the check where all were."""
    goals = list(state.plan.goals.values())
    if goal >= len(goals):
        return STEPS[0]
    built = goals[goal].goal
    return next((step for step in STEPS[1:-1] if getattr(built, step) is None), CHECK)


def _after(items: tuple[AnyExercise, ...], item: AnyExercise | None) -> AnyExercise | None:
    ids = [known.id for known in items]
    index = ids.index(item.id) + 1 if item is not None and item.id in ids else 0
    return items[index] if index < len(items) else None
