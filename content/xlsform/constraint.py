"""The language of `constraint`: bounds of a number, a date, a text's length, a count of choices; and back; pure.

    . >= 0 and . <= 24     . >= date('1990-01-01')     string-length(.) <= 80     count-selected(.) <= 3

- Parts are joined by `and`; a part that says anything else is left out, and given back to be named.
- Not here: what a kind makes of bounds that are missing (questions.py).
"""

import re
from dataclasses import dataclass, replace

MAX_LETTERS = 2_000
_PART = re.compile(
    r"(?P<what>\.|string-length\(\s*\.\s*\)|count-selected\(\s*\.\s*\))\s*(?P<mark><=|>=|<|>)\s*"
    r"(?:(?P<number>-?\d{1,12})|date\(\s*['\"](?P<year>\d{4})-(?P<day>\d\d-\d\d)['\"]\s*\))"
)
_AND = re.compile(r"\s+and\s+")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a constraint says, as far as it can be carried; `left` are the parts that cannot."""

    least: int | None = None
    most: int | None = None
    first_year: int | None = None
    last_year: int | None = None
    most_letters: int | None = None
    most_chosen: int | None = None
    left: tuple[str, ...] = ()


def bounds_of(constraint: str) -> Bounds:
    """Gives the bounds in a constraint."""
    bounds = Bounds()
    for part in _AND.split(constraint.strip()) if constraint.strip() else ():
        found = _PART.fullmatch(_bare(part)) if len(part) <= MAX_LETTERS else None
        bounds = _with(bounds, found) if found else replace(bounds, left=(*bounds.left, part))
    return bounds


def constraint_of(bounds: Bounds) -> str:
    """Gives the constraint that says these bounds."""
    parts = (
        (". >= {}", bounds.least),
        (". <= {}", bounds.most),
        (". >= date('{}-01-01')", bounds.first_year),
        (". <= date('{}-12-31')", bounds.last_year),
        ("string-length(.) <= {}", bounds.most_letters),
        ("count-selected(.) <= {}", bounds.most_chosen),
    )
    return " and ".join(said.replace("{}", str(value)) for said, value in parts if value is not None)


def _bare(part: str) -> str:
    """Gives a part without brackets around it, or around it and its neighbours."""
    bare = part.strip().lstrip("( ")
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip()
    return bare


def _with(bounds: Bounds, part: re.Match[str]) -> Bounds:
    mark, is_upper = part["mark"], part["mark"].startswith("<")
    left = replace(bounds, left=(*bounds.left, part[0]))
    if part["year"] is not None:
        if part["what"] != "." or part["day"] != ("12-31" if is_upper else "01-01") or "=" not in mark:
            return left
        year = int(part["year"])
        if is_upper:
            return replace(bounds, last_year=_lower(bounds.last_year, year))
        return replace(bounds, first_year=_higher(bounds.first_year, year))
    value = int(part["number"]) + {"<": -1, ">": 1}.get(mark, 0)
    if part["what"] == ".":
        if is_upper:
            return replace(bounds, most=_lower(bounds.most, value))
        return replace(bounds, least=_higher(bounds.least, value))
    if not is_upper:
        return left
    if part["what"].startswith("string"):
        return replace(bounds, most_letters=_lower(bounds.most_letters, value))
    return replace(bounds, most_chosen=_lower(bounds.most_chosen, value))


def _lower(before: int | None, value: int) -> int:
    return value if before is None else min(before, value)


def _higher(before: int | None, value: int) -> int:
    return value if before is None else max(before, value)
