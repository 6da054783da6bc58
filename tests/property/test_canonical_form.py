"""Every value has one form in bytes, and comes back from it.

- `Header.raw` is dumped by pydantic and most values by Python's own writer, for speed; here both are held to
  the RFC 8785 library, whatever the value.
- Not here: forms that are refused (tests/vectors/journal/header.json, tests/unit/modules).
"""

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from modules.canonical import canonical
from modules.errors import MalformedError
from modules.event_json import event_raw, parse_event
from modules.events import Event, MarkDrawn, PlanSigned, PrivateNoteKept
from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Said
from modules.exercises.timeline import TimelineAnswer
from modules.ids import Digest, EntryId, ItemId, OptionId
from modules.journal import Clock, Entry, Header, Lane
from modules.plan.document import Both, Line, Own, PlanDocument, Section, verify_signed
from modules.texts import DUTCH
from tests.makers import (
    GATEWAY,
    INSTITUTION,
    PERSON,
    TERMINAL,
    TERMINAL_SIGNER,
    a_lane,
    a_plan_document,
    a_signed_plan,
    answered,
    did,
    goal_set,
)

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(1 - (1 << 53), (1 << 53) - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)
NAMED_IN_ASCII = st.recursive(
    st.none() | st.booleans() | st.integers(1 - (1 << 53), (1 << 53) - 1) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(max_codepoint=127), max_size=4), inner, max_size=6)
    ),
    max_leaves=12,
)
WHOLE = st.integers(0, (1 << 53) - 1)
DIGESTS = st.binary(min_size=32, max_size=32).map(lambda raw: Digest(raw.hex()))
UUIDS = st.uuids().map(lambda drawn: f"{drawn}"[:14] + "7" + f"{drawn}"[15:19] + "8" + f"{drawn}"[20:])
LANES = st.builds(a_lane, st.sampled_from([TERMINAL, GATEWAY]), st.sampled_from([PERSON, TERMINAL, INSTITUTION]))
HEADERS = st.builds(
    Header,
    body=DIGESTS,
    clock=st.builds(Clock, certain=st.booleans(), counter=WHOLE, time_ms=WHOLE, wall_ms=WHOLE),
    id=UUIDS.map(EntryId),
    lane=st.builds(lambda lane, run: lane.model_copy(update={"run": run}), LANES, st.integers(0, (1 << 31) - 1)),
    parents=st.lists(DIGESTS, max_size=64).map(tuple),
    previous=DIGESTS,
    seq=WHOLE,
)
WORDS = st.text(min_size=1, max_size=200)
IDS = st.from_regex(r"\A[a-z0-9_]{1,8}(\.[a-z0-9_]{1,8})?\Z").map(OptionId)
SAID = st.one_of(st.builds(Said, option=IDS), st.builds(Said, own=WORDS))
ANSWERS = st.one_of(
    st.builds(RulerAnswer, value=st.integers(0, 10)),
    st.builds(MultiChoiceAnswer, options=st.lists(IDS, max_size=5).map(tuple)),
    st.builds(CardSortAnswer, piles=st.dictionaries(IDS, IDS, max_size=5)),
    st.builds(TimelineAnswer, placed=st.dictionaries(IDS, st.lists(IDS, max_size=3).map(tuple), max_size=4)),
    st.builds(IfThenAnswer, situation=SAID, action=SAID),
)
POINTS = st.tuples(st.integers(-100, 1100), st.integers(-100, 1100))
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(answered, IDS.map(ItemId), ANSWERS),
    st.builds(did, IDS.map(ItemId), ANSWERS),
    st.builds(goal_set, wish=SAID, first_step=SAID, how_i_know=SAID | st.none()),
    st.builds(PrivateNoteKept, words=WORDS),
    st.builds(
        MarkDrawn, plan=DIGESTS, strokes=st.lists(st.lists(POINTS, max_size=5).map(tuple), max_size=4).map(tuple)
    ),
)
BOTH = st.builds(Both, nl=WORDS, shown=WORDS)
LINES = st.builds(
    Line, label=BOTH, values=st.lists(BOTH | st.builds(Own, own=WORDS, language=st.just(DUTCH)), max_size=3).map(tuple)
)


@given(HEADERS)
def test_a_header_is_dumped_as_rfc_8785_has_it_and_comes_back(header: Header) -> None:
    assert header.raw == rfc8785.dumps(json.loads(header.model_dump_json())) == canonical(header)
    assert Entry.parse(header.raw, None) == Entry.make(header, None)
    assert Lane.model_validate_json(canonical(header.lane)) == header.lane


@given(HEADERS, HEADERS)
def test_two_headers_have_one_form_only_where_they_are_one(one: Header, other: Header) -> None:
    assert (one.raw == other.raw) == (one == other)


@given(EVENTS)
def test_an_event_comes_back_from_its_bytes_whatever_words_are_in_it(event: Event) -> None:
    assert parse_event(event_raw(event)) == event
    assert parse_event(canonical(event)) == event


@given(st.lists(LINES, min_size=1, max_size=4).map(tuple))
def test_a_plan_comes_back_from_its_text_and_verifies_whatever_words_are_in_it(lines: tuple[Line, ...]) -> None:
    (first,) = a_plan_document().sections
    section = Section(part=first.part, title=first.title, who_sees=first.who_sees, blocks=(lines,))
    document = a_plan_document(sections=(section,))
    assert PlanDocument.parse(document.text) == document
    assert document.text.encode() == rfc8785.dumps(json.loads(document.text))
    signed = parse_event(event_raw(a_signed_plan(document)))
    assert isinstance(signed, PlanSigned)
    assert verify_signed(signed, TERMINAL_SIGNER.public_key) == document


@given(JSON | NAMED_IN_ASCII)
def test_the_bytes_of_any_value_are_those_of_the_rfc(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


def test_what_has_no_form_in_the_rfc_has_none_here() -> None:
    for value in (1 << 53, float("nan"), "\ud800", {"a": ["\udfff"]}, {1: 2}, {"a": {3, 4}}):
        with pytest.raises(MalformedError):
            canonical(value)
