"""One person's D&R-plan as a fold: what counts, what stands apart, and what a signature comes to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from modules.events import Event, LoginFailed, ModuleFinished, PlanSigned, SessionStarted
from modules.ids import ModuleId, TerminalId
from modules.signed import PublicKey
from modules.texts import DUTCH
from sync.gateway.drplan import DrPlan, Keys, Proof, fold
from sync.ports import Stored
from sync.sealed import key_id_of
from tests.definitions import KVV_PACK
from tests.makers import (
    GATEWAY_SIGNER,
    NOON,
    OTHER_PERSON,
    PERSON,
    TERMINAL,
    a_person,
    a_roster,
    a_session_of_events,
    an_id,
    answered,
)
from tests.memory_terminal import GATEWAY_OPENING, GATEWAY_SEALING, MemoryTerminal, a_bundle

HOLDERS = {key_id_of(GATEWAY_SEALING): GATEWAY_OPENING}
STARTED = SessionStarted(language=DUTCH)
FINISHED = ModuleFinished(pack=KVV_PACK, module=ModuleId("m1"))


def a_terminal(terminal: str = TERMINAL, seed: bytes = b"t" * 32) -> MemoryTerminal:
    people = (a_person(), a_person("100235", detainee=OTHER_PERSON, name="K. de Boer"))
    return MemoryTerminal(a_bundle(terminal=TerminalId(terminal), roster=a_roster(people=people)), seed)


def stored(*terminals: MemoryTerminal, quarantine: str = "") -> tuple[Stored, ...]:
    entries = [entry for one in terminals for entry in one.entries.get(one.lane(PERSON).key, [])]
    return tuple(Stored(entry, number, NOON, quarantine) for number, entry in enumerate(entries, 1))


def folded(rows: tuple[Stored, ...], *terminals: MemoryTerminal) -> DrPlan:
    keys: dict[str, PublicKey] = {one.id: one.signer.public_key for one in terminals}
    return fold(PERSON, rows, HOLDERS, Keys(keys.get, GATEWAY_SIGNER.public_key))


def plan_of(*events: Event, terminal: MemoryTerminal | None = None) -> DrPlan:
    writer = terminal or a_terminal()
    writer.write(PERSON, *events)
    return folded(stored(writer), writer)


def proof_of(signed: PlanSigned, *, terminal: MemoryTerminal | None = None, known: bool = True) -> Proof:
    writer = terminal or a_terminal()
    writer.write(PERSON, STARTED, signed)
    plan = folded(stored(writer), *([writer] if known else []))
    assert plan.plan is not None
    return plan.plan.proof


def test_what_a_person_did_is_counted() -> None:
    plan = plan_of(*a_session_of_events())
    assert plan.progress.sessions == 1
    assert set(plan.progress.modules_finished) == {"m1"}
    assert plan.progress.reflector_done
    assert (plan.apart, plan.unreadable) == (0, 0)


def test_what_is_only_for_himself_is_not_even_opened() -> None:
    plan = plan_of(*a_session_of_events())
    items = {getattr(one.event, "item", None) for one in plan.happened}
    assert "m1.content" not in items
    assert "basics.weight" not in items
    assert plan.unreadable == 0


def test_nobody_knows_anything_of_a_person_who_never_came() -> None:
    plan = folded(())
    assert (plan.progress.sessions, plan.plans, plan.position) == (0, (), 0)


def test_what_stands_apart_is_counted_and_not_believed() -> None:
    terminal = a_terminal()
    terminal.write(PERSON, STARTED, FINISHED)
    plan = folded(stored(terminal, quarantine="clock_ahead"), terminal)
    assert plan.progress.sessions == 0
    assert plan.apart == 3


def test_what_a_terminal_wrote_before_the_person_ever_logged_in_there_stands_apart() -> None:
    plan = plan_of(FINISHED, answered(), STARTED, FINISHED)
    assert plan.apart == 2
    assert len(plan.happened) == 2


def test_a_wrong_pin_is_no_session_and_no_trouble() -> None:
    assert plan_of(LoginFailed(), LoginFailed(), STARTED).apart == 0


def test_a_changed_body_is_counted_as_unreadable_and_the_rest_is_read() -> None:
    terminal = a_terminal()
    terminal.write(PERSON, STARTED, FINISHED)
    rows = stored(terminal)
    broken = replace(rows[2], entry=replace(rows[2].entry, body=b"\x01" + b"x" * 60))
    plan = folded((*rows[:2], broken), terminal)
    assert (plan.unreadable, plan.progress.sessions) == (1, 1)


def test_a_lane_whose_keys_were_erased_is_counted_as_unreadable() -> None:
    terminal = a_terminal()
    terminal.write(PERSON, STARTED)
    rows = stored(terminal)
    plan = folded((replace(rows[0], entry=rows[0].entry.erased()), rows[1]), terminal)
    assert (plan.unreadable, plan.progress.sessions) == (1, 0)


def test_an_erased_person_is_folded_to_nothing_and_nothing_is_raised() -> None:
    terminal = a_terminal()
    terminal.write(PERSON, *a_session_of_events())
    rows = tuple(replace(one, entry=one.entry.erased()) for one in stored(terminal))
    plan = folded(rows, terminal)
    assert (plan.progress.sessions, plan.unreadable, plan.happened) == (0, 0, ())


@given(st.lists(st.integers(0, 24), max_size=25), st.binary(min_size=0, max_size=90))
def test_any_part_of_the_lanes_in_any_order_with_any_bodies_is_folded(picks: list[int], body: bytes) -> None:
    rows = _SESSION
    picked = [rows[pick % len(rows)] for pick in picks]
    picked[:3] = [replace(one, entry=replace(one.entry, body=body)) for one in picked[:3]]
    unique = {one.position: one for one in picked}
    folded(tuple(unique.values()), _TERMINAL)


def test_a_plan_signed_by_person_and_terminal_holds() -> None:
    terminal = a_terminal()
    plan = plan_of(STARTED, terminal.signs(PERSON), terminal=terminal)
    assert plan.plan is not None
    assert plan.plan.proof is Proof.HOLDS
    assert plan.plan.document is not None
    assert plan.plan.document.person.id == PERSON


def test_one_changed_word_breaks_the_signature() -> None:
    terminal = a_terminal()
    signed = terminal.signs(PERSON)
    changed = signed.model_copy(update={"document": signed.document.replace("oude baas", "nieuwe baas")})
    assert proof_of(changed, terminal=terminal) is Proof.BROKEN


def test_a_plan_that_is_no_plan_is_shown_as_broken_and_without_words() -> None:
    signed = a_terminal().signs(PERSON).model_copy(update={"document": "{}"})
    assert proof_of(signed) is Proof.BROKEN


def test_a_plan_of_somebody_else_does_not_count_as_his() -> None:
    terminal = a_terminal()
    assert proof_of(terminal.signs(OTHER_PERSON), terminal=terminal) is Proof.OTHER_PERSON


def test_a_plan_that_names_another_terminal_than_it_came_from_is_not_believed() -> None:
    elsewhere = a_terminal(an_id("t-", 12))
    assert proof_of(elsewhere.signs(PERSON), terminal=a_terminal()) is Proof.OTHER_TERMINAL


def test_a_key_that_the_terminal_did_not_certify_is_no_persons_key() -> None:
    signed, other = a_terminal().signs(PERSON), a_terminal(seed=b"o" * 32).signs(PERSON)
    assert proof_of(signed.model_copy(update={"person_key": other.person_key})) is Proof.BROKEN


def test_without_the_terminals_key_a_signature_cannot_be_checked() -> None:
    terminal = a_terminal()
    assert proof_of(terminal.signs(PERSON), terminal=terminal, known=False) is Proof.UNKNOWN_TERMINAL


def test_a_plan_that_holds_goes_before_a_later_one_that_does_not() -> None:
    terminal = a_terminal()
    good = terminal.signs(PERSON)
    bad = good.model_copy(update={"document": good.document.replace("oude", "oudste")})
    plan = plan_of(STARTED, good, bad, terminal=terminal)
    assert [one.proof for one in plan.plans] == [Proof.HOLDS, Proof.BROKEN]
    assert plan.plan is plan.plans[0]


def test_what_is_new_is_what_came_in_after() -> None:
    plan = plan_of(STARTED, FINISHED)
    assert [type(one.event) for one in plan.since(2)] == [ModuleFinished]
    assert plan.since(plan.position) == ()


_TERMINAL = a_terminal()
_TERMINAL.write(PERSON, *a_session_of_events())
_SESSION = stored(_TERMINAL)
