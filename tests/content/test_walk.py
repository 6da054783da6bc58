"""The walk: shipped packs are clean; each planted dead end is found, and the way to it is named."""

from pathlib import Path

import pytest

from content import ways
from content.answering import choices
from content.cli import main
from content.source import PACK_FILE, SOURCES, read_draft
from content.walk import Walked, walk
from modules.exercises.checklist import Checklist
from modules.exercises.multi_choice import MultiChoice
from modules.exercises.scenario import Scenario, ScenarioScene, Way
from modules.exercises.shared import Option
from modules.ids import ItemId, OptionId
from modules.texts import dutch_text
from tests.house.tree import ROOT

PACKS = sorted(path.parent for path in SOURCES.glob(f"*/{PACK_FILE}"))
HEAD = """\
format: kvv-pack/1
id: kvv
type: kvv
version: 1
title: Kies
plan:
  title: Mijn plan
  statement: Dit is mijn plan.
  parts: [{part: goals, title: Doelen, who_sees: Jij}]
  after_signing: Je mentor leest het.
modules: [m1.yaml, m2.yaml]
"""
MODULE = "id: {id}\nnumber: 1\ntitle: Kijken\ngoal: Even kijken.\nminutes: 20\n"
GATE = "{id: yes, text: Ja}, {id: no, text: Nee}, {id: unknown, text: Weet ik niet}"
ASKS = f"  - {{id: m1.debts, kind: single_choice, prompt: Schulden?, options: [{GATE}]}}\n"
SECOND = "exercises:\n  - {id: m2.end, kind: summary, prompt: Klaar, shows: []}\n"
RULER = "  - {{id: {id}, kind: ruler, prompt: Hoe zwaar?, low: Licht, high: Zwaar, show_if: {asked}}}\n"


def _ruler(item: str, asked: str) -> str:
    return RULER.format(id=item, asked=asked)


def _walk(folder: Path, first: str, second: str = SECOND, opens: str = "") -> Walked:
    (folder / PACK_FILE).write_text(HEAD, encoding="utf-8")
    (folder / "m1.yaml").write_text(f"{MODULE.format(id='m1')}exercises:\n{first}", encoding="utf-8")
    (folder / "m2.yaml").write_text(f"{MODULE.format(id='m2')}{opens}{second}", encoding="utf-8")
    draft = read_draft(folder)
    assert draft.findings == ()
    return walk(draft)


def _told(walked: Walked) -> list[tuple[str, str]]:
    return [(finding.code, finding.what) for finding in walked.findings]


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_a_shipped_pack_is_walked_whole_with_every_condition_seen_both_ways(folder: Path) -> None:
    walked = walk(read_draft(folder))
    assert _told(walked) == []
    assert walked.shown == walked.items


def test_a_contradiction_names_the_nearest_way_and_what_is_missing_on_it(tmp_path: Path) -> None:
    both = "{all: [{item: m1.debts, is: [yes]}, {not: {item: m1.debts, is: [yes, unknown]}}]}"
    walked = _walk(tmp_path, ASKS + _ruler("m1.weight", both))
    code, what = _told(walked)[0]
    assert code == "never-shown"
    assert what.startswith("m1.weight: m1.debts=skipped, and there m1.debts=yes does not hold")
    assert walked.findings[0].place == "m1.yaml:8"


def test_what_is_behind_a_closed_door_is_not_answered(tmp_path: Path) -> None:
    first = ASKS + (
        f"  - {{id: m1.letters, kind: single_choice, prompt: Brieven?, options: [{GATE}],"
        " show_if: {item: m1.debts, is: [yes]}}\n"
    )
    behind = "{all: [{item: m1.debts, is: [no]}, {item: m1.letters, is: [yes]}]}"
    walked = _walk(tmp_path, first + _ruler("m1.weight", behind))
    assert [code for code, _ in _told(walked)] == ["never-shown"]


def test_a_condition_that_always_holds_is_found(tmp_path: Path) -> None:
    always = "{any: [{item: m1.debts, is: [yes]}, {not: {item: m1.debts, is: [yes]}}]}"
    assert ("always-shown", "m1.weight: m1.debts=skipped, and on every other way too") in _told(
        _walk(tmp_path, ASKS + _ruler("m1.weight", always))
    )


def test_a_part_that_decides_nothing_is_found(tmp_path: Path) -> None:
    never = "{all: [{fact: vris}, {not: {fact: vris}}]}"
    asked = f"{{any: [{{item: m1.debts, is: [yes]}}, {never}]}}"
    (code, what), *more = _told(_walk(tmp_path, ASKS + _ruler("m1.weight", asked)))
    assert (code, more) == ("part-idle", [])
    assert what.startswith("m1.weight: (vris and not vris) never holds")


