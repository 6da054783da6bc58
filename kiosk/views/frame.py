"""The bars at the top and the foot of every screen after login, as a value.

- A word that is none leaves its button out; the places of the others never change.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FrameView:
    """Where the person is, in words and as a share, and the words of the foot's buttons."""

    place: str
    done: int = 0
    total: int = 0
    back: str | None = None
    skip: str | None = None
    next: str | None = None
    next_enabled: bool = True
    spoken: tuple[str, ...] = ()
