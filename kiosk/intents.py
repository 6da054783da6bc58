"""What a touch can mean, as values: a screen says one of these and nothing else.

- An intent says what the person wants on the page he is on; visit.py knows which page that is.
- Not here: commands of the domain (modules/*/commands.py) and what an intent leads to (visit.py).
"""

from dataclasses import dataclass

from kiosk.aids import Aids, Leaf
from modules.events import Deed, Half
from modules.exercises import Answer
from modules.exercises.goal_builder import Goal
from modules.exercises.shared import Said
from modules.ids import GoalId, NoteId, ThemeId
from modules.own_look import OwnLook
from modules.plan.document import Strokes
from modules.reasons import CorrectionReason, DeclineReason, NoteReply, SkipReason
from modules.texts import Language


@dataclass(frozen=True, slots=True)
class Begin:
    """Touches the resting terminal."""


@dataclass(frozen=True, slots=True)
class OpenLanguages:
    """Wants to choose a language."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Chooses a language or level."""

    language: Language


@dataclass(frozen=True, slots=True)
class ChooseLook:
    """Chooses how to see the terminal; what is left open stays as it is."""

    look: OwnLook


@dataclass(frozen=True, slots=True)
class LogIn:
    """Gives number and PIN."""

    number: str
    pin: str


@dataclass(frozen=True, slots=True)
class AskCode:
    """Has no PIN, or forgot it; the number was typed just before."""

    number: str


@dataclass(frozen=True, slots=True)
class UseCode:
    """Gives a one-time code from staff."""

    code: str


@dataclass(frozen=True, slots=True)
class OpenPinChange:
    """Wants another PIN or picture sequence than his own of now."""


@dataclass(frozen=True, slots=True)
class ChoosePin:
    """Chooses a PIN or picture sequence, entered twice alike; `old` is the one of now, where it is asked."""

    pin: str
    old: str = ""


@dataclass(frozen=True, slots=True)
class StaffWants:
    """Is staff and wants something done here."""

    deed: Deed


@dataclass(frozen=True, slots=True)
class GiveCode:
    """Is staff and gives a one-time code for a number and the challenge it was shown."""

    number: str
    challenge: str


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Touches a stone of the path, the plan card, or a row of an overview."""

    page: str


@dataclass(frozen=True, slots=True)
class GiveThisAnswer:
    """Answers what this page asks."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class SkipThis:
    """Skips what this page asks."""

    reason: SkipReason | None = None


@dataclass(frozen=True, slots=True)
class BuildGoal:
    """Sets the goal this page builds, as far as it is."""

    goal: Goal


@dataclass(frozen=True, slots=True)
class ReviseStep:
    """Goes back to an earlier step of the goal this page builds, because a number given for it is low."""

    step: str


@dataclass(frozen=True, slots=True)
class AddGoal:
    """Begins one more goal."""


@dataclass(frozen=True, slots=True)
class RemoveThisGoal:
    """Takes a goal out of the plan."""

    goal_id: GoalId


@dataclass(frozen=True, slots=True)
class PickTheme:
    """Wants to begin with a theme of the profile, or does not any more."""

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class RetakeThis:
    """Wants to answer a theme anew."""

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class GoOn:
    """Touches `verder`."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Touches `terug`."""


@dataclass(frozen=True, slots=True)
class SignThis:
    """Signs the plan as shown: a drawn mark and the PIN once more."""

    strokes: Strokes
    pin: str


@dataclass(frozen=True, slots=True)
class DeclineSigning:
    """Chooses not to sign now, and says why; `because` where he does not agree."""

    reason: DeclineReason
    because: Said | None = None


@dataclass(frozen=True, slots=True)
class AnswerNote:
    """Answers a mentor's note."""

    note_id: NoteId
    reply: NoteReply


@dataclass(frozen=True, slots=True)
class KeepHalf:
    """Is half-way through an answer while the screen goes away."""

    half: Half


@dataclass(frozen=True, slots=True)
class AskCorrection:
    """Wants something that is kept of him put right, and says why; in his own words, too, if there are any."""

    reason: CorrectionReason
    words: str = ""


@dataclass(frozen=True, slots=True)
class AskPrint:
    """Wants what is kept of him on paper."""


@dataclass(frozen=True, slots=True)
class KeepNote:
    """Keeps a note for himself."""

    words: str


@dataclass(frozen=True, slots=True)
class Hide:
    """Wants a neutral screen at once."""


@dataclass(frozen=True, slots=True)
class Unhide:
    """Wants his page back."""


@dataclass(frozen=True, slots=True)
class ReadAloud:
    """Wants this page read to him, or the reading to stop; `said` is what its present step says, where it has steps."""

    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenAids:
    """Wants to set what he sees or hears, or how he uses the terminal."""

    leaf: Leaf = Leaf.SEEN


@dataclass(frozen=True, slots=True)
class SetAids:
    """Sets what he hears, or how he uses the terminal."""

    aids: Aids
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Leave:
    """Touches `klaar`."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Nobody touched the terminal for long, or a visit came to its longest; `lets_go` frees one that was locked."""

    hard_stop: bool = False
    lets_go: bool = False


Intent = (
    Begin
    | OpenLanguages
    | ChooseLanguage
    | ChooseLook
    | LogIn
    | AskCode
    | UseCode
    | OpenPinChange
    | ChoosePin
    | StaffWants
    | GiveCode
    | OpenPage
    | GiveThisAnswer
    | SkipThis
    | BuildGoal
    | ReviseStep
    | AddGoal
    | RemoveThisGoal
    | PickTheme
    | RetakeThis
    | GoOn
    | GoBack
    | SignThis
    | DeclineSigning
    | AnswerNote
    | KeepHalf
    | AskCorrection
    | AskPrint
    | KeepNote
    | Hide
    | Unhide
    | ReadAloud
    | OpenAids
    | SetAids
    | Leave
    | Rest
)
