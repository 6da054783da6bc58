"""What happens to a terminal itself, and at its door."""

from typing import Literal

from modules.ids import TerminalId
from modules.values import Value


class TerminalStarted(Value):
    """A terminal's program started; its self-test passed or named what did not."""

    kind: Literal["terminal_started/1"] = "terminal_started/1"
    version: str
    failed_checks: tuple[str, ...] = ()


class LoginFailed(Value):
    """A number and PIN did not belong together; neither is kept.

    Its subject is the person whose number it was, or the terminal when the number is nobody's.
    """

    kind: Literal["login_failed/1"] = "login_failed/1"


class StoreRestored(Value):
    """The store was found older than what the gateway had acknowledged; new lanes were opened."""

    kind: Literal["store_restored/1"] = "store_restored/1"
    terminal: TerminalId
