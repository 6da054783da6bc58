"""A full answer to each sample, as a person could give it after a while: own words too, and long where they may be.

- Not here: the answers to the other kinds (shipped.py).
"""

from kiosk.placing import placed_answer
from kiosk.views.exercises import exercise_view
from modules.exercises import Answer, AnyExercise
from modules.exercises.balance import BalanceAnswer
from modules.exercises.chain import ChainAnswer
from modules.exercises.goal_builder import GoalBuilder
from modules.exercises.info_card import InfoCard
from modules.exercises.shared import Said
from modules.exercises.signature import SignatureStep
from modules.exercises.summary import Summary
from modules.texts import DUTCH

OWN = Said(own="Ik kan dan met mijn dochter ontbijten voor school")


def answer_of_more(item: AnyExercise) -> Answer | None:
    """Gives a full answer to an item of the kinds that are told, placed or filled in."""
    if isinstance(item, InfoCard | GoalBuilder | Summary | SignatureStep):
        return None
    answer = placed_answer(exercise_view(item, None, DUTCH))
    match answer:
        case BalanceAnswer():
            return answer.model_copy(update={"change": (*answer.change, OWN)})
        case ChainAnswer():
            return answer.model_copy(update={"action": Said(own="Ik tel tot tien en drink een glas water")})
        case _:
            return answer
