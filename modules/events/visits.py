"""A person's visits: coming, going, the page he is on, and the notes that travel between him and his mentor."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from modules.exercises.shared import OWN_WORDS_LENGTH, OwnWords, Said
from modules.ids import NoteId, StaffId
from modules.own_look import OwnLook
from modules.reasons import EndReason, NotePhrase, NoteReply
from modules.texts import Language
from modules.values import Value

Page = Annotated[str, StringConstraints(pattern=r"^[a-z]+(/[a-z0-9_.]+)*$", max_length=120)]


class SessionStarted(Value):
    """The person logged in with number and PIN; nothing of him is written without this first."""

    kind: Literal["session_started/1"] = "session_started/1"
    language: Language


class SessionEnded(Value):
    """The person left, or was locked out after a rest."""

    kind: Literal["session_ended/1"] = "session_ended/1"
    reason: EndReason


class LanguageChosen(Value):
    """The person reads on in another language or level."""

    kind: Literal["language_chosen/1"] = "language_chosen/1"
    language: Language


class LookChosen(Value):
    """The person wants to see the terminal so, here and wherever he logs in next."""

    kind: Literal["look_chosen/1"] = "look_chosen/1"
    look: OwnLook


class PageReached(Value):
    """The person came to a page, such as `reflector/basics.debts`; he comes back there after any interruption."""

    kind: Literal["page_reached/1"] = "page_reached/1"
    page: Page


class Half(Value):
    """What a person is half-way through on a page: what he chose first, and the words he was writing."""

    said: Said | None = None
    turn: Annotated[str, StringConstraints(pattern=r"^[a-z_]*$", max_length=20)] = ""
    writing: Annotated[str, StringConstraints(max_length=OWN_WORDS_LENGTH)] | None = None


class HalfKept(Value):
    """The screen was locked or hidden half-way through an answer; it is there again when he comes back."""

    kind: Literal["half_kept/1"] = "half_kept/1"
    page: Page
    half: Half


class MentorNoteSent(Value):
    """A mentor sent a short note back to the person; a phrase, and a few words if he wrote any."""

    kind: Literal["mentor_note_sent/1"] = "mentor_note_sent/1"
    note_id: NoteId
    mentor: StaffId
    phrase: NotePhrase
    words: Annotated[str, StringConstraints(max_length=280)] = ""


class MentorNoteAnswered(Value):
    """The person saw a note, or wants to talk about it."""

    kind: Literal["mentor_note_answered/1"] = "mentor_note_answered/1"
    note_id: NoteId
    reply: NoteReply


class PrivateNoteKept(Value):
    """The person kept a note for himself; nobody else can open it."""

    kind: Literal["private_note_kept/1"] = "private_note_kept/1"
    words: OwnWords
