"""Who is told at his next visit that the questions were renewed, and for how long."""

from dataclasses import replace

from kiosk.easing import moved_on
from kiosk.intents import OpenPage
from kiosk.views.home import HomeView
from kiosk.views.question import QuestionView
from modules.texts import DUTCH
from tests.wing import Wing

SAID = "De vragen zijn vernieuwd."


def test_mijn_pad_says_that_the_questions_were_renewed_aloud_too() -> None:
    home = moved_on(Wing().log_in(), DUTCH)
    assert isinstance(home, HomeView)
    assert SAID in home.last_time
    assert any(SAID in text for text in home.spoken)


def test_a_question_he_comes_back_to_says_so_unless_it_has_something_else_to_say() -> None:
    wing = Wing()
    wing.log_in()
    question = wing.take(OpenPage("reflector/basics/basics.id"))
    assert isinstance(question, QuestionView)
    assert SAID in moved_on(question, DUTCH).notice
    assert moved_on(replace(question, notice="Iets anders."), DUTCH).notice == "Iets anders."
