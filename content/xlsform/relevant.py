"""The language of `relevant`, both ways: an expression of a form to a condition of a pack, and back; pure, and it ends.

    selected(${work}, 'yes')   ${work} = 'yes'   ${work} != 'yes'   ${work} != ''   and   or   not( )   ( )

- Names and choices are those of the form; `asked` says which item and options they became.
- What is not answered is the empty text: `!=` holds for it, `selected` and `=` do not, as in the field.
- At most 2,000 letters and 16 open brackets are read; what a condition cannot hold is `relevant-beyond`, what is no
  expression is `relevant-broken`, and a wrong name is `condition-unknown`.
- Not here: whether a condition can ever hold (walk.py).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from modules.conditions import All, AnyOf, Condition, Is, IsFact, Not
from modules.ids import ItemId, OptionId

Name = Callable[[ItemId], str | None]
MAX_LETTERS = 2_000
MAX_OPEN = 16
_TOKEN = re.compile(
    r"\s*(?:\$\{\s*(?P<ref>[^${}]+?)\s*\}|(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<mark>!=|=|\(|\)|,)|(?P<word>[A-Za-z_][\w.-]*(?::[\w.-]+)?))"
)
_CHECKED: TypeAdapter[Condition] = TypeAdapter(Condition)
_WORDS = ("and", "or", "not", "selected")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the form that came before: its item, its options by the form's names, and whether one is chosen."""

    item: ItemId
    options: Mapping[str, OptionId]
    is_single: bool


