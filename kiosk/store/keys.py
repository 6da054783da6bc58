"""Keys at rest: what the store's one key wraps, and who may use what is wrapped.

- The store key is 32 random bytes, kept in an envelope of slots (unlock.py, KEYS.md).
- From it come two keys by HKDF: one opens the file, the other wraps secrets inside it (AES-256-GCM, bound to a name).
- Wrapped inside the store: the terminal's signing seed, the group's opening key and PIN pepper (where the TPM has
  that: what tells it from others), each lane's two keys, and a signing seed for each person on this terminal,
  certified by the terminal (SETTLED 9).
- Destroying a lane's row of keys is what erases a person; nothing else can open his bodies here.
- Not here: where the store key comes from (unlock.py), the form of a sealed body (sync/bodies.py), TLS keys (files,
  settings.py), a TPM's own signing.
"""

import base64

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.clock import Clock
from kiosk.settings import PepperPlace
from kiosk.store.pepper import Pepper, StoredPepper, TpmPepper, check_of, hold_in_tpm
from kiosk.store.vault import KEY_BYTES, Vault
from modules.errors import StoreDamagedError, StoreLockedError
from modules.events import PersonKey
from modules.ids import DetaineeId, KeyId
from modules.journal import Lane
from modules.plan.document import person_key_bytes
from modules.signed import Purpose, Signer, SoftwareSigner
from sync.bodies import LaneKeys
from sync.provisioning import GroupKeys
from sync.sealed import OpeningKey, SealingKey, key_id_of

NONCE_BYTES = 12
_SEED_BYTES = 32
_TERMINAL, _GROUP_OPENING, _GROUP_SEALING = "terminal", "group/opening", "group/sealing"
_PEPPER, _PEPPER_IN_TPM = "group/pepper", "group/pepper-in-tpm"


class StoreKey:
    """The store's one key, and the two that come from it."""

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise StoreLockedError("a store key has 32 bytes", hint="check which key this terminal has")
        self.file = _derived(raw, b"kvv-kiosk/store-file/1")
        self._wrapping = AESGCM(_derived(raw, b"kvv-kiosk/store-wrapping/1"))

    def wrap(self, name: str, plain: bytes, nonce: bytes) -> bytes:
        """Gives `plain` wrapped, bound to a name."""
        return nonce + self._wrapping.encrypt(nonce, plain, name.encode("ascii"))

    def unwrap(self, name: str, wrapped: bytes) -> bytes:
        """Gives what was wrapped under this name.

        Raises:
            StoreDamagedError: It was wrapped under another name or key, or changed.
        """
        try:
            return self._wrapping.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], name.encode("ascii"))
        except InvalidTag:
            raise StoreDamagedError("a key of the store does not open", hint="take the second file") from None


def rewrap(vault: Vault, old: StoreKey, new: StoreKey, clock: Clock) -> int:
    """Wraps every secret in a store under another key, inside the caller's transaction, and gives how many."""
    secrets = [
        (new.wrap(name, old.unwrap(name, bytes(wrapped)), clock.random(NONCE_BYTES)), name)
        for name, wrapped in vault.rows("SELECT name, wrapped FROM secrets")
    ]
    keys = []
    for number, subject, writer, run, wrapped in vault.rows(
        "SELECT id, subject, writer, run, keys FROM lanes WHERE keys IS NOT NULL"
    ):
        name = _lane_name(Lane(subject=subject, writer=writer, run=run))
        keys.append((new.wrap(name, old.unwrap(name, bytes(wrapped)), clock.random(NONCE_BYTES)), number))
    vault.run_each("UPDATE secrets SET wrapped = ? WHERE name = ?", secrets)
    vault.run_each("UPDATE lanes SET keys = ? WHERE id = ?", keys)
    return len(secrets) + len(keys)


