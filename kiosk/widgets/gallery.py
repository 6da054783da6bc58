"""Every widget on lifelike sheets, drawn by `python -m kiosk.render --gallery`: to look at, and for the geometry test.

- One builder a sheet; each takes a look and gives a whole screen.
- The words are those of the catalogues; texts of questions are examples in Dutch and Arabic.

Deliberately not here: real screens (`kiosk/screens/`), which are drawn by `kiosk render`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kiosk.i18n import Words, direction, frame_words
from kiosk.theme.tokens import Look, Palette, PaletteName, Panel, Role
from kiosk.widgets.answer_card import AnswerCard
from kiosk.widgets.answer_list import AnswerList
from kiosk.widgets.frame import Frame
from kiosk.widgets.text import Text

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
    frame.content.add_widget(Text(look=look, text=QUESTION[look.language], role=Role.QUESTION, bold=True))
    frame.content.add_widget(Text(look=look, text=HELP[look.language], role=Role.HELP, colour=look.palette.ink_soft))
    words = Words(look.language)
    answers = AnswerList(look=look, fill=True, more_word=words("answers.more"))
    answers.show(
        [
            AnswerCard(
                look=look,
                test_id=f"answer.{place}",
                text=text,
                value=place,
                chosen=place == 1,
                chosen_word=words("answer.chosen"),
            )
            for place, text in enumerate(ANSWERS[look.language])
        ]
    )
    frame.content.add_widget(answers)
    return frame


SHEETS: Mapping[str, Callable[[Look], Any]] = {
    "single-choice": single_choice,
}
