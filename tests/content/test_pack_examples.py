"""The examples of PACK.md are what they say: each is read, fits its model, and is clean but for translations."""

import re
from pathlib import Path

from content.lint import lint
from content.severity import Severity
from content.source import read_draft

PACK = Path("content/PACK.md")
HEAD = "format: kvv-pack/1\nid: reflector\ntype: questionnaire\nversion: 1\ntitle: Voorbeelden\nthemes: [all.yaml]\n"


def test_every_example_of_a_kind_is_a_kind_as_the_table_says(tmp_path: Path) -> None:
    page = PACK.read_text(encoding="utf-8")
    table = set(re.findall(r"^\| `([a-z_]+)` \|", page.split("### Kinds")[1].split("One example")[0], re.MULTILINE))
    examples = page.split("One example of each kind")[1].split("```yaml\n")[1].split("```")[0]
    renamed = re.sub(r"^- id: m\d\.", "- id: all.", examples, flags=re.MULTILINE)
    (tmp_path / "pack.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "all.yaml").write_text(f"id: all\ntitle: Alles\nintro: Alles.\nitems:\n{renamed}", encoding="utf-8")
    draft = read_draft(tmp_path)
    assert draft.findings == ()
    assert draft.definition is not None
    shown = {item.kind for item in draft.definition.items()}  # type: ignore[union-attr]
    assert len(shown) == 10
    assert shown <= table
    assert [finding for finding in lint(draft) if finding.severity is Severity.ERROR] == []
