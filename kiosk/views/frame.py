"""The bars at the top and the foot of every screen after login, as a value.

- How long a theme or module still takes is said beside the place in it, in whole minutes.
- A word that is none leaves its button out; the places of the others never change.
"""

from dataclasses import dataclass

from kiosk.i18n import Words

QUESTION_SECONDS = 20
"""How long a question of the Reflector takes, on the whole."""


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


def minutes_left(left: int, seconds_each: float) -> int:
    """Gives how many minutes so many questions still take, at least one."""
    return max(1, round(left * seconds_each / 60))


NO_BREAK = "\N{NO-BREAK SPACE}"
BETWEEN = f"{NO_BREAK}· "
"""What stands between two parts of a line: a line that is broken there never begins with the dot."""


def place_words(title: str, step: str, minutes: int, words: Words) -> str:
    """Gives the place in a theme or module, and the time it still takes; a line ends between these, not within."""
    parts = (step, words("progress.left", minutes=minutes))
    return BETWEEN.join((title, *(part.replace(" ", NO_BREAK) for part in parts)))


def place_alone(place: str) -> str:
    """Gives the place without the time that is left and without a mark."""
    return BETWEEN.join(place.partition("\n")[0].split(BETWEEN)[:2])


def with_mark(place: str, mark: str) -> str:
    """Gives the place with a quiet mark under it, instead of the time that is left or another mark."""
    return f"{place_alone(place)}\n{mark}"
