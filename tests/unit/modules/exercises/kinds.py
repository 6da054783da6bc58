"""The kinds that are told, placed or filled in: one definition each, the answers it takes, and those it refuses.

- Not here: the tests on them (test_checks.py, test_told_placed_filled_in.py).
"""

from typing import Any

from modules.exercises import Answer, AnyExercise
from modules.exercises.balance import MOST_ON_A_TRAY, Balance, BalanceAnswer, Tray
from modules.exercises.chain import LINKS, Chain, ChainAnswer, Link, Links
from modules.exercises.checklist import Checklist, ChecklistAnswer
from modules.exercises.date import Date, DateAnswer
from modules.exercises.network_map import NetworkMap, NetworkMapAnswer
from modules.exercises.number import Number, NumberAnswer
from modules.exercises.ranking import Ranking, RankingAnswer
from modules.exercises.scenario import Scenario, ScenarioAnswer, ScenarioScene, Way
from modules.exercises.shared import Said
from modules.exercises.short_text import ShortText, ShortTextAnswer
from modules.exercises.story import Scene, Story, StoryAnswer
from modules.ids import ItemId, OptionId
from tests.definitions import an_option, options, text


def some(*ids: str) -> tuple[OptionId, ...]:
    """Gives option ids."""
    return tuple(map(OptionId, ids))


def said(option: str) -> Said:
    """Gives an option as what was said."""
    return Said(option=OptionId(option))


def pairs(**chosen: str) -> dict[OptionId, OptionId]:
    """Gives what stands where."""
    return {OptionId(one): OptionId(other) for one, other in chosen.items()}


def a_story(**fields: Any) -> Story:
    """Gives a story of one scene that takes one option."""
    scenes, offered = (Scene(text=text("Sam komt thuis.")),), options("tired", "glad", "other")
    told = {"prompt": text("Sam"), "scenes": scenes, "question": text("Wat herken je?"), "options": offered}
    return Story(**{"id": ItemId("m2.story"), **told, **fields})


def a_ranking(**fields: Any) -> Ranking:
    """Gives a ranking of two places."""
    offered = {"prompt": text("Wat eerst?"), "options": options("work", "rest", "home"), "places": 2}
    return Ranking(**{"id": ItemId("m2.ranking"), **offered, **fields})


def a_balance(**fields: Any) -> Balance:
    """Gives a balance of two cards a tray."""
    stay = Tray(title=text("zo blijven"), question=text("Wat is er fijn?"), cards=options("quiet", "known"))
    change = Tray(title=text("anders"), question=text("Wat win je?"), cards=options("proud", "longer"))
    return Balance(**{"id": ItemId("m3.balance"), "prompt": text("Opstaan"), "stay": stay, "change": change, **fields})


def a_chain(**fields: Any) -> Chain:
    """Gives a chain of two options a link."""
    links = {
        link: Link(title=text(link), question=text(f"{link}?"), options=options(f"{link}_a", f"{link}_b"))
        for link in LINKS
    }
    return Chain(**{"id": ItemId("m4.chain"), "prompt": text("Zo gaat het"), "links": Links(**links), **fields})


def a_network_map(**fields: Any) -> NetworkMap:
    """Gives three people and the rings."""
    offered = {"people": options("mother", "friend", "trainer"), "rings": options("close", "sometimes", "far")}
    return NetworkMap(**{"id": ItemId("m5.network"), "prompt": text("Wie zijn er?"), **offered, **fields})


def a_way(way: str, leads_to: str | None = None) -> Way:
    """Gives something to do."""
    target = OptionId(leads_to) if leads_to else None
    return Way(id=OptionId(way), text=text(way), outcome=text(f"na {way}"), leads_to=target)


def a_scenario(**fields: Any) -> Scenario:
    """Gives a scenario of two scenes; only `go` leads to the second."""
    ways = (a_way("go", "late"), a_way("no"))
    first = ScenarioScene(id=OptionId("call"), text=text("De telefoon gaat."), options=ways)
    second = ScenarioScene(id=OptionId("late"), text=text("Het is laat."), options=(a_way("bus"), a_way("walk")))
    return Scenario(**{"id": ItemId("m5.call"), "prompt": text("Een vriend"), "scenes": (first, second), **fields})


def a_checklist(**fields: Any) -> Checklist:
    """Gives two things, two states, and a helper asked at `todo`."""
    offered = {
        "things": options("card", "rent"),
        "states": (an_option("done", "geregeld"), an_option("todo", "nog doen")),
        "helpers": (an_option("ric", "het RIC", en="the RIC"),),
        "asks_who": some("todo"),
    }
    return Checklist(**{"id": ItemId("m7.list"), "prompt": text("Wat is geregeld?"), **offered, **fields})


def a_short_text(**fields: Any) -> ShortText:
    """Gives a text of at most 20 letters."""
    return ShortText(**{"id": ItemId("m2.day"), "prompt": text("Een fijne dag"), "most": 20, **fields})


