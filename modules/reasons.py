"""What a person or his mentor can choose to say of something: why he skipped, declined or left, and short answers.

- No reason is worse than another; none has a score.
- Not here: the events that hold them (modules/events) and their words (kiosk/locale, sync/gateway/words.py).
"""

from enum import StrEnum


class SkipReason(StrEnum):
    """Why a question was skipped; none is worse than another."""

    NOT_UNDERSTOOD = "not_understood"
    RATHER_NOT_SAY = "rather_not_say"
    DOES_NOT_FIT = "does_not_fit"


class DeclineReason(StrEnum):
    """Why something was not done now; none is worse than another."""

    NOT_NOW = "not_now"
    WITH_MENTOR = "with_mentor"
    OTHER_LANGUAGE = "other_language"
    CANNOT_READ = "cannot_read"
    LAWYER_FIRST = "lawyer_first"
    DISAGREE = "disagree"


class EndReason(StrEnum):
    """How a session ended."""

    DONE = "done"
    IDLE = "idle"
    HARD_STOP = "hard_stop"


class NotePhrase(StrEnum):
    """Fixed, translated phrases a mentor can send (SETTLED 17)."""

    GOOD_START = "good_start"
    PLAN_RECEIVED = "plan_received"
    TALK_THIS_WEEK = "talk_this_week"
    BROUGHT_TO_MDO = "brought_to_mdo"


class NoteReply(StrEnum):
    """What a person can answer to a note (SETTLED 17)."""

    SEEN = "seen"
    WANTS_TO_TALK = "wants_to_talk"
