"""Every widget of the terminal, drawn by hand on plain Kivy; no stock widget and no stock style is used.

- A widget is pure paint: it takes plain values and says what was touched. It decides, stores and translates nothing.
- Every widget takes `look` (`kiosk.theme.tokens.Look`) as its first keyword; there is no global look.
- Whatever can be touched has `test_id`, `spoken` (what is read aloud), `enabled`, `focused` and the event `on_release`.
- Each widget has `natural_height(width)`; a `Column` stacks widgets by it, so nothing overlaps and nothing scrolls.
- Call `load_rules()` once, after the window exists and before the first widget is made.

The widgets, each in a file of the same name with a `.kv` beside it where it has rules:

    text        Text(look, text, role, bold, colour, align, valign)
    icon_mark   IconMark(look, icon, size_px, colour)
    push_button PushButton(look, text, icon, icon_after, kind=PRIMARY|PLAIN|QUIET|OWN, role)  on_release
    answer_card AnswerCard(look, text, icon, chosen, multiple, chosen_word, value)            on_release
    answer_list AnswerList(look, more_word); show(cards); one column, two, or pages           on_choose(value)
    notice      Notice(look, title, text, kind=NOTE|OWN|PLAIN, icon)
    column      Column(look, spacing); add_widget() in reading order; `fill = True` on one child takes what is left
    row         Row(look, spacing); the same from side to side, in reading direction; `share` is a child's part
    progress    Progress(look, done, total)
    top_bar     TopBar(look, words, place, progress_done, progress_total, reading)
                on_read_aloud  on_language  on_hide  on_finish
    foot_bar    FootBar(look, back_word, skip_word, next_word, next_enabled)                  on_back  on_skip  on_next
    frame       Frame(look, words, place, ...): the whole screen; .top .content (a Column) .foot
    tile        Tile(look, title, text, icon, kind)                                           on_release
    path_stone  PathStone(look, title, state=DONE|NOW|LATER, word, icon)                      on_release
    plan_card   PlanCard(look, title, text, icon)                                             on_release
    ruler       Ruler(look, low_word, high_word, value, earlier, earlier_word)                on_choose(value)
    number_pad  NumberPad(look, erase_word, clear_word)                        on_digit(digit)  on_erase  on_clear
    pin_dots    PinDots(look, filled, total, spoken)
    keyboard    Keyboard(look, layout, words)                                  on_text(letters)  on_erase  on_done
    text_line   TextLine(look, text, placeholder, multiline)
    draw_line   DrawLine(look, hint); strokes as (x, y, milliseconds) from 0 to 1             on_change
    focus       FocusRing: Tab, arrows, Enter and Space over every touchable of a screen
    pace        Pace: a frame rate that falls to nothing on a still screen and wakes on input

A screen, whole:

    frame = Frame(look=look, words=frame_words(words), place="Werk · vraag 6 van 10",
                  progress_done=5, progress_total=10, back_word="Terug", skip_word="Sla over", next_word="Verder")
    frame.content.add_widget(Text(look=look, text="Heb je straks werk?", role=Role.QUESTION, bold=True))
    frame.content.add_widget(Text(look=look, text="Kies wat het beste past.", role=Role.HELP))
    answers = AnswerList(look=look, fill=True)
    answers.show([AnswerCard(look=look, test_id="answer.yes", text="Ja", value="yes"), ...])
    frame.content.add_widget(answers)
    answers.bind(on_choose=lambda _, value: ...)
    frame.bind(on_next=lambda *_: ...)

Deliberately not here: screens (`kiosk/screens/`), what each exercise shows (`kiosk/exercises/`), words (`kiosk/i18n.py`).
"""

from __future__ import annotations

from pathlib import Path


def load_rules() -> None:
    """Loads the rule file of every widget, once; a second call does nothing."""
    from kivy.lang import Builder  # noqa: PLC0415 - the environment must be set before Kivy is imported

    loaded = {Path(name) for name in Builder.files}
    for rules in sorted(Path(__file__).parent.glob("*.kv")):
        if rules not in loaded:
            Builder.load_file(str(rules))
