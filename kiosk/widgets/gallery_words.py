"""The example texts of the gallery, in Dutch and Arabic: one script of each direction.

- They are examples to look at and are never shown to anybody; the Arabic was checked by no native reader.

Deliberately not here: the words of the interface, which the gallery takes from the catalogues as screens do.
"""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "place": "Werk en inkomen",
        "question": "Hoe kijk je naar werk als je straks weer buiten bent?",
        "help": "Kies wat het beste bij je past.",
        "people": "Wie kan jou straks helpen?",
        "sure": "Hoe zeker ben je dat het lukt?",
        "low": "helemaal niet zeker",
        "high": "heel zeker",
        "higher": "Wat helpt een punt omhoog?",
        "higher.help": "Praat er vandaag over met je mentor.",
        "today": "Vandaag: bel de gemeente met Ali van het RIC",
        "own": "Wat wil je straks anders doen?",
        "own.text": "Ik wil elke ochtend op tijd opstaan en",
        "goal": "Mijn eerste doel",
        "goal.text": "Ik heb een huis als ik vrijkom.",
    },
    "ar": {
        "place": "العمل والدخل",
        "question": "كيف ترى العمل عندما تخرج من جديد؟",
        "help": "اختر ما يناسبك أكثر.",
        "people": "من يمكنه مساعدتك بعد الخروج؟",
        "sure": "ما مدى ثقتك بأنك ستنجح؟",
        "low": "غير واثق أبدًا",
        "high": "واثق جدًا",
        "higher": "ما الذي يرفع نقطة؟",
        "higher.help": "تحدث عن ذلك اليوم مع مرشدك.",
        "today": "اليوم: اتصل بالبلدية مع علي من المركز",
        "own": "ما الذي تريد أن تفعله بشكل مختلف؟",
        "own.text": "أريد أن أستيقظ كل صباح في الوقت المحدد",
        "goal": "هدفي الأول",
        "goal.text": "لدي بيت عندما أخرج.",
    },
}
ANSWERS: Mapping[str, tuple[str, ...]] = {
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
PEOPLE: Mapping[str, tuple[str, ...]] = {
    "nl": ("Familie", "Vrienden", "Een werkgever", "Een vrijwilliger", "De gemeente", "Mijn mentor"),
    "ar": ("العائلة", "الأصدقاء", "صاحب عمل", "متطوع", "البلدية", "مرشدي"),
}
