"""Every widget on lifelike sheets, drawn by `python -m kiosk.render --gallery`: to look at, and for the geometry test.

- One builder a sheet; each takes a look and gives a whole screen.
- The words are those of the catalogues; texts of questions are examples in Dutch and Arabic.

Deliberately not here: real screens (`kiosk/screens/`), which are drawn by `kiosk render`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kiosk.i18n import Words, direction, frame_words, keyboard_words
from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Look, Palette, PaletteName, Panel
from kiosk.widgets.answer_card import AnswerCard
from kiosk.widgets.answer_list import AnswerList
from kiosk.widgets.column import Column
from kiosk.widgets.draw_line import DrawLine
from kiosk.widgets.frame import Frame
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

QUESTION = {
    "nl": "Hoe kijk je naar werk als je straks weer buiten bent?",
    "ar": "كيف ترى العمل عندما تخرج من جديد؟",
}
HELP = {"nl": "Kies wat het beste bij je past.", "ar": "اختر ما يناسبك أكثر."}
PLACE = {"nl": "Werk en inkomen", "ar": "العمل والدخل"}
ANSWERS = {
    "nl": (
        "Ik heb werk of iets waar ik kan beginnen",
        "Ik weet wat ik wil, maar heb nog niets",
        "Ik wil wel werken, maar weet niet hoe",
        "Werk is nu niet het belangrijkste",
        "Dat weet ik niet",
    ),
    "ar": (
        "لدي عمل أو مكان أبدأ فيه",
        "أعرف ما أريد لكن ليس لدي شيء بعد",
        "أريد أن أعمل ولكن لا أعرف كيف",
        "العمل ليس الأهم الآن",
        "لا أعرف",
    ),
}

PEOPLE = {
    "nl": ("Familie", "Vrienden", "Een werkgever", "Een vrijwilliger", "De gemeente", "Mijn mentor"),
    "ar": ("العائلة", "الأصدقاء", "صاحب عمل", "متطوع", "البلدية", "مرشدي"),
}


def looks(
    panels: Mapping[str, Panel], palettes: Mapping[PaletteName, Palette]
) -> Iterator[tuple[str, Look]]:
    """Gives every look of the gallery with its name: all panels, two languages, all palettes."""
    for panel_name, panel in panels.items():
        for language in ("nl", "ar"):
            for palette_name, palette in palettes.items():
                look = Look(palette=palette, panel=panel, language=language, direction=direction(language))
                yield f"{panel_name}-{language}-{palette_name}", look


def a_frame(look: Look, **values: Any) -> Frame:
    """Gives a frame with the usual words."""
    words = Words(look.language)
    usual = {
        "place": f"{PLACE[look.language]} · {words('progress.question', done=6, total=10)}",
        "progress_done": 5,
        "progress_total": 10,
        "back_word": words("foot.back"),
        "skip_word": words("foot.skip"),
        "next_word": words("foot.next"),
    }
    return Frame(look=look, words=frame_words(words), **{**usual, **values})


def single_choice(look: Look) -> Frame:
    """Gives a question with one answer chosen."""
    frame = a_frame(look)
    frame.content.add_widget(Heading(look=look, text=QUESTION[look.language], help_text=HELP[look.language]))
    frame.content.add_widget(an_answer_list(look, ANSWERS[look.language], chosen={1}))
    return frame


def an_answer_list(look: Look, texts: Sequence[str], chosen: set[int], **values: Any) -> AnswerList:
    """Gives the answers with some chosen."""
    words = Words(look.language)
    answers = AnswerList(look=look, fill=True, more_word=words("answers.more"))
    answers.show(
        [
            AnswerCard(
                look=look,
                test_id=f"answer.{place}",
                text=text,
                value=place,
                chosen=place in chosen,
                chosen_word=words("answer.chosen"),
                **values,
            )
            for place, text in enumerate(texts)
        ]
    )
    return answers


def multi_choice(look: Look) -> Frame:
    """Gives a question with several answers, each with a pictogram."""
    frame = a_frame(look)
    heading = "Wie kan jou straks helpen?" if look.language == "nl" else "من يمكنه مساعدتك بعد الخروج؟"
    frame.content.add_widget(Heading(look=look, text=heading))
    texts = PEOPLE[look.language]
    cards = an_answer_list(look, texts, chosen={0, 3}, multiple=True)
    for card, icon in zip(cards.cards, (Icon.FAMILY, Icon.FRIENDS, Icon.WORK, Icon.SUPPORT, Icon.MUNICIPALITY, Icon.STAFF), strict=True):
        card.icon = icon
    frame.content.add_widget(cards)
    return frame


def ruler(look: Look) -> Frame:
    """Gives a scale with a number chosen now and one chosen earlier."""
    frame = a_frame(look)
    nl = look.language == "nl"
    text = "Hoe zeker ben je dat het lukt?" if nl else "ما مدى ثقتك بأنك ستنجح؟"
    frame.content.add_widget(Heading(look=look, text=text, help_text=HELP[look.language]))
    low, high = ("helemaal niet zeker", "heel zeker") if nl else ("غير واثق أبدًا", "واثق جدًا")
    word = Words(look.language)("ruler.earlier")
    frame.content.add_widget(Ruler(look=look, low_word=low, high_word=high, value=7, earlier=4, earlier_word=word))
    title, words = ("Wat helpt een punt omhoog?", "Praat er vandaag over met je mentor.") if nl else ("ما الذي يرفع نقطة؟", "تحدث عن ذلك اليوم مع مرشدك.")
    frame.content.add_widget(Notice(look=look, title=title, text=words, icon=Icon.IDEA))
    return frame


def home(look: Look) -> Frame:
    """Gives the path with the plan above it and three tiles below."""
    words = Words(look.language)
    frame = a_frame(look, place=words("home.title"), progress_total=0, back_word="", skip_word="", next_word="")
    today = "Vandaag: bel de gemeente met Ali van het RIC" if look.language == "nl" else "اليوم: اتصل بالبلدية مع علي من المركز"
    frame.content.spacing = look.unit * 5
    frame.content.valign = "middle"
    frame.content.add_widget(PlanCard(look=look, title=words("home.plan"), text=today, test_id="home.plan"))
    path = Path(look=look)
    names = [words("home.quick"), words("home.reflector"), *(words("home.module", number=n) for n in range(1, 9)), words("home.plan")]
    icons = [Icon.QUICK, Icon.REFLECTOR, *([None] * 8), Icon.PLAN]
    states = [StoneState.DONE, StoneState.DONE, StoneState.DONE, StoneState.NOW, *([StoneState.LATER] * 6), StoneState.NOW]
    state_words = {state: words(f"progress.{state}") for state in StoneState}
    path.show(
        [
            PathStone(look=look, title=name, icon=icon, number=str(place - 1), state=state, word=state_words[state], test_id=f"path.{place}", value=place)
            for place, (name, icon, state) in enumerate(zip(names, icons, states, strict=True))
        ]
    )
    frame.content.add_widget(path)
    row = Column(look=look) if look.panel.portrait else Row(look=look)
    row.add_widget(Tile(look=look, title=words("home.messages"), text=words("home.messages.new", count=2), icon=Icon.MESSAGE, test_id="home.messages"))
    row.add_widget(Tile(look=look, title=words("home.about_me"), icon=Icon.ABOUT_ME, test_id="home.about_me"))
    row.add_widget(Tile(look=look, title=words("home.talk"), icon=Icon.TALK, test_id="home.talk"))
    frame.content.add_widget(row)
    return frame


def pin(look: Look) -> Frame:
    """Gives the entry of a PIN: words and dots beside the pad, or above it on an upright panel."""
    words = Words(look.language)
    frame = a_frame(look, place="", progress_total=0, skip_word=words("unlock.forgot"), skip_icon=Icon.HELP)
    told = Heading(look=look, text=words("unlock.pin.title"), help_text=words("unlock.pin.help"))
    dots = PinDots(look=look, filled=3, total=6, align="start", spoken=words("unlock.dots", count=3))
    pad = NumberPad(look=look, fill=True, erase_word=words("pad.erase"), clear_word=words("pad.clear"))
    if look.panel.portrait:
        for part in (told, dots, pad):
            frame.content.add_widget(part)
        return frame
    left = Column(look=look, spacing=look.unit * 2)
    left.add_widget(told)
    left.add_widget(dots)
    row = Row(look=look, fill=True, spacing=look.margin)
    row.add_widget(left)
    row.add_widget(pad)
    frame.content.add_widget(row)
    return frame


def own_words(look: Look) -> Frame:
    """Gives the keyboard with a sentence half written."""
    words = Words(look.language)
    frame = a_frame(look)
    frame.content.spacing = look.unit * 2
    title = "Wat wil je straks anders doen?" if look.language == "nl" else "ما الذي تريد أن تفعله بشكل مختلف؟"
    text = "Ik wil elke ochtend op tijd opstaan en" if look.language == "nl" else "أريد أن أستيقظ كل صباح في الوقت المحدد"
    frame.content.add_widget(Heading(look=look, text=title))
    frame.content.add_widget(TextLine(look=look, text=text, fill=True, lines=2, test_id="own.text"))
    frame.content.add_widget(Keyboard(look=look, layout=layout_for(look.language), words=keyboard_words(words)))
    return frame


def signature(look: Look) -> Frame:
    """Gives the place to sign, with a notice in the person's own words above it."""
    words = Words(look.language)
    frame = a_frame(look, next_word=words("foot.sign"), skip_word=words("sign.again"), skip_icon=Icon.AGAIN, place=words("plan.title"))
    title, goal = ("Mijn eerste doel", "Ik heb een huis als ik vrijkom.") if look.language == "nl" else ("هدفي الأول", "لدي بيت عندما أخرج.")
    frame.content.spacing = look.unit * 2
    frame.content.add_widget(Heading(look=look, text=words("sign.title")))
    frame.content.add_widget(Notice(look=look, kind=NoticeKind.OWN, title=title, text=goal, icon=Icon.PLAN))
    frame.content.add_widget(DrawLine(look=look, fill=True, hint=words("sign.here"), test_id="sign.line"))
    return frame


SHEETS: Mapping[str, Callable[[Look], Any]] = {
    "single-choice": single_choice,
    "multi-choice": multi_choice,
    "ruler": ruler,
    "home": home,
    "pin": pin,
    "own-words": own_words,
    "signature": signature,
}
