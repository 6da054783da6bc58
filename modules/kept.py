"""What is kept of a person, as far as the screen and the paper tell him the same; pure.

- Each event belongs to one group. What stands in it is shown, but for what is listed with its reason in `NOT_SHOWN`:
  marks of machines, and what is told in other words. So a kind of event that nobody has thought of yet is told too.
- Not here: the words and the lines (kiosk/views/kept.py, sync/gateway/own_print.py).
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum, StrEnum

from pydantic import BaseModel

from modules.access import Action
from modules.events import (
    CorrectionAsked,
    DataPrintAsked,
    Event,
    MentorNoteAnswered,
    MentorNoteSent,
    PinWay,
    PrivateNoteKept,
    RecordAccessed,
    TogetherBegun,
    TogetherEnded,
)
from modules.exercises.shared import Audience, PlanPart
from modules.own_look import Colours, Letters, Moving
from modules.reasons import (
    Companion,
    CorrectionReason,
    DeclineReason,
    DisagreeReason,
    EndReason,
    Exemption,
    Feasibility,
    FeasibilityReason,
    MdoOutcome,
    MdoReason,
    NotePhrase,
    NoteReply,
    SkipReason,
    TakesAlong,
    Term,
    Track,
    Whom,
)
from modules.roster import Role


class Group(StrEnum):
    """What belongs together; the order is that of the page."""

    SELF = "self"
    ANSWERS = "answers"
    PLAN = "plan"
    TALK = "talk"
    VISITS = "visits"
    LOOKS = "looks"


NOT_SHOWN: Mapping[str, str] = {
    "kind": "the label says it in words",
    "pack": "the fingerprint of the questions, the same for everybody",
    "to": "the fingerprint of the newer questions, the same for everybody",
    "renaming": "how the machine finds his answers among the newer questions, the same for everybody",
    "plan": "the fingerprint of the plan, which stands in the plan",
    "document": "the plan is shown by its parts",
    "person_key": "a machine's key",
    "by_person": "a machine's signature",
    "by_terminal": "a machine's signature",
    "staff_key": "a machine's key",
    "signature": "a machine's signature",
    "certified": "a machine's signature",
    "strokes": "the mark drawn under the plan: that there is one is told",
    "goal_id": "a number of the machine; the goal is shown by its words",
    "note_id": "a number of the machine; the note is shown by its words",
    "source": "the exercise a goal came from; the goal is shown by its words",
    "page": "a name of the machine; the page is told by its title",
    "verifier": "that a PIN is kept, and that nobody can read it, is told",
    "instead_of": "a number of the machine",
    "mark": "a fingerprint of a number, which nobody can read back",
    "version": "of the program",
    "turn": "which half of an exercise he was in, for the machine",
}
_BY_MODULE = {
    "learning": Group.ANSWERS,
    "plan": Group.PLAN,
    "course": Group.PLAN,
    "privacy": Group.TALK,
    "aid": Group.TALK,
}
_BY_KIND: Mapping[type[object], Group] = {
    MentorNoteSent: Group.TALK,
    MentorNoteAnswered: Group.TALK,
    PrivateNoteKept: Group.TALK,
    CorrectionAsked: Group.TALK,
    DataPrintAsked: Group.TALK,
    RecordAccessed: Group.LOOKS,
    TogetherBegun: Group.VISITS,
    TogetherEnded: Group.VISITS,
}
WORDS_OF: Mapping[type[Enum], str] = {
    SkipReason: "skip",
    DeclineReason: "decline",
    EndReason: "end",
    Track: "track",
    Audience: "audience",
    PlanPart: "part",
    NotePhrase: "note.phrase",
    NoteReply: "reply",
    Role: "role",
    Feasibility: "course.feasible",
    FeasibilityReason: "course.why",
    MdoOutcome: "course.outcome",
    MdoReason: "course.because",
    TakesAlong: "course.takes",
    Term: "term",
    Exemption: "exempt",
    PinWay: "way",
    CorrectionReason: "correct",
    Action: "did",
    DisagreeReason: "disagree",
    Whom: "whom",
    Companion: "companion",
    Letters: "aids.letters",
    Colours: "aids.colours",
    Moving: "aids.moving",
}
"""The beginning of the names under which each kind of choice has its words."""


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A day that was named as one; it is told as a person says a day."""


def group_of(event: Event) -> Group:
    """Gives the group an event belongs to."""
    module = type(event).__module__.rpartition(".")[2]
    return _BY_KIND.get(type(event)) or _BY_MODULE.get(module, Group.VISITS)


def leaves(value: BaseModel) -> Iterator[object]:
    """Gives everything that stands in a value, one by one, but what is not shown."""
    for name in type(value).model_fields:
        if name in NOT_SHOWN:
            continue
        held = getattr(value, name)
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, BaseModel):
                yield from leaves(one)
            elif one not in (None, ""):
                yield one
