"""Names, lengths and docstrings (HOUSE 6, 9 and 10).

- Lengths are held as limits, never as medians: a long file must be split, a short one needs no reason.
- Not here: line length, docstring style and dead code (ruff), types (mypy).
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.house.tree import code, files, product, syntax_of, text_of

FILE_LINES = 300
FUNCTION_LINES = 40
SCREEN_LINES = 120
NOT_UNDERSTOOD = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "manager",
    "service",
    "handler",
    "data",
    "misc",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(syntax_of(path)):
        if isinstance(node, Function):
            yield node


def _body_lines(function: Function) -> int:
    docstring = ast.get_docstring(function, clean=False)
    told = docstring.count("\n") + 1 if docstring else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - told


def test_every_file_says_why_it_exists() -> None:
    assert [str(path) for path in code() if not ast.get_docstring(syntax_of(path))] == []


def test_every_rule_file_opens_with_a_comment() -> None:
    assert [str(path) for path in files(".kv") if not text_of(path).startswith("# ")] == []


def test_no_file_is_too_long_to_be_read_in_one_sitting() -> None:
    long = {str(path): count for path in code() if (count := len(text_of(path).splitlines())) >= FILE_LINES}
    assert long == {}


def test_no_function_is_too_long_to_be_seen_at_once() -> None:
    long = {
        f"{path}:{function.lineno} {function.name}": count
        for path in product()
        for function in _functions(path)
        if (count := _body_lines(function)) >= FUNCTION_LINES
    }
    assert long == {}


def _too_long(texts: Mapping[str, str]) -> list[str]:
    return [name for name, text in texts.items() if len(text.splitlines()) >= SCREEN_LINES]


def test_a_screen_does_nobody_elses_work() -> None:
    screens = {str(path): text_of(path) for path in product() if path.parts[:2] == ("kiosk", "screens")}
    assert _too_long(screens) == []
    longer = "\n" * SCREEN_LINES
    assert _too_long({**screens, "planted.py": longer}) == ["planted.py"]


def test_every_file_and_folder_has_a_name_that_was_understood() -> None:
    vague = [str(path) for path in code() if NOT_UNDERSTOOD & {*path.parts[:-1], path.stem}]
    assert vague == []


def test_every_class_has_a_name_that_was_understood() -> None:
    vague = [
        f"{path}:{node.lineno} {node.name}"
        for path in code()
        for node in ast.walk(syntax_of(path))
        if isinstance(node, ast.ClassDef)
        and node.name.lower().endswith((*NOT_UNDERSTOOD, "impl"))
        and not node.name.endswith("Data" + "base")
    ]
    assert vague == []


def test_every_error_ends_in_error_and_stands_in_the_tree_or_under_it() -> None:
    wrong = [
        f"{path}:{node.lineno} {node.name}"
        for path in product()
        for node in ast.walk(syntax_of(path))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id.endswith(("Error", "Exception")) for base in node.bases)
        and not node.name.endswith("Error")
    ]
    assert wrong == []


def test_the_running_app_is_asked_for_in_one_file_only() -> None:
    askers = [str(path) for path in product() if "get_running_app(" in text_of(path)]
    assert [asker for asker in askers if asker != "kiosk/app.py"] == []


def test_no_rule_of_the_screen_is_hidden_in_a_string() -> None:
    assert [str(path) for path in product() if "load_string(" in text_of(path)] == []
