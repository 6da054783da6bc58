"""Pages from templates: everything escaped, nothing unknown let through.

- Not here: what a page says (review.py, person_page.py) and how it looks (static/desk.css).
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, **values: object) -> bytes:
    """Gives a page of a template and the values it shows."""
    return _environment().get_template(template).render(values).encode("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
