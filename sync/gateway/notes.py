"""A mentor's short note to a person, one way (SETTLED 17).

- Not here: writing it down (own_lane.py), what a note may say (modules/events).
"""

from modules.events import MentorNoteSent
from modules.ids import DetaineeId, InstitutionId, NoteId, StaffId, SubjectId
from modules.reasons import NotePhrase
from sync.gateway.clock import Clock
from sync.gateway.own_lane import OwnLane


class Notes:
    """Writes mentors' notes to persons."""

    def __init__(self, lane: OwnLane, clock: Clock) -> None:
        self._lane = lane
        self._clock = clock

    def send(
        self, institution: InstitutionId, person: DetaineeId, mentor: StaffId, phrase: NotePhrase, words: str
    ) -> MentorNoteSent:
        """Writes a note to a person and gives it; it is on disk when this returns.

        Raises:
            StoreError: It could not be written.
        """
        note = MentorNoteSent(note_id=NoteId(self._clock.new_id("note-")), mentor=mentor, phrase=phrase, words=words)
        self._lane.write(institution, SubjectId(person), lambda: (note,))
        return note
