"""How running work comes over from an older version of a pack, as the newer one declares it.

- Without a migration from its version, work that was begun stays in the pack it was begun in, to its end.
- An empty one says that every item and option kept its id: running work comes over whole.
- Not here: what is lost by it (content/migrating.py), and moving anybody (kiosk/wiring/library.py).
"""

from typing import Annotated

from pydantic import Field

from modules.exercises.renaming import Renaming


class Migration(Renaming):
    """From which version, and what is called otherwise or lost since."""

    from_version: Annotated[int, Field(ge=1)]

    @property
    def renaming(self) -> Renaming:
        """What is called otherwise or lost, whatever the version."""
        return Renaming.model_validate(self.model_dump(exclude={"from_version"}))
