"""A definition as it applies to one person now: pinned to the digest of its pack, with the facts that choose its items.

- Every answer names the digest; a later pack never changes what was asked.
- Facts come from the roster (`vris`); conditions may ask for them.
- Where modules of several packs stand side by side, `others` says which module came in another pack; `beside` are the
  packs whose words stand within it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from modules.ids import Digest, ModuleId

Defined = TypeVar("Defined")


@dataclass(frozen=True, slots=True)
class Edition(Generic[Defined]):
    """A questionnaire or programme, the digest of the pack it came in, and the known facts."""

    digest: Digest
    definition: Defined
    facts: frozenset[str] = field(default_factory=frozenset)
    others: Mapping[ModuleId, Digest] = field(default_factory=dict)
    beside: tuple[Digest, ...] = ()

    def pack_of(self, module: ModuleId) -> Digest:
        """Gives the digest of the pack a module came in."""
        return self.others.get(module, self.digest)
