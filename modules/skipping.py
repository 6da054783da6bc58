"""Whether a whole theme or module was skipped: what was only read, or passed with nothing said, is no answer.

- Not here: whether it is finished (reflector/state.py, kvv/state.py), and how it is said to a person (kiosk/views).
"""

from collections.abc import Sequence

from modules.exercises import Answer, AnyExercise
from modules.exercises.info_card import InfoCardAnswer
from modules.exercises.signature import SignatureStepAnswer
from modules.exercises.summary import SummaryAnswer
from modules.kvv.state import KvvState
from modules.reflector.state import ReflectorState


def wholly_skipped(state: ReflectorState | KvvState, items: Sequence[AnyExercise]) -> bool:
    """Tells whether some of these were skipped, and no answer stands for any."""
    answered = any(_says_something(state.answer(item.id)) for item in items)
    return not answered and any(state.is_skipped(item.id) for item in items)


def _says_something(answer: Answer | None) -> bool:
    match answer:
        case None | InfoCardAnswer():
            return False
        case SummaryAnswer(shared=shared, mentor_question=question):
            return bool(shared) or question is not None
        case SignatureStepAnswer(signed=signed):
            return signed
        case _:
            return True
