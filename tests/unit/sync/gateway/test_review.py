"""A mentor's list: whose it is, who comes first, and what it says in a few words."""

from dataclasses import replace

import pytest

from modules.events import (
    Event,
    MentorNoteAnswered,
    MentorNoteSent,
    MentorQuestionAsked,
    ModuleFinished,
    PlanDeclined,
    SessionEnded,
    TalkAsked,
    TalkWithdrawn,
    ThemeFinished,
    TogetherBegun,
)
from modules.exercises.summary import Summary
from modules.ids import ItemId, ModuleId, OptionId, StaffId, ThemeId
from modules.plan.terms import Terms
from modules.reasons import Companion, DeclineReason, EndReason, NotePhrase, NoteReply, Whom
from modules.roster import Role
from sync.gateway.drplan import DrPlan
from sync.gateway.due import Watch
from sync.gateway.review import (
    QUIET_MS,
    Turn,
    asks,
    due,
    in_turn,
    may_see,
    modules,
    news,
    people_of,
    plan_state,
    row,
    talks,
    themes,
)
from sync.gateway.titles import Titles
from tests.definitions import KVV_PACK, PACK, a_module, a_programme, a_questionnaire, a_theme, an_option, text
from tests.makers import MENTOR, NOON, NOTE, PERSON, a_mentor, a_person, a_roster, a_session_of_events, an_id
from tests.unit.sync.gateway.test_drplan import STARTED, a_terminal, folded, stored

SUMMARY = Summary(
    id=ItemId("m1.summary"),
    prompt=text("Dit is mijn start"),
    shows=(),
    mentor_questions=(an_option("ask_help", "Hoe kun jij mij helpen?"),),
)
TITLES = Titles((a_questionnaire(a_theme(title=text("Mijn basis"))), a_programme(a_module(exercises=(SUMMARY,)))))
ASKED = MentorQuestionAsked(pack=KVV_PACK, module=ModuleId("m1"), shared=(), question=OptionId("ask_help"))
SENT = MentorNoteSent(note_id=NOTE, mentor=MENTOR, phrase=NotePhrase.GOOD_START)
HOUR = 60 * 60 * 1000
TALK = MentorNoteAnswered(note_id=NOTE, reply=NoteReply.WANTS_TO_TALK)


def a_plan(*events: Event) -> DrPlan:
    terminal = a_terminal()
    for number, event in enumerate((STARTED, *events)):
        terminal.write(PERSON, event, at_ms=NOON + number * 1000)
    return folded(stored(terminal), terminal)


def signed_plan() -> DrPlan:
    terminal = a_terminal()
    terminal.write(PERSON, STARTED, terminal.signs(PERSON), at_ms=NOON)
    return folded(stored(terminal), terminal)


def test_a_mentor_sees_his_own_people_and_nobody_else() -> None:
    other = StaffId(an_id("s-", 2))
    roster = a_roster(people=(a_person(), a_person("100235", detainee=an_id("p-", 3), mentor=other)))
    assert [person.number for person in people_of(roster, a_mentor())] == ["100234"]


@pytest.mark.parametrize(("role", "sees"), [(Role.CASE_MANAGER, True), (Role.OPERATOR, False)])
def test_a_case_manager_sees_everybody_and_an_operator_nobody(role: Role, sees: bool) -> None:
    assert may_see(a_mentor("90009", staff=StaffId(an_id("s-", 9)), role=role), a_person()) is sees


def test_a_question_asks_until_the_mentor_has_written_back() -> None:
    assert asks(a_plan(ASKED), TITLES) == ("Hoe kun jij mij helpen?",)
    assert asks(a_plan(ASKED, SENT), TITLES) == ()
    assert asks(a_plan(ASKED, SENT, TALK), TITLES) == ("Wil praten over je bericht",)


def test_a_signed_plan_is_to_be_discussed_until_the_mentor_has_written_about_it() -> None:
    assert due(signed_plan(), NOON) == ("Plan bespreken",)


