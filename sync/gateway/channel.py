"""What a terminal can ask over HTTPS: a batch taken in, a feed given out (WIRE 5.1).

- The certificate shown at the door names the terminal; a revoked one gets no further, whatever it sends.
- Not here: what a batch is worth (exchange.py), problems as documents (app.py).
"""

from dataclasses import dataclass

from modules.ids import TerminalId
from sync.gateway.enrolments import KnownTerminal
from sync.gateway.wiring import Gateway
from sync.wire import MEDIA_TYPE, ProblemCode, ProblemError, problem


@dataclass(frozen=True, slots=True)
class Knock:
    """One request at the terminals' door: which terminal's certificate was shown, and what was sent."""

    terminal: TerminalId | None
    media_type: str
    after: str
    raw: bytes


def take_batch(gateway: Gateway, knock: Knock) -> bytes:
    """Takes a batch in and gives its receipt.

    Raises:
        ProblemError: It is refused.
    """
    _at_the_door(gateway, knock)
    if knock.media_type != MEDIA_TYPE:
        raise ProblemError(problem(ProblemCode.WRONG_MEDIA_TYPE, f"a batch is {MEDIA_TYPE}"))
    return gateway.exchange.take(knock.raw)


def give_feed(gateway: Gateway, knock: Knock) -> bytes:
    """Gives the feed of the terminal's institution after a position.

    Raises:
        ProblemError: It is refused.
    """
    known = _at_the_door(gateway, knock)
    if not (knock.after.isascii() and knock.after.isdecimal() and len(knock.after) <= 15):  # noqa: PLR2004  under 2^53
        raise ProblemError(problem(ProblemCode.MALFORMED, "a feed is asked for after a position: ?after=0"))
    return gateway.exchange.feed(known.institution, int(knock.after))


def _at_the_door(gateway: Gateway, knock: Knock) -> KnownTerminal:
    if knock.terminal is None:
        raise ProblemError(problem(ProblemCode.NO_CERTIFICATE, "show the certificate of the bundle"))
    return gateway.exchange.terminal(knock.terminal)
