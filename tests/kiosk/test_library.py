"""Packs on a real terminal: who began stays in his pack, who is moved goes on in the new one, what fails gives way.

- The store is a real SQLCipher file, the packs are built, signed and loaded as ever.
- Not here: every step of loading killed (tests/fault/test_packs_survive.py), what a move does to each kind of answer
  (tests/unit/modules/test_moving.py).
"""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from content.pack import Pack
from content.trust import verify_release
from kiosk.pages import Editions
from kiosk.session import Place, Session
from kiosk.store.packs import Packs
from kiosk.views.kept import Reading, kept_lines
from kiosk.wiring.library import KVV, REFLECTOR, Library, library_of, moved_state
from modules.definition.migration import Migration
from modules.definition.questionnaire import Questionnaire, Theme
from modules.errors import ExpiredError, RollbackError, StoreError
from modules.events import WorkMoved
from modules.exercises import AnyExercise
from modules.exercises.shared import Option
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import Digest, ItemId, OptionId, SubjectId, ThemeId
from modules.kept import Group
from modules.person import fold
from modules.reflector.commands import FinishTheme, GiveAnswer
from modules.roster import RosterPerson
from modules.texts import DUTCH
from tests.content.made import NOON, a_pack_of, a_release, verified
from tests.definitions import a_programme, a_single_choice, an_option, options, text
from tests.makers import OTHER_PERSON, a_person
from tests.suites.terminals import TerminalStore, make_terminal, open_terminal

SAMIR, OMAR = a_person("100234"), a_person("100235", detainee=OTHER_PERSON)
DEBTS, LOANS = ItemId("basics.debts"), ItemId("basics.loans")
YES = SingleChoiceAnswer(option=OptionId("yes"))
RENAMED = Migration(from_version=1, items={LOANS: DEBTS}, options={LOANS: {OptionId("yes"): OptionId("some")}})
A_PLACE = "PI De Linde"


def _questionnaire(*items: AnyExercise) -> Questionnaire:
    theme = Theme(id=ThemeId("basics"), title=text("Mijn basis"), intro=text("Gewone dingen."), items=items)
    return Questionnaire(title=text("Reflector"), themes=(theme,))


def _asks(item: ItemId, prompt: str, *offered: Option) -> Questionnaire:
    return _questionnaire(a_single_choice(item, prompt=text(prompt), options=offered or options("yes", "no")))


OLD = _asks(LOANS, "Heb je leningen?", an_option("yes", "Ja, leningen"), an_option("no", "Nee"))
NEW = _asks(DEBTS, "Heb je schulden?", an_option("some", "Ja, schulden"), an_option("no", "Nee"))


def _reflector(definition: Questionnaire, version: int, *migrations: Migration) -> tuple[bytes, Pack]:
    return a_pack_of(definition, "reflector", version, migrations)


def _kvv(version: int = 1) -> tuple[bytes, Pack]:
    return a_pack_of(a_programme(), "kvv", version)


@pytest.fixture
def terminal(tmp_path: Path) -> TerminalStore:
    made = make_terminal(tmp_path / "store.db")
    _packs(made).install(verified(_reflector(OLD, 1), _kvv()))
    return made


def _packs(terminal: TerminalStore) -> Packs:
    return Packs(terminal.vault, terminal.path.parent / "packs")


def _session(terminal: TerminalStore, person: RosterPerson = SAMIR) -> Session:
    library = library_of(_packs(terminal))
    state = fold(library.followed(terminal.journal.replay(SubjectId(person.detainee))))
    moves = library.moves(state)
    editions = library.editions(moved_state(state, moves))
    place = Place(terminal.identity.terminal, A_PLACE)
    session = Session(person, editions, terminal.journal, terminal.clock, place, state=state, moves=moves)
    session.begin(DUTCH)
    return session


def _asked(editions: Editions) -> str:
    (item,) = editions.questionnaire.definition.items()
    return item.prompt.dutch


def _told(session: Session) -> str:
    reading = Reading(session.editions, lambda _: "", DUTCH)
    return " ".join(f"{line.label} {line.said}" for line in kept_lines(session.everything(), Group.ANSWERS, reading))


def test_who_began_goes_on_in_his_own_pack_and_who_begins_begins_in_the_new_one(terminal: TerminalStore) -> None:
    begun = _session(terminal)
    begun.do(GiveAnswer(LOANS, YES))
    old = begun.editions.questionnaire.digest
    _packs(terminal).install(verified(_reflector(NEW, 2), _kvv()))
    session = _session(terminal)
    assert _asked(session.editions) == "Heb je leningen?"
    session.do(GiveAnswer(LOANS, SingleChoiceAnswer(option=OptionId("no"))))
    assert session.state.packs == (old,)
    assert _asked(_session(terminal, OMAR).editions) == "Heb je schulden?"


