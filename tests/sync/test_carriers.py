"""Both roads to the gateway keep the same rules."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sync.carriers.https import HttpsCarrier
from sync.carriers.medium import MediumCarrier
from sync.ports import Carrier
from tests.line import Opened, tls_of
from tests.suites.carrier import CarrierSuite, Road


class TestHttps(CarrierSuite):
    @contextmanager
    def a_road(self, opened: Opened, folder: Path) -> Iterator[Road]:
        with ExitStack() as stack:
            doors = stack.enter_context(opened.serving())
            url = f"https://127.0.0.1:{doors.terminals.port}/"
            ends: dict[str, Carrier] = {
                terminal.id: stack.enter_context(HttpsCarrier(url, tls_of(terminal))) for terminal in opened.terminals
            }
            yield Road(opened, ends, lambda: None)


class TestMedium(CarrierSuite):
    @contextmanager
    def a_road(self, opened: Opened, folder: Path) -> Iterator[Road]:
        medium = folder / "medium"
        medium.mkdir()
        ends: dict[str, Carrier] = {
            terminal.id: MediumCarrier(medium, terminal.id, terminal.bundle.institution, terminal.signer)
            for terminal in opened.terminals
        }

        def carried() -> None:
            opened.gateway.by_hand.take_in(medium)
            opened.gateway.by_hand.put_back(medium, opened.roster.institution)

        yield Road(opened, ends, carried)
