"""What a screen says to who does not see it: all that stands there, in order, and the thing the ring is on.

- It is read from the screen itself and not from a view, so what is heard is what stands there, at each step of a page.
- What can be touched is told when the ring comes to it: its words, and whether it is chosen.
- A key of a PIN is a dot on the loudspeaker and its digit or place on a headset; how many were entered is told.
- Own words that are being written are told to his own ears alone.
- Each text is said in the language of its own look: the name of a language in that language.

Deliberately not here: when something is told (`guide.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.i18n import Words
from kiosk.widgets.key import Key
from kiosk.widgets.text_line import TextLine
from kiosk.widgets.touchable import Touchable
from modules.texts import Language

Heard = tuple[str, Language]


def standing(root: Any, *, aside: bool) -> tuple[Heard, ...]:
    """Gives every text that is seen on a screen and can't be touched, in reading order; `aside` as in `told`."""
    return tuple(_standing(root, aside))


def whole(screen: Any, words: Words, *, aside: bool) -> Iterator[Heard]:
    """Gives all that is seen under the bar at the top, also what can be touched, but no keys; the foot comes last."""
    for part in (getattr(screen, "content", screen), getattr(screen, "foot_bar", None)):
        if part is not None:
            yield from _whole(part, words, aside)


def _whole(widget: Any, words: Words, aside: bool) -> Iterator[Heard]:
    if not widget.opacity or widget.disabled or isinstance(widget, Key):
        return
    if isinstance(widget, Touchable):
        if (widget.enabled or _opens_later(widget)) and widget.spoken:
            yield told(widget, words, aside=aside)
        return
    own = isinstance(widget, TextLine) and widget.own and not aside
    text = "" if own else _said_by(widget)
    holds = any(isinstance(each, Touchable) for each in widget.walk(restrict=True))
    if text and not holds:
        yield text, Language(widget.look.language)
        return
    for child in reversed(widget.children):
        yield from _whole(child, words, aside)


def _standing(widget: Any, aside: bool) -> Iterator[Heard]:
    if not widget.opacity or widget.disabled or (isinstance(widget, Touchable) and not _opens_later(widget)):
        return
    text = "" if isinstance(widget, TextLine) and widget.own and not aside else _said_by(widget)
    if text:
        yield text, Language(widget.look.language)
        return
    for child in reversed(widget.children):
        yield from _standing(child, aside)


def _opens_later(touchable: Any) -> bool:
    return bool(not touchable.enabled and getattr(touchable, "state", "") == "later")


def _said_by(widget: Any) -> str:
    text = str(getattr(widget, "spoken", "") or getattr(widget, "text", "")).strip()
    return " ".join(text) if text.isdecimal() and len(text) > 1 else text


def told(touchable: Touchable, words: Words, *, aside: bool) -> Heard:
    """Gives what is told of a thing; `aside` says that nobody else hears it."""
    language = Language(touchable.look.language)
    if _is_secret(touchable):
        return (_key_of_secret(touchable, words) if aside else words("aids.dot")), Language(words.language)
    chosen = Words(language)("answer.chosen") if touchable.chosen else ""
    return ": ".join(part for part in (touchable.spoken, chosen) if part), language


def _is_secret(touchable: Touchable) -> bool:
    value = getattr(touchable, "value", None)
    if not touchable.test_id.startswith("pad.") or value in ("erase", "clear"):
        return False
    above: Any = touchable.parent
    while above is not None and above is not getattr(above, "parent", None):
        if getattr(above, "secret", False):
            return True
        above = above.parent
    return False


def _key_of_secret(key: Any, words: Words) -> str:
    return str(key.spoken or words("aids.picture", number=ord(str(key.value)) - ord("a") + 1))
