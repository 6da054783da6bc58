"""How staff come in: a number and a password, a throttle on wrong ones, and a session that ends.

- Passwords are kept as Argon2id (RFC 9106, second recommended option with one lane); an unknown number costs as much
  time as a wrong password.
- After five wrong ones a number waits, twice as long each time, up to a quarter of an hour; nobody is locked out for
  good, so that nobody can lock another out.
- A session is known by a random token whose digest alone is kept, in memory: a restart logs everybody out.
- Not here: who may see whom (review.py), cookies and forms (pages.py).
"""

import base64
import hashlib
import hmac
import threading
from dataclasses import dataclass, replace

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from modules.ids import InstitutionId, StaffId
from sync.gateway.clock import Clock
from sync.gateway.database import Database

FREE_TRIES = 5
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 900
SALT_BYTES = 16
TOKEN_BYTES = 32
MOST_NUMBERS = 10_000
_NOBODYS = "$argon2id$v=19$m=65536,t=3,p=1$bm9ib2R5IGlzIGtub3duIA$juaSFcWCvYa6gZOj/XsunnVF9RGgmQS4mU1bPGQR4Hk"


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is in: who, where, and the token his forms must carry."""

    staff: StaffId
    institution: InstitutionId
    form_token: str
    begun_ms: int
    seen_ms: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a session lasts: without a request, and at the very longest."""

    idle_ms: int
    longest_ms: int


class Passwords:
    """The staff's passwords."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._hasher = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=1)

    def put(self, staff: StaffId, password: str) -> None:
        """Keeps a new password; the ones before no longer count."""
        verifier = self._hasher.hash(password, salt=self._clock.draw(SALT_BYTES))
        row = staff, verifier, self._clock.now_ms()
        with self._database.writing() as connection:
            connection.execute("INSERT INTO passwords (staff, verifier, at_ms) VALUES (?, ?, ?)", row)

    def is_right(self, staff: StaffId | None, password: str) -> bool:
        """Tells whether this is the password; it takes as long for somebody who is not there."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT verifier FROM passwords WHERE staff = ? ORDER BY id DESC LIMIT 1", (staff,)
            ).fetchone()
        try:
            self._hasher.verify(row[0] if row else _NOBODYS, password)
        except (VerificationError, InvalidHashError):
            return False
        return row is not None


class Throttle:
    """Counts wrong passwords per number, and says how long that number must wait."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong: dict[str, tuple[int, int]] = {}

    def wait_seconds(self, number: str) -> int:
        """Gives how many seconds a number must still wait; 0 when it need not."""
        with self._lock:
            count, last_ms = self._wrong.get(number, (0, 0))
        if count < FREE_TRIES:
            return 0
        wait = min(FIRST_WAIT_SECONDS << min(count - FREE_TRIES, 10), LONGEST_WAIT_SECONDS)
        left_ms = last_ms + wait * 1000 - self._clock.now_ms()
        return max(0, -(-left_ms // 1000))

    def wrong(self, number: str) -> None:
        """Counts one wrong password."""
        with self._lock:
            if len(self._wrong) >= MOST_NUMBERS:
                self._wrong.pop(next(iter(self._wrong)))
            count, _ = self._wrong.pop(number, (0, 0))
            self._wrong[number] = count + 1, self._clock.now_ms()

    def right(self, number: str) -> None:
        """Forgets the wrong ones."""
        with self._lock:
            self._wrong.pop(number, None)


class Sessions:
    """Who is in now."""

    def __init__(self, clock: Clock, limits: Limits) -> None:
        self._clock = clock
        self._limits = limits
        self._lock = threading.Lock()
        self._open: dict[bytes, Session] = {}

    def begin(self, staff: StaffId, institution: InstitutionId) -> str:
        """Begins a session and gives its token."""
        token, now_ms = self._token(), self._clock.now_ms()
        session = Session(staff, institution, self._token(), now_ms, now_ms)
        with self._lock:
            self._open = {key: kept for key, kept in self._open.items() if self._lasts(kept, now_ms)}
            self._open[_key(token)] = session
        return token

    def find(self, token: str | None) -> Session | None:
        """Gives the session of a token and counts it as seen now, or none where it ended."""
        if not token:
            return None
        now_ms = self._clock.now_ms()
        with self._lock:
            session = self._open.get(_key(token))
            if session is None or not self._lasts(session, now_ms):
                return None
            self._open[_key(token)] = session = replace(session, seen_ms=now_ms)
        return session

    def end(self, token: str | None) -> None:
        """Ends a session."""
        with self._lock:
            self._open.pop(_key(token or ""), None)

    def _lasts(self, session: Session, now_ms: int) -> bool:
        idle, whole = now_ms - session.seen_ms, now_ms - session.begun_ms
        return idle < self._limits.idle_ms and whole < self._limits.longest_ms

    def _token(self) -> str:
        return base64.urlsafe_b64encode(self._clock.draw(TOKEN_BYTES)).decode("ascii")


def is_same(given: str, expected: str) -> bool:
    """Tells whether two tokens are the same, in a time that doesn't tell where they differ."""
    return hmac.compare_digest(given.encode("utf-8"), expected.encode("utf-8"))


def _key(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8")).digest()
