"""The plan as signed: one canonical text, two signatures, and nothing that can be changed after."""

import json
from collections.abc import Callable

import pytest
import rfc8785

from modules.canonical import digest
from modules.errors import MalformedError, SignatureError
from modules.plan.document import PlanDocument, both, mark_digest, verify_signed
from modules.signed import Purpose
from modules.texts import DUTCH, Language
from tests.definitions import text
from tests.makers import (
    MARK,
    OTHER_PERSON,
    OTHER_TERMINAL_SIGNER,
    PERSON_SIGNER,
    TERMINAL_SIGNER,
    a_person_key,
    a_plan_document,
    a_signed_plan,
)

TERMINAL_KEY = TERMINAL_SIGNER.public_key


def test_a_document_comes_back_from_its_text_as_it_was() -> None:
    document = a_plan_document()
    assert PlanDocument.parse(document.text) == document


def test_its_text_is_rfc_8785_and_its_digest_that_of_the_text() -> None:
    document = a_plan_document()
    assert document.text.encode() == rfc8785.dumps(json.loads(document.text))
    assert document.digest == digest(document.text.encode())


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace(":", ": ", 1),
        lambda text: text + "\n",
        lambda text: json.dumps(json.loads(text)),
        lambda text: text.replace('"version":1', '"version":1.0'),
        lambda text: text.replace('"version":1', '"version":0'),
        lambda text: text.replace('"version":1', '"version":1,"x":1'),
        lambda text: text.replace("kvv-plan/1", "kvv-plan/2"),
        lambda text: text.replace('"title"', '"titel"'),
        lambda text: text[:-1],
        lambda text: "",
    ],
)
def test_what_is_not_the_one_text_of_a_document_is_refused(changed: Callable[[str], str]) -> None:
    with pytest.raises(MalformedError):
        PlanDocument.parse(changed(a_plan_document().text))


def test_a_refused_document_does_not_quote_the_person() -> None:
    with pytest.raises(MalformedError) as refused:
        PlanDocument.parse(a_plan_document().text.replace("kvv-plan/1", "kvv-plan/2"))
    assert refused.value.__cause__ is None
    assert "Vries" not in str(refused.value)


def test_a_signed_plan_gives_its_document() -> None:
    assert verify_signed(a_signed_plan(), TERMINAL_KEY) == a_plan_document()


def test_one_changed_character_anywhere_is_found() -> None:
    signed = a_signed_plan()
    for place in range(0, len(signed.document), 7):
        letter = "0" if signed.document[place] != "0" else "1"
        changed = signed.document[:place] + letter + signed.document[place + 1 :]
        with pytest.raises((SignatureError, MalformedError)):
            verify_signed(signed.model_copy(update={"document": changed}), TERMINAL_KEY)


def test_a_key_certified_for_another_person_does_not_sign_here() -> None:
    theirs = a_signed_plan().model_copy(update={"person_key": a_person_key(OTHER_PERSON)})
    with pytest.raises(SignatureError):
        verify_signed(theirs, TERMINAL_KEY)


def test_the_key_of_another_terminal_proves_nothing() -> None:
    with pytest.raises(SignatureError):
        verify_signed(a_signed_plan(), OTHER_TERMINAL_SIGNER.public_key)


def test_the_signature_of_a_batch_is_not_that_of_a_plan() -> None:
    raw = a_plan_document().text.encode()
    for who, signer in (("by_person", PERSON_SIGNER), ("by_terminal", TERMINAL_SIGNER)):
        signed = a_signed_plan().model_copy(update={who: signer.sign(Purpose.BATCH, raw)})
        with pytest.raises(SignatureError):
            verify_signed(signed, TERMINAL_KEY)


def test_a_text_stands_in_dutch_and_in_the_language_shown() -> None:
    said = text("ja", en="yes")
    assert (both(said, Language("en")).nl, both(said, Language("en")).shown) == ("ja", "yes")
    assert both(said, Language("pl")) == both(said, DUTCH)


def test_a_mark_is_known_by_every_point_of_it() -> None:
    assert mark_digest(MARK) == mark_digest(tuple(MARK))
    assert len({mark_digest(MARK), mark_digest(MARK[:1]), mark_digest(MARK[::-1]), mark_digest(())}) == 4
    assert mark_digest((((1, 2), (3, 4)),)) != mark_digest((((1, 2),), ((3, 4),)))
