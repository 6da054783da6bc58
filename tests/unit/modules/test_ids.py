"""Identifiers: built from given bytes, and told apart by what they are of."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from modules.ids import DetaineeId, ItemId, SubjectId, WriterId, uuid7
from tests.makers import GATEWAY, INSTITUTION, MENTOR, PERSON, TERMINAL


def test_an_id_is_the_uuidv7_of_its_moment_and_bytes() -> None:
    # RFC 9562, appendix A.6: rand_a cc3, rand_b 18c4dc0c0c07398f
    random = (0xCC3 << 62 | 0x18C4DC0C0C07398F).to_bytes(10, "big")
    assert uuid7(0x017F22E279B0, random) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_ids_of_later_moments_sort_later() -> None:
    assert uuid7(1, b"\xff" * 10) < uuid7(2, b"\x00" * 10)


@pytest.mark.parametrize(("at_ms", "random"), [(-1, b"0" * 10), (1 << 48, b"0" * 10), (0, b"0" * 9), (0, b"0" * 16)])
def test_an_id_of_no_moment_or_of_other_bytes_is_refused(at_ms: int, random: bytes) -> None:
    with pytest.raises(ValueError, match="UUIDv7"):
        uuid7(at_ms, random)


@pytest.mark.parametrize(
    ("kind", "accepted"),
    [
        (DetaineeId, {PERSON}),
        (WriterId, {TERMINAL, GATEWAY}),
        (SubjectId, {PERSON, TERMINAL, INSTITUTION}),
    ],
)
def test_an_id_is_never_taken_for_another_kind_of_thing(kind: Any, accepted: set[str]) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(kind)
    for text in (PERSON, TERMINAL, GATEWAY, INSTITUTION, MENTOR, PERSON[2:], PERSON.upper(), PERSON + "\n"):
        if text in accepted:
            assert adapter.validate_python(text) == text
        else:
            with pytest.raises(ValidationError):
                adapter.validate_python(text)


@pytest.mark.parametrize("text", ["", "A", "a-b", "a..b", ".a", "a.", "a b", "é", "a" * 65, "a\n"])
def test_a_content_id_is_small_letters_digits_and_dots(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(ItemId).validate_python(text)
