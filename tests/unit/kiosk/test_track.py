"""The whole way or the short one: asked once, before the first module, and changed whenever a person wants."""

import pytest

from kiosk.intents import GiveThisAnswer, GoBack, GoOn, OpenPage, SkipThis
from kiosk.pages import Editions
from kiosk.views.home import HomeView, StoneState
from kiosk.views.question import IntroView, QuestionView
from kiosk.views.rooms import MoreView
from modules.definition.kvv_module import KvvModule, KvvProgramme
from modules.events import ModuleFinished, ModuleStarted, TrackChosen
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import ModuleId, OptionId
from modules.reasons import Track
from tests.definitions import KVV_PACK, a_kvv_edition, a_module, a_programme, a_reflector_edition, a_ruler
from tests.wing import Wing

FULL, SHORT = (GiveThisAnswer(SingleChoiceAnswer(option=OptionId(track.value))) for track in Track)


def eight_modules() -> KvvProgramme:
    modules: list[KvvModule] = []
    for number in range(1, 9):
        before = tuple(module.id for module in modules[: min(number - 1, 3)]) if number < 8 else ()
        after = tuple(module.id for module in modules) if number == 8 else before
        exercises = [a_ruler(f"m{number}.content")]
        modules.append(a_module(f"m{number}", exercises, number=number, opens_after=after, minutes=25))
    short = tuple(modules[number - 1].id for number in (1, 3, 7, 8))
    return a_programme(*modules).model_copy(update={"short_track": short})


@pytest.fixture
def wing() -> Wing:
    return Wing(editions=Editions(a_reflector_edition(), a_kvv_edition(eight_modules())))


def states(view: object) -> dict[str, StoneState]:
    assert isinstance(view, HomeView)
    return {stone.title.partition(" ")[0]: stone.state for stone in view.stones}


def words(view: object) -> dict[str, str]:
    assert isinstance(view, HomeView)
    return {stone.title.partition(" ")[0]: stone.word for stone in view.stones}


def finish(wing: Wing, *numbers: int) -> None:
    events = [ModuleFinished(pack=KVV_PACK, module=ModuleId(f"m{number}")) for number in numbers]
    wing.diary.append(wing.subject, tuple(events), wing.clock.moment())


def test_before_the_first_module_he_is_asked_once_which_way_he_wants(wing: Wing) -> None:
    wing.log_in()
    asked = wing.take(OpenPage("kvv/m1"))
    assert isinstance(asked, QuestionView)
    assert not asked.frame.next_enabled
    assert wing.take(GoOn()) == asked
    chosen = wing.take(SHORT)
    assert isinstance(chosen, QuestionView)
    assert chosen.frame.next_enabled
    assert isinstance(wing.take(GoOn()), IntroView)
    assert wing.page == "kvv/m1"
    assert TrackChosen(track=Track.SHORT) in wing.kept()
    wing.take(OpenPage("home"), OpenPage("kvv/m1"))
    assert wing.page == "kvv/m1"


def test_both_ways_are_cards_of_the_same_kind_and_say_what_time_they_take(wing: Wing) -> None:
    wing.log_in()
    asked = wing.take(OpenPage("kvv/m1"))
    assert isinstance(asked, QuestionView)
    full, short = asked.exercise.options  # type: ignore[union-attr]
    assert "8 keer ongeveer 25 minuten" in full.text
    assert "module 1, 3, 7, 8" in short.text
    assert "4 keer ongeveer 25 minuten" in short.text
    assert not full.chosen
    assert not short.chosen
    assert "later nog wisselen" in asked.help


def test_who_does_not_know_skips_it_begins_and_has_chosen_nothing(wing: Wing) -> None:
    wing.log_in()
    asked = wing.take(OpenPage("kvv/m1"))
    assert isinstance(asked, QuestionView)
    assert asked.frame.skip
    assert isinstance(wing.take(SkipThis()), IntroView)
    assert wing.page == "kvv/m1"
    assert not [event for event in wing.kept() if isinstance(event, TrackChosen)]


def test_beside_the_path_there_is_nothing_to_skip(wing: Wing) -> None:
    wing.log_in()
    asked = wing.take(OpenPage("track"))
    assert isinstance(asked, QuestionView)
    assert asked.frame.skip is None


def test_going_back_chooses_nothing_and_begins_nothing(wing: Wing) -> None:
    wing.log_in()
    assert isinstance(wing.take(OpenPage("kvv/m1"), GoBack()), HomeView)
    assert not [event for event in wing.kept() if isinstance(event, TrackChosen | ModuleStarted)]


def test_the_way_is_changed_later_beside_the_path_and_nothing_done_is_lost(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("kvv/m1"), SHORT, OpenPage("home"))
    more = wing.take(OpenPage("more"))
    assert isinstance(more, MoreView)
    tile = next(tile for tile in more.tiles if tile.page == "track")
    assert tile.text == "de korte weg"
    assert isinstance(wing.take(OpenPage("track"), FULL, GoOn()), MoreView)
    assert wing.kept().count(TrackChosen(track=Track.FULL)) == 1
    assert isinstance(wing.take(GoBack()), HomeView)


def test_on_the_whole_way_the_last_module_opens_after_all_seven(wing: Wing) -> None:
    finish(wing, 1, 2, 3, 4, 5, 6)
    home = wing.log_in()
    assert states(home)["8"] is StoneState.LATER
    finish(wing, 7)
    wing.cut_the_power()
    assert states(wing.log_in())["8"] is StoneState.OPEN


def test_only_the_first_stone_that_is_open_says_now(wing: Wing) -> None:
    finish(wing, 1, 2, 3)
    home = wing.log_in()
    assert isinstance(home, HomeView)
    said = {stone.state: stone.word for stone in home.stones}
    assert [stone.state for stone in home.stones].count(StoneState.NOW) == 1
    assert [stone.state for stone in home.stones].count(StoneState.OPEN) > 1
    assert said[StoneState.NOW] == "nu"
    assert said[StoneState.OPEN] == "kan ook"


def test_on_the_short_way_it_opens_after_one_three_and_seven_and_the_others_may_be_done(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("kvv/m1"), SHORT)
    home = wing.take(OpenPage("home"))
    assert words(home)["8"] == "na 1, 3, 7"
    finish(wing, 1, 3, 7)
    wing.cut_the_power()
    home = wing.log_in()
    assert states(home)["8"] is StoneState.OPEN
    assert {number for number, word in words(home).items() if word == "mag ook"} == {"2", "4", "5", "6"}


def test_a_stone_that_waits_for_many_says_so_in_a_few_words(wing: Wing) -> None:
    assert words(wing.log_in())["8"] == "na de andere"


def test_who_began_before_he_could_choose_is_not_asked_in_the_middle(wing: Wing) -> None:
    started = ModuleStarted(pack=KVV_PACK, module=ModuleId("m1"))
    wing.diary.append(wing.subject, (started,), wing.clock.moment())
    wing.log_in()
    wing.take(OpenPage("kvv/m1"))
    assert wing.page == "kvv/m1"


def test_the_plan_needs_no_way_and_no_module(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("plan"))
    assert wing.page == "plan"
