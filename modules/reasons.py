"""What a person or staff can choose to say of something: why it was skipped, declined or left, and short answers.

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
    COULD_NOT_ANSWER = "could_not_answer"


class DisagreeReason(StrEnum):
    """What a person who does not agree with the plan can say of it, besides his own words."""

    NOT_WHAT_I_WANT = "not_what_i_want"
    TOO_MUCH = "too_much"
    NOT_BY_ME = "not_by_me"
    NOT_TRUE = "not_true"


class Track(StrEnum):
    """Which way through the modules a person chose; he can change it."""

    FULL = "full"
    SHORT = "short"


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


class Whom(StrEnum):
    """With whom a person can ask to talk; which of them a prison offers stands in its own pack."""

    MENTOR = "mentor"
    CASE_MANAGER = "case_manager"
    MEDICAL = "medical"
    SPIRITUAL = "spiritual"
    REINTEGRATION = "reintegration"
    ANYONE = "anyone"


class Companion(StrEnum):
    """Who sits beside a person while he answers."""

    MENTOR = "mentor"
    TEACHER = "teacher"
    INTERPRETER = "interpreter"
    VOLUNTEER = "volunteer"
    FELLOW = "fellow"
    SOMEONE = "someone"


class Feasibility(StrEnum):
    """What the mentor's look at a plan came to: it can be done, a step is better made smaller, or not now."""

    FEASIBLE = "feasible"
    SMALLER_STEP = "smaller_step"
    NOT_NOW = "not_now"


class FeasibilityReason(StrEnum):
    """Why a step is better smaller or later."""

    TOO_MUCH_AT_ONCE = "too_much_at_once"
    TIME_TOO_SHORT = "time_too_short"
    NOT_POSSIBLE_HERE = "not_possible_here"
    OTHERS_NEEDED = "others_needed"
    TALK_FIRST = "talk_first"


class MdoOutcome(StrEnum):
    """What the meeting came to."""

    GO_ON = "go_on"
    PARTLY = "partly"
    CHANGE_FIRST = "change_first"
    LATER = "later"


class MdoReason(StrEnum):
    """Why the meeting came to that; a phrase each person reads in his own language."""

    FITS = "fits"
    GOOD_STEPS = "good_steps"
    SMALLER_STEPS = "smaller_steps"
    OTHER_THING_FIRST = "other_thing_first"
    NO_PLACE_YET = "no_place_yet"
    MORE_KNOWN_FIRST = "more_known_first"
    TIME_TOO_SHORT = "time_too_short"
    TALK_FIRST = "talk_first"


class TakesAlong(StrEnum):
    """What a person can take along when he leaves."""

    PLAN_ON_PAPER = "plan_on_paper"
    STEPS_OUTSIDE = "steps_outside"
    WHO_HELPS = "who_helps"
    IDENTITY_DOCUMENT = "identity_document"
    APPOINTMENTS = "appointments"


class Term(StrEnum):
    """The terms of a D&R-plan; they are staff's to keep, never the person's."""

    SCREENING = "screening"
    ESTABLISHING = "establishing"
    MDO = "mdo"
    LEAVING = "leaving"


class Exemption(StrEnum):
    """Why a term does not count for now."""

    ILL_OR_AWAY = "ill_or_away"
    SHORT_STAY = "short_stay"
    TRANSFER = "transfer"
    PERSON_CHOSE = "person_chose"
    WAITS_FOR_OTHERS = "waits_for_others"


class CorrectionReason(StrEnum):
    """What a person wants put right in what is kept of him; the first card is the most common."""

    NOT_RIGHT = "not_right"
    NOT_COMPLETE = "not_complete"
    NOT_MINE = "not_mine"
    TAKE_OUT = "take_out"
