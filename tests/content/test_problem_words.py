"""What an author is told when he errs: in his words, once for each mistake, with the name he probably meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from content.beginning import begin_pack
from content.cli import main

Lint = Callable[[str, str], str]


@pytest.fixture
def mistaken(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Lint:
    """Gives what the lint says of a new pack in which one text was put in the place of another."""
    for _ in zip(range(2), begin_pack(tmp_path / "weekend", "weekend", "Mijn weekend"), strict=False):
        pass  # its two sources; the schemas an editor completes from are not needed here
    monkeypatch.chdir(tmp_path / "weekend")

    def lint(right: str, wrong: str) -> str:
        theme = Path("themes/first.yaml")
        text = theme.read_text(encoding="utf-8")
        assert right in text
        theme.write_text(text.replace(right, wrong, 1), encoding="utf-8")
        assert main(["lint", "."]) == 1
        return capsys.readouterr().out

    return lint


def test_a_mistyped_name_is_told_with_the_one_that_was_meant(mistaken: Lint) -> None:
    said = mistaken("\ntitle:", "\ntitel:")
    assert "themes/first.yaml:3: error: themes.0.titel: no such name is known here; did you mean `title`?" in said
    assert "themes.0.title: is missing" in said


def test_a_mistyped_name_of_a_field_that_may_be_left_out_is_found_too(mistaken: Lint) -> None:
    assert "audiense: no such name is known here; did you mean `audience`?" in mistaken("audience:", "audiense:")


def test_a_mistyped_kind_is_told_with_the_one_that_was_meant(mistaken: Lint) -> None:
    assert "there is no kind `single_chioce`; did you mean `single_choice`?" in mistaken(
        "single_choice", "single_chioce"
    )


def test_a_kind_that_is_like_no_other_is_told_with_all_there_are(mistaken: Lint) -> None:
    said = mistaken("single_choice", "xyz")
    assert "there is no kind `xyz`; there are info_card, single_choice," in said


def test_a_file_that_cannot_be_read_is_one_mistake_and_not_two(mistaken: Lint) -> None:
    said = mistaken("\ntitle:", "\n\ttitle:")
    assert "weekend: " in said
    assert " 1 errors, " in said
    assert "themes/first.yaml:3: error:" in said