def test_a_declared_move_is_an_entry_and_what_was_answered_is_read_in_the_new_words(terminal: TerminalStore) -> None:
    begun = _session(terminal)
    begun.do(GiveAnswer(LOANS, YES))
    old = begun.editions.questionnaire.digest
    _packs(terminal).install(verified(_reflector(NEW, 2, RENAMED), _kvv()))
    session = _session(terminal)
    new = session.editions.questionnaire.digest
    kept = [one.event for one in session.everything()]
    assert [event for event in kept if isinstance(event, WorkMoved)] == [
        WorkMoved(pack=old, to=new, renaming=RENAMED.renaming)
    ]
    assert session.state.reflector.answer(DEBTS) == SingleChoiceAnswer(option=OptionId("some"))
    assert _asked(session.editions) == "Heb je schulden?"
    assert terminal.journal.verify() == ()


def test_he_is_moved_once_and_never_back(terminal: TerminalStore) -> None:
    _session(terminal).do(GiveAnswer(LOANS, YES))
    _packs(terminal).install(verified(_reflector(NEW, 2, RENAMED), _kvv()))
    assert _session(terminal).moves
    session = _session(terminal)
    assert not session.moves
    assert sum(isinstance(one.event, WorkMoved) for one in session.everything()) == 1
    assert session.state.reflector.answer(DEBTS) == SingleChoiceAnswer(option=OptionId("some"))


def test_after_the_move_what_he_said_is_still_told_in_the_words_it_was_said_in(terminal: TerminalStore) -> None:
    _session(terminal).do(GiveAnswer(LOANS, YES))
    _packs(terminal).install(verified(_reflector(NEW, 2, RENAMED), _kvv()))
    told = _told(_session(terminal))
    assert "Heb je leningen? Ja, leningen" in told
    assert "Je gaat verder met vernieuwde vragen" in told


def test_a_migration_from_another_version_moves_nobody(terminal: TerminalStore) -> None:
    _session(terminal).do(GiveAnswer(LOANS, YES))
    other = RENAMED.model_copy(update={"from_version": 2})
    _packs(terminal).install(verified(_reflector(NEW, 3, other), _kvv()))
    assert _asked(_session(terminal).editions) == "Heb je leningen?"


def test_a_move_of_one_pack_leaves_the_others_where_they_are(terminal: TerminalStore) -> None:
    session = _session(terminal)
    session.do(GiveAnswer(LOANS, YES))
    before = session.editions.programme.digest
    _packs(terminal).install(verified(_reflector(NEW, 2, RENAMED), _kvv(2)))
    library = library_of(_packs(terminal))
    state = _session(terminal).state
    assert library.stands_in(REFLECTOR, state) == library.editions(state).questionnaire.digest
    assert library.stands_in(KVV, state) is None
    assert library.editions(state).programme.digest != before


def _named(terminal: TerminalStore) -> frozenset[Digest]:
    return frozenset(fold(terminal.journal.read(SubjectId(SAMIR.detainee))).packs)


def test_a_pack_is_pruned_only_when_nobody_and_no_way_back_needs_it(terminal: TerminalStore) -> None:
    packs = _packs(terminal)
    _session(terminal).do(GiveAnswer(LOANS, YES))
    (first,) = _named(terminal)
    between = a_pack_of(NEW, "reflector", 2)[1].digest
    for version in (2, 3, 4):
        packs.install(verified(_reflector(NEW, version), _kvv()))
    assert packs.prune(_named(terminal)) == 1
    assert first in packs.known()
    assert between not in packs.known()
    assert _asked(_session(terminal).editions) == "Heb je leningen?"
    terminal.journal.erase(SAMIR.detainee)
    assert packs.prune(_named(terminal)) == 1
    assert first not in packs.known()


def test_nothing_is_pruned_that_is_in_use_or_was_before(terminal: TerminalStore) -> None:
    packs = _packs(terminal)
    packs.install(verified(_reflector(NEW, 2), _kvv(2)))
    assert packs.prune(frozenset()) == 0
    assert library_of(packs).editions().questionnaire.definition == NEW


def _hurt(packs: Packs, found: Iterable[Digest], folder: Path) -> None:
    for one in found:
        (folder / "packs" / f"{one}.zip").write_bytes(b"not what it was")
    assert packs.known()


