"""A pack made a paper form: an accessible PDF (PDF/UA-1) by typst, with a code on each page.

- First all that is handed in, then all that a person keeps: a page never holds both, so nobody reads what is private.
- It is laid out twice: once to learn which question comes on which page, once with the codes of the pages.
- The same pack and language give the same bytes: no clock, no font of the machine.
- Not here: how a question stands on paper (blocks.py), and the code itself (codes.py).
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import segno
import typst

from content.pack import Pack
from content.paper.blocks import is_answered, pieces_of
from content.paper.codes import MOST_PAGES, Page, Printed, scanned_code, typed_code
from content.paper.conditions import Said, said_when
from content.paper.fonts import font_folders
from content.paper.words import PaperWords, paper_words
from modules.definition.institution import Institution
from modules.definition.kvv_module import KvvModule
from modules.definition.questionnaire import Questionnaire, Theme
from modules.errors import MalformedError, SettingsError
from modules.exercises import AnyExercise
from modules.exercises.shared import Audience, Option
from modules.ids import ItemId
from modules.texts import Language
from modules.values import Value

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
SECONDS_OF_2000 = 946_684_800
_TEMPLATE = Path(__file__).parent / "form.typ"
_FONTS = ("fontpkg_atkinson_hyperlegible", "fontpkg_noto_sans", "fontpkg_noto_sans_arabic")


@dataclass(frozen=True, slots=True)
class Paper:
    """A form on paper: the PDF, and what each page holds with its code as a person types it."""

    raw: bytes
    pages: tuple[Page, ...]
    typed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """The questions of one theme or module that one and the same reader gets."""

    title: str
    intro: tuple[str, ...]
    items: tuple[AnyExercise, ...]
    audience: Audience

    @property
    def is_kept(self) -> bool:
        """Whether only the person himself reads it."""
        return self.audience is Audience.ONLY_ME


def printed_of(pack: Pack) -> Printed:
    """Gives what a page's code says of a pack."""
    return Printed(pack.manifest.id, pack.manifest.version, pack.digest, tuple(item.id for item in asked_in(pack)))


def asked_in(pack: Pack) -> Iterator[AnyExercise]:
    """Gives every exercise of a pack, in its order.

    Raises:
        SettingsError: It is a pack of partners, which asks nothing.
    """
    for _, items in _owners(pack):
        yield from items


def paper_of(pack: Pack, language: Language) -> Paper:
    """Gives a pack as a paper form in a language.

    Raises:
        SettingsError: The pack asks nothing or has not this language, or a package of fonts is not installed.
        MalformedError: It cannot be laid out.
    """
    if language not in pack.manifest.languages:
        raise SettingsError(f"this pack is not in {language}", hint=f"It is in {', '.join(pack.manifest.languages)}.")
    form = _form(pack, language)
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders(_FONTS, "authoring")
    )
    printed, words = printed_of(pack), paper_words(language)
    try:
        pages = _pages(form, _asked(form, "<item>", fonts), _asked(form, "<part>", fonts))
        codes = [_code(printed, page, len(pages), words) for page in pages]
        raw = _compiled(form, codes, fonts)
    except typst.TypstError as error:
        raise MalformedError(f"a form cannot be set in type: {error}", hint="Look for a very long text.") from error
    return Paper(raw, pages, tuple(str(code["typed"]) for code in codes))


def _owners(pack: Pack) -> Iterator[tuple[Theme | KvvModule, tuple[AnyExercise, ...]]]:
    definition = pack.definition
    if isinstance(definition, Institution):
        raise SettingsError("a pack of partners asks nothing", hint="Print a questionnaire or modules.")
    for part in definition.themes if isinstance(definition, Questionnaire) else definition.modules:
        yield part, part.items if isinstance(part, Theme) else part.exercises


def _parts(pack: Pack, language: Language) -> Iterator[_Part]:
    """Gives the parts in the order of paper: of each reader in turn all themes, what a person keeps last."""
    begun: set[str] = set()
    for audience in (Audience.DR_PLAN, Audience.MENTOR, Audience.ONLY_ME):
        for owner, items in _owners(pack):
            own = tuple(item for item in items if item.audience is audience)
            intro = owner.intro if isinstance(owner, Theme) else owner.goal
            if own:
                said = () if owner.id in begun else tuple(intro.in_language(language).splitlines())
                begun.add(owner.id)
                yield _Part(owner.title.in_language(language), said, own, audience)


