"""The fixed words of a paper form, per language and level; nobody has reviewed those in other languages than Dutch.

- A language without words of its own here has the Dutch ones, as a text that falls back has.
- Not here: the words of the questions (the pack).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from modules.texts import DUTCH, Language


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What a form says around its questions; `{…}` are filled in."""

    how: tuple[str, ...]
    kept: str
    handed_in: str
    reads_mentor: str
    reads_plan: str
    reads_nobody: str
    one: str
    any: str
    some: str
    rank: str
    ruler: str
    one_a_row: str
    any_a_row: str
    who_helps: str
    own: str
    day: str
    month: str
    year: str
    summary: str
    signature: str
    skip: str
    only_if: str
    chosen: str
    not_chosen: str
    fact: str
    not_fact: str
    and_: str
    or_: str
    go_to: str
    page: str


_NL = PaperWords(
    how=(
        "Vul in wat je wilt. Overslaan mag altijd.",
        "Zet een kruisje in het vakje bij wat past.",
        "Boven elk deel staat wie het leest.",
        "Hulp nodig? Vraag het aan je mentor.",
    ),
    kept="Dit blad is van jou. Houd het zelf.",
    handed_in="Dit blad geef je aan je mentor. Die typt het over.",
    reads_mentor="Dit leest je mentor.",
    reads_plan="Dit lezen je mentor en je casemanager. Het komt in je plan.",
    reads_nobody="Dit leest niemand, alleen jij.",
    one="Kies er één.",
    any="Kies wat past. Meer mag.",
    some="Kies er hoogstens {most}.",
    rank="Zet een 1 bij wat het eerst komt. Ga door tot en met {places}.",
    ruler="Zet een kruisje bij één getal.",
    one_a_row="Zet in elke rij één kruisje.",
    any_a_row="Zet in elke rij een kruisje waar het past. Meer mag.",
    who_helps="Wie helpt erbij?",
    own="In je eigen woorden:",
    day="Dag",
    month="Maand",
    year="Jaar",
    summary="Kijk terug naar dit deel. Waar wil je over praten?",
    signature="Tekenen doe je op het scherm, samen met je mentor als je dat wilt.",
    skip="Deze sla ik over",
    only_if="Alleen als: {when}.",
    chosen="je bij {number} {answers} koos",
    not_chosen="je bij {number} niet {answers} koos",
    fact="je hierna niet in Nederland blijft",
    not_fact="je hierna in Nederland blijft",
    and_="en",
    or_="of",
    go_to="Ga naar {number}.",
    page="Bladzijde {page} van {pages}",
)
_SIMPLE = replace(
    _NL,
    how=("Vul in wat je wilt.", "Overslaan mag.", "Zet een kruisje bij wat past.", "Je mentor kan je helpen."),
    kept="Dit blad is voor jou.",
    handed_in="Geef dit blad aan je mentor.",
    reads_mentor="Je mentor leest dit.",
    reads_plan="Je mentor leest dit. Je casemanager ook. Het komt in je plan.",
    reads_nobody="Alleen jij leest dit.",
    any="Kies wat past.",
    rank="Zet een 1 bij het belangrijkste. Dan een 2. Ga door tot {places}.",
    any_a_row="Zet kruisjes waar het past.",
    summary="Waar wil je over praten?",
    signature="Tekenen doe je op het scherm.",
)
_EN = PaperWords(
    how=(
        "Fill in what you like. You can always skip.",
        "Put a cross in the box of what fits.",
        "Above each part it says who reads it.",
        "Need help? Ask your mentor.",
    ),
    kept="This sheet is yours. Keep it.",
    handed_in="Give this sheet to your mentor, who types it in.",
    reads_mentor="Your mentor reads this.",
    reads_plan="Your mentor and your case manager read this. It goes into your plan.",
    reads_nobody="Nobody reads this, only you.",
    one="Choose one.",
    any="Choose what fits. More is fine.",
    some="Choose {most} at most.",
    rank="Put a 1 at what comes first. Go on up to {places}.",
    ruler="Put a cross at one number.",
    one_a_row="Put one cross in each row.",
    any_a_row="Put a cross in each row where it fits. More is fine.",
    who_helps="Who helps with it?",
    own="In your own words:",
    day="Day",
    month="Month",
    year="Year",
    summary="Look back at this part. What would you like to talk about?",
    signature="You sign on the screen, together with your mentor if you like.",
    skip="I skip this one",
    only_if="Only if: {when}.",
    chosen="you chose {answers} at {number}",
    not_chosen="you did not choose {answers} at {number}",
    fact="you do not stay in the Netherlands afterwards",
    not_fact="you stay in the Netherlands afterwards",
    and_="and",
    or_="or",
    go_to="Go to {number}.",
    page="Page {page} of {pages}",
)
_AR = PaperWords(
    how=(
        "املأ ما تريد. يمكنك التخطي دائمًا.",
        "ضع علامة × في المربع المناسب.",
        "فوق كل جزء مكتوب من يقرؤه.",
        "هل تحتاج إلى مساعدة؟ اسأل مرشدك.",
    ),
    kept="هذه الورقة لك. احتفظ بها.",
    handed_in="أعطِ هذه الورقة لمرشدك، وهو يدخلها.",
    reads_mentor="يقرأ هذا مرشدك.",
    reads_plan="يقرأ هذا مرشدك ومدير ملفك. ويوضع في خطتك.",
    reads_nobody="لا يقرأ هذا أحد غيرك.",
    one="اختر واحدًا.",
    any="اختر ما يناسبك. يمكن اختيار أكثر من واحد.",
    some="اختر {most} على الأكثر.",
    rank="ضع 1 عند ما يأتي أولاً، ثم تابع حتى {places}.",
    ruler="ضع علامة × عند رقم واحد.",
    one_a_row="ضع علامة × واحدة في كل صف.",
    any_a_row="ضع علامة × في كل صف حيث يناسب. يمكن أكثر من واحدة.",
    who_helps="من يساعد في ذلك؟",
    own="بكلماتك أنت:",
    day="اليوم",
    month="الشهر",
    year="السنة",
    summary="انظر إلى هذا الجزء مرة أخرى. عمّ تريد أن تتحدث؟",
    signature="التوقيع يكون على الشاشة، مع مرشدك إن أردت.",
    skip="أتخطى هذا السؤال",
    only_if="فقط إذا: {when}.",
    chosen="اخترت {answers} في السؤال {number}",
    not_chosen="لم تختر {answers} في السؤال {number}",
    fact="كنت لن تبقى في هولندا بعد ذلك",
    not_fact="كنت ستبقى في هولندا بعد ذلك",
    and_="و",
    or_="أو",
    go_to="انتقل إلى {number}.",
    page="صفحة {page} من {pages}",
)
_TR = PaperWords(
    how=(
        "İstediğini doldur. Her zaman atlayabilirsin.",
        "Uyan kutuya bir çarpı koy.",
        "Her bölümün üstünde kimin okuduğu yazar.",
        "Yardım mı lazım? Mentoruna sor.",
    ),
    kept="Bu sayfa senin. Sende kalsın.",
    handed_in="Bu sayfayı mentoruna ver. O bilgisayara yazar.",
    reads_mentor="Bunu mentorun okur.",
    reads_plan="Bunu mentorun ve dosya sorumlun okur. Planına girer.",
    reads_nobody="Bunu senden başka kimse okumaz.",
    one="Birini seç.",
    any="Uyanları seç. Birden fazla olabilir.",
    some="En çok {most} tane seç.",
    rank="İlk gelene 1 yaz. {places} olana kadar devam et.",
    ruler="Bir sayıya çarpı koy.",
    one_a_row="Her satıra bir çarpı koy.",
    any_a_row="Her satırda uyan yere çarpı koy. Birden fazla olabilir.",
    who_helps="Kim yardım ediyor?",
    own="Kendi sözlerinle:",
    day="Gün",
    month="Ay",
    year="Yıl",
    summary="Bu bölüme tekrar bak. Ne hakkında konuşmak istersin?",
    signature="İmzayı ekranda atarsın; istersen mentorunla birlikte.",
    skip="Bunu atlıyorum",
    only_if="Yalnızca şu durumda: {when}.",
    chosen="{number}. soruda {answers} seçtiysen",
    not_chosen="{number}. soruda {answers} seçmediysen",
    fact="sonra Hollanda'da kalmayacaksan",
    not_fact="sonra Hollanda'da kalacaksan",
    and_="ve",
    or_="veya",
    go_to="{number} numaraya geç.",
    page="Sayfa {page} / {pages}",
)
_PL = PaperWords(
    how=(
        "Wypełnij, co chcesz. Zawsze możesz pominąć.",
        "Postaw krzyżyk w kratce przy tym, co pasuje.",
        "Nad każdą częścią jest napisane, kto to czyta.",
        "Potrzebujesz pomocy? Zapytaj mentora.",
    ),
    kept="Ta kartka jest twoja. Zachowaj ją.",
    handed_in="Oddaj tę kartkę mentorowi. On to przepisze.",
    reads_mentor="To czyta twój mentor.",
    reads_plan="To czytają mentor i opiekun sprawy. Trafi to do twojego planu.",
    reads_nobody="Tego nie czyta nikt oprócz ciebie.",
    one="Wybierz jedno.",
    any="Wybierz, co pasuje. Może być więcej.",
    some="Wybierz najwyżej {most}.",
    rank="Wpisz 1 przy tym, co jest pierwsze. Dalej aż do {places}.",
    ruler="Postaw krzyżyk przy jednej liczbie.",
    one_a_row="W każdym wierszu postaw jeden krzyżyk.",
    any_a_row="W każdym wierszu postaw krzyżyk tam, gdzie pasuje. Może być więcej.",
    who_helps="Kto w tym pomaga?",
    own="Własnymi słowami:",
    day="Dzień",
    month="Miesiąc",
    year="Rok",
    summary="Spójrz jeszcze raz na tę część. O czym chcesz porozmawiać?",
    signature="Podpisujesz na ekranie, razem z mentorem, jeśli chcesz.",
    skip="To pomijam",
    only_if="Tylko jeśli: {when}.",
    chosen="przy {number} wybrano {answers}",
    not_chosen="przy {number} nie wybrano {answers}",
    fact="potem nie zostajesz w Holandii",
    not_fact="potem zostajesz w Holandii",
    and_="i",
    or_="lub",
    go_to="Przejdź do {number}.",
    page="Strona {page} z {pages}",
)
_WORDS: Mapping[str, PaperWords] = {"nl": _NL, "nl@simple": _SIMPLE, "en": _EN, "ar": _AR, "tr": _TR, "pl": _PL}


def paper_words(language: Language) -> PaperWords:
    """Gives the fixed words of a form in a language, else in Dutch."""
    return _WORDS.get(language, _WORDS[DUTCH])
