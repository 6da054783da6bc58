"""A word on each theme and module that says whether it is begun, done, or was skipped and can still be done."""

from kiosk.intents import GiveThisAnswer, GoOn, OpenPage, SkipThis
from kiosk.pages import THEMES, Editions
from kiosk.views.home import HomeView
from kiosk.views.question import IntroView, QuestionView
from kiosk.views.reflector import ThemesView
from modules.exercises.info_card import InfoCard
from modules.exercises.ruler import RulerAnswer
from modules.ids import ItemId
from tests.definitions import a_kvv_edition, a_module, a_programme, a_reflector_edition, text
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


def skip_the_first_module(wing: Wing) -> object:
    module = wing.editions.programme.definition.modules[0]
    view: object = wing.take(OpenPage(f"kvv/{module.id}"), GoOn())
    while not wing.page.endswith("/end"):
        assert isinstance(view, QuestionView)
        view = wing.take(SkipThis() if view.frame.skip else GoOn())
    return view


def stone(view: object) -> tuple[str, str]:
    assert isinstance(view, HomeView)
    shown = next(one for one in view.stones if one.title.startswith("1"))
    return shown.state, shown.word


def test_a_module_wholly_skipped_says_so_at_its_end_and_on_mijn_pad_and_opens_again() -> None:
    wing = Wing()
    wing.log_in()
    end = skip_the_first_module(wing)
    assert isinstance(end, IntroView)
    assert end.title == "Je hebt deze module overgeslagen"
    assert end.lines[0] == "Dat mag. Je kunt hem altijd nog doen."
    home = wing.take(GoOn())
    assert stone(home) == ("skipped", "overgeslagen, kan nog")
    assert isinstance(home, HomeView)
    page = next(one.page for one in home.stones if one.state == "skipped")
    assert page is not None
    assert isinstance(wing.take(OpenPage(page)), QuestionView)


def test_one_answer_makes_a_skipped_module_one_that_was_done() -> None:
    wing = Wing()
    wing.log_in()
    skip_the_first_module(wing)
    wing.take(GoOn(), OpenPage("kvv/m1/m1.content"), GiveThisAnswer(RulerAnswer(value=4)))
    assert stone(wing.take(OpenPage("home"))) == ("done", "klaar")


def test_a_module_that_only_has_to_be_read_is_done_when_it_was_read() -> None:
    card = InfoCard(id=ItemId("m1.card"), prompt=text("Welkom"), body=(text("Dit gaat over jou."),))
    wing = Wing(editions=Editions(a_reflector_edition(), a_kvv_edition(a_programme(a_module(exercises=[card])))))
    wing.log_in()
    end = skip_the_first_module(wing)
    assert isinstance(end, IntroView)
    assert end.title == "Deze module is klaar"
    assert stone(wing.take(GoOn())) == ("done", "klaar")
