"""What the gateway itself writes about a person or an institution: events in its own lane, on disk before it goes on.

- Sealed like any other entry: the lane's shared key is wrapped for the person's terminals, and for the gateway itself.
- However many processes write, (lane, seq) is unique in the register: who comes second reads again and tries again.
- What is written is decided anew at each try, so it always follows from what is there.
- Not here: what is written (notes.py, courses.py, witness.py), and its way to the terminal (it is in the feed).
"""

from collections.abc import Callable

from modules.disclosure import disclosure_of
from modules.errors import ChainBrokenError, StoreError
from modules.events import Event
from modules.ids import EntryId, InstitutionId, SubjectId, WriterId
from modules.journal import Draft, Entry, Head, Lane, Moment, extend, head_of
from sync.bodies import KEY_BYTES, NONCE_BYTES, LaneKeys, lane_keys, opening_body, seal_event
from sync.gateway.clock import Clock
from sync.gateway.enrolments import Enrolments
from sync.gateway.keys import GatewaySecret
from sync.gateway.register import SqliteRegister
from sync.ports import Arrival, Stored
from sync.sealed import key_id_of

TRIES = 5


class OwnLane:
    """Writes the gateway's own lanes, one a person."""

    def __init__(self, register: SqliteRegister, enrolments: Enrolments, secret: GatewaySecret, clock: Clock) -> None:
        self._register = register
        self._enrolments = enrolments
        self._secret = secret
        self._clock = clock

    def write(
        self, institution: InstitutionId, subject: SubjectId, decided: Callable[[], tuple[Event, ...]]
    ) -> tuple[Event, ...]:
        """Writes what is decided about a subject and gives it; it is on disk when this returns.

        Raises:
            StoreError: It could not be written.
        """
        for _ in range(TRIES):
            events = decided()
            if not events:
                return ()
            now_ms = self._clock.now_ms()
            entries = self._next(institution, subject, events, Moment(now_ms, now_ms))
            try:
                self._register.append(Arrival(institution, now_ms, entries))
            except ChainBrokenError:
                continue
            return events
        raise StoreError("nothing could be written: others write to the same person", hint="try it again")

    def _next(
        self, institution: InstitutionId, subject: SubjectId, events: tuple[Event, ...], now: Moment
    ) -> tuple[Entry, ...]:
        stored = self._register.read(subject)
        lane = self._lane(institution, subject, stored)
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
        drafts = [self._sealed(event, lane, seq + number, keys) for number, event in enumerate(events)]
        return opened + extend(head, lane, drafts, _others(stored, lane), now)

    def _lane(self, institution: InstitutionId, subject: SubjectId, stored: tuple[Stored, ...]) -> Lane:
        """Gives the gateway's newest lane about a subject, or the next run where its keys were erased, or he moved."""
        writer = WriterId(self._secret.gateway)
        opened = {
            one.entry.header.lane.run: one.entry.body is not None
            for one in stored
            if one.entry.header.lane.writer == writer and one.entry.header.seq == 0
        }
        newest = max(opened, default=0)
        lane = Lane(subject=subject, writer=writer, run=newest)
        goes_on = opened.get(newest, True) and self._register.institution_of(lane) in (None, institution)
        return lane if goes_on else Lane(subject=subject, writer=writer, run=newest + 1)

    def _sealed(self, event: Event, lane: Lane, seq: int, keys: LaneKeys) -> Draft:
        body = seal_event(event, disclosure_of(event), lane, seq, keys, nonce=self._clock.draw(NONCE_BYTES))
        return Draft(EntryId(self._clock.new_id()), body)

    def _opening(self, institution: InstitutionId, lane: Lane, keys: LaneKeys) -> Draft:
        group = self._enrolments.institution(institution).sealing
        body = opening_body(lane, keys, gateway=self._secret.sealing, group=group)
        return Draft(EntryId(self._clock.new_id()), body)


def _others(stored: tuple[Stored, ...], lane: Lane) -> tuple[Head, ...]:
    heads = {one.entry.header.lane.key: head_of(one.entry) for one in stored}
    heads.pop(lane.key, None)
    return tuple(heads.values())