class UnreadError(Exception):
    """An expression that became no condition; `code` is that of its finding."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(what)
        self.code, self.what = code, what


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    said: str


def condition_of(expression: str, asked: Callable[[str], Asked]) -> Condition:
    """Gives the condition of an expression; `asked` gives what a name stands for.

    Raises:
        UnreadError: It cannot be read, or says what a condition cannot.
    """
    if len(expression) > MAX_LETTERS:
        raise UnreadError("relevant-beyond", f"it is longer than {MAX_LETTERS:,} letters")
    reader = _Reader(list(_tokens(expression)), asked)
    try:
        return _CHECKED.validate_python(reader.whole())
    except ValidationError:
        raise UnreadError("relevant-beyond", "it has more parts than a condition holds") from None


def joined(conditions: Sequence[Condition]) -> Condition | None:
    """Gives the condition that holds when all of these do, or none where there are none.

    Raises:
        UnreadError: They are more than a condition holds.
    """
    try:
        return _CHECKED.validate_python(_all(conditions)) if conditions else None
    except ValidationError:
        raise UnreadError("relevant-beyond", "with its groups it has more parts than a condition holds") from None


def expression_of(condition: Condition, name: Name, is_single: Callable[[ItemId], bool]) -> str:
    """Gives the expression of a condition; `name` gives an item's name in the form, none where it is not in it.

    Raises:
        UnreadError: It asks for what a form does not know.
    """
    match condition:
        case Is():
            named = name(condition.item)
            if named is None:
                raise UnreadError("field-left", f"show_if asks for {condition.item}, which is left out")
            one = f"${{{named}}} = '{{}}'" if is_single(condition.item) else f"selected(${{{named}}}, '{{}}')"
            said = [one.replace("{}", option) for option in condition.is_]
            return said[0] if len(said) == 1 else f"({' or '.join(said)})"
        case All():
            return f"({' and '.join(expression_of(part, name, is_single) for part in condition.all)})"
        case AnyOf():
            return f"({' or '.join(expression_of(part, name, is_single) for part in condition.any)})"
        case Not():
            return f"not({expression_of(condition.not_, name, is_single)})"
        case IsFact():
            raise UnreadError("field-left", f"show_if asks for the fact {condition.fact}")


def _tokens(expression: str) -> Iterator[_Token]:
    text, at = expression.replace("\u2018", "'").replace("\u2019", "'").strip(), 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            is_broken = text[at:].lstrip()[:1] in ("'", '"', "$", "{", "}")
            rest = text[at:].lstrip()[:20]
            raise UnreadError("relevant-broken" if is_broken else "relevant-beyond", f"it stops at: {rest}")
        yield _Token(found.lastgroup, found[found.lastgroup])
        at = found.end()


class _Reader:
    """Reads tokens from left to right, once; `or` binds least, then `and`, then `not( )` and the tests."""

    def __init__(self, tokens: Sequence[_Token], asked: Callable[[str], Asked]) -> None:
        self._tokens, self._asked, self._at, self._open = tokens, asked, 0, 0

    def whole(self) -> Condition:
        condition = self._any()
        if self._at < len(self._tokens):
            raise UnreadError("relevant-broken", f"it goes on with: {self._tokens[self._at].said}")
        return condition

    def _any(self) -> Condition:
        parts = [self._every()]
        while self._is_next("word", "or"):
            parts.append(self._every())
        return _any(parts)

    def _every(self) -> Condition:
        parts = [self._one()]
        while self._is_next("word", "and"):
            parts.append(self._one())
        return _all(parts)

    def _one(self) -> Condition:
        if self._is_next("mark", "("):
            return self._bracketed()
        token = self._take()
        if token.kind == "word" and token.said == "not":
            self._want("(")
            return Not.model_validate({"not": self._bracketed()})
        if token.kind == "word" and token.said == "selected":
            self._want("(")
            name = self._take("ref").said
            self._want(",")
            said = self._literal()
            self._want(")")
            return _is(self._asked(name), said)
        if token.kind == "word" and token.said not in _WORDS:
            raise UnreadError("relevant-beyond", f"it uses {token.said}")
        return self._compared(token)

    def _bracketed(self) -> Condition:
        self._open += 1
        if self._open > MAX_OPEN:
            raise UnreadError("relevant-beyond", f"it has more than {MAX_OPEN} brackets within each other")
        condition = self._any()
        self._want(")")
        self._open -= 1
        return condition

    def _compared(self, left: _Token) -> Condition:
        mark = self._take()
        if mark.kind != "mark" or mark.said not in ("=", "!="):
            raise UnreadError("relevant-broken", f"after {left.said} stands {mark.said}")
        right = self._take()
        ref, literal = (left, right) if left.kind == "ref" else (right, left)
        if ref.kind != "ref" or literal.kind not in ("text", "number"):
            beyond = {left.kind, right.kind} <= {"ref", "text", "number"}
            raise UnreadError(
                "relevant-beyond" if beyond else "relevant-broken", f"{left.said} is compared with {right.said}"
            )
        condition = _equal(self._asked(ref.said), _unquoted(literal))
        return condition if mark.said == "=" else _not(condition)

    def _literal(self) -> str:
        token = self._take()
        if token.kind not in ("text", "number"):
            raise UnreadError(
                "relevant-beyond" if token.kind == "ref" else "relevant-broken", f"{token.said} is no choice"
            )
        return _unquoted(token)

    def _is_next(self, kind: str, said: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at] == _Token(kind, said):
            self._at += 1
            return True
        return False

    def _take(self, kind: str | None = None) -> _Token:
        if self._at >= len(self._tokens):
            raise UnreadError("relevant-broken", "it ends too early")
        token = self._tokens[self._at]
        if kind is not None and token.kind != kind:
            raise UnreadError("relevant-broken", f"{token.said} stands where a question was expected")
        self._at += 1
        return token

    def _want(self, mark: str) -> None:
        if not self._is_next("mark", mark):
            at = self._tokens[self._at].said if self._at < len(self._tokens) else "its end"
            raise UnreadError("relevant-broken", f"before {at} a `{mark}` is missing")


def _unquoted(token: _Token) -> str:
    return token.said[1:-1].strip() if token.kind == "text" else token.said


def _is(asked: Asked, *said: str) -> Condition:
    if not asked.options:
        raise UnreadError("relevant-beyond", "it asks for a question without choices")
    for one in said:
        if one not in asked.options:
            raise UnreadError("condition-unknown", f"{asked.item} has no choice {one}")
    return Is.model_validate({"item": asked.item, "is": tuple(asked.options[one] for one in said)})


def _equal(asked: Asked, said: str) -> Condition:
    if not said:
        return _not(_is(asked, *asked.options))
    if asked.options and not asked.is_single:
        raise UnreadError(
            "relevant-beyond", f"`=` at {asked.item}, where several can be chosen; `selected()` can be said"
        )
    return _is(asked, said)


def _not(condition: Condition) -> Condition:
    return condition.not_ if isinstance(condition, Not) else Not.model_validate({"not": condition})


def _all(parts: Sequence[Condition]) -> Condition:
    flat = [one for part in parts for one in (part.all if isinstance(part, All) else (part,))]
    return flat[0] if len(flat) == 1 else All(all=tuple(flat))


def _any(parts: Sequence[Condition]) -> Condition:
    """Gives what holds when one of these does; choices of one question become one part."""
    flat: list[Condition] = []
    for one in (one for part in parts for one in (part.any if isinstance(part, AnyOf) else (part,))):
        last = flat[-1] if flat else None
        if isinstance(one, Is) and isinstance(last, Is) and one.item == last.item:
            both = tuple(dict.fromkeys((*last.is_, *one.is_)))
            flat[-1] = Is.model_validate({"item": one.item, "is": both})
        else:
            flat.append(one)
    return flat[0] if len(flat) == 1 else AnyOf(any=tuple(flat))
