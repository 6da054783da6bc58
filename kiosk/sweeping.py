"""Collects what nothing holds any more when nobody waits for it: shortly after a touch the new, in a pause the older.

- A collection takes as long as there is to look through, so what was made lately is looked through often.
- All of it is looked through only while nobody is logged in, or once in a pause after screens were let go of (another
  language, another person); what a page needs to be let go of needs no collection.
- The collector's own limits stay as a last resort, for who never pauses.

Deliberately not here: what was made before the first person came, which is never looked through (`kiosk/app.py`).
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

NEW_SECONDS, OLDER_SECONDS, ALL_SECONDS = 0.4, 1.5, 5.0


class Sweeping:
    """The collector of one window; `clock` is Kivy's, or one that a test moves by hand.

    `were_let_go` tells whether screens were, since it was asked before.
    """

    def __init__(self, clock: Any, nobody_is_in: Callable[[], bool], were_let_go: Callable[[], bool]) -> None:
        def sweep_older(_: float) -> None:
            gc.collect(2 if were_let_go() else 1)

        def sweep_all(_: float) -> None:
            if nobody_is_in():
                gc.collect()

        self._due = (
            clock.create_trigger(lambda _: gc.collect(0), NEW_SECONDS),
            clock.create_trigger(sweep_older, OLDER_SECONDS),
            clock.create_trigger(sweep_all, ALL_SECONDS),
        )

    def touched(self) -> None:
        """Waits anew for a pause."""
        for due in self._due:
            due.cancel()
            due()
