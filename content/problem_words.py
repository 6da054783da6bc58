"""What is wrong with a field, in an author's words: what the schema says, with the name he probably meant.

- A name that is nearly a known one is told with it; a kind that is none, with the one nearest to it.
- Not here: where it stands (source.py), and what to do then (findings.py).
"""

import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import TypeAdapter


def problem_words(problem: Mapping[str, Any], schema: TypeAdapter[Any]) -> str:
    """Gives what is wrong, after the path of the field."""
    match problem["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "no such name is known here" + _meant(str(problem["loc"][-1]), _names(schema))
        case "union_tag_invalid":
            told: Mapping[str, Any] = problem.get("ctx", {})
            tags = [tag.strip(" '") for tag in str(told["expected_tags"]).split(",")]
            return f"there is no {str(told['discriminator']).strip(chr(39))} `{told['tag']}`" + (
                _meant(str(told["tag"]), tags) or f"; there are {', '.join(tags)}"
            )
        case _:
            return str(problem["msg"])


def _meant(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"; did you mean `{near[0]}`?" if near else ""


@cache
def _names(schema: TypeAdapter[Any]) -> list[str]:
    """Gives every name a field of these definitions can have; only asked for where one was wrong."""
    whole: dict[str, Any] = json.loads(json.dumps(schema.json_schema()))
    return sorted(set(_named(whole)))


def _named(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        properties = part.get("properties")
        yield from properties if isinstance(properties, dict) else ()
        part = list(part.values())
    for inner in part if isinstance(part, list) else ():
        yield from _named(inner)
