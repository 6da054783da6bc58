"""What the bench says: one figure a line, as a table for people and as JSON for programs.

- Not here: measuring anything.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; `against` and `ratio` only where the other side ran in the same run."""

    name: str
    value: float
    unit: str
    against: float | None = None
    ratio: float | None = None
    aim: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure from elsewhere: printed, never divided by."""

    name: str
    value: str


def percentile(values: Sequence[float], part: float) -> float:
    """Gives the smallest value that at least `part` of all values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def table(figures: Sequence[Figure], references: Sequence[Reference]) -> str:
    """Gives the figures as lines of equal columns, references under them."""
    head = ("measured", "value", "unit", "against", "ratio", "aim")
    rows = [head, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ["  ".join(_set(cell, column, widths) for column, cell in enumerate(row)).rstrip() for row in rows]
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join([*lines, "", *(f"reference  {one.name}: {one.value}" for one in references)])


def write(figures: Sequence[Figure], path: Path) -> None:
    """Writes the figures as a JSON list."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n", encoding="utf-8")


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        _number(figure.value),
        figure.unit,
        _number(figure.against),
        _number(figure.ratio),
        figure.aim or "",
    )


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _set(cell: str, column: int, widths: Sequence[int]) -> str:
    return cell.rjust(widths[column]) if column in (1, 3, 4) else cell.ljust(widths[column])
