"""What can be done with a person's data by somebody else than himself, and to what end: the words of the access log.

- The same words stand in the gateway's log (sync/gateway/audit.py) and in what the person reads about it (`me`).
- Not here: who did it and when (the log's row, the event's header), and the sentences (catalogues, words.py).
"""

from collections.abc import Mapping
from enum import StrEnum


class Action(StrEnum):
    """What somebody did."""

    LOGGED_IN = "logged_in"
    LOGIN_REFUSED = "login_refused"
    LIST_OPENED = "list_opened"
    PAGE_OPENED = "page_opened"
    PAGE_REFUSED = "page_refused"
    PLAN_EXPORTED = "plan_exported"
    NOTE_SENT = "note_sent"
    CODE_GIVEN = "code_given"
    PLAN_STEP_TAKEN = "plan_step_taken"
    PLAN_COUNTERSIGNED = "plan_countersigned"
    MDO_EXPORTED = "mdo_exported"
    PROGRESS_EXPORTED = "progress_exported"
    DATA_PRINTED = "data_printed"
    LOG_READ = "log_read"
    MOVED = "moved"
    HELD = "held"
    HOLD_LIFTED = "hold_lifted"
    ERASED = "erased"


class Purpose(StrEnum):
    """To what end, after NEN 7513."""

    REINTEGRATION = "reintegration"
    """Making the D&R-plan with the person and carrying it out (Pbw 18a)."""
    INSPECTION = "inspection"
    """Letting a person see what is kept of him."""
    RETENTION = "retention"
    """Keeping no longer than the law says (Pbw 59, PM 39)."""
    RUNNING = "running"
    """Running the gateway: coming in, and what belongs to no person."""


class Outcome(StrEnum):
    """How it ended."""

    DONE = "done"
    REFUSED = "refused"


PURPOSES: Mapping[Action, Purpose] = {
    Action.LOGGED_IN: Purpose.RUNNING,
    Action.LOGIN_REFUSED: Purpose.RUNNING,
    Action.LIST_OPENED: Purpose.REINTEGRATION,
    Action.PAGE_OPENED: Purpose.REINTEGRATION,
    Action.PAGE_REFUSED: Purpose.REINTEGRATION,
    Action.PLAN_EXPORTED: Purpose.REINTEGRATION,
    Action.NOTE_SENT: Purpose.REINTEGRATION,
    Action.CODE_GIVEN: Purpose.RUNNING,
    Action.PLAN_STEP_TAKEN: Purpose.REINTEGRATION,
    Action.PLAN_COUNTERSIGNED: Purpose.REINTEGRATION,
    Action.MDO_EXPORTED: Purpose.REINTEGRATION,
    Action.PROGRESS_EXPORTED: Purpose.REINTEGRATION,
    Action.DATA_PRINTED: Purpose.INSPECTION,
    Action.LOG_READ: Purpose.INSPECTION,
    Action.MOVED: Purpose.REINTEGRATION,
    Action.HELD: Purpose.RETENTION,
    Action.HOLD_LIFTED: Purpose.RETENTION,
    Action.ERASED: Purpose.RETENTION,
}
REFUSED = frozenset({Action.LOGIN_REFUSED, Action.PAGE_REFUSED})


def outcome_of(action: Action) -> Outcome:
    """Gives how an action ended."""
    return Outcome.REFUSED if action in REFUSED else Outcome.DONE
