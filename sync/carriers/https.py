"""The road over a network: mutual TLS, one POST up, one GET down (WIRE 5.1).

- Whatever the network does is `RetryLaterError`; only a problem document of the gateway itself is a refusal.
- Nothing larger than WIRE 6 allows is read into memory, whoever answers.
- Not here: what is sent (courier.py), when again (policy.py), certificates (certificates.py).
"""

import ssl
from collections.abc import Iterable
from types import TracebackType
from typing import Self

import httpx
from pydantic import ValidationError

from modules.errors import RetryLaterError
from sync.wire import MEDIA_TYPE, PARCEL_BYTES, PROBLEM_MEDIA_TYPE, Problem, ProblemCode, ProblemError, Receipt

TIMEOUT_SECONDS = 30.0
_LATER = {ProblemCode.BUSY, ProblemCode.UNAVAILABLE}


class HttpsCarrier:
    """A connection to the gateway that stays open between requests; use it in a `with`."""

    def __init__(self, url: str, context: ssl.SSLContext, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._client = httpx.Client(base_url=url, verify=context, timeout=timeout_seconds, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def send(self, batch: bytes) -> bytes | None:
        """Posts one batch and gives the receipt.

        Raises:
            RetryLaterError: No answer, or not now.
            ProblemError: The gateway has refused this batch.
        """
        return self._ask("POST", "v1/batches", content=batch, headers={"Content-Type": MEDIA_TYPE})

    def fetch(self, after: int) -> Iterable[bytes]:
        """Gets the feed after a position.

        Raises:
            RetryLaterError: No answer, or not now.
            ProblemError: The gateway gives this terminal no feed.
        """
        return [self._ask("GET", "v1/feeds", params={"after": str(after)})]

    def settled(self, receipt: Receipt) -> None:
        """Leaves everything as it is: nothing stays behind on this road."""

    def _ask(
        self,
        method: str,
        path: str,
        *,
        content: bytes | None = None,
        headers: dict[str, str] | None = None,
        params: dict[str, str] | None = None,
    ) -> bytes:
        try:
            with self._client.stream(method, path, content=content, headers=headers, params=params) as response:
                return _answer(response, _bounded(response))
        except httpx.HTTPError as error:
            raise RetryLaterError(
                "the gateway does not answer", hint="look at the network and at `drplan serve`"
            ) from error


def _bounded(response: httpx.Response) -> bytes:
    parts: list[bytes] = []
    size_bytes = 0
    for part in response.iter_raw():
        size_bytes += len(part)
        if size_bytes > PARCEL_BYTES:
            raise RetryLaterError("an answer is larger than WIRE 6 allows", hint="look at what stands in between")
        parts.append(part)
    return b"".join(parts)


def _answer(response: httpx.Response, raw: bytes) -> bytes:
    media_type = response.headers.get("Content-Type", "").partition(";")[0]
    if response.status_code == httpx.codes.OK and media_type == MEDIA_TYPE:
        return raw
    found = _problem(raw) if media_type == PROBLEM_MEDIA_TYPE else None
    if found is None or found.code in _LATER:
        raise RetryLaterError(
            f"the gateway answers {response.status_code}",
            hint="look at `drplan serve`",
            after_seconds=_after_seconds(response),
        )
    raise ProblemError(found)


def _problem(raw: bytes) -> Problem | None:
    try:
        return Problem.model_validate_json(raw)
    except ValidationError:
        return None


def _after_seconds(response: httpx.Response) -> int | None:
    text = response.headers.get("Retry-After", "")
    return int(text) if text.isdecimal() and len(text) <= 5 else None  # noqa: PLR2004  a day has five digits
