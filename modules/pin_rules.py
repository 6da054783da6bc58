"""Which PINs and picture sequences are too easy to guess to be chosen (SECURITY 5.3); pure.

- A PIN is six digits. Refused: two digits or fewer that only repeat, a run, a pattern that repeats itself, a date, a
  part of one's own number, and what people choose most often.
- A picture sequence is six of sixteen pictures, each written as a letter a to p: sixteen to the sixth is more than
  sixteen million, where six digits are one. Refused: fewer than four different pictures, and neighbours in a row.
- Not here: verifiers (kiosk/store/verifiers.py), and the words in which a refusal is said (kiosk/views/entrance.py).
"""

import re
from itertools import pairwise

PICKS = 6
PICTURES = 16
FIRST_PICTURE = "a"
LEAST_PICTURES = 4
LAST_MONTH, LAST_DAY = 12, 31
LEAST_DIGITS = 3
MOST_CHOSEN = frozenset(
    re.findall(
        "......",
        "159753147258258369147852789456456789456123852456102030123654159357142536147369753951963852951753134679314159"
        "246810135791112358420420187187131200140140",
    )
)
"""What stands at the top of published lists of six-digit codes and is not caught by a rule."""


def is_sequence(secret: str) -> bool:
    """Tells whether this is a picture sequence, not a PIN."""
    return secret.isalpha()


def is_secret(secret: str) -> bool:
    """Tells whether this is a whole PIN or a whole picture sequence."""
    last = chr(ord(FIRST_PICTURE) + PICTURES - 1)
    pictures = all(FIRST_PICTURE <= one <= last for one in secret)
    return len(secret) == PICKS and (pictures or (secret.isascii() and secret.isdigit()))


def is_easy(secret: str, number: str) -> bool:
    """Tells whether a PIN or picture sequence is too easy to guess for the person with this number."""
    if is_sequence(secret):
        return len(set(secret)) < LEAST_PICTURES or _runs(secret)
    return (
        len(set(secret)) < LEAST_DIGITS
        or _runs(secret)
        or _repeats(secret)
        or _is_date(secret)
        or secret in MOST_CHOSEN
        or _is_own(secret, number)
    )


def _runs(secret: str) -> bool:
    steps = {ord(after) - ord(before) for before, after in pairwise(secret)}
    return steps in ({1}, {-1})


def _repeats(pin: str) -> bool:
    return pin == pin[:2] * 3 or pin == pin[:3] * 2 or pin == pin[::-1]


def _is_date(pin: str) -> bool:
    """Tells whether this is a day, month and year in the order people here write them, or the other way round."""
    first, middle, last = int(pin[:2]), int(pin[2:4]), int(pin[4:])
    return 1 <= middle <= LAST_MONTH and (1 <= first <= LAST_DAY or 1 <= last <= LAST_DAY)


def _is_own(pin: str, number: str) -> bool:
    return bool(number) and (pin in number or number in pin or pin == number.zfill(len(pin)) or pin in number[::-1])
