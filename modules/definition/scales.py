"""Answer scales an author can name instead of writing the options out each time.

- A scale is a list of options with scores from 0 to 1; the builder copies it into the question, so a built pack
  reads by itself.
- Not here: the words of the scales (content/packs/reflector/pack.yaml).
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from modules.exercises.shared import Option
from modules.values import Value

ScaleName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=24)]


class Scale(Value):
    """A named list of options, in the order shown."""

    name: ScaleName
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=11)]
