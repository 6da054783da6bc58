"""Snel regelen as a pack says it: modules that are always open, beside the programme and before it.

- They are done as a module of the programme is (kvv/commands.py); they have no plan of their own.
- `with_start` lays them beside the programme of one person; each keeps the digest of its own pack.
"""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvModule, KvvProgramme
from modules.texts import Text
from modules.values import Value


class StartModules(Value):
    """What cannot wait in the first days."""

    type: Literal["start"] = "start"
    title: Text
    modules: Annotated[tuple[KvvModule, ...], Field(min_length=1, max_length=8)]


def with_start(programme: Edition[KvvProgramme], start: Edition[StartModules]) -> Edition[KvvProgramme]:
    """Gives a person's programme with these modules before it."""
    modules = (*start.definition.modules, *programme.definition.modules)
    return replace(
        programme,
        definition=programme.definition.model_copy(update={"modules": modules}),
        others={**programme.others, **{module.id: start.digest for module in start.definition.modules}},
    )
