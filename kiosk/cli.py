"""`kiosk`: run the terminal, carry what is due, set a terminal up, look at its health.

- Every verb reads one settings file; an error is one sentence and what to do, with an exit code that says its kind.
- Nothing here prints a person's name, number or words.
- Not here: what the verbs do (wiring, provision.py, status.py, development.py, render.py).
"""

import argparse
import gc
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.beside import Beside
from kiosk.key_verbs import add_restore, add_verbs, told_by
from kiosk.settings import PepperPlace, read_settings
from kiosk.theme.panels import KNOWN_PANELS
from kiosk.theme.tokens import TEXT_FACTORS
from modules.errors import DeliveryError, MalformedError, ProductError, StoreError, UntrustedError
from modules.texts import Language

EXIT_CODES: tuple[tuple[type[ProductError], int], ...] = (
    (MalformedError, 2),
    (UntrustedError, 3),
    (StoreError, 4),
    (DeliveryError, 5),
    (ProductError, 1),
)
SETTINGS = Path("terminal.toml")
ABOUT = """The touch terminal of kvv-kiosk, and what keeps it going.

A terminal is a folder made once by `kiosk provision`, with terminal.toml in it. The window (`kiosk run`) has no
network; a second program (`kiosk courier`) carries what is due to the gateway and brings back what is new."""
ENDING = """examples:
  kiosk provision bundle.json /var/lib/kvv-kiosk --packs release --root 1.root.json
                                                     set a terminal up from a gateway's bundle
  kiosk run --settings /var/lib/kvv-kiosk/terminal.toml
  kiosk carry /media/stick                           one round by carried medium
  kiosk keys enrol /etc/credstore.encrypted/kvv-kiosk-store-key
  kiosk status --json                                health, without anything of anybody
  kiosk upkeep                                       what the timer does every night

exit codes: 0 done, 1 refused, 2 not as specified, 3 not trusted, 4 the store, 5 not delivered"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the words ask and gives the exit code."""
    chosen = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    try:
        return int(chosen.does(chosen) or 0)
    except ProductError as error:
        print(f"kiosk: {error.message}", file=sys.stderr)
        if error.hint:
            print(f"       {error.hint}", file=sys.stderr)
        return next(code for kind, code in EXIT_CODES if isinstance(error, kind))
    except OSError as error:
        print(f"kiosk: {error.filename or 'the disk'}: {error.strerror}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk", description=ABOUT, epilog=ENDING, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB", title="what to do")

    def verb(name: str, about: str, does: object, *, settings: bool = True) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=about, description=about)
        added.set_defaults(does=does)
        if settings:
            added.add_argument("--settings", type=Path, default=SETTINGS, help="the terminal's terminal.toml")
        return added

    run = verb("run", "open the window and stay until it is ended", _run)
    run.add_argument("--places", type=Path, help="development only: a file that says where everything stands")
    courier = verb("courier", "carry what is due to the gateway, again and again", _courier)
    courier.add_argument("--once", action="store_true", help="one round, then end")
    carry = verb("carry", "one round by carried medium: write what is due, read what came back", _carry)
    carry.add_argument("medium", type=Path, help="the folder of the medium")
    provision = verb("provision", "set a terminal up from a gateway's bundle", _provision, settings=False)
    provision.add_argument("bundle", type=Path, help="the file that `drplan enrol` wrote")
    provision.add_argument("folder", type=Path, help="the new folder of the terminal")
    provision.add_argument("--packs", type=Path, required=True, help="a signed release of content packs")
    provision.add_argument("--root", type=Path, required=True, help="the trusted root, brought by another road")
    provision.add_argument("--development", action="store_true", help="a key file, and a window that can be closed")
    places = [place.value for place in PepperPlace]
    provision.add_argument("--pepper", choices=places, default="store", help="where the PIN pepper is to be kept")
    install = verb("install-pack", "check a release of content packs and install it", _install_pack)
    install.add_argument("release", type=Path, help="the folder of the release")
    install.add_argument("--dry-run", action="store_true", help="only say, in counts, what it would do to running work")
    _add_health(verb)
    add_verbs(verb("keys", "what opens the store: its slots, and changing them", _keys, settings=False), SETTINGS)
    add_restore(verb("restore", "open the store on a new machine with what the recovery desk granted", _keys))
    _add_drawing(verb)
    return parser


def _add_drawing(verb: Callable[..., argparse.ArgumentParser]) -> None:
    render = verb("render", "draw screens to pictures, with their geometry", _render, settings=False)
    drawn = render.add_mutually_exclusive_group(required=True)
    drawn.add_argument("--all", type=Path, metavar="FOLDER", help="where the pictures go")
    drawn.add_argument("--geometry", action="store_true", help="no pictures: where all stands, a line of JSON a page")
    drawn.add_argument("--judge", action="store_true", help="no pictures: what is wrong on any page; ends with 1")
    render.add_argument("--kinds", action="store_true", help="one page of each screen and kind, with contact sheets")
    render.add_argument("--languages", nargs="*", default=(), metavar="LANGUAGE", help="only these")
    render.add_argument(
        "--letters", nargs="*", type=float, default=(), choices=TEXT_FACTORS, help="only these, times as large"
    )
    render.add_argument("--panels", nargs="*", default=(), choices=tuple(KNOWN_PANELS), help="only these panels")
    render.add_argument("--kept", type=Path, metavar="DIR", help="with --geometry: what was measured before, kept here")
    render.add_argument("--packs", type=Path, default=Path("build/packs"), help="the release to draw")
    render.add_argument("--only", nargs="*", default=(), metavar="PART", help="only pictures with this in the name")
    preview = verb(
        "preview",
        "show a release in a window at a desk; `packs preview` tells it what follows",
        _preview,
        settings=False,
    )
    preview.add_argument("--packs", type=Path, required=True, help="the release to begin with")
    preview.add_argument("--language", default="nl", help="the language to begin in, such as ar or nl@simple")
    preview.add_argument("--panel", default="15", choices=tuple(KNOWN_PANELS), help="the size of the window")
    preview.add_argument("--page", default="home", help="the page to begin on, such as reflector/basics")
    preview.add_argument("--places", type=Path, help="for tests: a file that says what stands on the screen, and where")