def test_not_signing_now_is_told_with_its_reason_and_no_judgement() -> None:
    plan = a_plan(PlanDeclined(reason=DeclineReason.LAWYER_FIRST))
    assert due(plan, NOON) == ("Nu niet getekend: wil eerst met een advocaat praten",)
    assert plan_state(plan, NOON) == "Nu niet getekend"


def test_who_did_not_come_for_two_weeks_is_to_be_looked_up() -> None:
    assert due(a_plan(), NOON + QUIET_MS) == ()
    assert due(a_plan(), NOON + QUIET_MS + 60_000) == ("Al even niet geweest",)


def test_what_stands_apart_is_to_be_looked_at() -> None:
    assert "Er staat iets apart" in due(replace(a_plan(), apart=1), NOON)


def test_news_is_told_newest_first_and_sessions_together() -> None:
    plan = a_plan(*a_session_of_events()[1:-2], SessionEnded(reason=EndReason.DONE), STARTED)
    told = news(plan.happened, TITLES)
    assert told[-1] == "2 keer ingelogd"
    assert told.index("Reflector klaar") < told.index("Thema “Mijn basis” klaar")


def test_who_asks_comes_first_then_who_is_due_then_the_others() -> None:
    rows = [
        row(a_person(name=name), plan, 0, TITLES, Watch(NOON, Terms()))
        for name, plan in (("C", a_plan()), ("B", signed_plan()), ("A", a_plan(ASKED)), ("D", a_plan()))
    ]
    grouped = in_turn(rows)
    assert [turn for turn, _ in grouped] == [Turn.ASKS, Turn.DUE, Turn.CALM]
    assert [one.person.name for one in grouped[2][1]] == ["C", "D"]


def test_the_path_shows_every_theme_and_module_there_is() -> None:
    plan = a_plan(*a_session_of_events()[1:-2])
    assert [step.state for step in themes(plan, TITLES)] == ["done", "done"]
    assert [step.state for step in modules(plan, TITLES)] == ["done", "now"]
    fresh = a_plan()
    assert [step.word for step in modules(fresh, TITLES)] == ["nog niet"]


def test_a_theme_wholly_skipped_is_not_told_as_done_and_a_module_is_gone_through_whatever_was_skipped() -> None:
    skipped = ThemeFinished(pack=PACK, theme=ThemeId("basics"), answered=0, skipped=9)
    ended = ModuleFinished(pack=KVV_PACK, module=ModuleId("m1"))
    plan = a_plan(skipped, ended)
    assert [(step.state, step.word) for step in themes(plan, TITLES)] == [("declined", "overgeslagen, kan nog")]
    assert [step.word for step in modules(plan, TITLES)] == ["doorlopen"]
    assert "Thema “Mijn basis” overgeslagen" in news(plan.happened, TITLES)
    assert not [line for line in news(plan.happened, TITLES) if "klaar" in line.lower()]


def test_without_packs_ids_are_shown_and_nothing_is_guessed() -> None:
    plan = a_plan(*a_session_of_events()[1:-2])
    assert [step.title for step in modules(plan, Titles())] == ["m1", "m8"]
    assert asks(a_plan(ASKED), Titles()) == ("ask_help",)


def test_who_wants_to_talk_today_comes_first_with_whom_and_since_when_until_a_note_or_he_takes_it_back() -> None:
    asked = TalkAsked(whom=Whom.MEDICAL)
    (said,) = talks(a_plan(asked), NOON + HOUR)
    assert said.startswith("Wil vandaag praten met de medische dienst, gevraagd vandaag ")
    assert row(a_person("100234"), a_plan(asked), 0, TITLES, Watch(NOON, Terms())).turn is Turn.ASKS
    assert talks(a_plan(asked, TalkWithdrawn(whom=Whom.MEDICAL)), NOON) == ()
    assert talks(a_plan(asked, SENT), NOON) == ()


def test_a_mentor_reads_that_somebody_sat_beside_him() -> None:
    begun = TogetherBegun(companion=Companion.INTERPRETER)
    assert "Deed het samen met een tolk" in news(a_plan(begun).happened, TITLES)
