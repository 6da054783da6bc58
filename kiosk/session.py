"""One person at one terminal: a command is decided, kept on disk, and only then becomes his state.

- `do` is steps 3 to 7 of the one tap: decide, append in one transaction, evolve; it returns when the disk has it.
- A refusal changes nothing and is told to the caller kindly; nothing else is caught here.
- The page is kept like an answer, before it is shown.
- Not here: which page comes next (pages.py), what a screen shows (views), sealing and disk (store).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.pages import Editions
from modules.access import Action
from modules.errors import RefusedError
from modules.events import (
    CorrectionAsked,
    DataPrintAsked,
    Event,
    Half,
    HalfKept,
    LanguageChosen,
    MentorNoteAnswered,
    PageReached,
    PersonKey,
    PrivateNoteKept,
    RecordAccessed,
    SessionEnded,
    SessionStarted,
    ShareWithdrawn,
    WorkMoved,
)
from modules.exercises.summary import SummaryAnswer
from modules.ids import DetaineeId, Digest, GoalId, ItemId, NoteId, StaffId, SubjectId, TerminalId
from modules.journal import Moment
from modules.kvv import commands as kvv
from modules.ordering import Place as EntryPlace
from modules.ordering import Recorded
from modules.person import PersonState, evolve, fold
from modules.plan import commands as plan
from modules.plan.compose import Made, Signing, compose, plan_sections
from modules.plan.document import Person, Section, SignedAt, Strokes, mark_digest
from modules.reasons import CorrectionReason, EndReason, NoteReply
from modules.reflector import commands as reflector
from modules.retention import RetentionTerms
from modules.roster import RosterPerson
from modules.signed import Purpose, Signer
from modules.texts import Language

Command = reflector.ReflectorCommand | kvv.KvvCommand | plan.PlanCommand


class Diary(Protocol):
    """The journal as a session needs it."""

    def append(self, subject: SubjectId, events: Sequence[Event], now: Moment) -> tuple[Recorded[Event], ...]:
        """Keeps events durably in one transaction and gives them as recorded."""
        ...

    def replay(self, subject: SubjectId) -> tuple[Recorded[Event], ...]:
        """Gives everything readable about a subject, in order."""
        ...

    def heads(self, subject: SubjectId) -> tuple[Digest, ...]:
        """Gives the heads of all lanes about a subject."""
        ...

    def read(self, subject: SubjectId) -> tuple[Recorded[Event], ...]:
        """Gives everything readable about a subject, in order; what is written later does not count it as seen."""
        ...


class Instant(Protocol):
    """Time and chance as a session needs them."""

    def moment(self) -> Moment:
        """Gives now."""
        ...

    def new_id(self, prefix: str) -> str:
        """Gives a new identifier: the prefix and a UUIDv7."""
        ...


class Keys(Protocol):
    """Signing keys as a session needs them."""

    @property
    def terminal(self) -> Signer:
        """The terminal's own signer."""
        ...

    def person(self, person: DetaineeId) -> tuple[Signer, PersonKey]:
        """Gives a person's signer on this terminal, and his public key certified by the terminal."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session is: the terminal and the institution's name."""

    terminal: TerminalId
    institution: str
    staff_name: Callable[[StaffId], str] = lambda _: ""
    wing_of: Callable[[str], str] = lambda _: ""
    has_left: Callable[[EntryPlace], bool] = lambda _: False
    terms: Callable[[], RetentionTerms] = RetentionTerms
    kiosk_days: int = 0


