"""The fixed words of a printed plan, in every language a plan can be shown in; what the person wrote is not here.

- Short lines and known words, as on the screen; a language without words here is read in Dutch.
- Translations are by whoever wrote this file and unreviewed, like those of the terminal.
- Not here: texts of packs, which the signed plan carries itself (modules/plan/document.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from babel.dates import format_datetime

from sync.gateway.clock import netherlands


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Every fixed sentence of a printed plan in one language; `{…}` is filled in."""

    locale: str
    plan_of: str
    page: str
    goal: str
    more: str
    who_sees: str
    signed: str
    who: str
    person_signed: str
    when: str
    sure: str
    unsure: str
    stamped: str
    mentor: str
    mentor_signed: str
    mentor_not_yet: str
    house: str
    house_sealed: str
    mark: str
    code: str

    def moment(self, time_ms: int) -> str:
        """Gives a day and time in full, in this language, in the time of the Netherlands."""
        at = datetime.fromtimestamp(time_ms / 1000, UTC)
        said = format_datetime(at, "d MMMM y, HH:mm", tzinfo=netherlands(), locale=self.locale)
        return said.replace(" ", "\u00a0")  # a day is not parted over two lines


_DUTCH = PaperWords(
    locale="nl",
    plan_of="Het plan van",
    page="Bladzijde {page} van {pages}",
    goal="Doel {number}",
    more="(verder)",
    who_sees="Wie ziet dit?",
    signed="Getekend",
    who="Van wie is dit plan?",
    person_signed="{name} heeft dit plan zelf getekend.",
    when="Wanneer?",
    sure="{when}. Dit is de tijd van de terminal. De klok is minder dan een dag ervoor nagekeken.",
    unsure="{when}. Dit is de tijd van de terminal. De klok is langer dan een dag niet nagekeken.",
    stamped="Een tijdstempel zegt: het plan was er op {when}.",
    mentor="En de mentor?",
    mentor_signed="{name} heeft ook getekend, op {when}.",
    mentor_not_yet="De mentor heeft nog niet getekend.",
    house="En de inrichting?",
    house_sealed="{institution} heeft dit bestand verzegeld. Het zegel zit in het bestand, niet op papier.",
    mark="Kenmerk van dit plan",
    code="Deze code laat zien dat dit plan getekend is. Lees de code en vergelijk de tekst met dit blad.",
)
_SIMPLE = PaperWords(
    locale="nl",
    plan_of="Het plan van",
    page="Blad {page} van {pages}",
    goal="Doel {number}",
    more="(verder)",
    who_sees="Wie ziet dit?",
    signed="Getekend",
    who="Wie?",
    person_signed="Dit plan is van {name}. {name} heeft zelf getekend.",
    when="Wanneer?",
    sure="{when}. De klok was pas nagekeken.",
    unsure="{when}. Misschien liep de klok niet goed.",
    stamped="Het plan was er op {when}. Dat is zeker.",
    mentor="Je mentor",
    mentor_signed="{name} heeft ook getekend. Dat was op {when}.",
    mentor_not_yet="Je mentor heeft nog niet getekend.",
    house="De inrichting",
    house_sealed="{institution} heeft een zegel op dit bestand gezet. Op papier zie je dat niet.",
    mark="Nummer van dit plan",
    code="Met deze code kan iemand zien: dit plan is getekend.",
)
_ENGLISH = PaperWords(
    locale="en",
    plan_of="The plan of",
    page="Page {page} of {pages}",
    goal="Goal {number}",
    more="(continued)",
    who_sees="Who sees this?",
    signed="Signed",
    who="Whose plan is this?",
    person_signed="{name} signed this plan.",
    when="When?",
    sure="{when}. This is the terminal's time. Its clock was checked less than a day before.",
    unsure="{when}. This is the terminal's time. Its clock had not been checked for more than a day.",
    stamped="A time stamp says: the plan was there on {when}.",
    mentor="And the mentor?",
    mentor_signed="{name} signed too, on {when}.",
    mentor_not_yet="The mentor has not signed yet.",
    house="And the institution?",
    house_sealed="{institution} sealed this file. The seal is in the file, not on paper.",
    mark="Number of this plan",
    code="This code shows that this plan was signed. Read the code and compare its text with this page.",
)
_ARABIC = PaperWords(
    locale="ar",
    plan_of="خطة",
    page="الصفحة {page} من {pages}",
    goal="الهدف {number}",
    more="(تتمة)",
    who_sees="من يرى هذا؟",
    signed="التوقيع",
    who="لمن هذه الخطة؟",
    person_signed="{name} وقّع هذه الخطة بنفسه.",
    when="متى؟",
    sure="{when}. هذا وقت الجهاز، وقد فُحصت ساعته قبل أقل من يوم.",
    unsure="{when}. هذا وقت الجهاز، ولم تُفحص ساعته منذ أكثر من يوم.",
    stamped="ختم الوقت يقول: كانت الخطة موجودة في {when}.",
    mentor="والمرشد؟",
    mentor_signed="{name} وقّع أيضًا، في {when}.",
    mentor_not_yet="لم يوقّع المرشد بعد.",
    house="والمؤسسة؟",
    house_sealed="ختمت {institution} هذا الملف. الختم موجود في الملف وليس على الورق.",
    mark="رقم هذه الخطة",
    code="هذا الرمز يبيّن أن هذه الخطة قد وُقّعت. اقرأ الرمز وقارن نصه بهذه الصفحة.",
)
_TURKISH = PaperWords(
    locale="tr",
    plan_of="Planın sahibi:",
    page="Sayfa {page} / {pages}",
    goal="Hedef {number}",
    more="(devamı)",
    who_sees="Bunu kim görüyor?",
    signed="İmza",
    who="Bu plan kimin?",
    person_signed="{name} bu planı kendisi imzaladı.",
    when="Ne zaman?",
    sure="{when}. Bu, terminalin saatidir. Saat, bir günden daha kısa süre önce kontrol edilmişti.",
    unsure="{when}. Bu, terminalin saatidir. Saat bir günden uzun süredir kontrol edilmemişti.",
    stamped="Zaman damgası şunu söylüyor: plan {when} tarihinde vardı.",
    mentor="Ya mentor?",
    mentor_signed="{name} de imzaladı: {when}.",
    mentor_not_yet="Mentor henüz imzalamadı.",
    house="Ya kurum?",
    house_sealed="{institution} bu dosyayı mühürledi. Mühür dosyanın içinde, kâğıtta değil.",
    mark="Bu planın numarası",
    code="Bu kod, planın imzalandığını gösterir. Kodu okut ve metni bu sayfayla karşılaştır.",
)
_POLISH = PaperWords(
    locale="pl",
    plan_of="Plan osoby:",
    page="Strona {page} z {pages}",
    goal="Cel {number}",
    more="(dalej)",
    who_sees="Kto to widzi?",
    signed="Podpis",
    who="Czyj to plan?",
    person_signed="Ten plan podpisała osoba: {name}.",
    when="Kiedy?",
    sure="{when}. To czas terminala. Zegar sprawdzono niecały dzień wcześniej.",
    unsure="{when}. To czas terminala. Zegara nie sprawdzano dłużej niż dzień.",
    stamped="Znacznik czasu mówi: plan istniał {when}.",
    mentor="A mentor?",
    mentor_signed="{name} też podpisał(a) ten plan, {when}.",
    mentor_not_yet="Mentor jeszcze nie podpisał.",
    house="A zakład?",
    house_sealed="{institution} opieczętował ten plik. Pieczęć jest w pliku, nie na papierze.",
    mark="Numer tego planu",
    code="Ten kod pokazuje, że plan został podpisany. Odczytaj kod i porównaj tekst z tą stroną.",
)
WORDS: Mapping[str, PaperWords] = {
    "nl": _DUTCH,
    "nl@simple": _SIMPLE,
    "en": _ENGLISH,
    "ar": _ARABIC,
    "tr": _TURKISH,
    "pl": _POLISH,
}


def paper_words(language: str) -> PaperWords:
    """Gives the words of a language, or the Dutch ones."""
    return WORDS.get(language, _DUTCH)
