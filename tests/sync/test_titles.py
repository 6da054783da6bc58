"""The gateway with content packs: pages speak of themes, modules and questions by their names, never by ids."""

from pathlib import Path

import pytest

from content.cli import main as packs
from modules.events import MentorQuestionAsked, ModuleStarted, SessionStarted, SharedAnswer, ThemeFinished
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import ItemId, ModuleId, OptionId, ThemeId
from modules.plan.terms import Terms
from modules.texts import DUTCH
from sync.gateway.due import Watch
from sync.gateway.person_page import Around, person_page
from sync.gateway.wiring import open_gateway
from sync.policy import Pace
from tests.definitions import KVV_PACK, PACK
from tests.line import a_gateway

ASKED = MentorQuestionAsked(
    pack=KVV_PACK,
    module=ModuleId("m8"),
    shared=(SharedAnswer(item=ItemId("m8.talk_with"), answer=SingleChoiceAnswer(option=OptionId("mentor"))),),
    question=OptionId("feasible"),
)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    assert packs(["build-all", "--out", str(folder / "packs"), "--keys", str(folder / "keys")]) == 0
    return folder / "packs"


def test_a_page_speaks_by_the_names_of_the_packs(tmp_path: Path, release: Path) -> None:
    with a_gateway(tmp_path / "gateway", packs=str(release)) as opened:
        assert opened.gateway.titles_missing == ""
        person, (terminal,) = opened.roster.people[0], opened.terminals
        finished = ThemeFinished(pack=PACK, theme=ThemeId("basics"), answered=9, skipped=1)
        started = ModuleStarted(pack=KVV_PACK, module=ModuleId("m8"))
        terminal.write(person.detainee, SessionStarted(language=DUTCH), finished, started, ASKED)
        terminal.courier(opened.carrier()).round(Pace())
        watch = Watch(opened.gateway.clock.now_ms(), Terms())
        around = Around(opened.roster, opened.gateway.titles, {}, (), None, watch, opened.roster.staff[0])
        model = person_page(person, opened.gateway.plans.of(person.detainee), around)
    assert next((step.title, step.word) for step in model.themes) == ("Mijn basis", "klaar, 1 overgeslagen")
    assert {step.word for step in model.themes[1:]} == {"nog niet"}
    assert ("8. Mijn plan", "bezig") in [(step.title, step.word) for step in model.modules]
    assert model.asks == ("Is mijn plan haalbaar, denk je?",)
    assert "Met mijn mentor" in model.talk[0].words[1]
    assert [(line.label, line.values[0].text) for line in model.shared] == [
        ("Met wie wil je eerst over je plan praten?", "Met mijn mentor")
    ]


@pytest.mark.parametrize("spoiled", ["metadata/1.root.json", "metadata/targets.json", "packs/kvv.zip"])
def test_a_release_that_is_not_whole_leaves_the_pages_with_ids_and_says_why(
    tmp_path: Path, release: Path, spoiled: str
) -> None:
    folder = tmp_path / "spoiled"
    for path in release.rglob("*"):
        if path.is_file():
            copy = folder / path.relative_to(release)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (folder / spoiled).write_bytes(b"spoiled")
    with a_gateway(tmp_path / "gateway", packs=str(folder)):
        again = open_gateway(tmp_path / "gateway")
        assert again.titles_missing
        assert again.titles.module(ModuleId("m8")) == "m8"
        again.close()


def test_a_release_that_is_not_there_is_told(tmp_path: Path) -> None:
    with a_gateway(tmp_path / "gateway", packs=str(tmp_path / "nowhere")) as opened:
        assert "nowhere" in opened.gateway.titles_missing
