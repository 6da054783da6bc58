"""The frame of every screen: bar at the top, content between, three ways away at the foot; always the same places.

- Top 12 %, content 70 %, foot 14 % of the height; a bar grows only where larger text needs it.
- The content is a `Column`; what a screen puts there is placed under each other in reading order.
- Mirrored whole in a right-to-left screen.
- The paper is the window's own ground (`Window.clearcolor`): painting it again would cost a third of a frame.

Deliberately not here: what a screen says and does (`kiosk/screens/`).
"""

from __future__ import annotations

from kivy.animation import Animation
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.theme.icons import Icon
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.column import Column
from kiosk.widgets.foot_bar import FootBar
from kiosk.widgets.top_bar import TopBar

TOP_PART = 0.12
FOOT_PART = 0.14
SLIDE_MM = 12.0


class Frame(Panelled):
    """The whole screen."""

    __events__ = ("on_read_aloud", "on_language", "on_hide", "on_finish", "on_back", "on_skip", "on_next")
    watched = ("words", "place", "progress_done", "progress_total", "back_word", "skip_word", "next_word")

    words = ObjectProperty(None, allownone=True, rebind=True)
    """The fixed words of the frame (`kiosk.i18n.FrameWords`)."""
    place = StringProperty("")
    progress_done = NumericProperty(0)
    progress_total = NumericProperty(0)
    reading = BooleanProperty(False)
    can_read = BooleanProperty(True)
    back_word = StringProperty("")
    skip_word = StringProperty("")
    next_word = StringProperty("")
    skip_icon = ObjectProperty(Icon.SKIP, allownone=True)
    next_icon = ObjectProperty(Icon.NEXT, allownone=True)
    next_enabled = BooleanProperty(True)

    shift = NumericProperty(0)
    """How far the content still is from its place, while a new page comes to rest."""

    @property
    def content(self) -> Column:
        """The column between the bars."""
        return self.ids.content

    @property
    def top_bar(self) -> TopBar:
        """The bar at the top."""
        return self.ids.top_bar

    @property
    def foot_bar(self) -> FootBar:
        """The bar at the foot."""
        return self.ids.foot_bar

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - the panel decides
        """Gives the height of the panel."""
        return float(self.look.panel.height_px)

    def arrange(self) -> None:
        """Places the two bars and gives the content what lies between them."""
        look, ids = self.look, self.ids
        margin, width = look.margin, self.width - 2 * look.margin
        edge = round(margin * 0.6)
        ids.top_bar.width = width
        top = round(max(self.height * TOP_PART - edge, ids.top_bar.natural_height(width)))
        ids.top_bar.size = (width, top)
        ids.top_bar.pos = (self.x + margin, round(self.top - edge - top))
        foot = round(max(self.height * FOOT_PART - edge, ids.foot_bar.natural_height(width)))
        has_foot = bool(self.back_word or self.skip_word or self.next_word)
        ids.foot_bar.size = (width, foot)
        ids.foot_bar.pos = (self.x + margin, self.y + edge)
        above, under = (1, 1) if look.crowded else (3, 2)
        low = self.y + edge + (foot + under * look.unit if has_foot else 0)
        ids.content.size = (width, ids.top_bar.y - above * look.unit - low)
        ids.content.pos = (self.x + margin, low)

    def slide_in(self, *, back: bool = False) -> None:
        """Lets a new page come to rest, from where reading goes on or from where it came; readable at once."""
        seconds = self.look.motion.slide_seconds
        Animation.cancel_all(self, "shift")
        if not seconds:
            return
        self.shift = self.look.panel.px(SLIDE_MM) * (1 if back == self.look.rtl else -1)
        Animation(shift=0, duration=seconds, transition="out_cubic").start(self)

    def on_read_aloud(self) -> None:
        """Is the event: read this screen aloud, or stop."""

    def on_language(self) -> None:
        """Is the event: another language."""

    def on_hide(self) -> None:
        """Is the event: hide the screen at once."""

    def on_finish(self) -> None:
        """Is the event: finish and leave."""

    def on_back(self) -> None:
        """Is the event: one step back."""

    def on_skip(self) -> None:
        """Is the event: not this one."""

    def on_next(self) -> None:
        """Is the event: one step on."""
