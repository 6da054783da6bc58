"""One-time codes with no network: a terminal shows a challenge, the staff desk or another terminal gives the response.

- Both sides hold the group's code key, which follows from the pepper and from which the pepper does not follow; so the
  gateway that serves can give codes without being able to try PINs.
- A challenge belongs to a terminal, a number, how many codes that number has used there, and half a day; so nothing
  is stored, asking again shows the same one, and a used or old code is worth nothing.
- Not here: who may give a code and where that is logged (sync/gateway/code_desk.py, kiosk/store/codes.py).
"""

import hashlib
import hmac
from typing import NamedTuple

CHALLENGE_DIGITS, RESPONSE_DIGITS = 6, 8
WINDOW_MS = 12 * 60 * 60 * 1000
WINDOWS = 6
"""A response counts in the half day its challenge was shown in and the five after it: at most 72 hours."""
CODE_KEY = b"kvv-kiosk/one-time-codes/1"


def code_key(pepper: bytes) -> bytes:
    """Gives the key that one-time codes are made with."""
    return hmac.digest(pepper, CODE_KEY, hashlib.sha256)


class Asked(NamedTuple):
    """Where a code is asked for, for which number, and how many that number has used there."""

    terminal: str
    number: str
    used: int


def challenge(key: bytes, asked: Asked, at_ms: int) -> str:
    """Gives what a terminal shows for a number at a time."""
    text = f"challenge|{asked.terminal}|{asked.number}|{asked.used}|{at_ms // WINDOW_MS}"
    return _digits(key, text, CHALLENGE_DIGITS)


def response(key: bytes, number: str, shown: str) -> str:
    """Gives the one-time code for a number and the challenge that a terminal showed."""
    return _digits(key, f"response|{number}|{shown}", RESPONSE_DIGITS)


def is_response(code: str, key: bytes, asked: Asked, at_ms: int) -> bool:
    """Tells whether a code answers a challenge that this terminal showed for this number in the last 72 hours."""
    found = False
    for back in range(WINDOWS):
        shown = challenge(key, asked, max(0, at_ms - back * WINDOW_MS))
        found |= hmac.compare_digest(code.encode(), response(key, asked.number, shown).encode())
    return found


def _digits(key: bytes, text: str, count: int) -> str:
    made = hmac.digest(key, text.encode("ascii"), hashlib.sha256)
    return f"{int.from_bytes(made[:8], 'big') % 10**count:0{count}}"