def test_new_packs_that_are_damaged_give_way_to_those_of_before(terminal: TerminalStore) -> None:
    packs = _packs(terminal)
    packs.install(verified(_reflector(NEW, 2), _kvv(2)))
    _hurt(packs, [packs.current()[REFLECTOR]], terminal.path.parent)
    assert library_of(packs).editions().questionnaire.definition == OLD
    assert packs.fell_back
    assert library_of(_packs(open_terminal(terminal.path))).editions().questionnaire.definition == OLD


def test_the_same_release_mends_what_fell_back_and_an_older_one_is_refused(terminal: TerminalStore) -> None:
    packs = _packs(terminal)
    newer = a_release(_reflector(NEW, 2), _kvv(2))
    root = newer.roots[0]
    packs.install(verify_release(newer, trusted_root=root, reference_time=NOON))
    _hurt(packs, packs.current().values(), terminal.path.parent)
    library_of(packs)
    trust = packs.trust()
    assert trust is not None
    with pytest.raises(RollbackError):
        verify_release(a_release(_reflector(OLD, 1)), trusted_root=root, reference_time=NOON, floor=trust[1])
    packs.install(verify_release(newer, trusted_root=root, reference_time=NOON, floor=trust[1]))
    assert not packs.fell_back
    assert library_of(packs).editions().questionnaire.definition == NEW


def test_with_nothing_to_fall_back_on_a_damaged_pack_is_said(terminal: TerminalStore) -> None:
    packs = _packs(terminal)
    _hurt(packs, [packs.current()[KVV]], terminal.path.parent)
    with pytest.raises(StoreError):
        library_of(packs)


def test_who_works_in_a_pack_that_is_damaged_is_shown_the_one_in_use_and_keeps_his_answers(
    terminal: TerminalStore,
) -> None:
    _session(terminal).do(GiveAnswer(LOANS, YES))
    packs = _packs(terminal)
    packs.install(verified(_reflector(NEW, 2), _kvv()))
    _hurt(packs, _named(terminal), terminal.path.parent)
    session = _session(terminal)
    assert _asked(session.editions) == "Heb je schulden?"
    assert session.state.reflector.answer(LOANS) == YES


def test_a_terminal_that_has_not_got_the_newer_pack_goes_on_as_before_and_nothing_is_lost(
    terminal: TerminalStore,
) -> None:
    _session(terminal).do(GiveAnswer(LOANS, YES))
    newer, old = _reflector(NEW, 2, RENAMED), _packs(terminal).current()[REFLECTOR]
    move = WorkMoved(pack=old, to=newer[1].digest, renaming=RENAMED.renaming)
    terminal.journal.append(SubjectId(SAMIR.detainee), (move,), terminal.clock.moment())
    session = _session(terminal)
    assert _asked(session.editions) == "Heb je leningen?"
    assert session.state.reflector.answer(LOANS) == YES
    session.do(GiveAnswer(LOANS, SingleChoiceAnswer(option=OptionId("no"))))
    session.do(FinishTheme(ThemeId("basics")))
    _packs(terminal).install(verified(newer, _kvv()))
    later = _session(terminal)
    assert _asked(later.editions) == "Heb je schulden?"
    assert later.state.reflector.answer(DEBTS) == SingleChoiceAnswer(option=OptionId("no"))


def test_after_falling_back_who_was_moved_answers_in_the_old_pack_and_is_not_asked_for_ever(
    terminal: TerminalStore,
) -> None:
    _session(terminal).do(GiveAnswer(LOANS, YES))
    packs = _packs(terminal)
    packs.install(verified(_reflector(NEW, 2, RENAMED), _kvv()))
    _session(terminal)
    _hurt(packs, [packs.current()[REFLECTOR]], terminal.path.parent)
    session = _session(terminal)
    assert session.state.reflector.answer(LOANS) == YES
    session.do(FinishTheme(ThemeId("basics")))


def test_an_old_release_is_not_loaded_and_what_is_loaded_goes_on(terminal: TerminalStore) -> None:
    years = NOON + timedelta(days=4_000)
    late = a_release(_reflector(NEW, 2), _kvv())
    with pytest.raises(ExpiredError):
        verify_release(late, trusted_root=late.roots[0], reference_time=years)
    terminal.machine.passes(4_000 * 24 * 60 * 60.0)
    session = _session(terminal)
    session.do(GiveAnswer(LOANS, YES))
    assert session.state.reflector.answer(LOANS) == YES


def test_a_pack_that_is_missing_is_named() -> None:
    with pytest.raises(StoreError, match="kvv"):
        Library(_Nothing()).read()


class _Nothing(Packs):
    def __init__(self) -> None:
        """Holds the reflector alone."""

    def current(self) -> dict[object, Digest]:  # type: ignore[override]
        return {REFLECTOR: Digest("00" * 32)}

    def known(self) -> dict[Digest, object]:  # type: ignore[override]
        return {}