class Session:
    """A person logged in; made only after his PIN was checked."""

    def __init__(
        self,
        person: RosterPerson,
        editions: Editions,
        diary: Diary,
        instant: Instant,
        place: Place,
        *,
        state: PersonState | None = None,
        moves: tuple[WorkMoved, ...] = (),
    ) -> None:
        self.person = person
        self.editions = editions
        self._diary = diary
        self._instant = instant
        self.place = place
        self.moves = moves
        self.state: PersonState = fold(diary.replay(self.subject)) if state is None else state

    @property
    def subject(self) -> SubjectId:
        """The person as the subject of his lanes."""
        return SubjectId(self.person.detainee)

    @property
    def made(self) -> Made:
        """What the plan is composed of."""
        return Made(self.state.reflector, self.state.kvv, self.state.plan)

    def begin(self, language: Language) -> str:
        """Records the start of the session, and the moves of his work, and gives the page it begins on."""
        page = self.state.resume_page
        self._keep((SessionStarted(language=language), *self.moves))
        return page

    def do(self, command: Command) -> None:
        """Does a command; when this returns, it is on disk.

        Raises:
            RefusedError: The domain says no; nothing happened.
        """
        self._keep(self._decide(command))

    def reach(self, page: str) -> None:
        """Records that the person comes to a page; when this returns, it may be shown."""
        if page != self.state.page:
            self._keep((PageReached(page=page),))

    def keep_half(self, page: str, half: Half) -> None:
        """Records what he is half-way through, before his screen is taken away."""
        if half != self.state.half_of(page):
            self._keep((HalfKept(page=page, half=half),))

    def choose_language(self, language: Language) -> None:
        """Records the language he reads on in."""
        self._keep((LanguageChosen(language=language),))

    def answer_note(self, note_id: NoteId, reply: NoteReply) -> None:
        """Records his answer to a mentor's note.

        Raises:
            RefusedError: There is no such note.
        """
        if note_id not in {note.note_id for note in self.state.notes}:
            raise RefusedError("a note was answered that was never sent")
        self._keep((MentorNoteAnswered(note_id=note_id, reply=reply),))

    def everything(self) -> tuple[Recorded[Event], ...]:
        """Gives everything that is kept of him and can be read here, in order."""
        return self._diary.read(self.subject)

    def ask_correction(self, reason: CorrectionReason, words: str) -> None:
        """Records that he wants something put right."""
        self._keep((CorrectionAsked(reason=reason, words=words),))

    def ask_print(self) -> None:
        """Records that he wants what is kept of him on paper; once, until it was printed."""
        waits = False
        for one in self.everything():
            if isinstance(one.event, DataPrintAsked):
                waits = True
            elif isinstance(one.event, RecordAccessed) and one.event.action is Action.DATA_PRINTED:
                waits = False
        if not waits:
            self._keep((DataPrintAsked(),))

    def note(self, events: tuple[Event, ...]) -> None:
        """Keeps what he asks for or says of how he works here, as it was decided."""
        self._keep(events)

    def keep_note(self, words: str) -> None:
        """Keeps a note of his own, which nobody else can open."""
        self._keep((PrivateNoteKept(words=words),))

    def withdraw_share(self, item: ItemId) -> None:
        """Shares an answer no longer; the summaries that shared it are changed with it.

        Raises:
            RefusedError: It is not shared.
        """
        if item not in self.state.shared:
            raise RefusedError("an answer was withdrawn that is not shared")
        for module in self.editions.programme.definition.modules:
            for exercise in module.exercises:
                told = self.state.kvv.answer(exercise.id)
                if isinstance(told, SummaryAnswer) and item in told.shared:
                    left = tuple(one for one in told.shared if one != item)
                    self.do(kvv.DoExercise(module.id, exercise.id, told.model_copy(update={"shared": left})))
        self._keep((ShareWithdrawn(item=item),))

    @property
    def now(self) -> Moment:
        """Now, and whether the clock is sure of it."""
        return self._instant.moment()

    def sections(self, language: Language) -> tuple[Section, ...]:
        """Gives the plan so far, in words."""
        return plan_sections(self.editions.questionnaire, self.editions.programme, self.made, language)

    def new_goal_id(self) -> GoalId:
        """Gives the id of a goal about to be made."""
        return GoalId(self._instant.new_id("goal-"))

    def sign(self, strokes: Strokes, language: Language, keys: Keys) -> None:
        """Signs the plan as it stands, in the language shown; the PIN was checked just before.

        Raises:
            RefusedError: The plan cannot be signed as it stands.
        """
        now = self._instant.moment()
        signer, person_key = keys.person(self.person.detainee)
        signing = Signing(
            person=Person(id=self.person.detainee, name=self.person.name),
            institution=self.place.institution,
            terminal=self.place.terminal,
            language=language,
            heads=self._diary.heads(self.subject),
            signed_at=SignedAt(wall_ms=now.wall_ms, certain=now.is_certain),
            mark=mark_digest(strokes),
        )
        document = compose(self.editions.questionnaire, self.editions.programme, self.made, signing)
        raw = document.text.encode("utf-8")
        self.do(
            plan.SignPlan(
                document=document.text,
                strokes=strokes,
                person_key=person_key,
                by_person=signer.sign(Purpose.PLAN, raw),
                by_terminal=keys.terminal.sign(Purpose.PLAN, raw),
            )
        )

    def end(self, reason: EndReason) -> None:
        """Records the end of the session."""
        self._keep((SessionEnded(reason=reason),))

    def _decide(self, command: Command) -> tuple[Event, ...]:
        match command:
            case (
                reflector.GiveAnswer()
                | reflector.SkipQuestion()
                | reflector.FinishTheme()
                | reflector.PickThemes()
                | reflector.RetakeTheme()
            ):
                return reflector.decide(self.editions.questionnaire, self.state.reflector, command)
            case (
                kvv.ChooseTrack()
                | kvv.StartModule()
                | kvv.DoExercise()
                | kvv.SkipExercise()
                | kvv.FinishModule()
                | kvv.DeclineModule()
            ):
                return kvv.decide(self.editions.programme, self.state.kvv, command)
            case _:
                return plan.decide(self.editions.programme, self.state.plan, command)

    def _keep(self, events: tuple[Event, ...]) -> None:
        if not events:
            return
        for recorded in self._diary.append(self.subject, events, self._instant.moment()):
            self.state = evolve(self.state, recorded)
