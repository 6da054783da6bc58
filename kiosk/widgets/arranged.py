"""A widget that places its own children, once per frame at most, after anything that matters has changed.

- `arrange()` places every child in whole pixels from this widget's own place; nothing is bound child by child.
- What is watched may change how high a widget wants to be, so those that hold it are arranged anew too.
- All that waits is arranged in one go before the next frame, holders before what they hold: each is placed once.
- `lead()` mirrors: an offset in reading direction becomes a place on the panel, so no widget knows left from right.

Deliberately not here: what is placed where (each widget says it in its own `arrange()`).
"""

from __future__ import annotations

from typing import Any
from weakref import WeakSet

from kivy.clock import Clock
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty
from kivy.uix.widget import Widget

from kiosk.theme.tokens import Look

MOST_A_FRAME = 2000
"""How often anything is arranged before one frame; what never comes to rest goes on after it."""


class _Waiting:
    """The widgets that wait to be arranged."""

    def __init__(self) -> None:
        self._widgets: WeakSet[Any] = WeakSet()
        self._soon = Clock.create_trigger(self._arrange, -1)
        self._later = Clock.create_trigger(self._arrange, 0)

    def add(self, widget: Any) -> None:
        self._widgets.add(widget)
        self._soon()

    def _arrange(self, _: float) -> None:
        for _turn in range(MOST_A_FRAME):
            if not self._widgets:
                return
            outermost = min(self._widgets, key=_depth)
            self._widgets.discard(outermost)
            outermost.arrange_now()
        self._later()


def _depth(widget: Any) -> int:
    """Gives how many widgets hold this one."""
    depth, holder = 0, widget.parent
    while holder is not None and holder.parent is not holder:  # the window is its own holder
        depth, holder = depth + 1, holder.parent
    return depth


_waiting = _Waiting()


class Arranging:
    """Adds `arrange()` to a widget class; `watched` names the properties after which it runs."""

    watched: tuple[str, ...] = ()

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        for name in ("look", "pos", "size", "children"):
            self.fbind(name, self.arrange_soon)  # type: ignore[attr-defined]
        for name in self.watched:
            self.fbind(name, self._tell_holders)  # type: ignore[attr-defined]
        self.arrange_soon()

    def _tell_holders(self, *_: Any) -> None:
        holder: Any = self
        while hasattr(holder, "arrange_soon"):
            holder.arrange_soon()
            holder = holder.parent

    def arrange_soon(self, *_: Any) -> None:
        """Wants to be arranged before the next frame."""
        _waiting.add(self)

    def arrange_now(self) -> None:
        """Arranges, where there is any room."""
        if self.width > 0 and self.height > 0:  # type: ignore[attr-defined]
            self.arrange()

    def arrange(self) -> None:
        """Places every child."""

    def lead(self, offset: float, width: float) -> int:
        """Gives the x of a thing of `width` that begins `offset` pixels from the reading edge."""
        me: Any = self
        return round(me.right - offset - width if me.look.rtl else me.x + offset)


class Panelled(Arranging, Widget):
    """A widget that only holds others: columns, rows, bars."""

    look = ObjectProperty(Look(), rebind=True)
    fill = BooleanProperty(False)
    """Whether a column gives this widget what is left of its height."""
    share = NumericProperty(1)
    """This widget's part of a row's width."""

    def on_fill(self, *_: Any) -> None:
        """Has those that hold it share their height anew."""
        self._tell_holders()

    def on_share(self, *_: Any) -> None:
        """Has the row that holds it share its width anew."""
        self._tell_holders()

    def in_reading_order(self) -> list[Any]:
        """Gives the children in the order in which they were added."""
        return list(reversed(self.children))

    def natural_height(self, width: float) -> float:
        """Gives the height this widget wants at a width."""
        raise NotImplementedError
