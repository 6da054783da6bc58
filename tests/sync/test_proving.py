"""`drplan verify-plan`: what holds is said to hold, by whom and when; what is wrong is said in words of its own."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.canonical import canonical
from modules.plan.document import PlanDocument, mark_digest
from modules.signed import Purpose
from sync.gateway.cli import main
from sync.gateway.paper import PaperPage, paper_text
from sync.gateway.plan_file import ExportedPlan
from sync.gateway.proving import CHANGED, NO_TRUST, Outcome, prove_json, prove_paper
from sync.gateway.proving_pdf import attached_plan, prove_pdf
from sync.gateway.trust import Trust
from tests.makers import GATEWAY_SIGNER, PERSON_SIGNER
from tests.proven_plan import Left, a_code, a_plan_that_left, failed, failed_none, held


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    with a_plan_that_left(tmp_path_factory.mktemp("gateway"), "ar") as left:
        yield left


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    with a_plan_that_left(tmp_path_factory.mktemp("elsewhere"), "nl") as left:
        yield left


def test_the_attached_json_alone_proves_the_plan(left: Left) -> None:
    raw = attached_plan(left.pdf)
    assert raw == left.files.json
    assert failed_none(prove_json(raw, [left.trust]))


def test_what_no_file_can_prove_is_said_too(left: Left) -> None:
    open_ends = [one.said for one in prove_json(left.files.json, [left.trust]).findings if one.outcome is Outcome.OPEN]
    assert any("terminal die gedeeld wordt" in said for said in open_ends)


def test_without_a_trust_file_nothing_is_proven_of_whom_it_is(left: Left) -> None:
    for proven in (prove_json(left.files.json, []), prove_pdf(left.pdf, [])):
        assert not proven.holds
        assert NO_TRUST in [one.said for one in proven.findings]


def test_a_plan_of_another_gateway_is_not_believed(left: Left, elsewhere: Left) -> None:
    assert "niet van een gateway die je vertrouwt" in failed(prove_json(left.files.json, [elsewhere.trust]))
    assert "niet van een inrichting die je vertrouwt" in failed(prove_pdf(left.pdf, [elsewhere.trust]))
    assert failed_none(prove_json(left.files.json, [elsewhere.trust, left.trust]))


def test_a_changed_text_of_a_pack_is_told(left: Left) -> None:
    document = left.files.exported.document.replace("Ik wil vast werk", "Ik wil geen werk")
    assert document != left.files.exported.document
    assert failed(prove_json(left.altered(document=document), [left.trust])) == CHANGED


def test_another_persons_mark_is_told(left: Left) -> None:
    document = left.document(mark=mark_digest((((1, 1), (500, 900)),)))
    assert failed(prove_json(left.altered(document=document), [left.trust])) == CHANGED


def test_another_persons_signature_is_told(left: Left) -> None:
    raw = left.files.exported.document.encode()
    person_key = left.files.exported.person_key.model_copy(update={"key": PERSON_SIGNER.public_key})
    forged = left.altered(person_key=person_key, by_person=PERSON_SIGNER.sign(Purpose.PLAN, raw))
    assert "is van iemand anders" in failed(prove_json(forged, [left.trust]))


def test_a_signature_of_another_plan_is_told(left: Left, elsewhere: Left) -> None:
    other = elsewhere.files.exported
    assert "handtekening van de persoon hoort niet" in failed(
        prove_json(left.altered(by_person=other.by_person), [left.trust])
    )
    assert "handtekening van de terminal hoort niet" in failed(
        prove_json(left.altered(by_terminal=other.by_terminal), [left.trust])
    )


def test_a_mentor_put_under_a_plan_he_did_not_sign_is_told(left: Left, elsewhere: Left) -> None:
    said = failed(prove_json(left.altered(countersigned=elsewhere.files.exported.countersigned), [left.trust]))
    assert "is later veranderd" in said
    assert "hoort niet bij dit plan" in said


def test_another_time_of_arrival_is_told(left: Left) -> None:
    later = left.files.exported.arrived_ms + 86_400_000
    assert "is later veranderd" in failed(prove_json(left.altered(arrived_ms=later), [left.trust]))


def test_a_time_stamp_of_another_plan_is_told(left: Left, elsewhere: Left) -> None:
    said = failed(prove_json(left.altered(time_token=elsewhere.files.exported.time_token), [left.trust]))
    assert "De tijdstempel hoort niet bij dit plan." in said


def test_what_is_no_plan_at_all_is_told(left: Left) -> None:
    for raw in (b"", b"{}", b"\xff\xfe", left.files.json[:-20], b'{"format":"kvv-signed-plan/1"}'):
        assert "beschadigd" in failed(prove_json(raw, [left.trust]))


def test_a_code_alone_proves_that_such_a_plan_was_signed_and_prints_its_page(left: Left) -> None:
    proven = prove_paper(a_code(left), [left.trust])
    assert failed_none(proven)
    assert "Zo'n plan is getekend" in held(proven)
    assert proven.text == "Doel 1\nMijn eerste stap: ik bel mijn oude baas"
    assert any("het papier niet veranderd" in one.said for one in proven.findings if one.outcome is Outcome.OPEN)


def test_a_code_with_one_changed_letter_is_told(left: Left) -> None:
    code = a_code(left)
    for at in (10, 60, len(code) - 9):
        changed = code[:at] + ("A" if code[at] != "A" else "B") + code[at + 1 :]
        assert failed(prove_paper(changed, [left.trust]))


def test_a_code_of_another_gateway_is_not_believed(left: Left) -> None:
    page = PaperPage(PlanDocument.parse(left.files.exported.document).digest, 1, 2, "Doel 1")
    assert "niet gemaakt door een gateway" in failed(prove_paper(paper_text(page, GATEWAY_SIGNER), [left.trust]))


def test_the_verb_reads_each_kind_and_its_exit_code_says_whether_all_holds(
    left: Left, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trust = tmp_path / "trust.json"
    gateway = str(left.opened.folder)
    assert main(["trust", "--out", str(trust), "--gateway", gateway]) == 0
    for name, raw in (("p.pdf", left.pdf), ("p.json", left.files.json), ("p.txt", a_code(left).encode())):
        path = tmp_path / name
        path.write_bytes(raw)
        assert main(["verify-plan", str(path), "--trust", str(trust)]) == 0
        assert "Alles wat na te kijken was, klopt." in capsys.readouterr().out
        assert main(["verify-plan", str(path), "--gateway", gateway]) == 0
        assert main(["verify-plan", str(path)]) == 1
        capsys.readouterr()
    (tmp_path / "p.json").write_bytes(left.files.json.replace(b"Ik wil vast werk", b"Ik wil geen werk"))
    assert main(["verify-plan", str(tmp_path / "p.json"), "--trust", str(trust)]) == 1
    assert CHANGED in capsys.readouterr().err


def test_a_trust_file_holds_nothing_secret_and_a_torn_one_is_refused(left: Left) -> None:
    raw = canonical(left.trust)
    secret = json.loads((left.opened.folder / "gateway.secret").read_text())
    assert secret["signing_seed"].encode() not in raw
    assert b"PRIVATE" not in raw
    with pytest.raises(Exception, match="trust file"):
        Trust.parse(raw[:-30])


def test_the_exported_plan_reads_back(left: Left) -> None:
    exported = ExportedPlan.model_validate_json(left.files.json)
    assert exported == left.files.exported
    assert base64.b64decode(exported.time_token or "")
