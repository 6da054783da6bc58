"""Events: a closed union, readable for ever."""

import json
from typing import get_args

import pytest

from modules.errors import MalformedError
from modules.event_json import event_raw, parse_event
from modules.events import Event, PrivateNoteKept
from tests.every_event import every_event

KINDS = [event.kind for event in every_event()]


def test_the_list_of_one_of_each_holds_every_event_there_is() -> None:
    assert {type(event) for event in every_event()} == set(get_args(get_args(Event)[0]))


@pytest.mark.parametrize("event", every_event(), ids=KINDS)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    assert parse_event(event_raw(event)) == event


@pytest.mark.parametrize("event", every_event(), ids=KINDS)
def test_a_kind_names_its_version(event: Event) -> None:
    name, _, version = event.kind.partition("/")
    assert version == "1"
    assert name.replace("_", "") == type(event).__name__.lower()


@pytest.mark.parametrize("event", every_event(), ids=KINDS)
def test_a_name_that_an_event_does_not_have_is_refused(event: Event) -> None:
    with pytest.raises(MalformedError):
        parse_event(json.dumps({**json.loads(event_raw(event)), "when": 1}).encode())


@pytest.mark.parametrize(
    "raw",
    [b"", b"null", b"[]", b"{}", b'{"kind":"answer_given/2"}', b'{"kind":1}', b"\xff", b'{"kind":"login_failed/1"'],
)
def test_what_is_no_event_is_refused(raw: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_event(raw)


def test_a_refused_event_does_not_quote_the_person() -> None:
    raw = event_raw(PrivateNoteKept(words="geheim")).replace(b"private_note_kept/1", b"private_note_kept/9")
    with pytest.raises(MalformedError) as refused:
        parse_event(raw)
    assert refused.value.__cause__ is None
    assert "geheim" not in f"{refused.value} {refused.value.hint}"
