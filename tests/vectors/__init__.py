"""Normative vectors and the tests that hold the code to them; never regenerated to make a test pass.

- Every case has a name and says what to `expect`: `accept`, the code of the error, or the value itself.
- Not here: vectors of packs (tests/content).
"""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def vectors(name: str) -> Any:
    """Gives a file of vectors, such as `journal/header`."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def cases(name: str) -> list[Any]:
    """Gives the cases of a file of vectors."""
    found: list[Any] = vectors(name)["cases"]
    return found


def name_of(case: Any) -> str:
    """Gives the name of a case, as pytest shows it."""
    return str(case["name"])
