"""A plan as people make them, in Dutch and in the language it was shown in: parts, a goal, own words, long lines.

- Used for the printed plan, which has to fit and read well in every script; the words are placeholders of real length.
- Not here: signing it (tests/memory_terminal.py).
"""

from typing import Any

from modules.exercises.shared import PlanPart
from modules.plan.document import Both, Line, Own, Section
from modules.texts import Language

_DUTCH = {
    "title": "Mijn persoonlijk plan",
    "statement": "Dit is mijn plan. Ik heb het zelf gemaakt. Ik weet wie het ziet.",
    "sees": "Je mentor en je casemanager zien dit",
    "asks": ("Hieraan wil ik werken", "Dit wil ik", "Mijn eerste stap", "Wanneer", "Wie helpt mij", "Zo weet ik het"),
    "says": ("Werk", "Ik wil vast werk", "Ik bel mijn oude baas", "Deze week", "Mijn mentor", "Ik heb een afspraak"),
    "parts": ("Hier ben ik goed in", "Huis en identiteitsbewijs"),
    "own": "elke zondag bellen met mijn zoon",
}
_WORDS = {
    "nl": _DUTCH,
    "ar": {
        "title": "خطتي الشخصية",
        "statement": "هذه خطتي. لقد كتبتها بنفسي. أعرف من يراها.",
        "sees": "يرى مرشدك ومدير الحالة هذا",
        "asks": ("أريد أن أعمل على", "ما أريده", "خطوتي الأولى", "متى", "من يساعدني", "كيف أعرف أنه نجح"),
        "says": ("العمل", "أريد عملاً ثابتاً", "أتصل برئيسي السابق", "هذا الأسبوع", "المرشد", "لدي موعد"),
        "parts": ("ما أجيده", "السكن والهوية"),
        "own": "أريد أن أتحدث مع ابني كل يوم أحد",
    },
    "tr": {
        "title": "Kişisel planım",
        "statement": "Bu benim planım. Onu ben yaptım. Kimin göreceğini biliyorum.",
        "sees": "Bunu mentorun ve dosya yöneticin görüyor",
        "asks": (
            "Üzerinde çalışacağım konu",
            "İsteğim",
            "İlk adımım",
            "Ne zaman",
            "Kim yardım ediyor",
            "Nasıl anlarım",
        ),
        "says": ("İş", "Sabit bir iş istiyorum", "Eski patronumu arıyorum", "Bu hafta", "Mentor", "Bir randevum var"),
        "parts": ("İyi olduğum şeyler", "Ev ve kimlik"),
        "own": "her pazar oğlumla konuşmak istiyorum",
    },
}


def lifelike(language: str, basics: int = 2) -> dict[str, Any]:
    """Gives the fields of a plan document shown in a language; its longest part has six lines, so many times."""
    shown: dict[str, Any] = _WORDS[language]
    asks = [both(*pair) for pair in zip(_DUTCH["asks"], shown["asks"], strict=True)]
    says = [both(*pair) for pair in zip(_DUTCH["says"], shown["says"], strict=True)]
    lines = [Line(label=label, values=(said,)) for label, said in zip(asks, says, strict=True)]
    own = Own(own=shown["own"], language=Language(language))
    in_own_words = [*lines[:2], Line(label=asks[2], values=(own,)), *lines[3:]]
    strengths = (Line(label=asks[0], values=tuple(says[1:3])),)
    sees = both(str(_DUTCH["sees"]), shown["sees"])
    titles = [both(*pair) for pair in zip(_DUTCH["parts"], shown["parts"], strict=True)]
    return {
        "language": Language(language),
        "title": both(str(_DUTCH["title"]), shown["title"]),
        "statement": both(str(_DUTCH["statement"]), shown["statement"]),
        "sections": (
            Section(part=PlanPart.STRENGTHS, title=titles[0], who_sees=sees, blocks=(strengths,)),
            Section(part=PlanPart.BASICS, title=titles[1], who_sees=sees, blocks=(tuple(lines * basics),)),
            Section(part=PlanPart.GOALS, title=asks[0], who_sees=sees, blocks=(tuple(lines), tuple(in_own_words))),
        ),
    }


def both(nl: str, shown: str) -> Both:
    """Gives one text in Dutch and as it was shown."""
    return Both(nl=nl, shown=shown)
