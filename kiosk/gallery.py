"""`kiosk render`: every page of a release of packs as a picture with its geometry, in each language, panel and palette.

- The pages are those of a rehearsal (rehearsal.py): the real visit, the real screens, nothing kept.
- `--geometry` draws nothing and says only where everything stands: for `packs readiness --fit`.
- Run as a program of its own; the window it opens is never seen.
- Not here: drawing one widget (render.py) and judging what was drawn.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cache
from itertools import chain, product
from pathlib import Path

from content.release import load_packs, read_release
from content.trust import verify_release
from kiosk.aids import Aids, Scanning
from kiosk.clock import Clock
from kiosk.i18n import OWN_NAMES, Words, direction
from kiosk.intents import Intent
from kiosk.lockdown import Profile, prepare
from kiosk.measured import Measured, Places
from kiosk.pages import Editions
from kiosk.rehearsal import Rehearsal
from kiosk.speech import Out
from kiosk.theme.palettes import PALETTES
from kiosk.theme.tokens import Look
from kiosk.views.aids import aids_view
from kiosk.views.entrance import closed_view, fault_view
from modules.definition.edition import Edition
from modules.definition.institution import with_partners
from modules.definition.start import with_start
from modules.texts import Language

LANGUAGES = tuple(Language(code) for code in OWN_NAMES)
PICTURED = tuple(Language(code) for code in ("nl", "nl@simple", "en", "ar", "tr", "pl"))
"""The languages of the sheet of all pictures; the others are drawn where a name asks for them, and always measured."""
SHOWN_PALETTES = ("light", "contrast")
STANDS_AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
"""The moment of all pictures: the same release gives the same pages on any day."""


Sheet = tuple[str, Look, object, Callable[[], object]]


def draw_all(folder: Path, release: Path, only: tuple[str, ...] = ()) -> Iterator[Path]:
    """Draws every page and gives each picture's path; `only` keeps names that hold one of these parts."""
    prepare(Profile.HIDDEN, 64, 64, frames_a_second=0)
    from kiosk.render import Easel  # noqa: PLC0415  Kivy is imported only after `prepare`

    easel = Easel()
    for name, look, _, build in _sheets(editions_of(release), SHOWN_PALETTES, only, LANGUAGES if only else PICTURED):
        path = folder / f"{name}.png"
        easel.draw(build, look).write(path)
        yield path


def measure_all(
    release: Path, only: tuple[str, ...] = (), languages: Sequence[Language] = LANGUAGES, kept: Path | None = None
) -> Iterator[str]:
    """Gives where everything stands on every page, a line of JSON each, with nothing drawn: colours change no place.

    Args:
        kept: a folder with what was measured before; only pages that became another are laid out.
    """
    prepare(Profile.HIDDEN, 64, 64, frames_a_second=0)
    from kiosk.render import Easel  # noqa: PLC0415  as above

    easel = cache(Easel)  # no window where every page is known
    measured = Measured(kept, all_pages=not only)
    for name, look, view, build in _sheets(editions_of(release), SHOWN_PALETTES[:1], only, languages):

        def measure(build: Callable[[], object] = build, look: Look = look) -> Places:
            return [asdict(place) for place in easel().geometry(build, look)]

        panel = {"width": look.panel.width_px, "height": look.panel.height_px, "mm_per_px": look.panel.mm_per_px}
        places = measured.places(view, look, measure)
        yield json.dumps({"page": name, "language": look.language, "panel": panel, "places": places})
    measured.keep()


def _sheets(
    editions: Editions, palettes: Sequence[str], only: tuple[str, ...], languages: Sequence[Language]
) -> Iterator[Sheet]:
    """Gives the name, the look, the view and the maker of every picture wanted."""
    from kiosk.render import PANELS  # noqa: PLC0415  as above
    from kiosk.screens import screen_of  # noqa: PLC0415  as above

    for language in languages:
        pages = chain(Rehearsal(editions, LANGUAGES, still_clock()).walk(language), _out_of_the_way(language))
        shown = ((page, view, *each) for page, view in pages for each in product(PANELS.items(), palettes))
        for page, view, (panel, measures), palette in shown:
            name = f"{page}-{language.replace('@', '-')}-{panel}-{palette}"
            if only and not any(part in name for part in only):
                continue
            look = replace(
                Look(panel=measures, language=language, direction=direction(language)),
                palette=next(each for known, each in PALETTES.items() if known == palette),
            )

            def build(look: Look = look, view: object = view) -> object:
                screen = screen_of(type(view))(look=look, words=Words(look.language), send=_nobody)
                screen.paint(view)
                return screen

            yield name, look, view, build


def _out_of_the_way(language: Language) -> Iterator[tuple[str, object]]:
    """Gives what no walk meets: what helps to hear and to use it, a fault, and a terminal that is out of use."""
    outs = (Out.HEADSET, Out.SPEAKER)
    yield "aids", aids_view(Aids(), outs, language)
    yield "aids-use", aids_view(Aids(scanning=Scanning.ONE), outs, language, using=True)
    yield "fault", fault_view(language)
    yield "closed", closed_view((language,))


def still_clock() -> Clock:
    """Gives a clock that is certain of one moment."""
    at_ms = round(STANDS_AT.timestamp() * 1000)
    return Clock(at_ms, wall_ns=lambda: at_ms * 1_000_000, uptime_ns=lambda: 0)


def editions_of(release: Path) -> Editions:
    """Gives the questionnaire and the programme of a release, trusted by its own first root: for pictures only."""
    offered = read_release(release)
    now = datetime.fromtimestamp(Clock().moment().wall_ms / 1000, UTC)
    verified = verify_release(offered, trusted_root=offered.roots[0], reference_time=now)
    packs = {pack.manifest.id: pack for pack in load_packs(verified)}
    reflector, kvv, start = (packs[name] for name in ("reflector", "kvv", "start"))  # type: ignore[index]
    programme = Edition(kvv.digest, kvv.definition)
    institution = packs["institution"]  # type: ignore[index]
    helped = with_partners(programme, Edition(institution.digest, institution.definition))  # type: ignore[arg-type]
    beside = with_start(helped, Edition(start.digest, start.definition))  # type: ignore[arg-type]
    return Editions(Edition(reflector.digest, reflector.definition), beside)  # type: ignore[arg-type]


def _nobody(_intent: Intent) -> None:
    """Takes what a picture's buttons mean: nothing."""
