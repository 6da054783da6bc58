"""A preview's visit goes on with newer packs where it was: the page and the answers stay, what is gone leads home."""

import shutil
from pathlib import Path

import pytest

from content.rendering import Passing
from content.source import SOURCES
from kiosk.gallery import LANGUAGES, editions_of, still_clock
from kiosk.intents import GiveThisAnswer
from kiosk.pages import Editions
from kiosk.tryout import Tryout
from kiosk.views.question import QuestionView
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import ItemId, OptionId
from modules.person import HOME
from modules.texts import Language

ITEM = "basics.id_document"
PAGE = f"reflector/basics/{ITEM}"
ASKED = "Heb je een geldig identiteitsbewijs?"


class Desk:
    """A copy of the Reflector that is edited, and its releases."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(SOURCES / "reflector", folder / "reflector")
        self.folder = folder / "reflector"
        self._passing = Passing(folder)

    def editions(self, old: str = "", new: str = "") -> Editions:
        theme = self.folder / "themes" / "basics.yaml"
        text = theme.read_text(encoding="utf-8")
        assert old in text
        theme.write_text(text.replace(old, new), encoding="utf-8")
        return editions_of(self._passing.release(self.folder))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _asked(tryout: Tryout) -> QuestionView:
    view = tryout.visit.view()
    assert isinstance(view, QuestionView)
    return view


def test_a_newer_pack_is_shown_on_the_same_page_with_the_answer_that_was_given(desk: Desk) -> None:
    tryout = Tryout(desk.editions(), LANGUAGES, still_clock())
    tryout.enter(Language("en"), PAGE)
    tryout.visit.take(GiveThisAnswer(SingleChoiceAnswer(option=OptionId("no"))))
    tryout.go_on_with(desk.editions(ASKED, "Heb je een paspoort?"))
    assert _asked(tryout).prompt == "Heb je een paspoort?", "not translated yet, so in Dutch"
    assert tryout.visit.language == "en"
    session = tryout.visit.session
    assert session is not None
    assert session.state.reflector.answer(ItemId(ITEM)) == SingleChoiceAnswer(option=OptionId("no"))


def test_a_page_that_the_newer_pack_has_no_more_leads_home(desk: Desk) -> None:
    tryout = Tryout(desk.editions(), LANGUAGES, still_clock())
    tryout.enter(Language("nl"), "reflector/basics/basics.home_care")
    assert _asked(tryout).prompt
    shutil.rmtree(desk.folder / "locale")
    tryout.go_on_with(desk.editions("basics.home_care", "basics.care_at_home"))
    assert tryout.visit.session is not None
    assert tryout.visit.session.state.page == HOME
