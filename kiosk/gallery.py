"""`kiosk render`: every page of a release of packs as a picture with its geometry, in each language, panel and palette.

- The pages are those of a rehearsal (rehearsal.py): the real visit, the real screens, nothing kept.
- `--geometry` draws nothing and says only where everything stands: for `packs readiness --fit`.
- `--judge` draws nothing and says only what is wrong (judging.py); `--kinds` draws one page of each kind, and sheets.
- Run as a program of its own; the window it opens is never seen.
- Not here: drawing one widget (render.py) and judging what was drawn.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from itertools import chain, product
from pathlib import Path

from content.release import load_packs, read_release
from content.trust import verify_release
from kiosk.aids import Aids, Leaf, Scanning
from kiosk.clock import Clock
from kiosk.i18n import OWN_NAMES, Words, direction
from kiosk.intents import Intent
from kiosk.item_pages import item_pages
from kiosk.lockdown import Profile, prepare
from kiosk.measured import Measured, Places
from kiosk.pages import Editions
from kiosk.rehearsal import Rehearsal
from kiosk.speech import Out
from kiosk.theme.palettes import PALETTES, PaletteName
from kiosk.theme.panels import panels_of
from kiosk.theme.tokens import TEXT_FACTORS, Look
from kiosk.views.aids import Now, aids_view
from kiosk.views.entrance import closed_view, fault_view, resting_view
from kiosk.views.question import QuestionView
from modules.definition.edition import Edition
from modules.definition.institution import with_partners
from modules.definition.start import with_start
from modules.texts import DUTCH, Language

LANGUAGES = tuple(Language(code) for code in OWN_NAMES)
PICTURED = tuple(Language(code) for code in ("nl", "nl@simple", "en", "ar", "tr", "pl"))
"""The languages that are drawn; the others are where they are asked for, and always judged."""
SHOWN_PALETTES = ("light", "contrast")
STANDS_AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
"""The moment of all pictures: the same release gives the same pages on any day."""

Page = tuple[str, object]
"""The name of a page, and its view."""
Sheet = tuple[str, str, Look, object, Callable[[], object]]
"""A page, the name of its picture, its look, its view, and what makes it."""


def draw_all(
    folder: Path,
    release: Path,
    only: tuple[str, ...] = (),
    languages: Sequence[Language] = LANGUAGES,
    *,
    kinds: bool = False,
    letters: Sequence[float] = (),
    panels: Sequence[str] = (),
) -> Iterator[Path]:
    """Draws pages and gives each picture's path.

    Args:
        folder: where the pictures go.
        release: the packs whose pages are drawn.
        only: keeps names that hold one of these parts.
        languages: in which.
        kinds: only the first page of each screen and each kind of exercise, and contact sheets of them.
        letters: in letters of which factor; the usual when none is given.
        panels: on which panels; the usual three when none is given.
    """
    prepare(Profile.HIDDEN, 64, 64, frames_a_second=0)
    from kiosk.contact import Contact  # noqa: PLC0415  Kivy is imported only after `prepare`
    from kiosk.render import Easel  # noqa: PLC0415  as above

    easel, contact = Easel(), Contact(folder)
    pages = _pages(editions_of(release), languages, _first_of_each if kinds else _every)
    for page, name, look, _, build in _sheets(pages, SHOWN_PALETTES, only, letters, panels):
        picture = easel.draw(build, look)
        path = folder / f"{name}.png"
        picture.write(path)
        yield path
        if kinds:
            contact.add(page, name.removeprefix(f"{page}-"), picture)
    yield from contact.write()


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
    pages = _pages(editions_of(release), languages, _every)
    for _, name, look, view, build in _sheets(pages, SHOWN_PALETTES[:1], only):

        def measure(build: Callable[[], object] = build, look: Look = look) -> Places:
            return [asdict(place) for place in easel().geometry(build, look)]

        panel = {"width": look.panel.width_px, "height": look.panel.height_px, "mm_per_px": look.panel.mm_per_px}
        places = measured.places(view, look, measure)
        yield json.dumps({"page": name, "language": look.language, "panel": panel, "places": places})
    measured.keep()


def judge_all(
    release: Path,
    only: tuple[str, ...] = (),
    languages: Sequence[Language] = LANGUAGES,
    letters: Sequence[float] = (),
    panels: Sequence[str] = (),
) -> Iterator[str]:
    """Gives every fault of every page, item and step, in each language on each panel, a line each; nothing is drawn.

    In Dutch the pages are also judged in the other palettes, on one panel: only contrast differs in them.
    """
    prepare(Profile.HIDDEN, 64, 64, frames_a_second=0)
    from kiosk.stage import Stage  # noqa: PLC0415  as above

    editions, shown = editions_of(release), panels_of(panels)
    for language in languages:
        pages = [*_every(editions, language), *item_pages(editions, language)]
        in_light = product(shown.items(), [PALETTES[PaletteName.LIGHT]], letters or TEXT_FACTORS[:1])
        others = [palette for palette in PALETTES.values() if palette.name != "light" and language == DUTCH]
        in_others = product(list(shown.items())[:1], others, TEXT_FACTORS[:1])
        for (panel, measures), palette, factor in chain(in_light, in_others):
            look = Look(palette, measures, language, direction(language), factor)
            stage = Stage(look)
            for page, view in pages:
                name = _name(page, look, panel)
                if not only or any(part in name for part in only):
                    yield from (f"{name}: {fault}" for fault in stage.faults(view))
            stage.close()


def _every(editions: Editions, language: Language) -> Iterator[Page]:
    """Gives every page a person meets, and those that no walk meets."""
    return chain(Rehearsal(editions, LANGUAGES, still_clock()).walk(language), _out_of_the_way(language))


def _first_of_each(editions: Editions, language: Language) -> Iterator[Page]:
    """Gives the first page of each kind of exercise, and of each screen within a course; all other pages are given."""
    seen = set()
    for page, view in _every(editions, language):
        course = page.startswith(("reflector-", "kvv-"))
        kind = (view.kind if isinstance(view, QuestionView) else type(view)) if course else page
        if kind not in seen:
            seen.add(kind)
            yield page, view


def _pages(
    editions: Editions, languages: Sequence[Language], chosen: Callable[[Editions, Language], Iterator[Page]]
) -> Iterator[tuple[Language, Page]]:
    """Gives the chosen pages in each language."""
    return ((language, page) for language in languages for page in chosen(editions, language))


def _sheets(
    pages: Iterator[tuple[Language, Page]],
    palettes: Sequence[str],
    only: tuple[str, ...],
    letters: Sequence[float] = (),
    panels: Sequence[str] = (),
) -> Iterator[Sheet]:
    """Gives every picture wanted."""
    from kiosk.screens import screen_of  # noqa: PLC0415  as above

    for language, (page, view) in pages:
        for (panel, measures), palette, factor in product(
            panels_of(panels).items(), palettes, letters or TEXT_FACTORS[:1]
        ):
            shown = next(each for known, each in PALETTES.items() if known == palette)
            look = Look(shown, measures, language, direction(language), factor)
            name = _name(page, look, panel)
            if only and not any(part in name for part in only):
                continue

            def build(look: Look = look, view: object = view) -> object:
                screen = screen_of(type(view))(look=look, words=Words(look.language), send=_nobody)
                screen.paint(view)
                return screen

            yield page, name, look, view, build


def _name(page: str, look: Look, panel: str) -> str:
    letters = "" if look.text_factor == 1 else f"-{look.text_factor}"
    return f"{page}-{look.language.replace('@', '-')}-{panel}-{look.palette.name}{letters}"


def _out_of_the_way(language: Language) -> Iterator[tuple[str, object]]:
    """Gives what no walk meets: what helps to hear and to use it, a fault, and a terminal that is out of use."""
    outs = (Out.HEADSET, Out.SPEAKER)
    now = Now(Aids(scanning=Scanning.ONE), outs)
    yield from ((f"aids-{leaf}", aids_view(now, language, leaf)) for leaf in Leaf)
    yield "fault", fault_view(language)
    yield "closed", closed_view((language,))
    yield "resting", resting_view((language,), "07:30")


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
