"""`kiosk keys pepper`: has the PIN pepper stand where the settings say, in the store or in this machine's TPM.

- From the store into the TPM needs nothing more; then it is in no file of this terminal, the second file neither.
- Into another TPM, or back into the store, it comes from a bundle of the same institution (`drplan enrol`), and is
  taken only when it is the one this terminal had. A TPM that had it keeps it until it is cleared.
- Not here: what the pepper does (kiosk/store/pepper.py).
"""

import base64
import hmac
from pathlib import Path

from kiosk.settings import PepperPlace
from kiosk.store.files import hand_over
from kiosk.store.keys import Keyring, StoreKey
from kiosk.store.meta import Meta
from kiosk.store.pepper import StoredPepper, check_of
from kiosk.store.second import write_second
from kiosk.store.vault import Vault
from kiosk.wiring.keys import Opener
from modules.errors import RefusedError
from sync.provisioning import BUNDLE_BYTES, parse_bundle


def place_pepper(opener: Opener, bundle: Path | None) -> str:
    """Has the pepper stand where the settings say, and gives what was done.

    Raises:
        RefusedError: The bundle is another institution's, or its pepper is not the one this terminal had.
        StoreLockedError: The TPM does not hold it, and no bundle was given.
        StoreError: The TPM did not take it.
    """
    wanted = opener.settings.store.pepper
    with opener.changing() as way:
        vault = Vault.open(opener.store, way.key.file)
        try:
            keyring = Keyring(vault, way.key, opener.clock)
            if keyring.pepper_place is wanted and bundle is None:
                check_of(keyring.pepper)
                keyring.drop_spare_pepper()
            else:
                _move(vault, keyring, wanted, None if bundle is None else _of(bundle, Meta(vault), keyring))
            vault.checkpoint()
            _write_second(vault, opener, way.key)
        finally:
            vault.close()
    return f"the pepper is in the {wanted.value}. Copies made before have it as it was: destroy them"


def _move(vault: Vault, keyring: Keyring, wanted: PepperPlace, brought: bytes | None) -> None:
    raw = keyring.stored_pepper if brought is None else brought
    if raw is None:
        raise RefusedError("a TPM gives no pepper back", hint="bring it with `kiosk keys pepper --bundle`")
    with vault.write():
        keyring.place_pepper(raw, wanted)


def _of(bundle: Path, meta: Meta, keyring: Keyring) -> bytes:
    with bundle.open("rb") as file:
        brought = parse_bundle(file.read(BUNDLE_BYTES))
    raw = base64.b64decode(brought.group.pepper)
    is_ours = hmac.compare_digest(check_of(StoredPepper(raw)), keyring.pepper_check)
    if brought.institution != meta.identity().institution or not is_ours:
        raise RefusedError("this bundle has another pepper", hint="take a bundle of this terminal's own gateway")
    return raw


def _write_second(vault: Vault, opener: Opener, key: StoreKey) -> None:
    second = opener.settings.store.second
    if second.is_file():
        write_second(vault, second, key.file)
        hand_over(second)
