"""The project's own files, as the tests of this folder read them.

- Walked from the disk, so the tests need no git; what was made (build, .venv, caches) is left out.
- Not here: any rule (the tests beside this file).
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("modules", "content", "sync", "kiosk")

_MADE = {"__pycache__", "build", ".venv", ".git", ".hypothesis"}
_WORDS = {
    ".cfg",
    ".css",
    ".html",
    ".kv",
    ".md",
    ".po",
    ".py",
    ".sh",
    ".sql",
    ".toml",
    ".txt",
    ".typ",
    ".yaml",
    ".yml",
}


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in _MADE or path.name.endswith(("_cache", ".egg-info")):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


@cache
def files(*suffixes: str) -> tuple[Path, ...]:
    """Gives every file of the project with one of these suffixes, relative to the root."""
    return tuple(path.relative_to(ROOT) for path in _walk(ROOT) if path.suffix in suffixes)


def code() -> tuple[Path, ...]:
    """Gives every Python file of the four rooms and the tests."""
    return tuple(path for path in files(".py") if path.parts[0] in (*ROOMS, "tests"))


def product() -> tuple[Path, ...]:
    """Gives every Python file of the four rooms."""
    return tuple(path for path in code() if path.parts[0] in ROOMS)


def written() -> tuple[Path, ...]:
    """Gives every file that holds words: code, rules, pages, settings."""
    plain = [path.relative_to(ROOT) for path in _walk(ROOT) if path.suffix == ""]
    return (*files(*_WORDS), *plain)


@cache
def text_of(path: Path) -> str:
    """Gives a file's text."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def syntax_of(path: Path) -> ast.Module:
    """Gives a Python file's syntax tree."""
    return ast.parse(text_of(path))


def imported(path: Path) -> Iterator[str]:
    """Gives the full name of every module a Python file imports, at its top or inside a function."""
    for node in ast.walk(syntax_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module is not None:
            yield node.module
