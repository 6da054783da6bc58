"""Every widget of the terminal, drawn by hand on plain Kivy; no stock widget and no stock style is used.

- A widget is pure paint: it takes plain values and says what was touched. It decides, stores and translates nothing.
- Every widget takes `look` (`kiosk.theme.tokens.Look`) as its first keyword; there is no global look.
- Whatever can be touched has `test_id`, `spoken` (what is read aloud), `enabled`, `focused` and the event `on_release`.
- Each widget has `natural_height(width)`; a `Column` stacks widgets by it, so nothing overlaps and nothing scrolls.
- Rules are loaded after the window exists and before a widget is made: `load_rules()` loads all, for pictures and
  tests; `load_rules_imported()` only those of what was imported so far, for the window, which does not wait for all.

The widgets, each in a file of the same name, with a `.kv` beside it where it has rules:

    frame       Frame(look, words, place, progress_done, progress_total, reading, back_word, skip_word, next_word,
                skip_icon, next_icon, next_enabled): the whole screen; .top_bar .content (a Column) .foot_bar
                on_read_aloud  on_language  on_hide  on_finish  on_back  on_skip  on_next
    top_bar     TopBar, foot_bar FootBar: parts of the frame; nobody else needs them
    heading     Heading(look, text, help_text, role=QUESTION|TITLE)
    text        Text(look, text, role, bold, colour, align=start|middle|end, valign, leading)
    icon_mark   IconMark(look, icon, size_px, colour)
    push_button PushButton(look, text, icon, icon_after, kind=PRIMARY|PLAIN|QUIET|OWN, role, stacked)  on_release
    answer_card AnswerCard(look, text, icon, chosen, multiple, marked, chosen_word, value)              on_release
    answer_list AnswerList(look, more_word, columns); show(cards): a column, two, or pages        on_choose(value)
    tile        Tile(look, title, text, icon, kind=PLAIN|OWN, leads, chosen, value)                     on_release
    plan_card   PlanCard(look, title, text, icon)                                                       on_release
    path        Path(look); show(stones): the line under PathStones                               on_choose(value)
    path_stone  PathStone(look, title, word, number, icon, state=DONE|NOW|LATER, value)                 on_release
    notice      Notice(look, title, text, icon, kind=NOTE|OWN|PLAIN)
    ruler       Ruler(look, low_word, high_word, value, earlier, earlier_word, test_id)           on_choose(value)
    number_pad  NumberPad(look, erase_word, clear_word)                       on_digit(digit)  on_erase  on_clear
    pin_dots    PinDots(look, filled, total, align=start|middle, spoken)
    keyboard    Keyboard(look, layout, words, capital)                                 on_text(letters)  on_erase
    text_line   TextLine(look, text, placeholder, lines, own, role)
    draw_line   DrawLine(look, hint); .strokes as (x, y, milliseconds), .empty, clear()                  on_change
    column      Column(look, spacing, valign=top|middle); `fill = True` on a child takes what is left
    row         Row(look, spacing): side by side in reading direction; `share` is a child's part of the width
    progress    Progress(look, done, total)
    focus       FocusRing: Tab, arrows, Enter and Space over every touchable of a screen
    scanning    Scan: one or two switches in the place of a finger
    guide       Guide: what keys and switches do, and what is spoken by itself; heard says what that is
    read_mark   ReadMark: the line that is read aloud now
    pace        Pace: no frame on a still screen, and awake at once on input

Parts of these: `touchable`, `arranged`, `key`, `choice_mark`, `ground`; how they are drawn: `surface`, `sheets`,
`typesetting`; what they look like together: `gallery`.

A screen, whole:

    frame = Frame(look=look, words=frame_words(words), place="Werk · vraag 6 van 10",
                  progress_done=5, progress_total=10, back_word="Terug", skip_word="Sla over", next_word="Verder")
    frame.content.add_widget(Heading(look=look, text="Heb je straks werk?", help_text="Kies wat het beste past."))
    answers = AnswerList(look=look, fill=True, more_word="Meer")
    answers.show([AnswerCard(look=look, test_id="answer.yes", text="Ja", value="yes"), ...])
    frame.content.add_widget(answers)
    answers.bind(on_choose=lambda _, value: ...)
    frame.bind(on_next=lambda *_: ...)

Deliberately not here: screens (`kiosk/screens/`), what an exercise shows (`kiosk/exercises/`), words (`kiosk/i18n.py`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path


def load_rules() -> None:
    """Loads the rules of every widget, exercise and screen; what was loaded before is passed by.

    Widgets come first: Kivy applies rules in the order in which they were loaded, and a screen's own come last.
    """
    _load(Path(__file__).parents[1].rglob("*.kv"))


def load_rules_imported() -> None:
    """Loads the rules of what was imported so far; a rule file may import widgets itself, so until none is new."""
    while _load(_rules_imported()):
        pass


def _rules_imported() -> Iterator[Path]:
    for name, module in tuple(sys.modules.items()):
        if name.startswith(("kiosk.widgets.", "kiosk.exercises.", "kiosk.screens.")) and module.__file__:
            rules = Path(module.__file__).with_suffix(".kv")
            if rules.exists():
                yield rules


def _load(files: Iterable[Path]) -> bool:
    from kivy.lang import Builder  # noqa: PLC0415 - the environment must be set before Kivy is imported

    widgets = Path(__file__).parent
    new = {str(rules) for rules in files} - set(Builder.files)
    for rules in sorted(map(Path, new), key=lambda path: (widgets not in path.parents, path)):
        Builder.load_file(str(rules))
    return bool(new)
