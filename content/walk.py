"""The walk: every question asked, every condition seen true and seen false, or a finding that names the way; pure.

- Items that hang together by conditions or facts make a group; answers are tried in the order of asking.
- What is not shown is not answered. Each fact, such as `vris`, is tried both ways.
- A group of more ways than `MOST_WAYS` is not walked, and that is said; it is never taken for clean.
- It proves what SETTLED 30 says, and no more: not every path, and not that a text makes sense.
- Not here: the options an answer can choose (answering.py), and wrong names in conditions (lint.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from content.findings import Finding
from content.localise import Location
from content.source import Draft
from content.ways import MOST_WAYS, Way, missing, names, parts, said_of, ways_through
from modules.definition.kvv_module import KvvProgramme
from modules.definition.questionnaire import Questionnaire
from modules.definition.start import StartModules
from modules.exercises import AnyExercise
from modules.exercises.info_card import InfoCard
from modules.exercises.scenario import Scenario
from modules.exercises.signature import SignatureStep
from modules.exercises.summary import Summary
from modules.ids import OptionId


@dataclass(frozen=True, slots=True)
class Asked:
    """One item, where it stands, and the theme or module it is in."""

    item: AnyExercise
    location: Location
    owner: str


@dataclass(slots=True)
class Walked:
    """What a walk reached, and what it found."""

    items: int = 0
    shown: int = 0
    scenes: int = 0
    conditions: int = 0
    ways: int = 0
    never: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def __str__(self) -> str:
        """Gives what was reached, in a line."""
        reached = f"{self.shown} of {self.items} items shown, {self.scenes} scenes reached"
        return f"{reached}, {self.conditions} conditions, {self.ways:,} ways, {len(self.findings)} findings"


def walk(draft: Draft) -> Walked:
    """Gives what a walk through every group of a draft reaches and finds; a draft with errors may have no items."""
    asked = _asked(draft)
    conditional = _conditional(asked)
    walked = Walked(items=len(asked))
    for group in _groups(asked, conditional):
        ways = ways_through([one.item for one in group])
        if ways is None:
            what = f"{group[0].item.id} and {len(group) - 1} more hang together in over {MOST_WAYS:,} ways"
            walked.findings.append(Finding(draft.place(group[0].location), "walk-large", what))
            continue
        walked.ways += len(ways) if len(group) > 1 else 0
        _judge(draft, group, ways, walked)
        walked.findings += _empty(draft, group, ways, conditional)
    for one in asked:
        if isinstance(one.item, Scenario):
            _walk_scenes(draft, one, one.item, walked)
    walked.findings += [*_answerless(draft, asked, walked.never), *_never_opened(draft)]
    walked.findings.sort()
    return walked


def _asked(draft: Draft) -> list[Asked]:
    definition = draft.definition
    if isinstance(definition, Questionnaire):
        return [
            Asked(item, ("themes", number, "items", index), theme.id)
            for number, theme in enumerate(definition.themes)
            for index, item in enumerate(theme.items)
        ]
    modules = definition.modules if isinstance(definition, KvvProgramme | StartModules) else ()
    return [
        Asked(item, ("modules", number, "exercises", index), module.id)
        for number, module in enumerate(modules)
        for index, item in enumerate(module.exercises)
    ]


def _groups(asked: Sequence[Asked], conditional: AbstractSet[str]) -> Iterator[list[Asked]]:
    """Gives the items that hang together, each group in the order of asking."""
    groups: list[tuple[set[str], list[Asked]]] = []
    for one in asked:
        own = {one.item.id, *names(one.item.show_if)}
        own |= {f"all of {one.owner}"} if one.owner in conditional else set()
        joined = [group for group in groups if group[0] & own]
        groups = [group for group in groups if group not in joined]
        groups.append(
            (own.union(*(group[0] for group in joined)), [*(each for _, held in joined for each in held), one])
        )
    order = {one.item.id: index for index, one in enumerate(asked)}
    for _, group in groups:
        yield sorted(group, key=lambda one: order[one.item.id])


def _conditional(asked: Iterable[Asked]) -> set[str]:
    """Gives the themes or modules of which every item has a condition."""
    seen = list(asked)
    return {one.owner for one in seen} - {one.owner for one in seen if one.item.show_if is None}


def _judge(draft: Draft, group: Sequence[Asked], ways: Sequence[Way], walked: Walked) -> None:
    """Adds what the ways of one group reach and find."""
    for one in group:
        place = draft.place((*one.location, "show_if"))
        shown = one.item.show_if is None or any(way.shows(one.item) for way in ways)
        walked.shown += shown
        if shown:
            walked.findings += _one_sided(one.item, ways, place)
            walked.findings += _hidden_in_summary(draft, one, group, ways)
        else:
            walked.never.add(one.item.id)
            walked.findings.append(Finding(place, "never-shown", f"{one.item.id}: {_nearest(one.item, ways)}"))
        walked.conditions += len(set(parts(one.item.show_if)))


def _empty(
    draft: Draft, group: Sequence[Asked], ways: Sequence[Way], conditional: AbstractSet[str]
) -> Iterator[Finding]:
    """Finds themes and modules in which every item has a condition, and a way on which none holds."""
    for owner in sorted({one.owner for one in group} & conditional):
        own = [one for one in group if one.owner == owner]
        empty = next((way for way in ways if not any(way.shows(one.item) for one in own)), None)
        if empty is not None:
            yield Finding(draft.place(own[0].location[:2]), "nothing-shown", f"{owner}: {empty}")


def _one_sided(item: AnyExercise, ways: Sequence[Way], place: str) -> Iterator[Finding]:
    """Finds a condition that always holds, and parts of one that always or never do."""
    for part in dict.fromkeys(parts(item.show_if)):
        seen = {way.sees(part) for way in ways}
        if len(seen) == 2:  # noqa: PLR2004  true and false
            continue
        if part == item.show_if:
            yield Finding(place, "always-shown", f"{item.id}: {ways[0]}, and on every other way too")
        else:
            often = "always" if True in seen else "never"
            yield Finding(place, "part-idle", f"{item.id}: {said_of(part)} {often} holds, such as on: {ways[-1]}")


def _nearest(item: AnyExercise, ways: Sequence[Way]) -> str:
    """Gives the way that comes nearest to an item that is never shown, and what is missing on it."""
    way = min(ways, key=lambda way: len(missing(item.show_if, way)))
    return f"{way}, and there {' and '.join(missing(item.show_if, way))}"


def _hidden_in_summary(draft: Draft, one: Asked, group: Sequence[Asked], ways: Sequence[Way]) -> Iterator[Finding]:
    """Finds what a summary shows and was never asked of anybody who sees that summary."""
    shows = one.item.shows if isinstance(one.item, Summary) else ()
    for each in (each.item for each in group if each.item.id in shows):
        if not any(way.shows(one.item) and way.shows(each) for way in ways):
            place = draft.place((*one.location, "shows"))
            yield Finding(place, "summary-empty", f"{one.item.id} shows {each.id}; nobody who sees it was asked that")


def _walk_scenes(draft: Draft, one: Asked, scenario: Scenario, walked: Walked) -> None:
    """Adds the scenes of a scenario that some choice leads to; the first is where it begins."""
    reached, todo = set[OptionId](), [scenario.scenes[0].id]
    while todo:
        scene = scenario.scene(todo.pop())
        if scene is not None and scene.id not in reached:
            reached.add(scene.id)
            todo += [way.leads_to for way in scene.options if way.leads_to is not None]
    walked.scenes += len(reached)
    for index, scene in enumerate(scenario.scenes):
        if scene.id not in reached:
            place = draft.place((*one.location, "scenes", index))
            walked.findings.append(Finding(place, "scene-unreached", f"{one.item.id}: no choice leads to {scene.id}"))


def _answerless(draft: Draft, asked: Sequence[Asked], never: AbstractSet[str]) -> Iterator[Finding]:
    """Finds what a summary shows and nobody can ever have answered."""
    without = never | {one.item.id for one in asked if isinstance(one.item, InfoCard | Summary | SignatureStep)}
    for one in asked:
        for shown in one.item.shows if isinstance(one.item, Summary) else ():
            if shown in without:
                place = draft.place((*one.location, "shows"))
                yield Finding(place, "summary-empty", f"{one.item.id} shows {shown}, which nobody ever answers")


def _never_opened(draft: Draft) -> Iterator[Finding]:
    """Finds modules that nobody ever gets to, because one before them never opens."""
    definition = draft.definition
    modules = definition.modules if isinstance(definition, KvvProgramme | StartModules) else ()
    opened: set[str] = set()
    for _ in modules:
        opened |= {module.id for module in modules if opened.issuperset(module.opens_after)}
    for index, module in enumerate(modules):
        if module.id not in opened:
            shut = ", ".join(sorted(set(module.opens_after) - opened))
            yield Finding(draft.place(("modules", index)), "never-opened", f"{module.id} waits for {shut}")
