"""The words on the paper a person asks for, in Dutch and in each language of the terminal; only Dutch was reviewed.

- Words that stand on his screen as well are in `screen_words.json`, under the names they have there (kiosk/locale); a
  test holds the two together.
- Not here: what stands beside them (own_print.py).
"""

import json
from collections.abc import Mapping
from pathlib import Path

from modules.reasons import CorrectionReason

SCREEN_WORDS: Mapping[str, Mapping[str, str]] = json.loads(
    Path(__file__).with_name("screen_words.json").read_text(encoding="utf-8")
)
CORRECTIONS: Mapping[CorrectionReason, str] = {one: SCREEN_WORDS[f"correct.{one}"]["nl"] for one in CorrectionReason}
PRINT_WORDS: Mapping[str, Mapping[str, str]] = {
    "only_you": {
        "nl": "Wat alleen jij kunt lezen, staat niet op papier. Dat lees je op de terminal.",
        "en": "What only you can read is not on paper. You read it at the terminal.",
        "ar": "ما لا يقرؤه غيرك لن يكون على الورق. تقرؤه على الجهاز.",
        "tr": "Yalnız senin okuyabildiklerin kağıtta olmaz. Onları ekranda okursun.",
        "pl": "Tego, co czytasz tylko ty, nie ma na papierze. Przeczytasz to na terminalu.",
        "es": "Lo que solo tú puedes leer no está en el papel. Lo lees en el terminal.",
        "fr": "Ce que toi seul peux lire n'est pas sur le papier. Tu le lis au terminal.",
        "pap": "Loke ta bo so por lesa, no ta riba papel. Esei bo ta lesa na e terminal.",
        "ro": "Ce poți citi doar tu nu apare pe hârtie. Aceea citești la terminal.",
        "de": "Was nur du lesen kannst, steht nicht auf dem Papier. Das liest du am Terminal.",
    },
    "title": {
        "nl": "Mijn gegevens",
        "en": "My details",
        "ar": "بياناتي",
        "tr": "Bilgilerim",
        "pl": "Moje dane",
        "es": "Mis datos",
        "fr": "Mes données",
        "pap": "Mi datonan",
        "ro": "Datele mele",
        "de": "Meine Daten",
    },
    "kiosk_until": {
        "nl": "Op de terminal: tot je hier weg bent.",
        "en": "On the terminal: until you leave.",
        "ar": "على الجهاز: حتى تغادر.",
        "tr": "Ekranda: sen gidene kadar.",
        "pl": "Na terminalu: do twojego wyjazdu.",
        "es": "En el terminal: hasta que te vayas.",
        "fr": "Sur le terminal : jusqu'à ton départ.",
        "pap": "Riba e terminal: te ora bo bai for di aki.",
        "ro": "Pe terminal: până pleci de aici.",
        "de": "Auf dem Terminal: bis du hier weg bist.",
    },
    "institution_until": {
        "nl": "In de inrichting, daarna nog: {term}.",
        "en": "In this prison, after that: {term}.",
        "ar": "في السجن، بعد ذلك: {term}.",
        "tr": "Cezaevinde, ondan sonra: {term}.",
        "pl": "W zakładzie, potem jeszcze: {term}.",
        "es": "En el centro, después: {term}.",
        "fr": "Dans l'établissement, ensuite : {term}.",
        "pap": "Na e instituto, despues: {term}.",
        "ro": "La instituție, apoi încă: {term}.",
        "de": "In der Anstalt, danach noch: {term}.",
    },
    "plan_until": {
        "nl": "Je getekende plan, daarna nog: {term}. Dan wordt het gewist.",
        "en": "Your signed plan, after that: {term}. Then it is erased.",
        "ar": "خطتك الموقعة، بعد ذلك: {term}. ثم تُمحى.",
        "tr": "İmzaladığın plan, ondan sonra: {term}. Sonra silinir.",
        "pl": "Twój podpisany plan, potem jeszcze: {term}. Potem jest kasowany.",
        "es": "Tu plan firmado, después: {term}. Luego se borra.",
        "fr": "Ton plan signé, ensuite : {term}. Puis il est effacé.",
        "pap": "Bo plan firmá, despues: {term}. Anto ta kit'é.",
        "ro": "Planul tău semnat, apoi încă: {term}. Apoi se șterge.",
        "de": "Dein unterschriebener Plan, danach noch: {term}. Dann wird er gelöscht.",
    },
}
