"""Lines of text: short, even, one sentence a line at the easy level, in the order of their own script."""

from typing import Any

import pytest
from kivy.base import EventLoop

from kiosk.i18n import direction
from kiosk.render import Easel
from kiosk.theme.icons import Icon
from kiosk.theme.panels import KNOWN_PANELS
from kiosk.theme.tokens import PANEL_15, Look, Panel, Role
from kiosk.widgets.push_button import PushButton
from kiosk.widgets.text import Text
from kiosk.widgets.typesetting import forget_lines, set_text

LONG = "Je kunt altijd stoppen, want je antwoorden zijn bewaard en je gaat later verder waar je was gebleven."


def _set(text: str, look: Look, **values: Any) -> Any:
    return set_text(text, look, Role.HELP, **values)


def test_no_line_is_longer_than_sixty_characters(easel: Easel) -> None:
    lines = [line.text for line in _set(LONG, Look(), width=5000).lines]
    assert " ".join(lines) == LONG
    assert max(map(len, lines)) <= 60


def test_lines_are_broken_as_even_as_they_can_be(easel: Easel) -> None:
    widths = [line.width for line in _set(LONG, Look(), width=1000).lines]
    assert max(widths) <= 1000
    assert min(widths) > 0.6 * max(widths)


def test_a_mark_stays_with_its_word_where_french_has_a_space_before_it(easel: Easel) -> None:
    asked = "Combien de temps est-ce que ça va durer\u00a0?"
    assert [line.text for line in _set(asked, Look(language="fr"), width=10).lines][-1] == "durer\u00a0?"


def test_at_the_easy_level_every_sentence_has_a_line_of_its_own(easel: Easel) -> None:
    text = "Kijk op je pas. Daar staat het nummer."
    assert len(_set(text, Look(language="nl@simple"), width=5000).lines) == 2
    assert len(_set(text, Look(language="nl"), width=5000).lines) == 1


@pytest.mark.parametrize("panel", KNOWN_PANELS.values(), ids=KNOWN_PANELS)
def test_a_button_as_wide_as_it_wants_to_be_breaks_none_of_its_words(panel: Panel, easel: Easel) -> None:
    for role in (Role.ANSWER, Role.HELP, Role.LABEL):
        button = PushButton(look=Look(panel=panel), text="Sla over", icon=Icon.SKIP, role=role)
        button.size = (int(button.natural_width()), 100)
        easel.settle()
        assert button.ids.words.line_count(button.ids.words.width) == 1


@pytest.mark.parametrize("language", ["ar", "nl"])
def test_arabic_is_joined_and_ordered_from_right_to_left(easel: Easel, language: str) -> None:
    look = Look(language=language, direction="rtl" if language == "ar" else "ltr")
    joined = _set("العمل", look).width
    apart = sum(_set(letter, look).width for letter in "العمل")
    assert joined < apart


def test_a_text_that_is_shown_again_is_not_drawn_again(easel: Easel) -> None:
    first, second = (_set("Verder", Look()).lines[0].texture for _ in range(2))
    assert first is second


def test_what_a_person_writes_is_not_kept(easel: Easel) -> None:
    first, second = (_set("Ik wil naar huis", Look(), keep=False).lines[0].texture for _ in range(2))
    assert first is not second


def test_nothing_is_kept_of_anybody_who_has_left(easel: Easel) -> None:
    first = _set("Verder", Look()).lines[0].texture
    forget_lines()
    assert _set("Verder", Look()).lines[0].texture is not first


def test_a_text_stands_on_whole_pixels(easel: Easel) -> None:
    text = Text(look=Look(), text="Verder", align="middle", valign="middle", pos=(10.4, 20.7), size=(301.3, 99.9))
    EventLoop.idle()
    (rectangle,) = text._rectangles
    assert all(float(part).is_integer() for part in (*rectangle.pos, *rectangle.size))


@pytest.mark.parametrize(("language", "letters", "way"), [("nl", "daga", 1), ("ar", "سلام", -1)])
def test_the_caret_stands_after_the_last_letter_and_moves_the_way_the_language_is_written(
    easel: Easel, language: str, letters: str, way: int
) -> None:
    from kivy.graphics import Rectangle  # noqa: PLC0415 - only after the lockdown

    from kiosk.widgets.text_line import TextLine  # noqa: PLC0415

    look = Look(panel=PANEL_15, language=language, direction=direction(language))
    line, places = TextLine(look=look, size=(600, 120)), []
    for count in range(1, len(letters) + 1):
        line.text = letters[:count]
        line.paint()
        word, caret = [each for each in line.canvas.children if isinstance(each, Rectangle)]
        near, far = word.pos[0], word.pos[0] + word.size[0]
        assert caret.pos[0] >= far if way > 0 else caret.pos[0] + caret.size[0] <= near
        places.append(way * caret.pos[0])
    assert places[-1] > places[0]  # a joined letter may be narrower than one at an end, so not at each letter
