"""The practice room: all of it can be tried, by anybody and at any time, and not one byte is kept."""

from pathlib import Path

import pytest

from kiosk.fleeting import PassingKeys
from kiosk.intents import (
    Begin,
    ChooseLanguage,
    GiveThisAnswer,
    GoBack,
    GoOn,
    Hide,
    Intent,
    KeepHalf,
    Leave,
    LogIn,
    OpenLanguages,
    OpenPage,
    Rest,
    Unhide,
)
from kiosk.pages import Editions
from kiosk.rehearsal import lifelike
from kiosk.room_pages import PRACTICE
from kiosk.session import Place, Session
from kiosk.views.entrance import AttractView, HiddenView, LanguageView, UnlockView
from kiosk.views.practice import STEPS, DrawView
from kiosk.views.question import QuestionView
from kiosk.visit import Terminal, Visit
from modules.events import Half
from modules.exercises.short_text import ShortTextAnswer
from modules.ids import SubjectId
from modules.roster import RosterPerson
from modules.texts import Language
from tests.definitions import a_kvv_edition, a_reflector_edition
from tests.fakes import FakeDoor, FakeRoom
from tests.makers import TERMINAL, a_person
from tests.suites.terminals import TerminalStore, make_terminal

NL, EN = Language("nl"), Language("en")
PIN = "270391"
SAMIR = a_person("100234")
ENTER = OpenPage(PRACTICE)


@pytest.fixture
def store(tmp_path: Path) -> TerminalStore:
    return make_terminal(tmp_path / "store.db")


@pytest.fixture
def visit(store: TerminalStore) -> Visit:
    def open_session(person: RosterPerson) -> Session:
        editions = Editions(a_reflector_edition(), a_kvv_edition())
        return Session(person, editions, store.journal, store.clock, Place(TERMINAL, "PI De Linde"))

    door, keys = FakeDoor({("100234", PIN): SAMIR}, {}), PassingKeys(store.clock)
    return Visit(Terminal(door, FakeRoom(), open_session, keys, (NL, EN), lambda _: "Sanne de Wit"))


@pytest.fixture
def inside(visit: Visit) -> Visit:
    for intent in (Begin(), ChooseLanguage(NL), LogIn("100234", PIN), OpenPage("kvv/m1"), GoOn()):
        visit.take(intent)
    return visit


def on_disk(store: TerminalStore) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.path.parent.iterdir()}


def tries_all(visit: Visit) -> list[object]:
    """Goes through every page of the room, trying what can be tried, and gives what was seen."""
    seen: list[object] = []
    for _ in STEPS:
        view = visit.view()
        if isinstance(view, QuestionView) and (answer := tried(view)):
            view = visit.take(answer)
        seen.append(view)
        for intent in (KeepHalf(Half(writing="zeppelin")), OpenLanguages(), ChooseLanguage(EN), Hide(), Unhide()):
            visit.take(intent)
        visit.take(GoOn())
    return seen


def tried(view: QuestionView) -> Intent | None:
    return GiveThisAnswer(ShortTextAnswer(words="zeppelin")) if view.kind == "short_text" else lifelike(view)


def test_before_login_everything_can_be_tried_and_the_store_is_the_same_to_the_byte(
    visit: Visit, store: TerminalStore
) -> None:
    visit.take(Begin())
    before = on_disk(store)
    assert isinstance(visit.take(ENTER), LanguageView)
    visit.take(ChooseLanguage(NL))
    seen = tries_all(visit)
    assert len({type(view) for view in seen}) == 2
    kinds = {view.kind for view in seen if isinstance(view, QuestionView)}
    assert kinds == {"info_card", "single_choice", "card_sort", "ruler", "short_text"}
    assert on_disk(store) == before
    assert store.journal.replay(SubjectId(SAMIR.detainee)) == ()
    assert isinstance(visit.view(), LanguageView)
    assert visit.language == NL


def test_inside_nothing_is_kept_either_and_he_is_back_on_his_page_in_his_own_language(
    inside: Visit, store: TerminalStore
) -> None:
    before, page = on_disk(store), inside.view()
    inside.take(ENTER)
    tries_all(inside)
    assert on_disk(store) == before
    assert inside.view() == page
    assert inside.language == NL


def to_writing(visit: Visit) -> None:
    visit.take(ENTER)
    visit.take(ChooseLanguage(NL))
    for _ in range(STEPS.index("write")):
        visit.take(GoOn())


def test_what_was_tried_is_gone_when_the_room_is_left(visit: Visit) -> None:
    to_writing(visit)
    written = visit.take(GiveThisAnswer(ShortTextAnswer(words="zeppelin")))
    assert "zeppelin" in repr(written)
    for _ in STEPS:
        visit.take(GoBack())
    to_writing(visit)
    assert "zeppelin" not in repr(visit.view())


@pytest.mark.parametrize("going", [Leave(), Rest()])
def test_a_rest_and_klaar_end_it_as_they_end_anything(visit: Visit, going: Intent) -> None:
    visit.take(ENTER)
    visit.take(ChooseLanguage(EN))
    assert isinstance(visit.take(going), AttractView)
    assert visit.language == NL


def test_a_rest_in_the_room_locks_who_is_in(inside: Visit) -> None:
    inside.take(ENTER)
    assert isinstance(inside.take(Rest()), UnlockView)
    assert inside.is_locked
    assert isinstance(inside.take(LogIn("", PIN)), QuestionView)


def test_hiding_hides_and_comes_back_to_the_same_page_of_the_room(visit: Visit) -> None:
    visit.take(ENTER)
    view = visit.take(ChooseLanguage(NL))
    assert isinstance(visit.take(Hide()), HiddenView)
    assert visit.take(Unhide()) == view


def test_every_page_says_that_nothing_is_kept(visit: Visit) -> None:
    visit.take(ENTER)
    view = visit.take(ChooseLanguage(NL))
    for _ in STEPS:
        assert isinstance(view, QuestionView | DrawView)
        assert any("niets bewaard" in said for said in view.frame.spoken)
        view = visit.take(GoOn())


def test_nobody_can_log_in_or_reach_a_page_through_it(visit: Visit) -> None:
    visit.take(ENTER)
    visit.take(ChooseLanguage(NL))
    for intent in (LogIn("100234", PIN), OpenPage("plan"), OpenPage("me")):
        visit.take(intent)
        assert visit.session is None
