"""Listening: one process, two doors; the terminals' behind mutual TLS, the staff's for a browser.

- The terminal that a certificate names is put beside its requests, where channel.py looks at it.
- Request lines are not logged: an address of a person's page would be in them.
- Not here: routes (app.py).
"""

import asyncio
import contextlib
import logging
import signal
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from starlette.applications import Starlette
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from modules.errors import ProductError, SettingsError, UnknownKeyError
from sync.certificates import Identity, server_context, terminal_of
from sync.gateway.app import staff_app, terminals_app
from sync.gateway.wiring import Gateway

KEEP_ALIVE_SECONDS = 75
MEANWHILE_SECONDS = 30
MOST_CONNECTIONS = 2_000


class ShownCertificate(H11Protocol):
    """HTTP over TLS, with the terminal that the other side's certificate names."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Reads the certificate once, and keeps whose it is beside every request of this connection."""
        super().connection_made(transport)
        tls = transport.get_extra_info("ssl_object")
        shown = tls.getpeercert(binary_form=True) if isinstance(tls, ssl.SSLObject) else None
        if shown is not None:
            with contextlib.suppress(UnknownKeyError):
                self.app_state = {**self.app_state, "terminal": terminal_of(shown)}


class Door(Server):
    """A server that tells when it is open, and leaves the process's signals to `serve`."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.is_open = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Captures none."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Opens, and tells.

        Raises:
            SettingsError: It cannot be opened: its port is taken, or its address is not this machine's.
        """
        try:
            await super().startup(sockets)
        except SystemExit:
            raise SettingsError("a door cannot be opened", hint="is its port taken? see gateway.toml") from None
        self.is_open.set()

    @property
    def port(self) -> int:
        """Where it turned out to listen; a port of 0 is given one by the system."""
        return int(self.servers[0].sockets[0].getsockname()[1])


@dataclass(frozen=True, slots=True)
class Doors:
    """The two servers of a gateway."""

    terminals: Door
    staff: Door

    def close(self) -> None:
        """Asks both to finish what they are at and stop."""
        self.terminals.should_exit = self.staff.should_exit = True


def doors(gateway: Gateway) -> Doors:
    """Gives both doors, not open yet.

    Raises:
        SettingsError: A certificate cannot be used.
    """
    terminals, staff = gateway.settings.terminals, gateway.settings.staff
    mutual = server_context(gateway.secret.server.identity, gateway.secret.authority)
    own = _staff_context(gateway) if staff.certificate else None
    return Doors(
        Door(_config(terminals_app(gateway), terminals.host, terminals.port, mutual)),
        Door(_config(staff_app(gateway), staff.host, staff.port, own)),
    )


async def serve(opened: Doors, told: Callable[[Doors], None], meanwhile: Callable[[], object] = lambda: None) -> None:
    """Opens both doors, tells when they are, and returns when they were closed, by a signal or by `Doors.close`.

    `meanwhile` is done at once and then again and again, beside the doors; what goes wrong in it is left for next time.

    Raises:
        SettingsError: A door cannot be opened: its port is taken, or its address is not this machine's.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(RuntimeError, ValueError):  # only the main thread has signals
            loop.add_signal_handler(number, opened.close)
    both = (opened.terminals, opened.staff)
    running = [asyncio.create_task(door.serve()) for door in both]
    telling = asyncio.create_task(_tell(opened, told))
    beside = asyncio.create_task(_again_and_again(meanwhile))
    await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
    opened.close()
    await asyncio.wait(running)
    telling.cancel()
    beside.cancel()
    await asyncio.gather(*running)


async def _again_and_again(meanwhile: Callable[[], object]) -> None:
    while True:
        with contextlib.suppress(ProductError):
            await asyncio.to_thread(meanwhile)
        await asyncio.sleep(MEANWHILE_SECONDS)


async def _tell(opened: Doors, told: Callable[[Doors], None]) -> None:
    await opened.terminals.is_open.wait()
    await opened.staff.is_open.wait()
    told(opened)


def _config(app: Starlette, host: str, port: int, context: ssl.SSLContext | None) -> Config:
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    return Config(
        app,
        host=host,
        port=port,
        http=ShownCertificate,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        ssl_context_factory=(lambda _config, _default: context) if context else None,
    )


def _staff_context(gateway: Gateway) -> ssl.SSLContext:
    staff = gateway.settings.staff
    try:
        certificate, key = ((gateway.folder / name).read_text("ascii") for name in (staff.certificate, staff.key))
    except OSError as error:
        raise SettingsError(f"{error.filename} cannot be read", hint="see [staff] in gateway.toml") from error
    return server_context(Identity(certificate, key))
