"""The fences: four generic names are ours, imports are declared and pinned, and no file names a machine.

- The rooms resolve inside the project, also where Python takes nothing from the working folder (`-I`).
- No file names a package registry or a place on somebody's machine; the registries are put together here from
  their parts, so that this file doesn't name one either.
- Not here: who may import whom (import-linter; test_contracts.py shows that it looks).
"""

import ast
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from tests.house.tree import ROOMS, ROOT, code, imported, product, syntax_of, text_of, written

REGISTRIES = [
    ".".join(words) for words in (("pypi", "org"), ("pythonhosted", "org"), ("deb", "debian", "org"), ("npmjs", "org"))
]
SOMEBODYS = re.compile(r"(?<![\w.~*$}])/(?:home|root|work|opt|Users|mnt)/\w")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> set[str]:
    project = tomllib.loads(text_of(Path("pyproject.toml")))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    for extra in project["project"]["optional-dependencies"].values():
        wanted += extra
    return {_normal(re.split(r"[\[<>=!~ ]", line, maxsplit=1)[0]) for line in wanted}


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_is_ours_wherever_the_program_is_started(room: str) -> None:
    found = subprocess.run(
        [sys.executable, "-I", "-c", f"import {room}; print({room}.__file__)"],
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(found.stdout.strip()).parent == ROOT / room


@pytest.mark.parametrize("room", ROOMS)
def test_no_installed_package_brings_a_room_of_the_same_name(room: str) -> None:
    assert {_normal(name) for name in metadata.packages_distributions().get(room, [])} <= {"kvv-kiosk"}


def test_the_distribution_brings_three_programs() -> None:
    programs = {entry.name for entry in metadata.distribution("kvv-kiosk").entry_points}
    assert programs == {"kiosk", "packs", "drplan"}


def test_whatever_is_imported_is_declared() -> None:
    owners = metadata.packages_distributions()
    ours = {*ROOMS, "tests"}
    foreign = {
        (str(path), name)
        for path in code()
        for name in {full.partition(".")[0] for full in imported(path)}
        if name not in ours and name not in sys.stdlib_module_names and name != "__future__"
    }
    undeclared = [
        (path, name)
        for path, name in sorted(foreign)
        if not {_normal(owner) for owner in owners.get(name, [])} & _declared()
    ]
    assert undeclared == []


def test_the_lock_pins_whatever_is_declared() -> None:
    pinned = {
        _normal(re.split(r"[\[=]", line, maxsplit=1)[0])
        for line in text_of(Path("requirements.txt")).splitlines()
        if "==" in line
    }
    assert _declared() - pinned == set()


@pytest.mark.parametrize("registry", REGISTRIES)
def test_no_file_names_a_package_registry(registry: str) -> None:
    assert [str(path) for path in written() if registry in text_of(path)] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    found = {str(path): hit.group() for path in written() if (hit := SOMEBODYS.search(text_of(path)))}
    assert found == {}


def test_the_lockdown_takes_only_kivys_settings() -> None:
    lockdown = Path("kiosk/lockdown.py")
    taken = {name for name in imported(lockdown) if name.partition(".")[0] == "kivy"}
    assert taken <= {"kivy.config"}


def _does_something(statement: ast.stmt) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call):
        return False
    completes_a_type = isinstance(call.func, ast.Attribute) and call.func.attr == "model_rebuild"
    return not completes_a_type


def test_nothing_is_done_just_by_importing_a_file() -> None:
    doers = [
        f"{path}:{statement.lineno}"
        for path in product()
        if path.name != "__main__.py"
        for statement in syntax_of(path).body
        if _does_something(statement)
    ]
    assert doers == []
