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
    },
    "title": {
        "nl": "Mijn gegevens",
        "en": "My details",
        "ar": "بياناتي",
        "tr": "Bilgilerim",
        "pl": "Moje dane",
    },
    "kiosk_until": {
        "nl": "Op de terminal: tot je hier weg bent.",
        "en": "On the terminal: until you leave.",
        "ar": "على الجهاز: حتى تغادر.",
        "tr": "Ekranda: sen gidene kadar.",
        "pl": "Na terminalu: do twojego wyjazdu.",
    },
    "institution_until": {
        "nl": "In de inrichting, daarna nog: {term}.",
        "en": "In this prison, after that: {term}.",
        "ar": "في السجن، بعد ذلك: {term}.",
        "tr": "Cezaevinde, ondan sonra: {term}.",
        "pl": "W zakładzie, potem jeszcze: {term}.",
    },
    "plan_until": {
        "nl": "Je getekende plan, daarna nog: {term}. Dan wordt het gewist.",
        "en": "Your signed plan, after that: {term}. Then it is erased.",
        "ar": "خطتك الموقعة، بعد ذلك: {term}. ثم تُمحى.",
        "tr": "İmzaladığın plan, ondan sonra: {term}. Sonra silinir.",
        "pl": "Twój podpisany plan, potem jeszcze: {term}. Potem jest kasowany.",
    },
}
