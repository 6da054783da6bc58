"""The institutions and terminals this gateway knows: enrolled, introduced, revoked; each a row of its own, for ever.

- Enrolled: an id, a certificate and the group's secrets were given out. Introduced: its signing key is known, so its
  batches are taken in. Revoked: nothing more is taken in or given out; what came before still verifies.
- Not here: making the bundle (setting_up.py), certificates (sync/certificates.py), the roster's copy of the keys
  (intake.py).
"""

from dataclasses import dataclass
from functools import lru_cache

from modules.errors import RefusedError, UnknownKeyError
from modules.ids import InstitutionId, TerminalId
from modules.signed import PublicKey
from sync.gateway.database import Database
from sync.provisioning import Introduction
from sync.sealed import SealingKey

_ASKED = """
SELECT terminals.terminal, institution, wing, key, revocations.at_ms
FROM terminals LEFT JOIN introductions USING (terminal) LEFT JOIN revocations USING (terminal)
"""


@dataclass(frozen=True, slots=True)
class KnownInstitution:
    """An institution, and the key that its terminals' receipts and feeds are sealed to."""

    institution: InstitutionId
    name: str
    sealing: SealingKey


@dataclass(frozen=True, slots=True)
class KnownTerminal:
    """A terminal as far as it is known; without a key it was enrolled and has not been introduced yet."""

    terminal: TerminalId
    institution: InstitutionId
    wing: str
    key: PublicKey | None
    is_revoked: bool


class Enrolments:
    """Who may come in at the gateway's door."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_institution(self, known: KnownInstitution) -> None:
        """Adds an institution."""
        row = known.institution, known.name, known.sealing
        with self._database.writing() as connection:
            connection.execute("INSERT INTO institutions (institution, name, sealing) VALUES (?, ?, ?)", row)

    def vouch(self, institution: InstitutionId, word: str) -> None:
        """Keeps the authority's word for the key of an institution's terminals (sync/certificates.py)."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO vouchers (institution, word) VALUES (?, ?) ON CONFLICT DO NOTHING", (institution, word)
            )

    def word_for(self, institution: InstitutionId) -> str | None:
        """Gives that word; none where no terminal was enrolled since there are words."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT word FROM vouchers WHERE institution = ?", (institution,)).fetchone()
        return str(row[0]) if row else None

    def institution(self, institution: InstitutionId) -> KnownInstitution:
        """Gives an institution.

        Raises:
            UnknownKeyError: It is not known here.
        """
        asked = "SELECT institution, name, sealing FROM institutions WHERE institution = ?"
        with self._database.reading() as connection:
            row = connection.execute(asked, (institution,)).fetchone()
        if row is None:
            raise UnknownKeyError("this gateway does not serve that institution", hint="see `drplan roster`")
        return KnownInstitution(InstitutionId(row[0]), row[1], SealingKey(row[2]))

    def institutions(self) -> tuple[KnownInstitution, ...]:
        """Gives every institution, by name."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT institution, name, sealing FROM institutions ORDER BY name").fetchall()
        return tuple(KnownInstitution(InstitutionId(row[0]), row[1], SealingKey(row[2])) for row in rows)

    def enrol(self, terminal: TerminalId, institution: InstitutionId, wing: str, at_ms: int) -> None:
        """Notes that a terminal was given its bundle."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO terminals (terminal, institution, wing, at_ms) VALUES (?, ?, ?, ?)",
                (terminal, institution, wing, at_ms),
            )

    def introduce(self, introduction: Introduction, at_ms: int) -> None:
        """Takes in a terminal's signing key.

        Raises:
            UnknownKeyError: The terminal was not enrolled at this gateway for that institution.
            RefusedError: Another key of it is known already, or it was revoked.
        """
        known = self.terminal(introduction.terminal)
        if known is None or known.institution != introduction.institution:
            raise UnknownKeyError("this terminal was not enrolled here", hint="make it a bundle: `drplan enrol`")
        if known.is_revoked or known.key not in (None, introduction.key):
            raise RefusedError("this terminal is revoked, or known by another key", hint="enrol it anew")
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO introductions (terminal, key, at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (introduction.terminal, introduction.key.model_dump_json(), at_ms),
            )

    def revoke(self, terminal: TerminalId, at_ms: int) -> None:
        """Takes a terminal's word away, from now on.

        Raises:
            UnknownKeyError: It was not enrolled here.
        """
        if self.terminal(terminal) is None:
            raise UnknownKeyError("this terminal was not enrolled here", hint="see `drplan roster`")
        with self._database.writing() as connection:
            row = terminal, at_ms
            connection.execute("INSERT INTO revocations (terminal, at_ms) VALUES (?, ?) ON CONFLICT DO NOTHING", row)

    def terminal(self, terminal: str) -> KnownTerminal | None:
        """Gives a terminal, or none where it was never enrolled here."""
        with self._database.reading() as connection:
            row = connection.execute(_ASKED + " WHERE terminals.terminal = ?", (terminal,)).fetchone()
        return _known(row) if row else None

    def terminals(self, institution: InstitutionId) -> tuple[KnownTerminal, ...]:
        """Gives every terminal of an institution, in order of enrolling."""
        asked = _ASKED + " WHERE institution = ? ORDER BY terminals.at_ms, terminals.terminal"
        with self._database.reading() as connection:
            return tuple(_known(row) for row in connection.execute(asked, (institution,)))


@lru_cache(maxsize=4096)
def _key(text: str) -> PublicKey:
    return PublicKey.model_validate_json(text)


def _known(row: tuple[str, str, str, str | None, int | None]) -> KnownTerminal:
    terminal, institution, wing, key, revoked_ms = row
    return KnownTerminal(
        TerminalId(terminal),
        InstitutionId(institution),
        wing,
        _key(key) if key else None,
        revoked_ms is not None,
    )
