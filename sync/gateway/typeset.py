"""A signed plan as a tagged PDF, before any seal: PDF/A-3a and PDF/UA-1 by typst, the signed JSON attached.

- The same plan gives the same bytes: no clock, no font of the machine; the document's time is when it was signed.
- Letters are as large as the pages allow: where a sheet does not fit, it is parted, and only then set smaller.
- Not here: what stands on a page (sheets.py), its code (paper.py), fields and signatures (sealing.py).
"""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import segno
import typst
from pyhanko.pdf_utils.reader import PdfFileReader

from content.paper.fonts import font_folders
from modules.errors import MalformedError
from modules.plan.document import PlanDocument
from modules.signed import Signer
from sync.gateway.paper import MOST_PAGES, PaperPage, paper_text
from sync.gateway.paper_words import paper_words
from sync.gateway.pictures import SEES, svg
from sync.gateway.sheets import Face, Facts, PaperLine, Sheet, face_text, sheets_of

STANDARDS: Final[list[Literal["a-3a", "ua-1"]]] = ["a-3a", "ua-1"]
SETTINGS = ((19.0, 20), (15.0, 18), (9.0, 16), (1.0, 11))  # rows a sheet, and the size of its letters in points
_FONTS = ("fontpkg_atkinson_hyperlegible", "fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
_TEMPLATE = Path(__file__).parent / "templates" / "plan.typ"


@dataclass(frozen=True, slots=True)
class Typeset:
    """A plan as a PDF without signatures, and on how many pages."""

    raw: bytes
    pages: int


def typeset(document: PlanDocument, exported: bytes, facts: Facts, signer: Signer) -> Typeset:
    """Gives a plan's PDF, with the exported plan attached and each page's code signed.

    Raises:
        MalformedError: It cannot be laid out, such as a plan of hundreds of pages.
        SettingsError: A package of fonts is not installed.
    """
    for rows, letters in SETTINGS:
        sheets = sheets_of(document, facts, rows)
        pages = sum(len(sheet.faces) for sheet in sheets)
        if pages > MOST_PAGES:
            continue
        raw = _compiled(document, _inputs(document, sheets, facts, letters, signer), exported)
        if _page_count(raw) == pages:
            return Typeset(raw, pages)
    raise MalformedError("a plan does not fit on pages", hint="it can be exported as JSON")


def _compiled(document: PlanDocument, inputs: dict[str, Any], exported: bytes) -> bytes:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders(_FONTS, "gateway")
    )
    try:
        raw: bytes = typst.compile(  # type: ignore[call-overload]  # its types leave out fonts read beforehand
            _TEMPLATE.read_bytes(),
            font_paths=fonts,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARDS,
            sys_inputs={"plan": json.dumps(inputs), "json": exported.decode("utf-8")},
            timestamp=document.signed_at.wall_ms // 1000,
        )
    except typst.TypstError:  # its text would quote a person's words
        raise MalformedError("a plan cannot be set in type", hint="it can be exported as JSON") from None
    return raw


def _inputs(
    document: PlanDocument, sheets: Sequence[Sheet], facts: Facts, letters: int, signer: Signer
) -> dict[str, Any]:
    faces = [(face, sheet.dutch) for sheet in sheets for face in sheet.faces]
    laid = []
    for page, (face, dutch) in enumerate(faces, start=1):
        code = PaperPage(document.digest, page, len(faces), face_text(document, dutch))
        stamps = _stamps(facts) if page == len(faces) else []
        laid.append({**_face(face, page, len(faces)), "code": _code(paper_text(code, signer)), "stamps": stamps})
    return {
        "title": f"{document.title.nl}, {document.person.name}",
        "author": document.person.name,
        "attached": "Het plan zoals het getekend is, met de handtekeningen",
        "letters": letters,
        "sees": svg(SEES),
        "faces": laid,
    }


def _stamps(facts: Facts) -> list[str]:
    return ["Zegel van de inrichting", "Handtekening van de mentor"] if facts.mentor else ["Zegel van de inrichting"]


def _face(face: Face, page: int, pages: int) -> dict[str, Any]:
    words = paper_words(face.language)
    return {
        "kind": face.kind,
        "lang": _plain(face.language),
        "dir": face.direction,
        "picture": svg(face.picture),
        "title": face.title,
        "lines": [_line(line) for line in face.lines],
        "who_sees": face.who_sees,
        "asks_who": words.who_sees,
        "page": words.page.format(page=page, pages=pages),
        "code_words": words.code,
    }


def _line(line: PaperLine) -> dict[str, Any]:
    values = [
        {"text": said.text, "lang": _plain(said.language), "dir": said.direction, "own": said.own}
        for said in line.values
    ]
    return {"label": line.label, "values": values}


def _plain(language: str) -> str:
    return language.partition("@")[0]


def _code(text: str) -> str:
    out = io.BytesIO()
    segno.make(text, error="m", micro=False, boost_error=False).save(out, kind="svg", border=4, xmldecl=False)
    return out.getvalue().decode("utf-8")


def _page_count(raw: bytes) -> int:
    return int(PdfFileReader(io.BytesIO(raw)).root["/Pages"]["/Count"])
