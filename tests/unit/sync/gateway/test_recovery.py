"""The recovery key in three sheets: two of them are it, one is nothing, and another set is another key."""

from itertools import combinations

import pytest

from modules.errors import MalformedError, RefusedError, UntrustedError
from sync.envelope import Lock, Request, SlotKind, enveloped, slot_pair, taken
from sync.gateway.recovery import joined, made, recovered, sheet_text, words_of

PUBLIC, SHEETS = made(b"\x21" * 32)
OTHER_PUBLIC, OTHER_SHEETS = made(b"\x22" * 32)
KEY = b"\x07" * 32
MACHINE = slot_pair(SlotKind.CREDENTIAL, b"\x09" * 32)
REQUEST = Request(lock=Lock(id="0000000a", kind=SlotKind.CREDENTIAL, sealing=MACHINE.sealing))


def test_any_two_of_three_sheets_are_the_key() -> None:
    assert len(SHEETS) == 3
    for pair in combinations(SHEETS, 2):
        assert joined(pair).sealing == PUBLIC.lock.sealing


@pytest.mark.parametrize("sheets", [SHEETS[:1], (SHEETS[0], SHEETS[0])])
def test_one_sheet_is_not_enough_also_not_twice(sheets: tuple[str, ...]) -> None:
    with pytest.raises(RefusedError) as refused:
        joined(sheets)
    assert refused.value.hint == "bring two of the three"


def test_sheets_of_two_keys_do_not_open_together() -> None:
    with pytest.raises(MalformedError, match="different keys"):
        joined((SHEETS[0], OTHER_SHEETS[1]))


def test_a_mistyped_word_is_found_before_anything_is_opened_and_is_not_quoted() -> None:
    words = SHEETS[0].split(" ")
    another = "acid" if words[-1] == "academic" else "academic"
    told = set()
    for typed in ((*words[:-1], another), words[:-1], (*words[:5], "fietsbel", *words[6:])):
        with pytest.raises(MalformedError, match="sheet 1 was not read rightly") as refused:
            joined((" ".join(typed), SHEETS[1]))
        told.add((refused.value.message, refused.value.hint))
    assert len(told) == 1


def test_a_printed_sheet_is_read_back_whole() -> None:
    for number, words in enumerate(SHEETS, start=1):
        text = sheet_text(number, words)
        assert words_of(text) == words_of(words.upper()) == words
        assert max(map(len, text.splitlines())) < 90


def test_the_key_is_handed_to_the_machine_that_asked_through_the_right_slot() -> None:
    locks = [
        Lock(id=f"{number:08x}", kind=SlotKind.ESCROW, sealing=public.lock.sealing)
        for number, public in enumerate((OTHER_PUBLIC, PUBLIC))
    ]
    grant = recovered(enveloped(KEY, 3, locks), REQUEST, joined(SHEETS[1:]))
    assert taken(grant, MACHINE.opening) == KEY
    with pytest.raises(UntrustedError, match="no slot of that terminal"):
        recovered(enveloped(KEY, 3, locks[:1]), REQUEST, joined(SHEETS[1:]))
