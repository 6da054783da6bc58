"""What a PIN costs whoever tries it: one verifier checked, at the cost new ones are made with.

- It is slow on purpose; the aim has a floor as well (SECURITY 5.3).
- Out are: the wait that makes every answer take equally long, opening the store and folding the person.
"""

import time
from statistics import median

from kiosk.development import PIN, Desk
from kiosk.store.pepper import StoredPepper
from kiosk.store.verifiers import SALT_BYTES, Cost, belongs, make_verifier
from tests.bench.figures import Figure

RUNS = 9
PEPPER = StoredPepper(b"\x01" * 32)


def measure(_desk: Desk) -> tuple[Figure, ...]:
    """Gives the milliseconds of the median check."""
    verifier = make_verifier(PIN, PEPPER, b"\x02" * SALT_BYTES, Cost())
    took = []
    for _ in range(RUNS):
        before = time.perf_counter()
        assert belongs(PIN, verifier, PEPPER)
        took.append(time.perf_counter() - before)
    return (Figure("a PIN checked", median(took) * 1000, "ms", aim="250-500"),)
