"""Lifelike definitions for tests: exercises of every kind, a Reflector of two themes, a programme with modules 1 and 8.

- Every maker takes what a test cares about and fills in the rest; equal calls give equal values.
- Not here: built packs and releases (tests/content/made.py), people and what they did (makers.py).
"""

from collections.abc import Sequence
from typing import Any

from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvModule, KvvProgramme, PlanPartTexts, PlanTexts
from modules.definition.questionnaire import Questionnaire, Theme
from modules.exercises.card_sort import CardSort
from modules.exercises.goal_builder import GoalArea, GoalBuilder, GoalQuestions
from modules.exercises.if_then import IfThen
from modules.exercises.info_card import InfoCard
from modules.exercises.multi_choice import MultiChoice
from modules.exercises.ruler import Ruler
from modules.exercises.shared import Audience, Option, PlanPart
from modules.exercises.signature import SignatureStep
from modules.exercises.single_choice import SingleChoice
from modules.exercises.summary import Summary
from modules.exercises.timeline import Timeline
from modules.ids import Digest, ItemId, ModuleId, OptionId, ThemeId
from modules.texts import Language, Text, dutch_text

PACK = Digest("ab" * 32)
KVV_PACK = Digest("cd" * 32)


def text(dutch: str, **others: str) -> Text:
    """Gives a text: `text("ja", en="yes")`."""
    return dutch_text(dutch, {Language(language): said for language, said in others.items()})


def an_option(option_id: str, dutch: str | None = None, **others: str) -> Option:
    """Gives an option, with its id as its words where none are given."""
    return Option(id=OptionId(option_id), text=text(dutch or option_id, **others))


def options(*ids: str) -> tuple[Option, ...]:
    """Gives options with their ids as words."""
    return tuple(an_option(option_id) for option_id in ids)


YES_NO = (an_option("yes", "ja", en="yes"), an_option("no", "nee", en="no"), an_option("unknown", "weet ik niet"))


def a_single_choice(item: str = "basics.id", **fields: Any) -> SingleChoice:
    """Gives a question with one answer out of three."""
    said = {"prompt": text("Heb je een geldig identiteitsbewijs?", en="Do you have a valid ID?"), "options": YES_NO}
    return SingleChoice(**{"id": ItemId(item), **said, **fields})


def a_multi_choice(item: str = "basics.income", **fields: Any) -> MultiChoice:
    """Gives a question with as many answers as fit."""
    said = {"prompt": text("Waar leefde je van?"), "options": options("work", "benefit", "none")}
    return MultiChoice(**{"id": ItemId(item), **said, **fields})


def a_ruler(item: str = "basics.weight", **fields: Any) -> Ruler:
    """Gives a ruler from 0 to 10."""
    said = {"prompt": text("Hoe zwaar weegt dit?"), "low": text("licht"), "high": text("zwaar")}
    return Ruler(**{"id": ItemId(item), **said, **fields})


def a_card_sort(item: str = "m1.strengths", **fields: Any) -> CardSort:
    """Gives four cards and two piles."""
    said = {
        "prompt": text("Waar ben je goed in?"),
        "cards": options("cook", "fix", "listen", "sport"),
        "piles": (an_option("me", "dat ben ik"), an_option("not_me", "dat ben ik niet")),
    }
    return CardSort(**{"id": ItemId(item), **said, **fields})


def a_timeline(item: str = "m1.life", **fields: Any) -> Timeline:
    """Gives three cards and three periods."""
    said = {
        "prompt": text("Hoe ging het tot nu toe?"),
        "cards": options("school", "home", "work"),
        "periods": (an_option("child", "kind"), an_option("young", "jong"), an_option("now", "nu")),
    }
    return Timeline(**{"id": ItemId(item), **said, **fields})


def an_if_then(item: str = "m8.if_then", **fields: Any) -> IfThen:
    """Gives an if-then plan that welcomes own words."""
    said = {
        "prompt": text("Als het moeilijk wordt, wat doe je dan?"),
        "situations": (an_option("angry", "als ik boos word"), an_option("bored", "als ik me verveel")),
        "actions": (an_option("walk", "dan loop ik weg"), an_option("call", "dan bel ik iemand")),
    }
    return IfThen(**{"id": ItemId(item), **said, **fields})


