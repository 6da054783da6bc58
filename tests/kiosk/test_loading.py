"""Loading a release on a terminal by its own programs: foreseen in counts, loaded, moved at log-in, pruned at night.

- The terminal is set up by `kiosk provision`; store, signatures and files are real, the clock is this machine's.
- Not here: each rule of a move (test_library.py), each step killed (tests/fault/test_packs_survive.py).
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from content.pack import Pack
from content.release import read_release, write_release
from content.signing import DEVELOPMENT_DAY, DEVELOPMENT_PERIODS, Periods, draw_up
from kiosk.cli import main
from kiosk.settings import PepperPlace, Settings, read_settings
from kiosk.store.errands import Errand, Errands
from kiosk.wiring.courier import PACKS_FOLDER, run_errand
from kiosk.wiring.nightly import keep_up, self_test
from kiosk.wiring.opened import open_store
from kiosk.wiring.sessions import Sessions
from kiosk.wiring.upkeep import provision_terminal
from modules.errors import ExpiredError, PackError, RollbackError, SignatureError, StoreError
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import ItemId, OptionId
from modules.reflector.commands import GiveAnswer
from modules.texts import DUTCH
from sync.provisioning import bundle_raw
from tests.content.made import a_pack, a_pack_of, a_root, signed
from tests.definitions import a_multi_choice, a_programme, a_single_choice, an_option, options
from tests.kiosk.test_library import RENAMED, _questionnaire
from tests.kiosk.test_provision import a_bundle
from tests.makers import OTHER_PERSON, PERSON, a_person

LOANS, INCOME, CAR = ItemId("basics.loans"), ItemId("basics.income"), ItemId("basics.car")
OLD = _questionnaire(a_single_choice(LOANS), a_multi_choice(INCOME), a_single_choice(CAR))
NEW = _questionnaire(
    a_single_choice("basics.debts", options=(an_option("some"), an_option("no"), an_option("unknown"))),
    a_multi_choice(INCOME, options=options("work", "none")),
)
DECLARED = RENAMED.model_copy(update={"lost": (CAR,), "lost_options": {INCOME: (OptionId("benefit"),)}})
PEOPLE = {PERSON: a_person("100234"), OTHER_PERSON: a_person("100235", detainee=OTHER_PERSON)}
SECRETS = ("basics.", "100234", "J. de Vries", PERSON)


def _release(folder: Path, *packs: tuple[bytes, Pack], before: Path | None = None) -> Path:
    earlier = read_release(before) if before else None
    release = signed(
        draw_up(packs, a_root(), earlier, DEVELOPMENT_DAY, DEVELOPMENT_PERIODS), ("author", "approver", "station")
    )
    release = release if earlier else signed(release, ("root_1", "root_2"))
    write_release(folder, release)
    return folder


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return _release(tmp_path / "first", a_pack_of(OLD, "reflector"), a_pack_of(a_programme(), "kvv"))


@pytest.fixture
def settings(tmp_path: Path, first: Path) -> Settings:
    bundle = tmp_path / "bundle.json"
    bundle.write_bytes(bundle_raw(a_bundle()))
    terminal, root = tmp_path / "terminal", first / "metadata/1.root.json"
    provision_terminal(bundle, terminal, first, root, development=True, pepper=PepperPlace.STORE)
    return read_settings(terminal / "terminal.toml")


def _second(first: Path, *declared: bool) -> Path:
    migrations = [DECLARED] if declared else []
    packs = a_pack_of(NEW, "reflector", 2, migrations), a_pack_of(a_programme(), "kvv")
    return _release(first.with_name("second"), *packs, before=first)


def _begins(settings: Settings) -> None:
    store = open_store(settings)
    sessions = Sessions(store)
    one, session = (sessions.open(person) for person in PEOPLE.values())
    for each in (one, session):
        each.begin(DUTCH)
        each.do(GiveAnswer(LOANS, SingleChoiceAnswer(option=OptionId("yes"))))
    session.do(GiveAnswer(INCOME, MultiChoiceAnswer(options=(OptionId("work"), OptionId("benefit")))))
    session.do(GiveAnswer(CAR, SingleChoiceAnswer(option=OptionId("no"))))
    store.vault.close()


def _kiosk(settings: Settings, *words: str) -> int:
    return main(["install-pack", "--settings", str(settings.store.path.with_name("terminal.toml")), *words])


def _prompts(settings: Settings) -> list[str]:
    store = open_store(settings)
    session = Sessions(store).open(PEOPLE[PERSON])
    session.begin(DUTCH)
    store.vault.close()
    return [str(item.id) for item in session.editions.questionnaire.definition.items()]


def test_a_dry_run_says_in_counts_what_would_be_lost_and_changes_nothing(
    settings: Settings, first: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _begins(settings)
    before = settings.store.path.read_bytes()
    assert _kiosk(settings, str(_second(first, True)), "--dry-run") == 0
    said = capsys.readouterr().out
    assert said == "reflector 1 to 2: 2 people go on in 2; answers: 2 whole, 1 in part, 1 lost\n"
    assert not [secret for secret in SECRETS if secret in said]
    assert settings.store.path.read_bytes() == before
    assert _prompts(settings)[0] == LOANS


def test_without_a_declaration_a_dry_run_says_who_stays_and_they_do(
    settings: Settings, first: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _begins(settings)
    second = _second(first)
    _kiosk(settings, str(second), "--dry-run")
    assert capsys.readouterr().out == "reflector 1 to 2: 2 people stay in 1 to their end\n"
    assert _kiosk(settings, str(second)) == 0
    assert _prompts(settings)[0] == LOANS


def test_where_nobody_has_begun_a_dry_run_says_so(
    settings: Settings, first: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _kiosk(settings, str(_second(first, True)), "--dry-run")
    assert capsys.readouterr().out == "nobody works in an older version of these packs\n"


def test_what_was_foreseen_is_what_comes_of_it(settings: Settings, first: Path) -> None:
    _begins(settings)
    assert _kiosk(settings, str(_second(first, True))) == 0
    store = open_store(settings)
    session = Sessions(store).open(PEOPLE[OTHER_PERSON])
    session.begin(DUTCH)
    reflector = session.state.reflector
    assert reflector.answer(ItemId("basics.debts")) == SingleChoiceAnswer(option=OptionId("some"))
    assert reflector.answer(INCOME) == MultiChoiceAnswer(options=(OptionId("work"),))
    assert not reflector.is_passed(CAR)
    store.vault.close()


def _of_another_desk(second: Path) -> None:
    (second / "packs/reflector.zip").write_bytes(a_pack_of(NEW, "reflector", 2)[0])


def _once_signed(second: Path) -> None:
    packs = a_pack_of(NEW, "reflector", 2), a_pack_of(a_programme(), "kvv")
    drawn = draw_up(packs, a_root(), read_release(second), DEVELOPMENT_DAY, DEVELOPMENT_PERIODS)
    write_release(second, signed(drawn, ("author", "station")))


def _over(second: Path) -> None:
    packs = a_pack_of(NEW, "reflector", 2), a_pack_of(a_programme(), "kvv")
    drawn = draw_up(packs, a_root(), read_release(second), DEVELOPMENT_DAY, Periods())
    write_release(second, signed(drawn, ("author", "approver", "station")))


def _hostile_and_signed(second: Path) -> None:
    raw, pack = a_pack_of(NEW, "reflector", 2)
    packs = (raw + b"more", pack), a_pack_of(a_programme(), "kvv")
    drawn = draw_up(packs, a_root(), read_release(second), DEVELOPMENT_DAY, DEVELOPMENT_PERIODS)
    write_release(second, signed(drawn, ("author", "approver", "station")))


@pytest.mark.parametrize(
    ("harm", "refused"),
    [
        (_of_another_desk, SignatureError),
        (_once_signed, SignatureError),
        (_over, ExpiredError),
        (_hostile_and_signed, PackError),
    ],
)
def test_what_is_not_to_be_trusted_is_not_loaded_and_leaves_nothing_behind(
    settings: Settings, first: Path, harm: Callable[[Path], None], refused: type[Exception]
) -> None:
    second, folder = _second(first, True), settings.store.packs
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    harm(second)
    with pytest.raises(refused):
        _installed(settings, second)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert _prompts(settings)[0] == LOANS


def test_an_older_release_is_refused_after_a_newer_one(settings: Settings, first: Path) -> None:
    _installed(settings, _second(first, True))
    with pytest.raises(RollbackError):
        _installed(settings, first)
    assert _prompts(settings)[0] == "basics.debts"


def _installed(settings: Settings, release: Path) -> None:
    from kiosk.wiring.upkeep import install_release  # noqa: PLC0415  what the verb calls, without its exit code

    install_release(settings, release)


def test_packs_this_program_cannot_use_are_not_used_and_the_self_test_says_so(settings: Settings, first: Path) -> None:
    wrong = _release(first.with_name("wrong"), a_pack("kvv", 2), a_pack_of(OLD, "reflector"), before=first)
    with pytest.raises(StoreError, match="cannot use"):
        _installed(settings, wrong)
    assert _prompts(settings)[0] == LOANS
    assert not dict(self_test(settings))["content"]
    mended = a_pack_of(OLD, "reflector"), a_pack_of(a_programme(), "kvv", 3)
    _installed(settings, _release(first.with_name("mended"), *mended, before=wrong))
    assert dict(self_test(settings))["content"]


def test_staff_load_content_from_the_medium_at_the_screen(settings: Settings, first: Path) -> None:
    courier = settings.courier.model_copy(update={"medium": first.with_name("medium")})
    settings = settings.model_copy(update={"courier": courier})
    store = open_store(settings)
    errands = Errands(store.vault)
    settings.courier.medium.mkdir()
    place = settings.courier.medium / PACKS_FOLDER
    shutil.copytree(_second(first, True), place)
    errands.ask(Errand.PACKS)
    run_errand(settings, store)
    told = errands.last()
    assert told is not None
    assert (told.outcome, told.count) == ("done", 2)
    shutil.rmtree(place)
    shutil.copytree(first, place)
    errands.ask(Errand.PACKS)
    run_errand(settings, store)
    told = errands.last()
    assert told is not None
    assert told.outcome == "failed"
    assert store.packs.known()[store.packs.current()["reflector"]] == ("reflector", 2)  # type: ignore[index]


def test_by_night_old_content_goes_only_once_nobody_needs_it(settings: Settings, first: Path) -> None:
    _begins(settings)
    release = first
    for version in (2, 3, 4):
        packs = a_pack_of(NEW, "reflector", version), a_pack_of(a_programme(), "kvv")
        release = _release(first.with_name(f"v{version}"), *packs, before=release)
        _installed(settings, release)
    keep_up(settings)
    store = open_store(settings)
    kept = sorted(version for pack, version in store.packs.known().values() if pack == "reflector")
    store.vault.close()
    assert kept == [1, 3, 4]
    assert _prompts(settings)[0] == LOANS
