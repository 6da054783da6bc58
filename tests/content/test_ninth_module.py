"""A ninth module is a copied file with edited text: built, signed, loaded and met on the kiosk; no code is changed."""

import re
import shutil
from pathlib import Path

from content.lint import lint
from content.rendering import Passing
from content.source import SOURCES, read_draft
from content.walk import walk
from kiosk.clock import Clock
from kiosk.gallery import LANGUAGES, editions_of
from kiosk.rehearsal import Rehearsal
from modules.texts import DUTCH

EIGHTH = "m2_wat_vind_ik_belangrijk.yaml"
NINTH = "m9_en_nu_verder.yaml"


def _with_a_ninth(folder: Path) -> Path:
    """Copies a module's file and edits its text, as AUTHOR.md 3 says."""
    shutil.copytree(SOURCES / "kvv", folder)
    text = re.sub(r"\bm2\b", "m9", (folder / EIGHTH).read_text(encoding="utf-8"))
    text = re.sub(r"^number: 2", "number: 9", text, flags=re.MULTILINE)
    text = re.sub(r"^title: .*", "title: En nu verder", text, flags=re.MULTILINE)
    text = re.sub(r"^opens_after: .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"prompt: .*", "prompt: Wat neem je mee?", text, count=1)
    (folder / NINTH).write_text(text, encoding="utf-8")
    pack = (folder / "pack.yaml").read_text(encoding="utf-8").rstrip()
    listed = re.sub(r"( +- )(m8_\S+)", rf"\1\2\n\1{NINTH}", pack, count=1)
    (folder / "pack.yaml").write_text(listed + "\n", encoding="utf-8")
    return folder


def test_a_ninth_module_made_by_copying_a_file_appears_on_the_kiosk(tmp_path: Path) -> None:
    folder = _with_a_ninth(tmp_path / "kvv")
    draft = read_draft(folder)
    assert [str(one) for one in (*lint(draft), *walk(draft).findings) if one.severity == "error"] == []
    release = Passing(tmp_path).release(folder)
    pages = dict(Rehearsal(editions_of(release), LANGUAGES, Clock()).walk(DUTCH))
    of_the_ninth = [view for name, view in pages.items() if name.startswith("kvv-m9-m9.")]
    assert len(of_the_ninth) == len([name for name in pages if name.startswith("kvv-m2-m2.")]) > 5
    assert "Wat neem je mee?" in {getattr(view, "prompt", "") for view in of_the_ninth}
    assert "En nu verder" in str(pages["home"])
