"""Each kind of event that is kept of a person has words of its own in Mijn gegevens, in every language."""

import pytest

from kiosk.i18n import OWN_NAMES, base, catalogue
from modules.events import AnswerGiven, ExerciseDone, ExerciseSkipped, QuestionSkipped, RecordAccessed
from tests.every_event import every_event
from tests.ui.views import OF_NO_PERSON

SPOKEN = tuple(language for language in OWN_NAMES if language == base(language))
"""The languages without their levels."""
BY_THEIR_QUESTION = (AnswerGiven, ExerciseDone, ExerciseSkipped, QuestionSkipped, RecordAccessed)
KINDS = [event.kind for event in every_event() if not isinstance(event, (*OF_NO_PERSON, *BY_THEIR_QUESTION))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_that_is_kept_has_words_of_its_own(kind: str) -> None:
    name = f"me.event.{kind.partition('/')[0]}"
    assert [language for language in SPOKEN if name not in catalogue(language).forms] == []