class Keyring:
    """Every secret of this terminal, kept wrapped in its store."""

    def __init__(self, vault: Vault, store_key: StoreKey, clock: Clock) -> None:
        self._vault = vault
        self._store_key = store_key
        self._clock = clock
        self._terminal: SoftwareSigner | None = None
        self._tpm_pepper: TpmPepper | None = None

    def fill(self, group: GroupKeys, pepper: PepperPlace = PepperPlace.STORE) -> None:
        """Keeps the group's secrets and draws the terminal's signing seed; once, when the terminal is set up."""
        self._keep(_TERMINAL, self._clock.random(_SEED_BYTES))
        self._keep(_GROUP_OPENING, group.opening.encode("ascii"))
        self._keep(_GROUP_SEALING, group.sealing.encode("ascii"))
        self.place_pepper(base64.b64decode(group.pepper), pepper)

    @property
    def terminal(self) -> Signer:
        """The terminal's own signer."""
        if self._terminal is None:
            self._terminal = SoftwareSigner(self._secret(_TERMINAL))
        return self._terminal

    def person(self, person: DetaineeId) -> tuple[Signer, PersonKey]:
        """Gives a person's signer on this terminal, drawn at his first signing, and its key, certified."""
        name = f"person/{person}"
        with self._vault.write():
            if self._wrapped(name) is None:
                self._keep(name, self._clock.random(_SEED_BYTES))
        signer = SoftwareSigner(self._secret(name))
        certified = self.terminal.sign(Purpose.PERSON_KEY, person_key_bytes(person, signer.public_key))
        return signer, PersonKey(key=signer.public_key, certified=certified)

    def forget_person(self, person: DetaineeId) -> None:
        """Destroys a person's signing seed."""
        self._vault.run("DELETE FROM secrets WHERE name = ?", (f"person/{person}",))

    def seal(self, name: str, plain: bytes) -> bytes:
        """Gives something wrapped with the store's key, to be kept outside the store."""
        return self._store_key.wrap(name, plain, self._clock.random(NONCE_BYTES))

    def unseal(self, name: str, wrapped: bytes) -> bytes:
        """Gives what was wrapped so.

        Raises:
            StoreDamagedError: It is not ours, or changed.
        """
        return self._store_key.unwrap(name, wrapped)

    @property
    def pepper(self) -> Pepper:
        """The group's PIN pepper, wherever it is kept."""
        if self.pepper_place is PepperPlace.STORE:
            return StoredPepper(self._secret(_PEPPER))
        if self._tpm_pepper is None:
            self._tpm_pepper = TpmPepper(self._secret(_PEPPER_IN_TPM))
        return self._tpm_pepper

    @property
    def pepper_place(self) -> PepperPlace:
        """Where the pepper is kept."""
        return pepper_place(self._vault)

    @property
    def pepper_check(self) -> bytes:
        """What tells the pepper from others, whether or not it is within reach."""
        in_tpm = self.pepper_place is PepperPlace.TPM
        return self._secret(_PEPPER_IN_TPM) if in_tpm else check_of(self.pepper)

    @property
    def stored_pepper(self) -> bytes | None:
        """The pepper's bytes, where the store has them."""
        return self._secret(_PEPPER) if self.pepper_place is PepperPlace.STORE else None

    def place_pepper(self, raw: bytes, place: PepperPlace) -> None:
        """Keeps the pepper in one place and no other of this store, inside the caller's transaction."""
        in_tpm = hold_in_tpm(raw) if place is PepperPlace.TPM else None
        self._vault.run("DELETE FROM secrets WHERE name IN (?, ?)", (_PEPPER, _PEPPER_IN_TPM))
        self._keep(*((_PEPPER_IN_TPM, check_of(in_tpm)) if in_tpm else (_PEPPER, raw)))
        self._tpm_pepper = in_tpm

    def drop_spare_pepper(self) -> None:
        """Destroys the pepper's bytes where the TPM has it too: a store healed of an older second file has both."""
        if self.pepper_place is PepperPlace.TPM:
            self._vault.run("DELETE FROM secrets WHERE name = ?", (_PEPPER,))

    def group(self) -> dict[KeyId, OpeningKey]:
        """Gives what opens what was sealed to the institution's terminals, by the id of its sealing key."""
        sealing = SealingKey(self._secret(_GROUP_SEALING).decode("ascii"))
        return {key_id_of(sealing): OpeningKey(self._secret(_GROUP_OPENING).decode("ascii"))}

    def new_lane_keys(self) -> LaneKeys:
        """Draws the two keys of a new lane."""
        return LaneKeys(self._clock.random(KEY_BYTES), self._clock.random(KEY_BYTES))

    def wrap_lane_keys(self, lane: Lane, keys: LaneKeys) -> bytes:
        """Gives a lane's keys as they are kept in its row."""
        return self._store_key.wrap(_lane_name(lane), keys.shared + (keys.own or b""), self._clock.random(NONCE_BYTES))

    def unwrap_lane_keys(self, lane: Lane, wrapped: bytes) -> LaneKeys:
        """Gives a lane's keys from its row.

        Raises:
            StoreDamagedError: They are another lane's, or changed.
        """
        plain = self._store_key.unwrap(_lane_name(lane), wrapped)
        return LaneKeys(plain[:KEY_BYTES], plain[KEY_BYTES:] or None)

    def _wrapped(self, name: str) -> bytes | None:
        found = self._vault.row("SELECT wrapped FROM secrets WHERE name = ?", (name,))
        return None if found is None else bytes(found[0])

    def _secret(self, name: str) -> bytes:
        wrapped = self._wrapped(name)
        if wrapped is None:
            raise StoreDamagedError("a key of this terminal is missing", hint="set it up anew with `kiosk provision`")
        return self._store_key.unwrap(name, wrapped)

    def _keep(self, name: str, plain: bytes) -> None:
        wrapped = self._store_key.wrap(name, plain, self._clock.random(NONCE_BYTES))
        self._vault.run("INSERT INTO secrets VALUES (?, ?)", (name, wrapped))


def pepper_place(vault: Vault) -> PepperPlace:
    """Tells where a store's pepper is kept."""
    in_tpm = vault.row("SELECT 1 FROM secrets WHERE name = ?", (_PEPPER_IN_TPM,))
    return PepperPlace.TPM if in_tpm else PepperPlace.STORE


def _lane_name(lane: Lane) -> str:
    return f"lane/{lane.key}"


def _derived(raw: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(raw)
