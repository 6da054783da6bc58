"""What the window asks of the courier through the store: the window has no network and no medium (D37).

- One errand at a time; asking again asks anew. What became of it stands beside it, in counts, never in names.
- Not here: doing it (kiosk/wiring/courier.py), and who may ask (kiosk/entry.py).
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kiosk.store.vault import Vault
from modules.canonical import canonical
from modules.values import Value


class Errand(StrEnum):
    """What can be asked."""

    CARRY = "carry"
    PACKS = "packs"


class Told(Value):
    """What was asked, and what became of it: `asked`, `done` or `failed`, and how many entries or packs."""

    errand: Errand
    outcome: Annotated[str, Field(pattern="^(asked|done|failed)$")]
    count: Annotated[int, Field(ge=0)] = 0


class Errands:
    """The one row of the store through which both processes speak."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def ask(self, errand: Errand) -> None:
        """Asks the courier for something."""
        self.tell(Told(errand=errand, outcome="asked"))

    def tell(self, told: Told) -> None:
        """Says how it stands."""
        with self._vault.write():
            self._vault.run(
                "INSERT INTO meta VALUES ('errand', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                (canonical(told),),
            )

    def last(self) -> Told | None:
        """Gives what was asked last and how it stands; none where nothing was."""
        row = self._vault.row("SELECT value FROM meta WHERE name = 'errand'")
        return Told.model_validate_json(row[0]) if row else None

    def wanted(self) -> Errand | None:
        """Gives what waits to be done."""
        last = self.last()
        return last.errand if last and last.outcome == "asked" else None