def test_a_fact_is_tried_both_ways(tmp_path: Path) -> None:
    first = _ruler("m1.city", "{not: {fact: vris}}") + _ruler("m1.home", "{fact: vris}")
    walked = _walk(tmp_path, first)
    assert (_told(walked), walked.shown, walked.ways) == ([], 3, 2)


def test_a_module_with_nothing_to_show_names_for_whom(tmp_path: Path) -> None:
    assert _told(_walk(tmp_path, ASKS + _ruler("m1.more", "{item: m1.debts, is: [no]}"))) == []
    told = _told(_walk(tmp_path, _ruler("m1.city", "{not: {fact: vris}}")))
    assert told == [("nothing-shown", "m1: vris")]


def test_a_module_that_never_opens_is_found(tmp_path: Path) -> None:
    assert _told(_walk(tmp_path, ASKS, opens="opens_after: [m2]\n")) == [("never-opened", "m2 waits for m2")]


def test_a_scene_that_no_choice_leads_to_is_found(tmp_path: Path) -> None:
    way = "{{id: {0}1, text: Mee, outcome: Laat.}}, {{id: {0}2, text: Niet, outcome: Rustig.}}"
    scenes = ", ".join(f"{{id: {name}, text: Kijk., options: [{way.format(name)}]}}" for name in ("a", "b"))
    walked = _walk(tmp_path, f"  - {{id: m1.call, kind: scenario, prompt: Bellen, scenes: [{scenes}]}}\n")
    assert _told(walked) == [("scene-unreached", "m1.call: no choice leads to b")]
    assert walked.scenes == 1


def test_a_summary_that_shows_what_nobody_answers_is_found(tmp_path: Path) -> None:
    first = _ruler("m1.city", "{not: {fact: vris}}") + (
        "  - {id: m1.end, kind: summary, prompt: Klaar, shows: [m1.city], show_if: {fact: vris}}\n"
    )
    told = _told(_walk(tmp_path, first))
    assert told == [("summary-empty", "m1.end shows m1.city; nobody who sees it was asked that")]
    card = "  - {id: m1.card, kind: info_card, prompt: Kijk, body: [Zo is het.]}\n"
    end = "  - {id: m1.end, kind: summary, prompt: Klaar, shows: [m1.card]}\n"
    told = _told(_walk(tmp_path, card + end))
    assert told == [("summary-empty", "m1.end shows m1.card, which nobody ever answers")]


def test_a_group_that_is_too_large_is_said_and_never_taken_for_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "MOST_WAYS", 3)
    walked = _walk(tmp_path, ASKS + _ruler("m1.weight", "{item: m1.debts, is: [yes, no, unknown]}"))
    assert [code for code, _ in _told(walked)] == ["walk-large"]


def test_the_program_prints_what_was_reached_and_refuses_a_dead_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["walk", str(ROOT / "content" / "packs" / "start")]) == 0
    assert "5 of 5 items shown" in capsys.readouterr().out
    _walk(tmp_path, ASKS, opens="opens_after: [m2]\n")
    assert main(["walk", str(tmp_path)]) == 1
    assert "[never-opened]" in capsys.readouterr().out


def test_an_answer_keeps_the_rule_of_its_kind() -> None:
    a, b, c = (Option(id=OptionId(name), text=dutch_text(name)) for name in "abc")
    text = dutch_text("Kijk")
    most = MultiChoice(id=ItemId("m1.a"), prompt=text, options=(a, b, c), most=2)
    assert frozenset("abc") not in choices(most, set(most_ids := [a.id, b.id, c.id]), 99)
    assert len(choices(most, set(most_ids), 99)) == 7
    check = Checklist(id=ItemId("m1.b"), prompt=text, things=(c,), states=(a, b), helpers=(c,), asks_who=(a.id,))
    assert set(choices(check, {a.id, b.id, c.id}, 99)) == {frozenset(), *map(frozenset, ("a", "b", "ac"))}
    ways_out = tuple(Way(id=OptionId(name), text=text, outcome=text) for name in ("x", "y"))
    scenario = Scenario(
        id=ItemId("m1.c"), prompt=text, scenes=(ScenarioScene(id=OptionId("s"), text=text, options=ways_out),)
    )
    assert set(choices(scenario, {OptionId("x"), OptionId("y")}, 99)) == {frozenset(), *map(frozenset, "xy")}
