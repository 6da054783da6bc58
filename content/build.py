"""From a draft to a pack: the same draft gives the same bytes, on any machine and on any day.

- Canonical JSON (RFC 8785), entries by name, fixed times (archive.py); nothing of the machine goes in.
- What was built is loaded once before it is given away.
- Not here: signing (signing.py), and which findings block (findings.py).
"""

from content.archive import write_archive
from content.findings import Finding, errors
from content.lint import lint
from content.pack import Pack, load, seal
from content.source import Draft
from modules.errors import PackError


def build(draft: Draft) -> tuple[bytes, Pack]:
    """Gives the bytes of a pack, and the pack in them.

    Raises:
        PackError: The draft has errors; its findings name each.
    """
    blocking: tuple[Finding, ...] = errors(lint(draft))
    if blocking or draft.manifest is None or draft.definition is None:
        raise PackError("a pack with errors is not built", hint="Run `packs lint`.", findings=blocking)
    raw = write_archive(seal(draft.manifest, draft.definition, draft.files))
    return raw, load(raw)
