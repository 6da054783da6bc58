"""How each kind of exercise looks and is touched: one `.py` and `.kv` a kind, and this registry.

- Each is made with `look`, `words`, `answer` (takes an Answer at each touch) and `send` (takes an Intent).
- `paint(view)` updates in place; `turn(pages)` goes on within the exercise; `settle()` answers with what is half done;
  `forget()` lets go of it.
- A test holds the kinds equal to those of modules/exercises.

Deliberately not here: what an answer may be (modules/exercises), the words of a view (kiosk/views/exercises.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.exercises.balance import BalanceExercise
from kiosk.exercises.card_sort import CardSortExercise
from kiosk.exercises.chain import ChainExercise
from kiosk.exercises.checklist import ChecklistExercise
from kiosk.exercises.date import DateExercise
from kiosk.exercises.goal_builder import GoalBuilderExercise
from kiosk.exercises.if_then import IfThenExercise
from kiosk.exercises.info_card import InfoCardExercise
from kiosk.exercises.multi_choice import MultiChoiceExercise
from kiosk.exercises.network_map import NetworkMapExercise
from kiosk.exercises.number import NumberExercise
from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.ranking import RankingExercise
from kiosk.exercises.ruler import RulerExercise
from kiosk.exercises.scenario import ScenarioExercise
from kiosk.exercises.short_text import ShortTextExercise
from kiosk.exercises.signature import SignatureExercise
from kiosk.exercises.single_choice import SingleChoiceExercise
from kiosk.exercises.story import StoryExercise
from kiosk.exercises.summary import SummaryExercise
from kiosk.exercises.timeline import TimelineExercise

EXERCISES: Mapping[str, type[ExercisePage]] = {
    "info_card": InfoCardExercise,
    "single_choice": SingleChoiceExercise,
    "multi_choice": MultiChoiceExercise,
    "card_sort": CardSortExercise,
    "timeline": TimelineExercise,
    "ruler": RulerExercise,
    "story": StoryExercise,
    "ranking": RankingExercise,
    "balance": BalanceExercise,
    "chain": ChainExercise,
    "network_map": NetworkMapExercise,
    "scenario": ScenarioExercise,
    "checklist": ChecklistExercise,
    "short_text": ShortTextExercise,
    "number": NumberExercise,
    "date": DateExercise,
    "if_then": IfThenExercise,
    "goal_builder": GoalBuilderExercise,
    "summary": SummaryExercise,
    "signature": SignatureExercise,
}
