"""What the gateway itself writes about a person or an institution, in its own lane: a mentor's note, who looked.

- Sealed like any other entry: the lane's shared key is wrapped for the person's terminals, and for the gateway itself.
- However many processes write, (lane, seq) is unique in the register: who comes second reads again and tries again.
- Not here: what a note may say (modules/events), and its way to the terminal (it is in the feed like everything).
"""

from modules.disclosure import disclosure_of
from modules.errors import ChainBrokenError, StoreError
from modules.events import Event, MentorNoteSent
from modules.ids import DetaineeId, EntryId, InstitutionId, NoteId, StaffId, SubjectId, WriterId
from modules.journal import Draft, Entry, Head, Lane, Moment, extend, head_of
from modules.reasons import NotePhrase
from sync.bodies import KEY_BYTES, NONCE_BYTES, LaneKeys, lane_keys, opening_body, seal_event
from sync.gateway.clock import Clock
from sync.gateway.enrolments import Enrolments
from sync.gateway.keys import GatewaySecret
from sync.gateway.register import SqliteRegister
from sync.ports import Arrival, Stored
from sync.sealed import key_id_of

TRIES = 5


class Notes:
    """Writes mentors' notes to persons, and what else the gateway has to tell."""

    def __init__(self, register: SqliteRegister, enrolments: Enrolments, secret: GatewaySecret, clock: Clock) -> None:
        self._register = register
        self._enrolments = enrolments
        self._secret = secret
        self._clock = clock

    def send(
        self, institution: InstitutionId, person: DetaineeId, mentor: StaffId, phrase: NotePhrase, words: str
    ) -> MentorNoteSent:
        """Writes a note to a person and gives it; it is on disk when this returns.

        Raises:
            StoreError: It could not be written.
        """
        note = MentorNoteSent(note_id=NoteId(self._clock.new_id("note-")), mentor=mentor, phrase=phrase, words=words)
        self.write(institution, SubjectId(person), note)
        return note

    def write(self, institution: InstitutionId, subject: SubjectId, event: Event) -> None:
        """Writes an event about a subject; it is on disk when this returns.

        Raises:
            StoreError: It could not be written.
        """
        for _ in range(TRIES):
            now_ms = self._clock.now_ms()
            entries = self._next(institution, subject, event, Moment(now_ms, now_ms))
            try:
                self._register.append(Arrival(institution, now_ms, entries))
            except ChainBrokenError:
                continue
            return
        raise StoreError("it could not be written: others write to the same person", hint="send it again")

    def _next(self, institution: InstitutionId, subject: SubjectId, event: Event, now: Moment) -> tuple[Entry, ...]:
        lane = Lane(subject=subject, writer=WriterId(self._secret.gateway))
        stored = self._register.read(lane.subject)
        own = [one.entry for one in stored if one.entry.header.lane == lane]
        head = head_of(own[-1]) if own else None
        opened: tuple[Entry, ...] = ()
        if own and own[0].body is not None:
            keys = lane_keys(lane, own[0].body, {key_id_of(self._secret.sealing): self._secret.opening})
        else:
            keys = LaneKeys(self._clock.draw(KEY_BYTES), None)
            opened = extend(None, lane, [self._opening(institution, lane, keys)], (), now)
            head = head_of(opened[0])
        seq = head.seq + 1 if head else 0
        nonce = self._clock.draw(NONCE_BYTES)
        body = seal_event(event, disclosure_of(event), lane, seq, keys, nonce=nonce)
        draft = Draft(EntryId(self._clock.new_id()), body)
        return opened + extend(head, lane, [draft], _others(stored, lane), now)

    def _opening(self, institution: InstitutionId, lane: Lane, keys: LaneKeys) -> Draft:
        group = self._enrolments.institution(institution).sealing
        body = opening_body(lane, keys, gateway=self._secret.sealing, group=group)
        return Draft(EntryId(self._clock.new_id()), body)


def _others(stored: tuple[Stored, ...], lane: Lane) -> tuple[Head, ...]:
    heads = {one.entry.header.lane.key: head_of(one.entry) for one in stored}
    heads.pop(lane.key, None)
    return tuple(heads.values())
