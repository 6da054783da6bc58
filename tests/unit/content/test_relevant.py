"""The language of `relevant` means here what it means in the field, and always comes to an end."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from content.xlsform.constraint import Bounds, bounds_of, constraint_of
from content.xlsform.relevant import Asked, UnreadError, condition_of, expression_of
from modules.conditions import Condition, holds
from modules.ids import ItemId, OptionId

OPTIONS = {name: OptionId(name) for name in ("a", "b", "c")}
ASKED = {
    "one": Asked(ItemId("t.one"), OPTIONS, is_single=True),
    "many": Asked(ItemId("t.many"), OPTIONS, is_single=False),
    "free": Asked(ItemId("t.free"), {}, is_single=False),
}
ANSWERS: tuple[Mapping[str, frozenset[str]], ...] = tuple(
    {"t.one": frozenset(one), "t.many": frozenset(many)}
    for one in ("", "a", "b", "c")
    for many in ("", "a", "ab", "abc", "c")
)


def _asked(name: str) -> Asked:
    if name not in ASKED:
        raise UnreadError("condition-unknown", name)
    return ASKED[name]


def _holds(condition: Condition) -> list[bool]:
    return [
        holds(condition, lambda item, said=answer: frozenset(map(OptionId, said.get(item, ()))), frozenset())  # type: ignore[misc]
        for answer in ANSWERS
    ]


def _is(expression: str) -> list[bool]:
    return _holds(condition_of(expression, _asked))


@pytest.mark.parametrize(
    ("expression", "same"),
    [
        ("${one} = 'a'", "selected(${one}, 'a')"),
        ("'a' = ${one}", '${one}="a"'),
        ("${one} != 'a'", "not(${one} = 'a')"),
        ("${one} != ''", "selected(${one},'a') or selected(${one},'b') or selected(${one},'c')"),
        ("${many} = ''", "not(selected(${many},'a') or selected(${many},'b') or selected(${many},'c'))"),
        ("${one} = 'a' or ${one} = 'b' and ${many} = ''", "${one} = 'a' or (${one} = 'b' and ${many} = '')"),
        ("((${one} = \u2018a\u2019))", "${ one }='a'"),
        ("not(not(${one} = 'a'))", "${one} = 'a'"),
    ],
)
def test_two_ways_of_saying_it_mean_the_same(expression: str, same: str) -> None:
    assert _is(expression) == _is(same)
    assert len(set(_is(expression))) == 2


def test_what_is_not_answered_is_the_empty_text_as_in_the_field() -> None:
    assert _is("${one} != 'a'")[0]
    assert not _is("${one} = 'a'")[0]
    assert not _is("selected(${many}, 'a')")[0]


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("", "relevant-broken"),
        ("${one}", "relevant-broken"),
        ("${one} = ", "relevant-broken"),
        ("${one} 'a'", "relevant-broken"),
        ("${one} = 'a' ${one} = 'b'", "relevant-broken"),
        ("selected(${one} 'a')", "relevant-broken"),
        ("(${one} = 'a'", "relevant-broken"),
        ("${one = 'a'", "relevant-broken"),
        ("${one} = 'a", "relevant-broken"),
        ("${one} > 1", "relevant-beyond"),
        ("${one} = ${many}", "relevant-beyond"),
        ("'a' = 'a'", "relevant-beyond"),
        ("true()", "relevant-beyond"),
        ("count-selected(${many}) = 2", "relevant-beyond"),
        ("${many} = 'a'", "relevant-beyond"),
        ("${free} = 'a'", "relevant-beyond"),
        ("(" * 40 + "${one} = 'a'" + ")" * 40, "relevant-beyond"),
        ("not(" * 12 + "${one} = 'a'" + ")" * 12, "relevant-beyond"),
        (" and ".join(["not(${one} = 'a')"] * 21), "relevant-beyond"),
        ("x" * 3_000, "relevant-beyond"),
        ("${one} = 'z'", "condition-unknown"),
        ("${two} = 'a'", "condition-unknown"),
    ],
)
def test_what_cannot_be_said_is_told_apart_from_what_is_said_wrongly(expression: str, code: str) -> None:
    with pytest.raises(UnreadError) as refused:
        condition_of(expression, _asked)
    assert refused.value.code == code


@given(st.text(st.sampled_from("${}one many ab'\"()=!,andornotselected 12.-<>"), max_size=80))
def test_any_text_is_a_condition_or_a_reason(expression: str) -> None:
    assert _outcome(expression) in ("condition", "relevant-broken", "relevant-beyond", "condition-unknown")


def _outcome(expression: str) -> str:
    try:
        _holds(condition_of(expression, _asked))
    except UnreadError as error:
        return error.code
    return "condition"


LEAF = st.builds(
    lambda item, said: {"item": item, "is": said},
    st.sampled_from(["t.one", "t.many"]),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True),
)
TREE = st.recursive(
    LEAF,
    lambda part: st.one_of(
        st.builds(lambda parts: {"all": parts}, st.lists(part, min_size=1, max_size=3)),
        st.builds(lambda parts: {"any": parts}, st.lists(part, min_size=1, max_size=3)),
        st.builds(lambda one: {"not": one}, part),
    ),
    max_leaves=6,
)


@given(TREE)
def test_a_condition_written_out_and_read_again_means_the_same(plain: object) -> None:

    try:
        condition: Condition = TypeAdapter(Condition).validate_python(plain)
    except ValidationError:
        return
    said = expression_of(condition, lambda item: item.removeprefix("t."), lambda item: item == "t.one")
    assert _is(said) == _holds(condition)


@given(
    st.builds(
        Bounds,
        *[st.none() | st.integers(0, 99)] * 2,
        *[st.none() | st.integers(1900, 2100)] * 2,
        *[st.none() | st.integers(0, 99)] * 2,
    )
)
def test_bounds_written_out_and_read_again_are_the_same(bounds: Bounds) -> None:
    assert bounds_of(constraint_of(bounds)) == bounds


def test_of_two_bounds_the_narrower_counts() -> None:
    assert bounds_of(". >= 2 and . > 4 and . <= 9 and . < 8") == Bounds(least=5, most=7)
