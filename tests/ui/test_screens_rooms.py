"""What stands beside the path under a finger: tiles, the ways on from the languages, drawing that is kept nowhere."""

from collections.abc import Callable

import pytest

from kiosk.intents import GiveThisAnswer, GoOn, OpenPage, SkipThis
from kiosk.views.entrance import language_view
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import OptionId
from modules.reasons import Track
from modules.texts import Language
from tests.ui import views
from tests.ui.person import Person

NL = Language("nl")
Stand = Callable[..., Person]


def test_each_thing_beside_the_path_is_one_touch_away(stand: Stand) -> None:
    person = stand(views.more(NL))
    pages = ("talk", "together", "track", "practice", "me")
    person.touch(*(f"theme.{page}" for page in pages))
    assert person.wants == [OpenPage(page) for page in pages]


@pytest.mark.parametrize(("inside", "page"), [(True, "more"), (False, "practice")])
def test_from_the_languages_it_goes_on_to_help_or_to_practise(stand: Stand, inside: bool, page: str) -> None:
    person = stand(language_view(views.LANGUAGES, NL, inside=inside))
    person.touch("foot.next")
    assert person.wants == [OpenPage(page)]


def test_in_the_practice_room_the_languages_lead_nowhere_else(stand: Stand) -> None:
    person = stand(language_view(views.LANGUAGES, NL, practising=True))
    assert "foot.next" not in person.sees()


def test_a_way_through_the_modules_is_one_touch_on_either_card(stand: Stand) -> None:
    person = stand(views.track(NL))
    person.touch("answer.full", "answer.short")
    chosen = [GiveThisAnswer(SingleChoiceAnswer(option=OptionId(track.value))) for track in (Track.FULL, Track.SHORT)]
    assert person.wants == chosen


def test_a_request_is_taken_back_with_the_middle_button(stand: Stand) -> None:
    person = stand(views.every(NL)["talk, asked"])
    person.touch("foot.skip")
    assert person.wants == [SkipThis()]


def test_what_is_drawn_in_practice_is_sent_nowhere_and_gone_with_the_page(stand: Stand) -> None:
    person = stand(views.every(NL)["practice draw"])
    person.draw()
    drawing = person.screen.ids.drawing
    assert not drawing.empty
    person.touch("foot.next")
    assert person.wants == [GoOn()]
    person.screen.forget()
    assert drawing.empty


def test_drawing_can_be_tried_without_a_finger_that_draws(stand: Stand) -> None:
    person = stand(views.every(NL)["practice draw"])
    person.touch("sign.cross")
    assert not person.screen.ids.drawing.empty
    person.touch("sign.clear")
    assert person.screen.ids.drawing.empty
