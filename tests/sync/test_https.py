"""The terminals' door over a real network: who gets in, what is answered, and what a terminal makes of it."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from modules.errors import RetryLaterError
from modules.events import SessionStarted
from modules.ids import EntryId
from modules.texts import DUTCH
from sync.carriers.https import HttpsCarrier
from sync.certificates import Identity, Issue, _load, client_context, make_authority, server_identity, terminal_identity
from sync.framing import Sender, pack_batch
from sync.gateway.serving import Doors
from sync.policy import Pace
from sync.wire import MEDIA_TYPE, PARCEL_BYTES, Manifest, Problem, ProblemCode, ProblemError
from tests.line import Opened, a_gateway, client_side, tls_of
from tests.makers import answered
from tests.memory_terminal import MemoryTerminal

STARTED = SessionStarted(language=DUTCH)
_TYPED = {"Content-Type": MEDIA_TYPE}
LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with a_gateway(tmp_path_factory.mktemp("https") / "gateway", terminals=3) as opened:
        yield opened


@pytest.fixture(scope="module")
def doors(opened: Opened) -> Iterator[Doors]:
    with opened.serving() as doors:
        yield doors


@pytest.fixture
def url(doors: Doors) -> str:
    return f"https://127.0.0.1:{doors.terminals.port}/"


@pytest.fixture
def terminal(opened: Opened) -> MemoryTerminal:
    return opened.new_terminal()


def a_batch(opened: Opened, terminal: MemoryTerminal) -> bytes:
    terminal.write(opened.person(), STARTED, answered())
    post = terminal.post()
    sender = Sender(terminal.id, terminal.signer, post.gateway.sealing)
    entries = terminal.due(1000, 1 << 30, {})
    return pack_batch(sender, EntryId(terminal.clock.new_id()), terminal.draw_number(), Manifest(), entries)


def asks(url: str, terminal: MemoryTerminal, method: str, path: str, **more: object) -> httpx.Response:
    with httpx.Client(base_url=url, verify=tls_of(terminal), trust_env=False) as client:
        return client.request(method, path, **more)  # type: ignore[arg-type]


def problem_of(response: httpx.Response) -> ProblemCode:
    assert response.headers["Content-Type"] == "application/problem+json"
    found = Problem.model_validate_json(response.content)
    assert found.status == response.status_code
    assert found.type == f"urn:kvv-kiosk:problem:{found.code}"
    return found.code


def handshake(url: str, context: ssl.SSLContext) -> None:
    address = httpx.URL(url)
    with (
        closing(socket.create_connection((address.host, address.port or 0), timeout=5)) as raw,
        context.wrap_socket(raw, server_hostname=address.host) as wrapped,
    ):
        wrapped.sendall(b"GET /v1/feeds HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        if not wrapped.recv(1):
            raise ssl.SSLError("closed without an answer")


def test_a_terminal_and_its_gateway_speak_tls_1_3(url: str, terminal: MemoryTerminal) -> None:
    address = httpx.URL(url)
    with (
        closing(socket.create_connection((address.host, address.port or 0), timeout=5)) as raw,
        tls_of(terminal).wrap_socket(raw, server_hostname=address.host) as wrapped,
    ):
        assert wrapped.version() == "TLSv1.3"


def test_nobody_without_a_certificate_gets_an_answer(url: str, terminal: MemoryTerminal) -> None:
    bare = ssl.create_default_context(cadata=terminal.bundle.tls.authority)
    with pytest.raises((ssl.SSLError, ConnectionError)):
        handshake(url, bare)


def test_a_certificate_of_another_authority_gets_no_answer(url: str, terminal: MemoryTerminal) -> None:
    issue = Issue(datetime(2026, 1, 1, tzinfo=UTC), 3650, 9)
    stranger = terminal_identity(make_authority("somebody", issue), terminal.id, issue)
    with pytest.raises((ssl.SSLError, ConnectionError)):
        handshake(url, client_context(stranger, terminal.bundle.tls.authority))


def test_a_terminal_speaks_to_no_other_gateway_than_its_own(terminal: MemoryTerminal, tmp_path: Path) -> None:
    with a_gateway(tmp_path / "other") as other, other.serving() as doors:
        url = f"https://127.0.0.1:{doors.terminals.port}/"
        with HttpsCarrier(url, tls_of(terminal)) as carrier, pytest.raises(RetryLaterError):
            carrier.fetch(0)


def test_a_terminals_own_wrong_clock_does_not_keep_it_from_its_gateway(terminal: MemoryTerminal) -> None:
    authority = make_authority("old", Issue(LONG_AGO, 10, 1))
    server = server_identity(authority, ["127.0.0.1"], Issue(LONG_AGO, 10, 2))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    mine = client_context(client_side(terminal), authority.certificate)
    assert _handshakes(context, server, mine)


def _handshakes(server: ssl.SSLContext, identity: Identity, client: ssl.SSLContext) -> bool:
    _load(server, identity)
    ours, theirs = socket.socketpair()
    done: list[bool] = []

    def accept() -> None:
        with server.wrap_socket(theirs, server_side=True) as wrapped:
            done.append(wrapped.version() is not None)

    thread = threading.Thread(target=accept)
    thread.start()
    with client.wrap_socket(ours, server_hostname="127.0.0.1") as wrapped:
        assert wrapped.version()
    thread.join()
    return done == [True]


def test_a_batch_is_receipted_and_a_second_time_too(opened: Opened, url: str, terminal: MemoryTerminal) -> None:
    raw = a_batch(opened, terminal)
    with HttpsCarrier(url, tls_of(terminal)) as carrier:
        courier = terminal.courier(carrier)
        for _ in range(2):
            receipt = carrier.send(raw)
            assert receipt is not None
            courier._settle(receipt)
    assert terminal.due(100, 1 << 20, {}) == ()


def test_one_flipped_byte_anywhere_is_refused_with_a_problem_and_others_go_on(
    opened: Opened, url: str, terminal: MemoryTerminal
) -> None:
    raw = a_batch(opened, terminal)
    before = opened.gateway.register.position()
    for at in range(0, len(raw), max(1, len(raw) // 40)):
        torn = bytearray(raw)
        torn[at] ^= 0x41
        code = problem_of(asks(url, terminal, "POST", "v1/batches", content=bytes(torn), headers=_TYPED))
        assert code in {
            ProblemCode.MALFORMED,
            ProblemCode.BAD_SIGNATURE,
            ProblemCode.UNKNOWN_TERMINAL,
            ProblemCode.WRONG_RECIPIENT,
        }
    assert opened.gateway.register.position() == before
    other = opened.terminals[0]
    assert asks(url, other, "POST", "v1/batches", content=a_batch(opened, other), headers=_TYPED).status_code == 200
    assert asks(url, terminal, "POST", "v1/batches", content=raw, headers=_TYPED).status_code == 200


@pytest.mark.parametrize(
    ("line", "more", "code"),
    [
        ("POST v1/batches", {"content": b"hello", "headers": _TYPED}, ProblemCode.MALFORMED),
        ("POST v1/batches", {"content": b"", "headers": _TYPED}, ProblemCode.MALFORMED),
        ("POST v1/batches", {"content": b"x", "headers": {"Content-Type": "a/b"}}, ProblemCode.WRONG_MEDIA_TYPE),
        ("POST v1/batches", {"content": bytes(PARCEL_BYTES + 1), "headers": _TYPED}, ProblemCode.TOO_LARGE),
        ("GET v1/batches", {}, ProblemCode.NOT_FOUND),
        ("GET v2/feeds", {}, ProblemCode.NOT_FOUND),
        ("GET ", {}, ProblemCode.NOT_FOUND),
        ("GET v1/feeds", {"params": {"after": "-1"}}, ProblemCode.MALFORMED),
        ("GET v1/feeds", {"params": {"after": "9" * 30}}, ProblemCode.MALFORMED),
    ],
)
def test_what_is_not_as_written_down_is_answered_with_its_problem(
    url: str, terminal: MemoryTerminal, line: str, more: dict[str, object], code: ProblemCode
) -> None:
    method, _, path = line.partition(" ")
    assert problem_of(asks(url, terminal, method, path, **more)) is code


def test_a_terminal_that_was_not_introduced_is_told_so(opened: Opened, url: str) -> None:
    terminal = opened.new_terminal(introduced=False)
    response = asks(url, terminal, "POST", "v1/batches", content=a_batch(opened, terminal), headers=_TYPED)
    assert problem_of(response) is ProblemCode.UNKNOWN_TERMINAL


def test_a_revoked_terminal_is_refused_at_the_door_and_by_its_batches(
    opened: Opened, url: str, terminal: MemoryTerminal
) -> None:
    raw = a_batch(opened, terminal)
    opened.gateway.enrolments.revoke(terminal.id, 1)
    assert problem_of(asks(url, terminal, "GET", "v1/feeds")) is ProblemCode.REVOKED_TERMINAL
    through_another = asks(url, opened.terminals[0], "POST", "v1/batches", content=raw, headers=_TYPED)
    assert problem_of(through_another) is ProblemCode.REVOKED_TERMINAL


def test_a_refusal_reaches_the_courier_as_what_it_is(opened: Opened, url: str, terminal: MemoryTerminal) -> None:
    opened.gateway.enrolments.revoke(terminal.id, 1)
    terminal.write(opened.person(), STARTED)
    with HttpsCarrier(url, tls_of(terminal)) as carrier:
        with pytest.raises(ProblemError):
            carrier.fetch(0)
        outcome = terminal.courier(carrier).round(Pace())
    assert outcome.refused is not None
    assert outcome.refused.code is ProblemCode.REVOKED_TERMINAL
    assert not outcome.is_closed


def test_a_gateway_that_is_gone_is_met_by_coming_back_later(terminal: MemoryTerminal) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    terminal.write(terminal.bundle.terminal, STARTED)
    with HttpsCarrier(f"https://127.0.0.1:{port}/", tls_of(terminal), timeout_seconds=2) as carrier:
        assert terminal.courier(carrier).round(Pace()).is_closed
    assert terminal.due(10, 1 << 20, {})


@pytest.mark.parametrize(
    ("status", "headers", "after_seconds"),
    [
        (503, {"Retry-After": "17"}, 17),
        (500, {}, None),
        (502, {"Content-Type": "text/html"}, None),
        (403, {"Content-Type": "text/html"}, None),
        (200, {"Content-Type": "text/html"}, None),
        (429, {"Retry-After": "soon"}, None),
    ],
)
def test_whatever_stands_in_between_is_no_refusal(
    terminal: MemoryTerminal, status: int, headers: dict[str, str], after_seconds: int | None
) -> None:
    with _answering(httpx.Response(status, headers=headers, stream=_Streamed(b"?")), terminal) as carrier:
        with pytest.raises(RetryLaterError) as caught:
            carrier.send(b"x")
        assert caught.value.after_seconds == after_seconds


def test_an_answer_without_end_is_not_read_to_its_end(terminal: MemoryTerminal) -> None:
    endless = httpx.Response(200, headers=_TYPED, stream=_Streamed(bytes(PARCEL_BYTES + 1)))
    with _answering(endless, terminal) as carrier, pytest.raises(RetryLaterError, match="larger"):
        carrier.send(b"x")


def _answering(response: httpx.Response, terminal: MemoryTerminal) -> HttpsCarrier:
    carrier = HttpsCarrier("https://127.0.0.1:1/", tls_of(terminal))
    carrier._client.close()
    carrier._client = httpx.Client(base_url="https://gateway/", transport=httpx.MockTransport(lambda _: response))
    return carrier


class _Streamed(httpx.SyncByteStream):
    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def __iter__(self) -> Iterator[bytes]:
        yield self._raw
