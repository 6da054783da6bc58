"""The page of all themes: a word on each that says whether it is begun, done, or was skipped and can still be done."""

from kiosk.intents import GoOn, OpenPage, SkipThis
from kiosk.pages import THEMES
from kiosk.views.reflector import ThemesView
from tests.wing import Wing


def words(view: object) -> list[str]:
    assert isinstance(view, ThemesView)
    return [tile.text for tile in view.tiles]


def test_a_theme_that_was_never_begun_says_begin_and_one_wholly_skipped_does_not_say_done() -> None:
    wing = Wing()
    wing.log_in()
    assert words(wing.take(OpenPage(THEMES)))[0] == "hier begin je"
    first = wing.editions.questionnaire.definition.themes[0]
    for item in first.items:
        wing.take(OpenPage(f"reflector/{first.id}/{item.id}"), SkipThis())
    wing.take(OpenPage(f"reflector/{first.id}/overview"), GoOn())
    assert words(wing.take(OpenPage(THEMES)))[0] == "overgeslagen, kan nog"
