"""Mijn gegevens under a finger: groups, pages, and asking; nothing that was written stays."""

from collections.abc import Callable

from kiosk.intents import AskCorrection, AskPrint, GoBack, OpenPage
from kiosk.views.me import correct_view, kept_view, me_view
from modules.kept import Group
from modules.reasons import CorrectionReason
from modules.texts import Language
from tests.makers import a_person
from tests.ui import views
from tests.ui.person import Person

NL = Language("nl")
Stand = Callable[..., Person]


def test_each_group_is_one_touch_away_and_so_is_asking(stand: Stand) -> None:
    person = stand(me_view(views.kept_of_him(), views.reading(NL)))
    for group in Group:
        person.touch(f"theme.me/{group}")
    person.touch("foot.skip", "foot.next", "foot.back")
    opened = [OpenPage(f"me/{group}") for group in Group]
    assert person.wants == [*opened, OpenPage("me/correct"), AskPrint(), GoBack()]


def test_home_leads_by_two_touches_to_what_is_kept(stand: Stand) -> None:
    person = stand(views.home(NL))
    person.touch("foot.skip")
    assert person.wants == [OpenPage("more")]
    person = stand(views.more(NL))
    person.touch("theme.me")
    assert person.wants == [OpenPage("me")]


def test_a_long_group_is_turned_page_by_page_and_nothing_of_it_stays(stand: Stand) -> None:
    person = stand(kept_view(Group.PLAN, views.kept_of_him(), a_person(), views.reading(NL)))
    first = person.reads()
    person.touch("foot.next")
    assert person.reads() != first
    person.touch("foot.back", "foot.back")
    assert person.wants == [GoBack()]
    person.screen.forget()
    person.wait()
    assert "Plan gelezen" not in person.reads()


def test_what_is_kept_is_not_counted_as_goals_are(stand: Stand) -> None:
    person = stand(kept_view(Group.SELF, (), a_person(), views.reading(NL)))
    read = person.reads()
    while "foot.next" in person.sees():
        person.touch("foot.next")
        read += person.reads()
    assert "Registratienummer" in read
    assert "Doel" not in read


def test_a_card_is_sent_alone_and_can_be_chosen_again_before(stand: Stand) -> None:
    person = stand(correct_view(NL))
    person.touch("foot.next")
    person.touch("correct.not_right", "correct.not_mine", "foot.next")
    assert person.wants == [AskCorrection(CorrectionReason.NOT_MINE)]


def test_own_words_go_with_the_card_and_are_not_kept_on_the_screen(stand: Stand) -> None:
    person = stand(correct_view(NL))
    person.touch("correct.not_complete", "foot.skip", "keyboard.o", "keyboard.p", "own.keep")
    assert person.wants == [AskCorrection(CorrectionReason.NOT_COMPLETE, "Op")]
    person.touch("correct.take_out", "foot.skip")
    assert "Op" not in person.reads().split()
    person.touch("keyboard.x", "own.cancel", "foot.back")
    assert person.wants[1:] == [GoBack()]
