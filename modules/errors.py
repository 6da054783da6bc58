"""Every error of the house, so that each is caught by what it means and not by where it came from.

    ProductError                 code, message for the log, hint for who can act
    ├── RefusedError             the domain says no; expected, shown kindly
    ├── UntrustedError           not proven
    │   ├── SignatureError       ├── UnknownKeyError
    │   ├── ChainBrokenError     ├── RollbackError     └── ExpiredError
    ├── MalformedError           not as specified
    │   ├── PackError(findings)  ├── WireError         └── SettingsError
    ├── StoreError
    │   ├── StoreLockedError     ├── StoreDamagedError ├── StoreFullError
    │   ├── StoreMissingError    ├── StoreForeignError ├── StoreNewerError
    │   ├── StoreBusyError       └── StoreGoneError
    └── DeliveryError
        ├── RetryLaterError      nothing wrong with the batch
        └── DeliveryRefusedError final: park it, call a person

- A message never holds a detainee's words, name or number; the hint says what to do next.
- Foreign errors are translated in the file that imports the foreign library.
- Not here: how an error looks on a screen (kiosk/screens/fault.py) or on the wire (sync/wire.py, Problem).
"""

from collections.abc import Sequence
from typing import ClassVar


class ProductError(Exception):
    """Anything this product raises on purpose; `code` is stable and may be shown to staff."""

    code: ClassVar[str] = "product"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class RefusedError(ProductError):
    """The domain says no: a rule was not met; nothing happened."""

    code = "refused"


class UntrustedError(ProductError):
    """Something is not proven to be what it claims."""

    code = "untrusted"


class SignatureError(UntrustedError):
    """A signature does not belong to these bytes, this purpose and this key."""

    code = "signature"


class UnknownKeyError(UntrustedError):
    """The key is not one this place knows, or is no longer trusted."""

    code = "unknown-key"


class ChainBrokenError(UntrustedError):
    """A lane does not follow from its previous entry: changed, cut, swapped or forked."""

    code = "chain-broken"


class RollbackError(UntrustedError):
    """An older state was offered in place of a newer one."""

    code = "rollback"


class ExpiredError(UntrustedError):
    """Signed, but no longer valid for this use at the reference time."""

    code = "expired"


class MalformedError(ProductError):
    """Not as its specification says."""

    code = "malformed"


class PackError(MalformedError):
    """A pack is not as PACK.md says; `findings` lists everything found, each with its place and remedy."""

    code = "pack"

    def __init__(self, message: str, *, hint: str = "", findings: Sequence[object] = ()) -> None:
        super().__init__(message, hint=hint)
        self.findings = tuple(findings)


class WireError(MalformedError):
    """A batch, receipt, feed or medium is not as WIRE.md says."""

    code = "wire"


class SettingsError(MalformedError):
    """A setting is missing, unknown or out of its range."""

    code = "settings"


class StoreError(ProductError):
    """The encrypted store cannot do what was asked; what was stored before is still there."""

    code = "store"


class StoreLockedError(StoreError):
    """The key is absent or not the key of this store."""

    code = "store-locked"


class StoreDamagedError(StoreError):
    """The store's file is not whole."""

    code = "store-damaged"


class StoreFullError(StoreError):
    """There is no room on disk for one more answer."""

    code = "store-full"


class StoreMissingError(StoreError):
    """There is no file where the store is to be."""

    code = "store-missing"


class StoreGoneError(StoreError):
    """A store was here, and neither of it nor of a second file anything can be read."""

    code = "store-gone"


class StoreForeignError(StoreError):
    """The file in the store's place was never a store of this program."""

    code = "store-foreign"


class StoreNewerError(StoreError):
    """A newer program has changed the store; this one does not keep what that one added."""

    code = "store-newer"


class StoreBusyError(StoreError):
    """Another process holds the store for too long."""

    code = "store-busy"


class DeliveryError(ProductError):
    """A batch has not been delivered."""

    code = "delivery"


class RetryLaterError(DeliveryError):
    """Nothing is wrong with the batch; the road is closed for now."""

    code = "retry-later"

    def __init__(self, message: str, *, hint: str = "", after_seconds: int | None = None) -> None:
        super().__init__(message, hint=hint)
        self.after_seconds = after_seconds


class DeliveryRefusedError(DeliveryError):
    """The gateway has refused for good; retrying cannot help."""

    code = "delivery-refused"
