"""The gateway's only source of time and chance; everything else here is given them.

- Not here: what a clock means to a lane (modules/journal.py).
"""

import os
import time
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from modules.ids import RANDOM_BYTES, uuid7


class Clock:
    """The machine's own clock and its random source."""

    def now_ms(self) -> int:
        """Gives now, in milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def now(self) -> datetime:
        """Gives now, in UTC."""
        return datetime.fromtimestamp(self.now_ms() / 1000, UTC)

    def draw(self, count_bytes: int) -> bytes:
        """Draws random bytes."""
        return os.urandom(count_bytes)

    def new_id(self, prefix: str = "") -> str:
        """Draws a new id: a prefix and a UUIDv7 of now."""
        return prefix + uuid7(self.now_ms(), self.draw(RANDOM_BYTES))

    def serial(self) -> int:
        """Draws a certificate's serial number: 127 bits, never 0."""
        return int.from_bytes(self.draw(16), "big") >> 1 | 1


def netherlands() -> tzinfo:
    """Gives the time zone of the Netherlands; UTC where the machine knows no zones."""
    try:
        return ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return UTC


def dutch_day(time_ms: int) -> date:
    """Gives the day that a moment falls on in the Netherlands."""
    return datetime.fromtimestamp(time_ms / 1000, netherlands()).date()
