"""A person asks to talk with somebody, and says that somebody sits beside him; never what about, never how he is."""

from typing import Literal

from modules.reasons import Companion, Whom
from modules.values import Value


class TalkAsked(Value):
    """The person wants to talk with somebody today; it is no alarm, and has no words."""

    kind: Literal["talk_asked/1"] = "talk_asked/1"
    whom: Whom


class TalkWithdrawn(Value):
    """The person does not want that talk any more."""

    kind: Literal["talk_withdrawn/1"] = "talk_withdrawn/1"
    whom: Whom


class TogetherBegun(Value):
    """From here on the person does it together with somebody, until he says otherwise or his session ends."""

    kind: Literal["together_begun/1"] = "together_begun/1"
    companion: Companion


class TogetherEnded(Value):
    """From here on the person does it by himself again."""

    kind: Literal["together_ended/1"] = "together_ended/1"
