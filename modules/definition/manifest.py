"""The manifest: what a pack says of itself, first thing read after its signatures.

- `version` only goes up; the store keeps a floor under it.
- Not here: signatures and expiry (content/trust.py, TUF metadata beside the pack).
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from modules.definition.institution import Institution
from modules.definition.kvv_module import KvvProgramme
from modules.definition.migration import Migration
from modules.definition.questionnaire import Questionnaire
from modules.definition.start import StartModules
from modules.exercises import AnyExercise
from modules.ids import Digest, PackId
from modules.texts import Language, Text
from modules.values import Value

EntryName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*$", max_length=120)]
AnyDefinition = Questionnaire | KvvProgramme | StartModules | Institution
Definition = Annotated[AnyDefinition, Field(discriminator="type")]


def exercises_of(definition: AnyDefinition) -> Iterator[AnyExercise]:
    """Gives every question or exercise of a definition, in its order."""
    match definition:
        case Questionnaire():
            yield from definition.items()
        case KvvProgramme() | StartModules():
            for module in definition.modules:
                yield from module.exercises
        case Institution():
            return


class PackFile(Value):
    """One file inside the pack: its name, size in bytes and SHA-256."""

    name: EntryName
    size_bytes: Annotated[int, Field(ge=0)]
    sha256: Digest


class Manifest(Value):
    """Who this pack is, which languages it speaks, from which versions work comes over, and every file in it."""

    format: Literal["kvv-pack/1"] = "kvv-pack/1"
    id: PackId
    version: Annotated[int, Field(ge=1)]
    title: Text
    languages: tuple[Language, ...]
    unreviewed: tuple[Language, ...] = ()
    migrations: tuple[Migration, ...] = ()
    files: tuple[PackFile, ...]
