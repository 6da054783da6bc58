"""The one shape of a value in this house: frozen, strict, with no field that its definition does not name.

- Every pydantic model of the four rooms derives from `Value`; from JSON it is strict about names and types.
- How a value is checked is worked out at its first use (`defer_build`), so a program waits for none it never meets.
- What was refused is never quoted in an error: it may be a person's words.
- Not here: any meaning.
"""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen, strict value; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", hide_input_in_errors=True, defer_build=True)
