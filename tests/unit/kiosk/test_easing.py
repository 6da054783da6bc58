"""Easy to bear: how long it takes, where he was, a place to stop, and a friendly question nobody else hears of."""

import ast
from pathlib import Path

import pytest

from kiosk.intents import GiveThisAnswer, Leave, OpenPage, SkipThis
from kiosk.pages import Editions
from kiosk.views.frame import BETWEEN, NO_BREAK, QUESTION_SECONDS, minutes_left, with_mark
from kiosk.views.home import HomeView
from kiosk.views.question import IntroView, OverviewView, QuestionView
from modules.definition.questionnaire import Questionnaire
from modules.exercises.shared import Audience
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import OptionId
from modules.progress import progress
from tests.definitions import (
    a_kvv_edition,
    a_module,
    a_programme,
    a_questionnaire,
    a_reflector_edition,
    a_ruler,
    a_single_choice,
    a_theme,
)
from tests.wing import Wing

QUESTIONS = 6
WAYS = ("yes", "no", "unknown")


def six_questions() -> Questionnaire:
    return a_questionnaire(
        a_theme(
            "basics", [a_single_choice(f"basics.q{number}", audience=Audience.MENTOR) for number in range(QUESTIONS)]
        )
    )


@pytest.fixture
def wing() -> Wing:
    halves = [a_ruler("m1.first"), a_ruler("m1.second", second_half=True), a_ruler("m1.third", second_half=True)]
    programme = a_programme(a_module("m1", halves, minutes=24))
    return Wing(editions=Editions(a_reflector_edition(six_questions()), a_kvv_edition(programme)))


def passes(wing: Wing, seconds: float) -> None:
    wing.clock.wall_ms += int(seconds * 1000)


def answers_all(wing: Wing, seconds: float, ways: tuple[str, ...]) -> OverviewView:
    wing.log_in()
    for number in range(QUESTIONS):
        wing.take(OpenPage(f"reflector/basics/basics.q{number}"))
        passes(wing, seconds)
        wing.take(GiveThisAnswer(SingleChoiceAnswer(option=OptionId(ways[number % len(ways)]))))
    view = wing.take(OpenPage("reflector/basics/overview"))
    assert isinstance(view, OverviewView)
    return view


def place(view: object) -> str:
    """Gives the place as it reads; its parts hold together by no-break spaces."""
    assert isinstance(view, QuestionView)
    _, *parts = view.frame.place.split(BETWEEN)
    assert not any(" " in part for part in parts if "\n" not in part)
    return view.frame.place.replace(NO_BREAK, " ")


def test_the_place_says_how_many_minutes_are_left_and_never_none(wing: Wing) -> None:
    wing.log_in()
    assert place(wing.take(OpenPage("kvv/m1/m1.first"))).endswith("stap 1 van 3 · nog 24 min")
    assert place(wing.take(OpenPage("kvv/m1/m1.third"))).endswith("stap 3 van 3 · nog 8 min")
    assert place(wing.take(OpenPage("reflector/basics/basics.q0"))).endswith("vraag 1 van 6 · nog 2 min")
    assert minutes_left(1, QUESTION_SECONDS) == 1


def test_a_mark_takes_the_place_of_the_time_and_of_another_mark() -> None:
    here = BETWEEN.join(("De basis", "vraag 1 van 6"))
    marked = with_mark(BETWEEN.join((here, "nog 2 min")), "Samen met: Tolk")
    assert marked == f"{here}\nSamen met: Tolk"
    assert with_mark(marked, "Hier was je gebleven") == f"{here}\nHier was je gebleven"


def test_who_comes_back_is_told_once_that_this_is_where_he_was(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("reflector/basics/basics.q2"))
    wing.cut_the_power()
    assert "Hier was je gebleven" in place(wing.log_in())
    assert "Hier was je gebleven" not in place(wing.take(SkipThis()))


def test_who_left_by_himself_reads_on_mijn_pad_where_he_was(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("kvv/m1"), Leave())
    home = wing.log_in()
    assert isinstance(home, HomeView)
    assert home.last_time.endswith("Je was bij: Waar sta ik nu?")
    assert isinstance(again := wing.take(OpenPage("home")), HomeView)
    assert "Je was bij" not in again.last_time


def test_after_a_whole_sitting_the_end_of_something_is_a_good_place_to_stop(wing: Wing) -> None:
    wing.log_in()
    passes(wing, 19 * 60)
    early = wing.take(OpenPage("kvv/m1/end"))
    assert isinstance(early, IntroView)
    assert not any("stoppen" in line for line in early.lines)
    passes(wing, 3 * 60)
    late = wing.take(OpenPage("kvv/m1/end"))
    assert isinstance(late, IntroView)
    assert any("22 minuten bezig" in line and "Verdergaan mag ook" in line for line in late.lines)
    assert any("22 minuten bezig" in said for said in late.frame.spoken)


def test_half_way_a_module_is_a_place_to_stop_and_a_question_in_the_middle_is_not(wing: Wing) -> None:
    wing.log_in()
    passes(wing, 21 * 60)
    assert "Op de helft" in place(wing.take(OpenPage("kvv/m1/m1.second")))
    for page in ("kvv/m1/m1.first", "kvv/m1/m1.third", "reflector/basics/basics.q0"):
        assert "stoppen" not in place(wing.take(OpenPage(page)))


def test_very_fast_answers_get_one_friendly_question_on_his_own_screen(wing: Wing) -> None:
    assert answers_all(wing, 0.9, WAYS).help.startswith("Je was snel klaar.")


def test_answers_that_are_all_alike_do_too_and_others_do_not(wing: Wing) -> None:
    assert answers_all(wing, 12, ("yes",)).help.startswith("Je koos steeds hetzelfde.")
    calm = Wing(editions=wing.editions)
    assert answers_all(calm, 12, WAYS).help.startswith("Raak een antwoord aan")


def test_few_answers_say_nothing(wing: Wing) -> None:
    wing.log_in()
    for number in range(4):
        wing.take(OpenPage(f"reflector/basics/basics.q{number}"))
        wing.take(GiveThisAnswer(SingleChoiceAnswer(option=OptionId("yes"))))
    view = wing.take(OpenPage("reflector/basics/overview"))
    assert isinstance(view, OverviewView)
    assert view.help.startswith("Raak een antwoord aan")


def test_it_is_no_flag_to_staff_nothing_is_written_and_nothing_is_counted(wing: Wing) -> None:
    answers_all(wing, 0.5, ("yes",))
    calm = Wing(editions=wing.editions)
    answers_all(calm, 12, ("yes",))
    assert wing.kept() == calm.kept()
    fast, slow = (progress(one.diary.replay(one.subject)) for one in (wing, calm))
    assert (fast.shared_answers, fast.themes) == (slow.shared_answers, slow.themes)
    assert len(fast.shared_answers) == QUESTIONS


def test_nothing_but_his_own_screen_knows_of_it() -> None:
    root = Path(__file__).parents[3]
    asking = [
        str(path.relative_to(root))
        for room in ("modules", "content", "sync", "kiosk")
        for path in (root / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "modules.reflector.pace"
    ]
    assert sorted(asking) == ["kiosk/easing.py", "kiosk/views/comfort.py"]


def test_a_clock_that_was_set_back_tells_no_time(wing: Wing) -> None:
    wing.log_in()
    passes(wing, -3600)
    view = wing.take(OpenPage("kvv/m1/end"))
    assert isinstance(view, IntroView)
    assert not any("minuten bezig" in line for line in view.lines)
