"""The verb of the keepers: `packs root`, which draws up the first root of a release and each next one.

- It takes `say`, which prints a line, and what was asked, and gives the exit code.
- Not here: what a root is (keepers.py), refusing (cli.py), and signing (`packs sign`).
"""

import argparse
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from content.keepers import begin_release, next_root, read_public_key, role_keys, told
from content.release import read_release, write_release
from content.signing import Periods
from modules.errors import SettingsError

Say = Callable[[str], None]
Verb = Callable[[str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]


def add_root(verb: Verb, say: Say) -> None:
    """Adds the verb to the program."""
    root = verb("root", "draw up whose keys a release is trusted by: its first root, or the next", partial(_root, say))
    root.add_argument(
        "action", choices=("begin", "next"), help="begin: an empty release; next: other keys, or a new term"
    )
    root.add_argument("release", type=Path, help="the release folder")
    root.add_argument(
        "--day", type=date.fromisoformat, required=True, help="today, as 2026-01-31; the term counts from it"
    )
    for name, whose in (
        ("keepers", "who keep the root, three or more"),
        ("signers", "author, approver, and who may stand in for them"),
        ("stations", "the release station's"),
    ):
        told_keys = f"public keys of {whose}; with next: in the place of all there are"
        root.add_argument(f"--{name}", type=Path, nargs="+", default=(), metavar="KEY", help=told_keys)


def _root(say: Say, asked: argparse.Namespace) -> int:
    keys = role_keys(
        *([read_public_key(path) for path in paths] for paths in (asked.keepers, asked.signers, asked.stations))
    )
    if asked.action == "begin":
        if asked.release.exists() and any(asked.release.iterdir()):
            raise SettingsError("there is something in that folder", hint="A first root begins in a new folder.")
        release = begin_release(keys, asked.day, Periods())
    else:
        release = next_root(read_release(asked.release), keys, asked.day, Periods())
    write_release(asked.release, release)
    for line in told(release.roots[-1]):
        say(line)
    say(f"{asked.release}/metadata/{len(release.roots)}.root.json: not signed yet; each keeper adds `packs sign`")
    return 0
