"""The one way from a value to bytes."""

import pytest

from modules.canonical import canonical, digest
from modules.errors import MalformedError
from tests.makers import a_lane


def test_names_are_sorted_and_nothing_stands_between() -> None:
    assert (
        canonical({"b": [1, True, None], "a": {"d": "é", "c": 1.5}})
        == '{"a":{"c":1.5,"d":"é"},"b":[1,true,null]}'.encode()
    )


def test_a_model_is_written_like_the_json_it_stands_for() -> None:
    lane = a_lane()
    assert canonical(lane) == canonical({"writer": lane.writer, "subject": lane.subject, "run": 0})


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), 1 << 53, {1: "a"}, object(), b"raw", {1, 2}, "\ud800", {"\ud800": 1}]
)
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(MalformedError):
        canonical(value)


def test_a_digest_is_sha_256_in_small_digits() -> None:
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
