"""Every widget on lifelike sheets, drawn by `python -m kiosk.render --gallery`: to look at, and for the geometry test.

- One builder a sheet; each takes a look and gives a whole screen.
- The words of the frame are those of the catalogues; the examples come from `gallery_words.py`.

Deliberately not here: real screens (`kiosk/screens/`), which are drawn by `kiosk render`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kiosk.i18n import Words, direction, frame_words, keyboard_words
from kiosk.theme.icons import Icon
from kiosk.theme.palettes import Palette, PaletteName
from kiosk.theme.tokens import Look, Panel
from kiosk.widgets.answer_card import AnswerCard
from kiosk.widgets.answer_list import AnswerList
from kiosk.widgets.column import Column
from kiosk.widgets.draw_line import DrawLine
from kiosk.widgets.frame import Frame
from kiosk.widgets.gallery_words import ANSWERS, PEOPLE, SENTENCES
from kiosk.widgets.heading import Heading
from kiosk.widgets.keyboard import Keyboard
from kiosk.widgets.keyboard_layouts import layout_for
from kiosk.widgets.notice import Notice, NoticeKind
from kiosk.widgets.number_pad import NumberPad
from kiosk.widgets.path import Path
from kiosk.widgets.path_stone import PathStone, StoneState
from kiosk.widgets.pin_dots import PinDots
from kiosk.widgets.plan_card import PlanCard
from kiosk.widgets.row import Row
from kiosk.widgets.ruler import Ruler
from kiosk.widgets.text_line import TextLine
from kiosk.widgets.tile import Tile

PEOPLE_ICONS = (Icon.FAMILY, Icon.FRIENDS, Icon.WORK, Icon.SUPPORT, Icon.MUNICIPALITY, Icon.STAFF)
MODULES = 8


def looks(panels: Mapping[str, Panel], palettes: Mapping[PaletteName, Palette]) -> Iterator[tuple[str, Look]]:
    """Gives every look of the gallery with its name: all panels, two languages, all palettes."""
    for panel_name, panel in panels.items():
        for language in SENTENCES:
            for palette_name, palette in palettes.items():
                look = Look(palette=palette, panel=panel, language=language, direction=direction(language))
                yield f"{panel_name}-{language}-{palette_name}", look


def a_frame(look: Look, *parts: Any, **values: Any) -> Frame:
    """Gives a frame with the usual words and these parts in it."""
    words = Words(look.language)
    usual = {
        "place": f"{SENTENCES[look.language]['place']} · {words('progress.question', done=6, total=10)}",
        "progress_done": 5,
        "progress_total": 10,
        "back_word": words("foot.back"),
        "skip_word": words("foot.skip"),
        "next_word": words("foot.next"),
    }
    frame = Frame(look=look, words=frame_words(words), **{**usual, **values})
    for part in parts:
        frame.content.add_widget(part)
    return frame


def answers(
    look: Look, texts: Sequence[str], chosen: set[int], icons: Sequence[Icon] = (), **values: Any
) -> AnswerList:
    """Gives the answers with some chosen."""
    words = Words(look.language)
    listed = AnswerList(look=look, fill=True, more_word=words("answers.more"))
    listed.show(
        [
            AnswerCard(
                look=look,
                test_id=f"answer.{place}",
                text=text,
                icon=icons[place] if icons else None,
                value=place,
                chosen=place in chosen,
                chosen_word=words("answer.chosen"),
                **values,
            )
            for place, text in enumerate(texts)
        ]
    )
    return listed


def single_choice(look: Look) -> Frame:
    """Gives a question with one answer chosen."""
    said = SENTENCES[look.language]
    heading = Heading(look=look, text=said["question"], help_text=said["help"])
    return a_frame(look, heading, answers(look, ANSWERS[look.language], chosen={1}))


def multi_choice(look: Look) -> Frame:
    """Gives a question with several answers, each with a pictogram."""
    heading = Heading(look=look, text=SENTENCES[look.language]["people"])
    return a_frame(look, heading, answers(look, PEOPLE[look.language], {0, 3}, PEOPLE_ICONS, multiple=True))


def ruler(look: Look) -> Frame:
    """Gives a scale with a number chosen now and one chosen earlier."""
    said = SENTENCES[look.language]
    heading = Heading(look=look, text=said["sure"], help_text=said["help"])
    word = Words(look.language)("ruler.earlier")
    scale = Ruler(look=look, low_word=said["low"], high_word=said["high"], value=7, earlier=4, earlier_word=word)
    idea = Notice(look=look, title=said["higher"], text=said["higher.help"], icon=Icon.IDEA)
    return a_frame(look, heading, scale, idea)


def stones(look: Look) -> list[PathStone]:
    """Gives a path on which a person is at the second module."""
    words = Words(look.language)
    modules = [words("home.module", number=number) for number in range(1, MODULES + 1)]
    names = [words("home.quick"), words("home.reflector"), *modules, words("home.plan")]
    icons = [Icon.QUICK, Icon.REFLECTOR, *([None] * MODULES), Icon.PLAN]
    done, now, later = StoneState.DONE, StoneState.NOW, StoneState.LATER
    states = [done, done, done, now, *([later] * (MODULES - 2)), now]
    return [
        PathStone(
            look=look,
            title=name,
            icon=icon,
            number=str(place - 1),
            state=state,
            word=words(f"progress.{state}"),
            value=place,
            test_id=f"path.{place}",
        )
        for place, (name, icon, state) in enumerate(zip(names, icons, states, strict=True))
    ]


def home(look: Look) -> Frame:
    """Gives the path with the plan above it and three tiles below."""
    words = Words(look.language)
    today = SENTENCES[look.language]["today"]
    plan = PlanCard(look=look, title=words("home.plan"), text=today, test_id="home.plan")
    path = Path(look=look)
    path.show(stones(look))
    tiles = Column(look=look) if look.panel.portrait else Row(look=look)
    messages = words("home.messages.new", count=2)
    for name, icon, text in (
        ("messages", Icon.MESSAGE, messages),
        ("about_me", Icon.ABOUT_ME, ""),
        ("talk", Icon.TALK, ""),
    ):
        tiles.add_widget(Tile(look=look, title=words(f"home.{name}"), text=text, icon=icon, test_id=f"home.{name}"))
    no_foot = {"back_word": "", "skip_word": "", "next_word": ""}
    frame = a_frame(look, plan, path, tiles, place=words("home.title"), progress_total=0, **no_foot)
    frame.content.spacing = look.unit * 5
    frame.content.valign = "middle"
    return frame


def pin(look: Look) -> Frame:
    """Gives the entry of a PIN: words and dots beside the pad, or above it on an upright panel."""
    words = Words(look.language)
    told = Heading(look=look, text=words("unlock.pin.title"), help_text=words("unlock.pin.help"))
    dots = PinDots(look=look, filled=3, total=6, align="start", spoken=words("unlock.dots", count=3))
    pad = NumberPad(look=look, fill=True, erase_word=words("pad.erase"), clear_word=words("pad.clear"))
    values = {"place": "", "progress_total": 0, "skip_word": words("unlock.forgot"), "skip_icon": Icon.HELP}
    if look.panel.portrait:
        return a_frame(look, told, dots, pad, **values)
    left = Column(look=look, spacing=look.unit * 2)
    row = Row(look=look, fill=True, spacing=look.margin)
    for parent, child in ((left, told), (left, dots), (row, left), (row, pad)):
        parent.add_widget(child)
    return a_frame(look, row, **values)


def own_words(look: Look) -> Frame:
    """Gives the keyboard with a sentence half written."""
    said = SENTENCES[look.language]
    text = TextLine(look=look, text=said["own.text"], fill=True, lines=2, test_id="own.text")
    keyboard = Keyboard(look=look, layout=layout_for(look.language), words=keyboard_words(Words(look.language)))
    frame = a_frame(look, Heading(look=look, text=said["own"]), text, keyboard)
    frame.content.spacing = look.unit * 2
    return frame


def signature(look: Look) -> Frame:
    """Gives the place to sign, with the person's own words above it."""
    words, said = Words(look.language), SENTENCES[look.language]
    goal = Notice(look=look, kind=NoticeKind.OWN, title=said["goal"], text=said["goal.text"], icon=Icon.PLAN)
    line = DrawLine(look=look, fill=True, hint=words("sign.here"), test_id="sign.line")
    values = {"next_word": words("foot.sign"), "skip_word": words("sign.again"), "skip_icon": Icon.AGAIN}
    frame = a_frame(look, Heading(look=look, text=words("sign.title")), goal, line, **values)
    frame.content.spacing = look.unit * 2
    return frame


SHEETS: Mapping[str, Callable[[Look], Frame]] = {
    "single-choice": single_choice,
    "multi-choice": multi_choice,
    "ruler": ruler,
    "home": home,
    "pin": pin,
    "own-words": own_words,
    "signature": signature,
}
