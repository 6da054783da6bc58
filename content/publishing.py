"""A release given away: to a folder or a medium, whole or not at all.

- Everything is written beside the place it goes to, flushed to the disk, and only then renamed; a stick pulled out half
  way holds the release of before, or the new one under its name with `.new`, never a mixture.
- Not here: whether terminals will trust it (`packs verify`, asked before), and drawing pictures (rendering.py).
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from content.release import write_release
from content.trust import Release
from modules.errors import SettingsError

OF_A_RELEASE = {"metadata", "packs", "pictures"}


def publish(release: Release, target: Path, beside: Callable[[Path], object] | None = None) -> None:
    """Writes a release in place of what is at `target`; `beside` may add to it, such as pictures, before it stands.

    Raises:
        SettingsError: Something else than a release stands there; it is left alone.
    """
    new, old = (target.with_name(f"{target.name}.{ending}") for ending in ("new", "old"))
    for there in (target, new, old):
        if there.exists() and not {path.name for path in there.iterdir()} <= OF_A_RELEASE:
            raise SettingsError(f"{there} is no release", hint="Name a folder that is not there yet.")
    for left in (new, old):
        if left.exists():
            shutil.rmtree(left)
    write_release(new, release)
    if beside is not None:
        beside(new)
    for path in sorted(new.rglob("*"), reverse=True):
        _flush(path)
    _flush(new)
    if target.exists():
        target.rename(old)
    new.rename(target)
    _flush(target.parent)
    if old.exists():
        shutil.rmtree(old)


def _flush(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
