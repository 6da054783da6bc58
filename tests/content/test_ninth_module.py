"""A ninth module is a copied file with edited text, as AUTHOR.md 3 says; the kiosk shows it, and no code is changed."""

import re
import shutil
import subprocess
from pathlib import Path

from content.lint import lint
from content.rendering import Passing, measured
from content.source import SOURCES, read_draft
from content.walk import walk
from kiosk.clock import Clock
from kiosk.gallery import LANGUAGES, editions_of
from kiosk.rehearsal import Rehearsal
from modules.texts import DUTCH
from tests.house.tree import ROOT

PAGE = (ROOT / "content" / "AUTHOR.md").read_text(encoding="utf-8")
TITLE = "En nu verder"


def _with_a_ninth(desk: Path) -> Path:
    """Does what the page's third section says, and edits one text of the copy; gives the pack's folder."""
    shutil.copytree(SOURCES, desk / "content" / "packs")
    section = PAGE[PAGE.index("\n## 3.") : PAGE.index("\n## 4.")]
    commands = re.findall(r"^(?:cp|sed) .*", section, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        subprocess.run(["sh", "-c", command], cwd=desk, check=True)
    module = desk / "content" / "packs" / "kvv" / "m9_en_nu_verder.yaml"
    text = module.read_text(encoding="utf-8")
    module.write_text(re.sub(r"prompt: .*", "prompt: Wat neem je mee?", text, count=1), encoding="utf-8")
    return module.parent


def test_a_ninth_module_made_by_copying_a_file_appears_on_the_kiosk(tmp_path: Path) -> None:
    folder = _with_a_ninth(tmp_path)
    draft = read_draft(folder)
    assert [str(one) for one in (*lint(draft), *walk(draft).findings) if one.severity == "error"] == []
    release = Passing(tmp_path).release(folder)
    pages = dict(Rehearsal(editions_of(release), LANGUAGES, Clock()).walk(DUTCH))
    of_the_ninth = [view for name, view in pages.items() if name.startswith("kvv-m9-m9.")]
    assert len(of_the_ninth) == len([name for name in pages if name.startswith("kvv-m2-m2.")]) > 5
    assert "Wat neem je mee?" in {getattr(view, "prompt", "") for view in of_the_ninth}
    assert TITLE in str(pages["home"])


def test_the_ninth_module_stands_on_the_real_home_page(tmp_path: Path) -> None:
    pages = list(measured(_with_a_ninth(tmp_path), ("home-nl-21-portrait",), languages=(DUTCH,)))
    assert "home-nl-21-portrait-light" in [page["page"] for page in pages]
    assert all(any(TITLE in place["text"] for place in page["places"]) for page in pages)
