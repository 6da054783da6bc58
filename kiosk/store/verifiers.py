"""Verifiers of PINs and picture sequences: HMAC-SHA-256(pepper, Argon2id(secret, salt)).

- Without the terminal group's pepper a verifier says nothing. Its cost stands in it, so that it can rise (D34).
- Checking takes as long when the secret is another.
- Not here: whose verifier it is and what a wrong try leads to (pins.py), which secrets may be chosen (pin_rules.py).
"""

import base64
import hmac
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from kiosk.store.pepper import Pepper
from modules.roster import PIN_ITERATIONS, PIN_MEMORY_KIB, PinVerifier

HASH_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What making a verifier costs whoever tries PINs."""

    memory_kib: int = PIN_MEMORY_KIB
    iterations: int = PIN_ITERATIONS
    lanes: int = 1


def make_verifier(pin: str, pepper: Pepper, salt: bytes, cost: Cost) -> PinVerifier:
    """Gives the verifier of a PIN or picture sequence."""
    return PinVerifier(
        salt=base64.b64encode(salt).decode("ascii"),
        verifier=base64.b64encode(_verifier(pin, pepper, salt, cost)).decode("ascii"),
        memory_kib=cost.memory_kib,
        iterations=cost.iterations,
        lanes=cost.lanes,
    )


def cost_of(verifier: PinVerifier) -> Cost:
    """Gives what a verifier cost."""
    return Cost(verifier.memory_kib, verifier.iterations, verifier.lanes)


def belongs(pin: str, verifier: PinVerifier, pepper: Pepper) -> bool:
    """Tells whether a verifier is this secret's; takes as long when it is not."""
    made = _verifier(pin, pepper, base64.b64decode(verifier.salt), cost_of(verifier))
    return hmac.compare_digest(made, base64.b64decode(verifier.verifier))


def nobodys(cost: Cost) -> PinVerifier:
    """Gives a verifier that belongs to no secret, for a number of nobody: as much work as somebody's."""
    zeros = base64.b64encode(bytes(HASH_BYTES)).decode("ascii")
    return PinVerifier(
        salt=base64.b64encode(bytes(SALT_BYTES)).decode("ascii"),
        verifier=zeros,
        memory_kib=cost.memory_kib,
        iterations=cost.iterations,
        lanes=cost.lanes,
    )


def _verifier(pin: str, pepper: Pepper, salt: bytes, cost: Cost) -> bytes:
    stretched = hash_secret_raw(
        secret=pin.encode("ascii"),
        salt=salt,
        time_cost=cost.iterations,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=HASH_BYTES,
        type=Type.ID,
    )
    return pepper.mac(stretched)
