"""Asking to talk with somebody today: whom, that it is no alarm, and afterwards when it was asked and who read it.

- No reason is asked and none can be given; what is urgent is never left to a screen (SETTLED 12).
- Whether it has left the terminal is said as it is: a message that still waits says that it waits.
- Not here: asking and taking back (kiosk/room_turns.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.i18n import Words
from kiosk.room_pages import TALK
from kiosk.views.days import moment_of
from kiosk.views.frame import FrameView
from kiosk.views.question import IntroView
from kiosk.views.reflector import ThemeTile
from kiosk.views.rooms import MoreView, asked_words
from modules.ids import StaffId
from modules.ordering import Place
from modules.reasons import Whom
from modules.talk import TalkRequest
from modules.texts import Language

PICTURES: Mapping[Whom, str] = {
    Whom.MENTOR: "account-tie-outline",
    Whom.CASE_MANAGER: "briefcase-outline",
    Whom.MEDICAL: "stethoscope",
    Whom.SPIRITUAL: "hands-pray",
    Whom.REINTEGRATION: "sign-direction",
    Whom.ANYONE: "account-group-outline",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """What stands of a person's requests, what is known around them, and the language it is told in."""

    waiting: Mapping[Whom, TalkRequest]
    staff_name: Callable[[StaffId], str]
    has_left: Callable[[Place], bool]
    language: Language

    def state(self, whom: Whom) -> str:
        """Gives in a few words how far a request is; empty where there is none."""
        request = self.waiting.get(whom)
        return (self.read(request) or asked_words(request, Words(self.language))) if request else ""

    def read(self, request: TalkRequest) -> str:
        """Gives who read a request first, and when; empty where nobody did."""
        words = Words(self.language)
        if request.read_by is None:
            return ""
        who = self.staff_name(request.read_by) or words("me.colleague")
        return words("talk.read", who=who, at=moment_of(request.read_ms, words))


def talk_view(asking: Asking, offered: tuple[Whom, ...]) -> MoreView:
    """Gives with whom a person can ask to talk."""
    words = Words(asking.language)
    tiles = tuple(
        ThemeTile(f"{TALK}/{whom}", words(f"whom.{whom}"), asking.state(whom), PICTURES[whom]) for whom in offered
    )
    title, help_text = words("talk.title"), f"{words('talk.no_alarm')} {words('talk.urgent')}"
    spoken = (title, help_text, *(f"{tile.title}. {tile.text}" for tile in tiles))
    frame = FrameView(words("home.more"), back=words("foot.back"), spoken=spoken)
    return MoreView(frame, title, help_text, tiles)


def whom_view(asking: Asking, whom: Whom) -> IntroView:
    """Gives the page of one of them: asking, or what became of it."""
    words, request = Words(asking.language), asking.waiting.get(whom)
    title = words("talk.with", whom=words(f"whom.{whom}"))
    urgent = (words("talk.no_alarm"), words("talk.urgent"))
    lines: tuple[str, ...] = (*words("talk.what").split("\n"), *urgent)
    if request is not None:
        left = words("talk.sent" if asking.has_left(request.place) else "talk.waiting")
        read = asking.read(request) or words("talk.not_read")
        lines = (words("talk.told"), asked_words(request, words), left, read, *urgent)
    frame = FrameView(
        words("talk.title"),
        back=words("foot.back"),
        skip=words("talk.withdraw") if request else None,
        next=words("foot.to_path" if request else "talk.ask"),
        spoken=(title, *lines),
    )
    return IntroView(frame, title, lines, PICTURES[whom])
