"""How each kind of exercise looks and is touched: one `.py` and `.kv` a kind, and this registry.

- Each is made with `look`, `words`, `answer` (takes an Answer at each touch) and `send` (takes an Intent).
- `paint(view)` updates in place; `settle()` answers with what is half done; `forget()` lets go of it.
- A test holds the kinds equal to those of modules/exercises.

Deliberately not here: what an answer may be (modules/exercises), the words of a view (kiosk/views/exercises.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.exercises.info_card import InfoCardExercise
from kiosk.exercises.multi_choice import MultiChoiceExercise
from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.ruler import RulerExercise
from kiosk.exercises.single_choice import SingleChoiceExercise

EXERCISES: Mapping[str, type[ExercisePage]] = {
    "info_card": InfoCardExercise,
    "single_choice": SingleChoiceExercise,
    "multi_choice": MultiChoiceExercise,
    "ruler": RulerExercise,
}