def _form(pack: Pack, language: Language) -> dict[str, Any]:
    words = paper_words(language)
    said: Said = {
        item.id: (number, {option.id: option.text.in_language(language) for option in _options(item)})
        for number, item in enumerate(asked_in(pack), start=1)
    }
    plain = language.partition("@")[0]
    parts = list(_parts(pack, language))
    return {
        "title": pack.manifest.title.in_language(language),
        "author": f"{pack.manifest.id} {pack.manifest.version}",
        "pack": f"{pack.manifest.id} {pack.manifest.version} {language}",
        "lang": plain,
        "dir": "rtl" if plain in RIGHT_TO_LEFT else "ltr",
        "how": words.how,
        "own": words.own,
        "parts": [_part(part, said, language, words) for part in parts],
    }


def _part(part: _Part, said: Said, language: Language, words: PaperWords) -> dict[str, Any]:
    reads = {
        Audience.DR_PLAN: words.reads_plan,
        Audience.MENTOR: words.reads_mentor,
        Audience.ONLY_ME: words.reads_nobody,
    }
    return {
        "title": part.title,
        "intro": part.intro,
        "kept": part.is_kept,
        "way": words.kept if part.is_kept else words.handed_in,
        "reads": reads[part.audience],
        "questions": [
            {
                "id": item.id,
                "number": said[item.id][0],
                "prompt": item.prompt.in_language(language),
                "help": item.help.in_language(language) if item.help else "",
                "when": said_when(item.show_if, said, words) if item.show_if else "",
                "pieces": [asdict(piece) for piece in pieces_of(item, language, words)],
                "skip": words.skip if is_answered(item) else "",
            }
            for item in part.items
        ],
    }


def _options(value: Value) -> Iterator[Option]:
    """Gives every option that stands anywhere in an exercise."""
    for name in type(value).model_fields:
        child = getattr(value, name)
        for one in child if isinstance(child, tuple) else (child,):
            if isinstance(one, Option):
                yield one
            if isinstance(one, Value):
                yield from _options(one)


def _pages(
    form: Mapping[str, Any], items: Sequence[Mapping[str, Any]], parts: Sequence[Mapping[str, Any]]
) -> tuple[Page, ...]:
    """Gives what stands on each page, from where typst put each question and each part."""
    begins = {int(one["page"]): bool(form["parts"][int(one["part"])]["kept"]) for one in parts}
    last = max(int(one["page"]) for one in (*items, *parts))
    if last > MOST_PAGES:
        raise MalformedError(f"a form has more than {MOST_PAGES} pages", hint="Print its themes as packs of their own.")
    pages, is_kept = [], False
    for number in range(1, last + 1):
        is_kept = begins.get(number, is_kept)
        own = dict.fromkeys(ItemId(str(one["item"])) for one in items if int(one["page"]) == number)
        pages.append(Page(number, tuple(own), is_kept))
    return tuple(pages)


def _code(printed: Printed, page: Page, pages: int, words: PaperWords) -> dict[str, str]:
    out = io.BytesIO()
    code = segno.make(scanned_code(printed, page, pages), error="m", micro=False, boost_error=False)
    code.save(out, kind="svg", border=2, xmldecl=False)
    return {
        "picture": out.getvalue().decode("utf-8"),
        "typed": typed_code(printed, page),
        "way": words.kept if page.is_kept else words.handed_in,
        "page": words.page.format(page=page.number, pages=pages),
    }


def _asked(form: Mapping[str, Any], label: str, fonts: typst.Fonts) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        typst.query(
            _TEMPLATE.read_bytes(),
            label,
            field="value",
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"form": json.dumps(form), "codes": "[]"},
        )
    )
    return found


def _compiled(form: Mapping[str, Any], codes: Sequence[Mapping[str, str]], fonts: typst.Fonts) -> bytes:
    raw: bytes = typst.compile(
        _TEMPLATE.read_bytes(),
        font_paths=fonts,
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"form": json.dumps(form), "codes": json.dumps(codes)},
        timestamp=SECONDS_OF_2000,
    )
    return raw
