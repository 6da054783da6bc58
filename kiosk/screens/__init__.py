"""Every screen, by the view it paints: a screen paints and says intents; it decides, stores and translates nothing.

- `x.py` holds `XScreen(look=, words=, send=)`, which paints an `XView`: the name is the table.
- `paint(view)` may be called any number of times and changes only what differs.
- `forget()` lets go of what was typed or drawn; `on_key(scancode, with_shift)` is use by keyboard or switch.
- A screen is read, with its rules, when it is first shown, so that the first one does not wait for the others; `NAMES`
  is for who reads ahead.

Deliberately not here: which view follows which (`kiosk/visit.py`).
"""

from functools import cache
from importlib import import_module
from typing import Any

from kiosk.widgets import load_rules_imported

NAMES = (
    "attract",
    "language",
    "aids",
    "unlock",
    "code",
    "choose",
    "home",
    "more",
    "intro",
    "question",
    "overview",
    "themes",
    "profile",
    "standing",
    "plan",
    "shares",
    "sign",
    "done",
    "me",
    "kept",
    "correct",
    "write",
    "draw",
    "hidden",
    "staff",
    "give",
    "fault",
    "closed",
)
"""In the order in which a person meets them."""


def screen_of(view: type[Any]) -> type[Any]:
    """Gives the screen of a kind of view."""
    return screen_named(view.__name__.removesuffix("View").lower())


@cache
def screen_named(name: str) -> type[Any]:
    """Gives the screen of a name, with its rules loaded."""
    if name not in NAMES:
        raise LookupError(f"no screen is called {name}")
    module = import_module(f"kiosk.screens.{name}")
    load_rules_imported()
    found: type[Any] = getattr(module, f"{name.capitalize()}Screen")
    return found
