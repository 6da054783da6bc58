"""A chain: situation, thought, feeling, action, result; five linked cards, one at a time (the cognitive model of CBT).

- Every link can stay empty; what is there so far is an answer.
- The situation is everyday; no link asks about a case.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, Said, check_said
from modules.texts import Text
from modules.values import Value

LINKS = ("situation", "thought", "feeling", "action", "result")


class Link(Value):
    """One link: its name on the chain, its question and what can be chosen."""

    title: Text
    question: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]


class Links(Value):
    """The five links in their order."""

    situation: Link
    thought: Link
    feeling: Link
    action: Link
    result: Link

    def in_order(self) -> Iterator[tuple[str, Link]]:
        """Gives each link with its name."""
        for name in LINKS:
            yield name, getattr(self, name)


class Chain(Exercise):
    """Five links; every option has an id of its own over all of them."""

    kind: Literal["chain"] = "chain"
    links: Links
    own_words: bool = True

    @model_validator(mode="after")
    def _has_ids_apart(self) -> Self:
        ids = [option.id for _, link in self.links.in_order() for option in link.options]
        if len(set(ids)) != len(ids):
            raise ValueError("an option's id is used twice in this chain")
        return self


class ChainAnswer(Value):
    """What was said at each link so far."""

    kind: Literal["chain"] = "chain"
    situation: Said | None = None
    thought: Said | None = None
    feeling: Said | None = None
    action: Said | None = None
    result: Said | None = None

    def at(self, link: str) -> Said | None:
        """Gives what was said at a link."""
        said: Said | None = getattr(self, link)
        return said


def check(exercise: Chain, answer: ChainAnswer) -> None:
    """Returns only if each link holds an option of its own or own words where welcome, and at least one is there.

    Raises:
        RefusedError: It does not.
    """
    said = [(link, answer.at(name)) for name, link in exercise.links.in_order()]
    if all(one is None for _, one in said):
        raise RefusedError("a chain with no link is no answer")
    for link, one in said:
        if one is not None:
            check_said(one, link.options, own_words=exercise.own_words)
