"""How each kind of exercise looks and is touched: one `.py` and `.kv` a kind, and this registry.

- Each is made with `look`, `words`, `answer` (takes an Answer at each touch) and `send` (takes an Intent).
- `paint(view)` updates in place; `turn(pages)` goes on within the exercise; `settle()` answers with what is half done;
  `forget()` lets go of it.
- A test holds the kinds equal to those of modules/exercises.

Deliberately not here: what an answer may be (modules/exercises), the words of a view (kiosk/views/exercises.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.exercises.card_sort import CardSortExercise
from kiosk.exercises.goal_builder import GoalBuilderExercise
from kiosk.exercises.if_then import IfThenExercise
from kiosk.exercises.info_card import InfoCardExercise
from kiosk.exercises.multi_choice import MultiChoiceExercise
from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.ruler import RulerExercise
from kiosk.exercises.signature import SignatureExercise
from kiosk.exercises.single_choice import SingleChoiceExercise
from kiosk.exercises.summary import SummaryExercise
from kiosk.exercises.timeline import TimelineExercise

EXERCISES: Mapping[str, type[ExercisePage]] = {
    "info_card": InfoCardExercise,
    "single_choice": SingleChoiceExercise,
    "multi_choice": MultiChoiceExercise,
    "card_sort": CardSortExercise,
    "timeline": TimelineExercise,
    "ruler": RulerExercise,
    "if_then": IfThenExercise,
    "goal_builder": GoalBuilderExercise,
    "summary": SummaryExercise,
    "signature": SignatureExercise,
}
