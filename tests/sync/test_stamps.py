"""Trusted time on plans: due at once, stamped apart, kept for good; from the house itself or an authority elsewhere."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from asn1crypto import tsp

from modules.errors import MalformedError, RetryLaterError
from modules.events import SessionStarted
from modules.ids import Digest
from modules.texts import DUTCH
from sync.gateway.stamps import HouseStamper, Stamps
from sync.gateway.tokens import token_proof
from sync.policy import Pace
from tests.line import Opened, a_gateway

PLAN, OTHER = Digest("ab" * 32), Digest("cd" * 32)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with a_gateway(tmp_path_factory.mktemp("gateway"), terminals=1) as opened:
        yield opened


@contextmanager
def an_authority(opened: Opened, status: int = 200) -> Iterator[str]:
    """Gives the address of a time-stamping authority that listens on this machine."""
    stamper = HouseStamper(opened.gateway.seals, opened.gateway.clock)

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            raw = asyncio.run(stamper.async_request_tsa_response(asked)).dump()
            self.send_response(status)
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            pass

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def stamps_at(opened: Opened, url: str) -> Stamps:
    return Stamps(opened.gateway.database, opened.gateway.seals, opened.gateway.clock, url)


def test_a_plan_that_comes_in_is_stamped_soon_after_by_the_house_itself(tmp_path: Path) -> None:
    with a_gateway(tmp_path / "gateway", terminals=1) as opened:
        terminal, person = opened.terminals[0], opened.person()
        terminal.write(person, SessionStarted(language=DUTCH), terminal.signs(person))
        terminal.courier(opened.carrier()).round(Pace())
        (plan,) = opened.gateway.plans.of(person).holding
        assert opened.gateway.stamps.of(plan) is None
        assert opened.gateway.stamps.stamp_due() == 0
        token = opened.gateway.stamps.of(plan)
        assert token is not None
        proof = token_proof(token, plan, [opened.gateway.seals.authority])
        assert (proof.holds, proof.is_trusted) == (True, True)
        assert abs(proof.time_ms - opened.gateway.clock.now_ms()) < 60_000


def test_an_authority_elsewhere_is_asked_over_http_once_a_plan(opened: Opened) -> None:
    with an_authority(opened) as url:
        token = stamps_at(opened, url).stamp(PLAN)
    assert stamps_at(opened, url).stamp(PLAN) == token
    assert token_proof(token, PLAN, [opened.gateway.seals.authority]).is_trusted


def test_an_authority_that_is_away_or_refuses_leaves_the_plan_due(opened: Opened) -> None:
    with an_authority(opened, status=503) as url, pytest.raises(RetryLaterError):
        stamps_at(opened, url).stamp(OTHER)
    stamps_at(opened, url).want(OTHER)
    assert stamps_at(opened, url).stamp_due() == 1
    assert stamps_at(opened, "").stamp_due() == 0


def test_a_token_proves_one_digest_and_only_by_who_is_trusted(opened: Opened, tmp_path: Path) -> None:
    token = stamps_at(opened, "").stamp(PLAN)
    assert not token_proof(token, OTHER, [opened.gateway.seals.authority]).holds
    with a_gateway(tmp_path / "elsewhere") as elsewhere:
        assert not token_proof(token, PLAN, [elsewhere.gateway.seals.authority]).is_trusted
    with pytest.raises(MalformedError):
        token_proof(token[:-40], PLAN, [])
