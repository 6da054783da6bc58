"""Whether a finding blocks, and one line of the catalogue of findings.

- Not here: the catalogue (findings.py, sheet_findings.py).
"""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """Whether a finding blocks."""

    ERROR = "error"
    NOTICE = "notice"


class Entry(NamedTuple):
    """One line of the catalogue."""

    severity: Severity
    when: str
    remedy: str