def a_number(**fields: Any) -> Number:
    """Gives a number of people from 2 to 40."""
    bounds = {"least": 2, "most": 40, "unit": text("mensen", en="people"), "unknown": text("weet ik niet")}
    return Number(**{"id": ItemId("m5.count"), "prompt": text("Hoeveel?"), **bounds, **fields})


def a_date(**fields: Any) -> Date:
    """Gives a day in 2023 to 2026."""
    bounds = {"precision": "day", "first_year": 2023, "last_year": 2026, "unknown": text("weet ik niet")}
    return Date(**{"id": ItemId("m7.when"), "prompt": text("Wanneer?"), **bounds, **fields})


OWN = Said(own="omdat ik dat wil")
MANY = tuple(Said(own=f"reden {number}") for number in range(MOST_ON_A_TRAY))

TAKEN: list[tuple[AnyExercise, Answer]] = [
    (a_story(), StoryAnswer(options=some("glad"))),
    (a_story(most=2), StoryAnswer(options=some("glad", "tired"))),
    (a_story(), StoryAnswer(options=())),
    (a_ranking(), RankingAnswer(order=some("rest", "work"))),
    (a_ranking(), RankingAnswer(order=())),
    (a_balance(), BalanceAnswer()),
    (a_balance(), BalanceAnswer(stay=(said("quiet"),), change=(OWN, said("proud")))),
    (a_balance(), BalanceAnswer(change=MANY)),
    (a_chain(), ChainAnswer(result=said("result_b"))),
    (a_chain(), ChainAnswer(situation=OWN, thought=said("thought_a"))),
    (a_network_map(), NetworkMapAnswer(placed={})),
    (a_network_map(), NetworkMapAnswer(placed=pairs(mother="close", friend="close"))),
    (a_scenario(), ScenarioAnswer(path=some("no"))),
    (a_scenario(), ScenarioAnswer(path=some("go"))),
    (a_scenario(), ScenarioAnswer(path=some("go", "walk"))),
    (a_checklist(), ChecklistAnswer(states={})),
    (a_checklist(), ChecklistAnswer(states=pairs(card="todo", rent="done"), helpers=pairs(card="ric"))),
    (a_short_text(), ShortTextAnswer(words="koffie in de zon")),
    (a_number(), NumberAnswer(value=2)),
    (a_number(), NumberAnswer(value=40)),
    (a_number(), NumberAnswer(unknown=True)),
    (a_number(unknown=None), NumberAnswer()),
    (a_date(), DateAnswer(year=2024, month=2, day=29)),
    (a_date(), DateAnswer(year=2023)),
    (a_date(), DateAnswer(year=None)),
]
REFUSED: list[tuple[AnyExercise, Answer, str]] = [
    (a_story(), StoryAnswer(options=some("sad")), "does not offer"),
    (a_story(), StoryAnswer(options=some("glad", "tired")), "more options"),
    (a_ranking(), RankingAnswer(order=some("money")), "does not offer"),
    (a_ranking(), RankingAnswer(order=some("rest", "rest")), "twice"),
    (a_ranking(), RankingAnswer(order=some("rest", "work", "home")), "more options"),
    (a_balance(), BalanceAnswer(stay=(said("proud"),)), "does not offer"),
    (a_balance(), BalanceAnswer(change=(said("proud"), said("proud"))), "twice"),
    (a_balance(own_words=False), BalanceAnswer(stay=(OWN,)), "own words"),
    (a_chain(), ChainAnswer(), "no link"),
    (a_chain(), ChainAnswer(thought=said("result_a")), "does not offer"),
    (a_chain(own_words=False), ChainAnswer(feeling=OWN), "own words"),
    (a_network_map(), NetworkMapAnswer(placed=pairs(boss="close")), "does not offer"),
    (a_network_map(), NetworkMapAnswer(placed=pairs(mother="away")), "does not offer"),
    (a_scenario(), ScenarioAnswer(path=some("walk")), "does not offer"),
    (a_scenario(), ScenarioAnswer(path=some("no", "walk")), "does not offer"),
    (a_checklist(), ChecklistAnswer(states=pairs(boat="done")), "does not offer"),
    (a_checklist(), ChecklistAnswer(states=pairs(card="lost")), "does not offer"),
    (a_checklist(), ChecklistAnswer(states=pairs(card="todo"), helpers=pairs(card="uncle")), "does not offer"),
    (a_checklist(), ChecklistAnswer(states=pairs(card="done"), helpers=pairs(card="ric")), "none is asked"),
    (a_short_text(), ShortTextAnswer(words="een heel lange dag aan zee"), "longer"),
    (a_number(), NumberAnswer(value=1), "out of the bounds"),
    (a_number(), NumberAnswer(value=41), "out of the bounds"),
    (a_number(unknown=None), NumberAnswer(unknown=True), "not knowing"),
    (a_number(), NumberAnswer(value=3, unknown=True), "not knowing"),
    (a_date(), DateAnswer(year=2022), "not offered"),
    (a_date(unknown=None), DateAnswer(year=None), "not knowing"),
    (a_date(precision="month"), DateAnswer(year=2024, month=2, day=1), "more precise"),
    (a_date(precision="year"), DateAnswer(year=2024, month=2), "more precise"),
]