def _keys(chosen: argparse.Namespace) -> int:
    print(told_by(chosen, print))
    return 0


def _add_health(verb: Callable[..., argparse.ArgumentParser]) -> None:
    status = verb("status", "say how the terminal is, without anything of anybody", _status)
    status.add_argument("--json", action="store_true", help="for a program to read")
    status.add_argument("--check", action="store_true", help="also read the whole store, and say what is wrong")
    selftest = verb("selftest", "look whether this terminal can do its work today", _selftest)
    selftest.add_argument("--json", action="store_true", help="for a program to read")
    verb("upkeep", "check the store and write the second file; once a night, by its timer", _upkeep)


def _run(chosen: argparse.Namespace) -> int:
    gc.disable()  # until the first screen stands (kiosk/app.py): all that is made before stays
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # it would look for some in every installed package
    from kiosk.wiring.window import open_window  # noqa: PLC0415  the other verbs open no window

    open_window(read_settings(chosen.settings), chosen.places)
    return 0


def _courier(chosen: argparse.Namespace) -> int:
    from kiosk.wiring.courier import run_courier  # noqa: PLC0415  the window has no network

    return run_courier(read_settings(chosen.settings), once=chosen.once)


def _carry(chosen: argparse.Namespace) -> int:
    from kiosk.wiring.courier import carry_by_medium  # noqa: PLC0415  as above

    print(carry_by_medium(read_settings(chosen.settings), chosen.medium))
    return 0


def _provision(chosen: argparse.Namespace) -> int:
    from kiosk.wiring.upkeep import provision_terminal  # noqa: PLC0415  once in a terminal's life

    pepper = PepperPlace(chosen.pepper)
    written = provision_terminal(
        chosen.bundle, chosen.folder, chosen.packs, chosen.root, development=chosen.development, pepper=pepper
    )
    print(f"{written}: give this introduction to the gateway with `drplan introduce`")
    return 0


def _install_pack(chosen: argparse.Namespace) -> int:
    from kiosk.wiring.upkeep import foresee_release, install_release  # noqa: PLC0415  as above

    does = foresee_release if chosen.dry_run else install_release
    for line in does(read_settings(chosen.settings), chosen.release):
        print(line)
    return 0


def _status(chosen: argparse.Namespace) -> int:
    from kiosk.wiring.upkeep import status_of  # noqa: PLC0415  as above

    status = status_of(read_settings(chosen.settings), thorough=chosen.check).model_dump(mode="json")
    print(
        json.dumps(status, indent=1) if chosen.json else "\n".join(f"{name}: {value}" for name, value in status.items())
    )
    return 0


def _selftest(chosen: argparse.Namespace) -> int:
    from kiosk.wiring.nightly import self_test  # noqa: PLC0415  as above

    found = dict(self_test(read_settings(chosen.settings)))
    lines = (f"{name}: {'ok' if passes else 'FAILED'}" for name, passes in found.items())
    print(json.dumps(found, indent=1) if chosen.json else "\n".join(lines))
    return 0 if all(found.values()) else 1


def _upkeep(chosen: argparse.Namespace) -> int:
    from kiosk.wiring.nightly import keep_up  # noqa: PLC0415  as above

    upkeep = keep_up(read_settings(chosen.settings))
    for name, value in upkeep.model_dump(mode="json").items():
        print(f"{name}: {value}")
    return 0 if upkeep.is_well and upkeep.second == "written" else 4


def _preview(chosen: argparse.Namespace) -> int:
    from kiosk.preview import Wanted, open_preview  # noqa: PLC0415  as above

    return open_preview(Wanted(chosen.packs, Language(chosen.language), chosen.panel, chosen.page, chosen.places))


def _render(chosen: argparse.Namespace) -> int:
    from kiosk.gallery import LANGUAGES, PICTURED, draw_all, judge_all, measure_all  # noqa: PLC0415  Kivy

    only, faults = tuple(chosen.only), 0
    offered = PICTURED if chosen.all and not only and not chosen.languages else LANGUAGES
    languages = tuple(one for one in offered if not chosen.languages or one in chosen.languages)
    if len(languages) > 1 and not only and not chosen.geometry:
        return _beside(chosen, languages)
    if chosen.judge:
        for fault in judge_all(chosen.packs, only, languages, chosen.letters, chosen.panels):
            print(fault)
            faults += 1
        return 1 if faults else 0
    pages = measure_all(chosen.packs, only, languages, chosen.kept) if chosen.geometry else None
    for told in pages or draw_all(
        chosen.all, chosen.packs, only, languages, kinds=chosen.kinds, letters=chosen.letters, panels=chosen.panels
    ):
        print(told)
    return 0


def _beside(chosen: argparse.Namespace, languages: Sequence[Language]) -> int:
    """Has each language drawn or judged by a program of its own."""
    words = ["--judge"] if chosen.judge else ["--all", str(chosen.all), *(["--kinds"] if chosen.kinds else [])]
    letters = ["--letters", *map(str, chosen.letters)] if chosen.letters else []
    panels = ["--panels", *chosen.panels] if chosen.panels else []
    beside = Beside([*words, *letters, *panels, "--packs", str(chosen.packs)])
    for line in beside.lines(languages):
        print(line, flush=True)
    return beside.ended
