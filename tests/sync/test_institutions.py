"""More than one prison at a gateway: each with keys of its own, under one authority; and moving somebody by command."""

import base64
from pathlib import Path

import pytest

from modules.access import Action
from modules.events import RecordAccessed
from modules.ids import SubjectId
from sync.codes import code_key
from sync.gateway.cli import main
from sync.gateway.keys import read_gateway_secret
from tests.line import a_gateway
from tests.sync.test_transfer import another


def test_the_new_institution_has_a_pepper_and_codes_of_its_own(tmp_path: Path) -> None:
    with a_gateway(tmp_path / "gateway", terminals=0) as opened:
        there, secret = another(opened).founded, read_gateway_secret(opened.folder)
        assert there.enrolment.group.pepper != opened.founded.enrolment.group.pepper
        codes = secret.codes_for(there.institution.institution)
        assert codes is not None
        assert base64.b64decode(codes) == code_key(base64.b64decode(there.enrolment.group.pepper))
        assert secret.codes_for(opened.founded.institution.institution) == secret.codes != codes


def test_two_institutions_and_a_move_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with a_gateway(tmp_path / "gateway", terminals=0) as opened:
        left, person = opened.founded.institution.institution, opened.person()
        at = ("--gateway", str(opened.folder))
        assert main(["institution", "PI De Eik", "--out", str(tmp_path / "eik.secret"), *at]) == 0
        there = capsys.readouterr().out.split()[1]
        staff = '[{"number": "7001", "name": "B. Vis", "role": "mentor", "pin": "864209"}]'
        (tmp_path / "people.json").write_text(f'{{"staff": {staff}, "people": []}}', encoding="utf-8")
        secret = ("--secret", str(tmp_path / "eik.secret"))
        assert main(["roster", str(tmp_path / "people.json"), "--institution", there, *secret, *at]) == 0
        asked = ["transfer", "100001", "--to", there, "--wing", "C", "--institution", left, *at]
        assert main([*asked, "--mentor", "9999"]) == 1
        assert main([*asked, "--mentor", "7001"]) == 0
        assert opened.roster.person(person) is None
        roster = opened.gateway.register.roster(type(left)(there))
        assert roster is not None
        moved = roster.person(person)
        assert moved is not None
        assert (moved.number, moved.wing, moved.pin) == ("100001", "C", None)
        assert [row.action for row in opened.gateway.log.about(SubjectId(person))] == [Action.MOVED]
        (told,) = opened.gateway.plans.of(person).happened
        assert told.event == RecordAccessed(by=None, action=Action.MOVED)
        assert main([*asked, "--mentor", "7001"]) == 1
        assert [stay.left_ms for stay in opened.gateway.retention.stays() if stay.person == person] == [None]
