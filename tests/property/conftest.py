"""How much is tried: a modest number of made-up cases on a desk, and the same ones every time where CI is set.

- What once failed is kept in build/hypothesis and tried first.
- Not here: a test's own number of examples, where one case costs more than others.
"""

import os
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

_KEPT = Path(__file__).parents[2] / "build" / "hypothesis"

settings.register_profile(
    "house",
    max_examples=60,
    deadline=None,
    database=DirectoryBasedExampleDatabase(_KEPT),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("house-ci", settings.get_profile("house"), derandomize=True, database=None)
settings.load_profile("house-ci" if os.environ.get("CI") else "house")
