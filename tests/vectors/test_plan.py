"""The vectors of signed plans and of conditions.

- Not here: how a plan is composed (tests/unit/modules/plan).
"""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from modules.conditions import Condition, holds
from modules.errors import ProductError
from modules.event_json import parse_event
from modules.events import PlanSigned
from modules.plan.document import verify_signed
from modules.signed import PublicKey
from tests.vectors import cases, name_of, vectors

CONDITION: TypeAdapter[Condition | None] = TypeAdapter(Condition | None)


@pytest.mark.parametrize("case", cases("plan/signed"), ids=name_of)
def test_a_signed_plan(case: Any) -> None:
    signed = parse_event(json.dumps(case["event"]).encode("utf-8"))
    assert isinstance(signed, PlanSigned)
    key = PublicKey(key=case["terminal_key"])
    if case["expect"] == "accept":
        assert verify_signed(signed, key).digest == vectors("plan/signed")["digest"]
    else:
        with pytest.raises(ProductError) as refused:
            verify_signed(signed, key)
        assert refused.value.code == case["expect"]


@pytest.mark.parametrize("case", cases("conditions/conditions"), ids=name_of)
def test_a_condition(case: Any) -> None:
    raw = json.dumps(case["condition"])
    if case["expect"] == "malformed":
        with pytest.raises(ValidationError):
            CONDITION.validate_json(raw)
    else:
        answers = {item: frozenset(options) for item, options in case["answers"].items()}
        condition = CONDITION.validate_json(raw)
        assert holds(condition, lambda item: answers.get(item, frozenset()), set(case["facts"])) is case["expect"]
