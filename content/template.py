"""Catalogues for other gettext programs, by Babel: a template with every text, and compiled catalogues.

- The template (`.pot`) has the text id as context, the Dutch as message and the `file:line` it stands at; the same
  sources give the same bytes, so both kinds carry the day that entries of packs have (PACK.md 2).
- A compiled catalogue (`.mo`) holds what the pack shows in that language and nothing else: neither fuzzy nor stale.
  A terminal needs none, since a built pack has its texts within; a program that reads by gettext does.
- Not here: the catalogues as authors keep them (catalogues.py).
"""

from datetime import UTC, datetime
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from content.catalogues import Catalogue
from content.source import Draft

WIDTH = 110
DAY = datetime(1980, 1, 1, tzinfo=UTC)


def template(draft: Draft) -> bytes:
    """Gives the template of a draft's texts."""
    catalogue = _empty(draft)
    for text in draft.texts:
        file, _, line = text.place.rpartition(":")
        catalogue.add(text.dutch, context=text.id, locations=[(file, int(line))])
    written = BytesIO()
    write_po(written, catalogue, width=WIDTH)
    return written.getvalue()


def compiled(draft: Draft, translations: Catalogue) -> tuple[bytes, int]:
    """Gives the compiled catalogue of a language, and how many texts are in it."""
    catalogue = _empty(draft)
    for text in draft.texts:
        said = translations.sentence(text.id, text.dutch)
        if said is not None:
            catalogue.add(text.dutch, said, context=text.id)
    written = BytesIO()
    write_mo(written, catalogue)
    return written.getvalue(), len(catalogue)


def _empty(draft: Draft) -> Catalog:
    name = draft.manifest.id if draft.manifest else "pack"
    return Catalog(
        project=name,
        charset="utf-8",
        fuzzy=False,
        creation_date=DAY,
        revision_date=DAY,
        header_comment=f"# Texts of the pack {name}: msgctxt is the text id, msgid the Dutch (content/PACK.md 4).",
    )