def a_goal_builder(item: str = "m8.goals", **fields: Any) -> GoalBuilder:
    """Gives a builder with two areas."""
    steps = ("area", "wish", "first_step", "when", "who_helps", "how_i_know")
    areas = tuple(
        GoalArea(
            area=an_option(area, dutch),
            wishes=(an_option(f"{area}_wish", f"ik wil {dutch}"),),
            first_steps=(an_option(f"{area}_step", f"ik vraag naar {dutch}"),),
        )
        for area, dutch in (("house", "wonen"), ("work", "werk"))
    )
    said: dict[str, Any] = {
        "prompt": text("Maak je eigen doel"),
        "questions": GoalQuestions.model_validate(
            {step: text(f"Vraag {step}", en=f"Question {step}") for step in steps}
        ),
        "areas": areas,
        "whens": options("this_week", "this_month"),
        "helpers": options("mentor", "family"),
        "signs": options("i_called", "i_have_it"),
        "most": 2,
    }
    return GoalBuilder(**{"id": ItemId(item), **said, **fields})


def a_theme(theme: str = "basics", items: Sequence[Any] | None = None, **fields: Any) -> Theme:
    """Gives a theme of three questions; the last is shown only to who has debts."""
    debts = a_single_choice("basics.debts", prompt=text("Heb je schulden?"), audience=Audience.DR_PLAN)
    weight = a_ruler(show_if={"item": "basics.debts", "is": ("yes", "unknown")})
    asked = (a_single_choice(plan_part=PlanPart.BASICS, audience=Audience.DR_PLAN), debts, weight)
    said: dict[str, Any] = {"title": text("De basis"), "intro": text("Zes dingen die je buiten nodig hebt.")}
    return Theme(**{"id": ThemeId(theme), "items": tuple(items or asked), **said, **fields})


def a_questionnaire(*themes: Theme) -> Questionnaire:
    """Gives a Reflector of two themes."""
    work = a_theme("work", [a_multi_choice("work.before")], title=text("Werk"))
    return Questionnaire(title=text("Reflector"), themes=themes or (a_theme(), work))


def a_module(module: str = "m1", exercises: Sequence[Any] | None = None, **fields: Any) -> KvvModule:
    """Gives a module with a card, a card sort that comes into the plan, a ruler for oneself, and a summary."""
    sort = a_card_sort(f"{module}.strengths", plan_part=PlanPart.STRENGTHS, audience=Audience.MENTOR)
    asks = (an_option("ask_help", "Kunt u me hierbij helpen?"),)
    shows = (sort.id, ItemId(f"{module}.content"))
    usual = (
        InfoCard(id=ItemId(f"{module}.card"), prompt=text("Welkom"), body=(text("Dit gaat over jou."),)),
        sort,
        a_ruler(f"{module}.content"),
        Summary(id=ItemId(f"{module}.summary"), prompt=text("Dit zei je"), shows=shows, mentor_questions=asks),
    )
    said: dict[str, Any] = {"number": 1, "title": text("Waar sta ik nu?"), "goal": text("Je kijkt naar jezelf")}
    return KvvModule(
        **{"id": ModuleId(module), "minutes": 20, "exercises": tuple(exercises or usual), **said, **fields}
    )


def a_programme(*modules: KvvModule) -> KvvProgramme:
    """Gives modules 1 and 8; module 8 opens after module 1 and holds the plan."""
    plan = (
        a_goal_builder(plan_part=PlanPart.GOALS, audience=Audience.DR_PLAN),
        an_if_then(plan_part=PlanPart.IF_THEN, audience=Audience.MENTOR),
        SignatureStep(id=ItemId("m8.sign"), prompt=text("Je plan ondertekenen")),
    )
    m8 = a_module("m8", plan, number=8, title=text("Mijn plan"), opens_after=(ModuleId("m1"),))
    who = text("Je mentor ziet dit", en="Your mentor sees this")
    parts = tuple(PlanPartTexts(part=part, title=text(part.value), who_sees=who) for part in PlanPart)
    plan_texts = PlanTexts(
        title=text("Mijn persoonlijk plan", en="My personal plan"),
        statement=text("Dit is mijn plan.", en="This is my plan."),
        parts=parts,
        after_signing=text("Je mentor leest je plan."),
    )
    return KvvProgramme(title=text("Kies voor Verandering"), plan=plan_texts, modules=modules or (a_module(), m8))


def a_reflector_edition(questionnaire: Questionnaire | None = None, *facts: str) -> Edition[Questionnaire]:
    """Gives a questionnaire as it applies to a person."""
    return Edition(PACK, questionnaire or a_questionnaire(), frozenset(facts))


def a_kvv_edition(programme: KvvProgramme | None = None, *facts: str) -> Edition[KvvProgramme]:
    """Gives a programme as it applies to a person."""
    return Edition(KVV_PACK, programme or a_programme(), frozenset(facts))
