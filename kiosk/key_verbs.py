"""The verbs of `kiosk keys` and `kiosk restore`: their names, help and arguments.

- Each verb is told the opener of the store and what was asked; what it gives is printed.
- Not here: what a verb does (wiring/keys.py), and printing (cli.py).
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.settings import read_settings

Ask = argparse.Namespace
TERMINAL = "the terminal's terminal.toml"


def add_verbs(keys: argparse.ArgumentParser, settings: Path) -> None:
    """Adds every verb to `kiosk keys`."""
    names = keys.add_subparsers(title="what to do with the slots", metavar="WHAT", required=True)

    def change(name: str, about: str, does: Callable[[Any, Any, Ask], object]) -> argparse.ArgumentParser:
        added = names.add_parser(name, help=about, description=about)
        added.set_defaults(change=does)
        added.add_argument("--settings", type=Path, default=settings, help=TERMINAL)
        added.add_argument("--passphrase", action="store_true", help="ask for a passphrase to open the store with")
        return added

    change("list", "say which slots there are", lambda verbs, opener, _: verbs.listed(opener))
    enrol = names.add_parser("enrol", help="make a credential of this machine, for a terminal still to be set up")
    enrol.set_defaults(change=lambda verbs, _, ask: verbs.enrol(ask.out, _binding(ask)), settings=None)
    rotate = change("rotate", "a new credential in the place of the old", _rotate)
    for bound in (enrol, rotate):
        _add_binding(bound)
    change("add-passphrase", "a slot for words that staff know", lambda verbs, opener, _: verbs.add_passphrase(opener))
    change("add-credential", "a slot for the credential here", lambda verbs, opener, _: verbs.add_credential(opener))
    escrow = change("add-escrow", "a slot for the recovery desk", _add_escrow)
    escrow.add_argument("recovery_key", type=Path, help="the recovery.pub of `drplan recovery-key`")
    remove = change("remove", "remove a slot", lambda verbs, opener, ask: verbs.remove(opener, ask.slot))
    remove.add_argument("slot", help="its name, as `kiosk keys list` shows it")
    change("rekey", "a new key for the whole store", lambda verbs, opener, ask: verbs.rekey(opener, ask.tell))
    pepper = change("pepper", "have the PIN pepper stand where the settings say", _pepper)
    pepper.add_argument("--bundle", type=Path, help="a bundle of the same institution, where a TPM had it")
    unlock = change("unlock", "open the store for this start of the machine", _unlock)
    unlock.add_argument("folder", type=Path, help="a folder in memory, such as under /run")
    request = change("request", "ask the recovery desk for a slot on this machine", _request)
    request.add_argument("out", type=Path, help="the file to write; it is not secret")


def add_restore(restore: argparse.ArgumentParser) -> None:
    """Adds what `kiosk restore` asks."""
    restore.add_argument("grant", type=Path, help="the file that `drplan recover` wrote")
    restore.set_defaults(change=lambda verbs, opener, ask: verbs.restore(opener, ask.grant), passphrase=False)


def told_by(ask: Ask, tell: Callable[[str], None]) -> str:
    """Does what was asked and gives what it told; `tell` is told how far it is."""
    from kiosk.wiring import keys  # noqa: PLC0415  once in a long while

    ask.tell = tell
    opener = keys.opener_of(read_settings(ask.settings), with_passphrase=ask.passphrase) if ask.settings else None
    return str(ask.change(keys, opener, ask))


def _add_binding(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("out", type=Path, help="the encrypted credential that the units load")
    verb.add_argument("--with-key", default="host+tpm2", choices=("host+tpm2", "tpm2", "host"), help="bound to what")
    verb.add_argument("--pcrs", default="7", help="the registers of the TPM it is bound to (default %(default)s)")
    verb.add_argument("--tpm2-device", default="auto", help="which TPM (default %(default)s)")


def _binding(ask: Ask) -> Any:
    from kiosk.credential import Binding  # noqa: PLC0415  as above

    return Binding(ask.with_key, ask.pcrs, ask.tpm2_device)


def _rotate(verbs: Any, opener: Any, ask: Ask) -> object:
    return verbs.rotate(opener, ask.out, _binding(ask))


def _add_escrow(verbs: Any, opener: Any, ask: Ask) -> object:
    return verbs.add_escrow(opener, ask.recovery_key)


def _unlock(verbs: Any, opener: Any, ask: Ask) -> object:
    return verbs.unlock(opener, ask.folder)


def _pepper(_: Any, opener: Any, ask: Ask) -> object:
    from kiosk.wiring.pepper import place_pepper  # noqa: PLC0415  as above

    return place_pepper(opener, ask.bundle)


def _request(verbs: Any, opener: Any, ask: Ask) -> object:
    return verbs.request(opener, ask.out)
