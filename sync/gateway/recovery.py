"""The recovery key: made once, away from every machine that serves, and kept as three sheets of words, two of which do.

- 32 random bytes are split 2-of-3 by SLIP-39; each sheet is 33 English words with a checksum of their own. One sheet
  tells nothing. The public half, `recovery.pub`, goes to the terminals (`kiosk keys add-escrow`).
- Recovering joins two sheets in memory, opens the escrow slot of one terminal's envelope, and seals that terminal's
  store key to the new machine that asked. The recovery key leaves this desk by no way, and is not kept on it.
- Not here: the form of an envelope, a request and a grant (sync/envelope.py); printing.
"""

import itertools
from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, Share, combine_mnemonics, generate_mnemonics

from modules.errors import MalformedError, RefusedError, UntrustedError
from sync.envelope import Envelope, Grant, Lock, Pair, Request, SlotKind, granted, opened, slot_pair

SECRET_BYTES = 32
NEEDED, SHEETS = 2, 3
_PUBLIC_ID = "00000000"


def made(secret: bytes) -> tuple[Request, tuple[str, ...]]:
    """Gives the public half of the recovery key of 32 random bytes, and its sheets."""
    (sheets,) = generate_mnemonics(1, [(NEEDED, SHEETS)], secret)
    lock = Lock(id=_PUBLIC_ID, kind=SlotKind.ESCROW, sealing=slot_pair(SlotKind.ESCROW, secret).sealing)
    return Request(lock=lock), tuple(sheets)


def joined(sheets: Sequence[str]) -> Pair:
    """Gives the recovery key that sheets come to.

    Raises:
        RefusedError: There are fewer than two, or one was given twice.
        MalformedError: A sheet has a wrong word, or they are not of one key.
    """
    shares = [_share(number, words) for number, words in enumerate(sheets, start=1)]
    if len({share.index for share in shares}) < NEEDED:
        raise RefusedError(
            f"{len(sheets)} sheet is not enough" if len(sheets) == 1 else "these are not two different sheets",
            hint="bring two of the three",
        )
    if any(a.identifier != b.identifier for a, b in itertools.pairwise(shares)):
        raise MalformedError("these sheets are of different keys", hint="take two sheets of one set; see their number")
    try:
        secret = combine_mnemonics(sheets[:NEEDED])
    except MnemonicError:
        raise MalformedError("these sheets do not belong together", hint="take two sheets of one set") from None
    return slot_pair(SlotKind.ESCROW, secret)


def recovered(envelope: Envelope, request: Request, key: Pair) -> Grant:
    """Gives a terminal's store key to the machine that asks for it.

    Raises:
        UntrustedError: No escrow slot of this envelope is of this recovery key.
    """
    for slot in envelope.of_kind(SlotKind.ESCROW):
        if slot.lock.sealing == key.sealing:
            return granted(request, opened(envelope, slot, key.opening))
    raise UntrustedError(
        "this recovery key opens no slot of that terminal",
        hint="see `kiosk keys list`, and which set these sheets are of",
    )


def sheet_text(number: int, words: str) -> str:
    """Gives a sheet as it is printed: its words numbered, in rows of three, and what it is for in Dutch."""
    each = words.split(" ")
    rows = [each[at : at + 3] for at in range(0, len(each), 3)]
    lines = [
        "  ".join(f"{at * 3 + place + 1:2}. {word:<10}" for place, word in enumerate(row)).rstrip()
        for at, row in enumerate(rows)
    ]
    identifier = Share.from_mnemonic(words).identifier
    return "\n".join(
        (
            f"Herstelsleutel kvv-kiosk, set {identifier}, blad {number} van {SHEETS}",
            f"{NEEDED} van de {SHEETS} bladen samen openen de opslag van elke terminal. Eén blad zegt niets.",
            "Bewaar dit blad in een kluis, niet bij een ander blad. Wie het kwijt is, meldt dat.",
            "",
            *lines,
            "",
        )
    )


def words_of(text: str) -> str:
    """Gives the words of a sheet, as printed or typed: numbers, points and the lines above them count for nothing."""
    body = text.split("\n\n", 1)[1] if text.startswith("Herstelsleutel") and "\n\n" in text else text
    return " ".join(word for word in body.lower().split() if word.isalpha())


def _share(number: int, words: str) -> Share:
    try:
        return Share.from_mnemonic(words)
    except MnemonicError:
        raise MalformedError(
            f"sheet {number} was not read rightly: a word is missing, or is another",
            hint="type it again from the paper",
        ) from None
