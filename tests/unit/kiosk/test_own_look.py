"""How a person wants to see the terminal: his alone, kept for his next time, and gone with him from the screen."""

import pytest

from kiosk.intents import Begin, ChooseLanguage, ChooseLook, GoBack, Intent, Leave, LogIn, OpenLanguages, OpenPage, Rest
from kiosk.room_pages import PRACTICE
from kiosk.theme.palettes import CONTRAST, PaletteName
from kiosk.theme.tokens import STILL, Look
from kiosk.views.aids import USUAL
from modules.disclosure import Disclosure, disclosure_of
from modules.events import LookChosen
from modules.own_look import Colours, Letters, Moving, OwnLook
from tests.wing import NL, PIN, YES, Wing

LARGE, NIGHT = OwnLook(letters=Letters.LARGEST), OwnLook(colours=Colours.NIGHT)
BOTH = OwnLook(letters=Letters.LARGEST, colours=Colours.NIGHT)


@pytest.fixture
def wing() -> Wing:
    return Wing()


def _looks_kept(wing: Wing) -> list[OwnLook]:
    return [event.look for event in wing.kept() if isinstance(event, LookChosen)]


def test_what_is_left_open_stays_as_it_was() -> None:
    assert NIGHT.over(LARGE) == BOTH
    assert OwnLook(colours=Colours.LIGHT).over(BOTH) == OwnLook(letters=Letters.LARGEST, colours=Colours.LIGHT)
    assert BOTH.over(USUAL).moving is Moving.CALM


def test_each_choice_is_another_look_and_what_is_left_open_is_the_terminals() -> None:
    usual = Look(text_factor=1.2)
    assert usual.as_chosen(OwnLook()) == usual
    assert [usual.as_chosen(OwnLook(letters=one)).text_factor for one in Letters] == [1.0, 1.2, 1.45]
    assert usual.as_chosen(OwnLook(colours=Colours.CONTRAST)).palette is CONTRAST
    assert Look().own == USUAL
    assert all(Look().as_chosen(one.over(USUAL)).own == one.over(USUAL) for one in (LARGE, NIGHT, BOTH, OwnLook()))
    assert usual.as_chosen(OwnLook(moving=Moving.STILL)).motion is STILL
    assert {usual.as_chosen(OwnLook(colours=one)).palette.name for one in Colours} == set(PaletteName)


def test_what_is_chosen_before_login_counts_at_once_and_is_kept_at_login(wing: Wing) -> None:
    wing.take(Begin(), ChooseLook(LARGE), ChooseLanguage(NL), ChooseLook(NIGHT))
    assert wing.visit.look == BOTH
    wing.take(LogIn("100234", PIN))
    assert wing.visit.look == BOTH
    assert _looks_kept(wing) == [BOTH]


def test_it_is_there_again_the_next_time_and_after_a_power_cut(wing: Wing) -> None:
    wing.log_in()
    wing.take(ChooseLook(LARGE), ChooseLook(NIGHT))
    assert _looks_kept(wing) == [LARGE, BOTH]
    wing.cut_the_power()
    assert wing.visit.look == OwnLook()
    wing.log_in()
    assert wing.visit.look == BOTH


def test_a_choice_made_before_login_goes_before_the_one_that_was_kept(wing: Wing) -> None:
    wing.log_in()
    wing.take(ChooseLook(BOTH), Leave(), Begin(), ChooseLook(OwnLook(colours=Colours.LIGHT)))
    wing.take(ChooseLanguage(NL), LogIn("100234", PIN))
    assert wing.visit.look == OwnLook(letters=Letters.LARGEST, colours=Colours.LIGHT)


@pytest.mark.parametrize("going", [(Leave(),), (Rest(hard_stop=True),), (Rest(), Rest(lets_go=True))])
def test_the_next_person_has_what_the_terminal_has(wing: Wing, going: tuple[Intent, ...]) -> None:
    wing.log_in()
    wing.take(ChooseLook(BOTH), *going)
    assert wing.visit.look == OwnLook()


def test_after_wrong_pins_at_a_lock_the_look_is_gone_too(wing: Wing) -> None:
    wing.log_in()
    wing.take(ChooseLook(BOTH), Rest())
    assert wing.visit.look == BOTH
    wing.take(*[LogIn("", "111111")] * 3)
    assert wing.visit.look == OwnLook()


def test_behind_a_lock_it_is_as_he_left_it(wing: Wing) -> None:
    wing.log_in()
    wing.take(ChooseLook(BOTH), Rest(), LogIn("", PIN))
    assert wing.visit.look == BOTH
    assert _looks_kept(wing) == [BOTH]


def test_half_way_it_changes_nothing_but_the_look(wing: Wing) -> None:
    wing.log_in()
    before = wing.take(OpenPage("reflector/basics"), YES)
    page, answers = wing.page, len(wing.kept())
    assert wing.take(ChooseLook(LARGE)) == before
    assert (wing.page, len(wing.kept())) == (page, answers + 1)
    assert wing.take(ChooseLook(LARGE)) == before
    assert len(wing.kept()) == answers + 1
    assert wing.take(OpenLanguages(), ChooseLook(NIGHT), GoBack()) == before


def test_it_can_be_chosen_in_the_practice_room_and_stays_with_him(wing: Wing) -> None:
    wing.take(Begin(), OpenPage(PRACTICE), ChooseLanguage(NL), ChooseLook(NIGHT))
    assert wing.visit.look == NIGHT
    wing.take(Leave())
    assert wing.visit.look == OwnLook()


def test_nobody_but_himself_can_read_it() -> None:
    assert disclosure_of(LookChosen(look=BOTH)) is Disclosure.DIGEST
