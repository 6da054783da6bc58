"""Where the packaged fonts lie that a typeset document may use: never those of the machine.

- Not here: which fonts a document uses (its template).
"""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from modules.errors import SettingsError


def font_folders(packages: Iterable[str], extra: str) -> list[str]:
    """Gives the folder of each package's font files.

    Raises:
        SettingsError: A package is not installed; `extra` is the one of this distribution that brings it.
    """
    folders = []
    for package in packages:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise SettingsError(
                f"the font package {package} is not installed", hint=f"install the `{extra}` extra from the lock"
            )
        folders.append(str(Path(next(iter(spec.submodule_search_locations))) / "files"))
    return folders
