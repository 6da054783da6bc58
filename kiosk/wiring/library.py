"""Which pack a person works in, and when his work moves to a newer one (D78, D79).

- Work that was begun stays in the pack it was begun in; who begins now begins in the one in use.
- It moves only by a migration that the newer pack declares from just that version, and the move is an entry of his.
- A pack that is not here, or not whole, cannot be read: then the one in use is shown, a move to it that was made
  elsewhere is not followed, and all his answers are kept; where it is here, they are read through the move.
- New packs that cannot all be read are not used: those of before are taken into use again, and the self-test says so.
- Not here: how the answers are read after a move (modules/moving.py), what it would lose (migrating.py).
"""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from content.pack import load
from kiosk.pages import Editions
from kiosk.store.packs import Packs
from kiosk.wiring.voices import Voices
from modules.definition.edition import Edition
from modules.definition.institution import Institution, with_partners
from modules.definition.kvv_module import KvvProgramme
from modules.definition.manifest import AnyDefinition, Manifest
from modules.definition.questionnaire import Questionnaire
from modules.definition.start import StartModules, with_start
from modules.errors import PackError, ProductError, StoreError
from modules.events import Event, WorkMoved
from modules.ids import Digest, PackId
from modules.ordering import Recorded
from modules.person import PersonState
from modules.reasons import Whom

log = logging.getLogger("kiosk")

REFLECTOR, KVV, START, INSTITUTION = (PackId(name) for name in ("reflector", "kvv", "start", "institution"))
NEEDED = (REFLECTOR, KVV)
OF_WORK = (REFLECTOR, KVV, START)
"""The packs a person does something in; of the others the one in use is always shown."""
_TYPES: Mapping[PackId, type[AnyDefinition]] = {
    REFLECTOR: Questionnaire,
    KVV: KvvProgramme,
    START: StartModules,
    INSTITUTION: Institution,
}
MOST_READ = 8
NOBODY = PersonState()


class Library:
    """The packs of one terminal; each is read once."""

    def __init__(self, packs: Packs, voices: Voices | None = None) -> None:
        self._current = packs.current()
        self._known = packs.known()
        self._read = lru_cache(maxsize=MOST_READ)(lambda found: _opened(packs, found, voices))

    def read(self) -> None:
        """Returns only if every pack in use can be read.

        Raises:
            StoreError: A needed pack is not installed, or one is not whole.
            PackError: One is not as this program reads it.
        """
        check_needed(self._current)
        for name, found in self._current.items():
            if name in _TYPES and not isinstance(self._read(found)[0], _TYPES[name]):
                raise StoreError(f"the pack {name} is of another type", hint="tell the desk that made this release")

    def editions(self, state: PersonState = NOBODY, facts: frozenset[str] = frozenset()) -> Editions:
        """Gives the questionnaire and the programme as they apply to a person."""
        programme = self._edition(KVV, state)
        institution: Edition[Any] | None = self._edition(INSTITUTION, NOBODY) if INSTITUTION in self._current else None
        if institution:
            programme = with_partners(programme, institution)
        if START in self._current:
            programme = with_start(programme, self._edition(START, state))
        questionnaire = self._edition(REFLECTOR, state)
        shown = {questionnaire.digest, programme.digest, *programme.others.values()}
        earlier = {found: self._read(found)[0] for found in state.packs if found not in shown and self._is_whole(found)}
        talk_with = institution.definition.talk_with if institution else tuple(Whom)
        return Editions(replace(questionnaire, facts=facts), replace(programme, facts=facts), earlier, talk_with)

    def followed(self, recorded: Iterable[Recorded[Event]]) -> Iterator[Recorded[Event]]:
        """Gives what was recorded without the moves to packs that cannot be read here."""
        for one in recorded:
            if not isinstance(one.event, WorkMoved) or self._is_whole(one.event.to):
                yield one

    def moves(self, state: PersonState) -> tuple[WorkMoved, ...]:
        """Gives the moves that the packs in use declare for what a person has begun."""
        found = (self._move(name, state) for name in OF_WORK if name in self._current)
        return tuple(move for move in found if move is not None)

    def stands_in(self, name: PackId, state: PersonState) -> Digest | None:
        """Gives in which pack of this name a person's work stands, of those that are here; none where he began none."""
        return state.stands_in(self._versions(name))

    def _move(self, name: PackId, state: PersonState) -> WorkMoved | None:
        begun, current = self.stands_in(name, state), self._current[name]
        if begun is None or begun == current or begun not in self._known:
            return None
        for migration in self._read(current)[1].migrations:
            if migration.from_version == self._known[begun][1]:
                return WorkMoved(pack=begun, to=current, renaming=migration.renaming)
        return None

    def _edition(self, name: PackId, state: PersonState) -> Edition[Any]:
        begun = self.stands_in(name, state)
        found = begun if begun is not None and self._is_whole(begun) else self._current[name]
        return Edition(found, self._read(found)[0])

    def _is_whole(self, found: Digest) -> bool:
        try:
            return found in self._known and bool(self._read(found))
        except (StoreError, PackError) as error:
            log.warning("a pack that somebody works in cannot be read: %s", error.code)
            return False

    def _versions(self, name: PackId) -> Collection[Digest]:
        return {found for found, (pack, _) in self._known.items() if pack == name}


def moved_state(state: PersonState, moves: Collection[WorkMoved]) -> PersonState:
    """Gives a person as far as these moves say where his work stands."""
    return replace(state, moves={**{move.pack: move for move in moves}, **state.moves})


def check_needed(current: Collection[PackId]) -> None:
    """Returns only if the packs that nobody can do without are among these.

    Raises:
        StoreError: One is not installed.
    """
    for name in NEEDED:
        if name not in current:
            raise StoreError(f"the pack {name} is not installed", hint="install a release with `kiosk install-pack`")


def library_of(packs: Packs, voices: Voices | None = None) -> Library:
    """Gives the packs in use, or those of before where the newer ones cannot be read; `voices` learn what is recorded.

    Raises:
        StoreError: Neither can be used.
        PackError: As above.
    """
    library = Library(packs, voices)
    try:
        library.read()
    except ProductError as error:
        if not packs.fall_back():
            raise
        log.warning("the newest packs cannot be used, those of before are: %s", error.code)
        library = Library(packs, voices)
        library.read()
    return library


def _opened(packs: Packs, found: Digest, voices: Voices | None) -> tuple[Any, Manifest]:
    pack = load(packs.raw(found))
    if voices is not None:
        voices.learn(pack, packs.file(found))
    return pack.definition, pack.manifest
