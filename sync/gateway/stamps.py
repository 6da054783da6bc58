"""Trusted time on a signed plan: an RFC 3161 token over its digest, kept in the register; it proves `not later`.

- A configured authority is asked over HTTP(S) with the digest alone; nothing of the plan leaves.
- Without one the gateway stamps with a key of its own: a development default, which proves no more than the gateway's
  own word, and says so by its name.
- The first token of a digest stays; a time that could not be had now is asked for again later.
- A plan that comes in is noted as due at once, and stamped apart from the taking in, which waits for nobody.
- Not here: who calls when (courses.py, serving.py, verbs.py), and what a token proves (tokens.py).
"""

import asyncio
from datetime import datetime

import httpx
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from modules.errors import RetryLaterError
from modules.ids import Digest
from sync.gateway.clock import Clock
from sync.gateway.database import Database
from sync.gateway.sealing import der, private_key
from sync.gateway.seals import Seals

WAIT_SECONDS = 20.0
MOST_BYTES = 64 * 1024
POLICY = "2.25.1"
_DUE = "SELECT digest FROM stamps_due WHERE digest NOT IN (SELECT digest FROM stamps)"


class HouseStamper(DummyTimeStamper):
    """The gateway as its own time-stamping authority."""

    def __init__(self, seals: Seals, clock: Clock) -> None:
        seal = seals.time_seal()
        certificate, authority = der(seal)
        registry = SimpleCertificateStore()
        registry.register(authority)
        super().__init__(certificate, private_key(seal), certs_to_embed=registry)
        self._clock = clock

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Gives a token of now."""
        self.fixed_dt = self._clock.now().replace(microsecond=0)
        return self.request_tsa_response(req)

    def _build_tst_info(self, message_imprint: tsp.MessageImprint, dt: datetime, req: tsp.TimeStampReq) -> tsp.TSTInfo:
        said = {
            "version": "v1",
            "policy": tsp.ObjectIdentifier(POLICY),
            "message_imprint": message_imprint,
            "serial_number": self._clock.serial(),
            "gen_time": dt,
            "tsa": asn1_x509.GeneralName(name="directory_name", value=self.tsa_cert.subject),
        }
        if req["nonce"].native is not None:
            said["nonce"] = req["nonce"]
        return tsp.TSTInfo(said)


class HttpStamper(TimeStamper):
    """A time-stamping authority elsewhere, asked by HTTP (RFC 3161 section 3.4)."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Gives the authority's answer.

        Raises:
            TimestampRequestError: It gave none that can be read.
        """
        headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
        try:
            async with httpx.AsyncClient(timeout=WAIT_SECONDS, trust_env=False) as client:
                answer = await client.post(self._url, content=req.dump(), headers=headers)
            answer.raise_for_status()
            return tsp.TimeStampResp.load(answer.content[:MOST_BYTES], strict=True)
        except (httpx.HTTPError, ValueError) as error:
            raise TimestampRequestError("the time-stamping authority gave no answer") from error


class Stamps:
    """Gets tokens and keeps them."""

    def __init__(self, database: Database, seals: Seals, clock: Clock, url: str) -> None:
        self._database = database
        self._seals = seals
        self._clock = clock
        self._url = url

    def stamper(self) -> TimeStamper:
        """Gives what stamps here: the configured authority, or the gateway itself."""
        return HttpStamper(self._url) if self._url else HouseStamper(self._seals, self._clock)

    def want(self, plan: Digest) -> None:
        """Notes that a plan came in, to be stamped soon.

        Raises:
            StoreError: It could not be written.
        """
        with self._database.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO stamps_due (digest) VALUES (?)", (bytes.fromhex(plan),))

    def stamp_due(self) -> int:
        """Stamps what is due, and gives how many plans still are: an authority that is away is asked again later."""
        with self._database.reading() as connection:
            rows = connection.execute(_DUE).fetchall()
        left = len(rows)
        for (raw,) in rows:
            try:
                self.stamp(Digest(raw.hex()))
            except RetryLaterError:
                break
            left -= 1
        return left

    def of(self, plan: Digest) -> bytes | None:
        """Gives the first token that was had over a plan's digest."""
        asked = "SELECT token FROM stamps WHERE digest = ? ORDER BY id LIMIT 1"
        with self._database.reading() as connection:
            row = connection.execute(asked, (bytes.fromhex(plan),)).fetchone()
        return bytes(row[0]) if row else None

    def stamp(self, plan: Digest) -> bytes:
        """Gives the token over a plan's digest, and gets it where there is none yet.

        Raises:
            RetryLaterError: The authority cannot be reached, or refused.
        """
        kept = self.of(plan)
        if kept is not None:
            return kept
        try:
            token = asyncio.run(self.stamper().async_timestamp(bytes.fromhex(plan), "sha256"))
        except OSError as error:
            raise RetryLaterError(
                "no time stamp could be had", hint="see time_stamp_url in gateway.toml; it is asked for again later"
            ) from error
        raw: bytes = token.dump()
        row = bytes.fromhex(plan), raw, self._clock.now_ms()
        with self._database.writing() as connection:
            connection.execute("INSERT INTO stamps (digest, token, at_ms) VALUES (?, ?, ?)", row)
        return raw
