"""Draws any screen to a picture and its geometry, with no display: for tests, previews and the pictures in the pages.

- Runs as a program of its own; the window it opens is never seen and is as small as can be.
- Each screen is drawn into a buffer of the panel's size, so one run draws any number of panels.
- The geometry beside a picture (`widgets/places.py`) says where all of it stands and whether it fits.

Deliberately not here: which screens exist (`kiosk/app.py`), and judging the geometry (`tests/ui/`, `packs readiness`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.lockdown import Profile, prepare
from kiosk.theme.palettes import PALETTES
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.widgets.places import Place, places

SETTLING_FRAMES = 6
"""How often what waits to be placed is placed before a screen is drawn, at most."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn screen."""

    width: int
    height: int
    rgba: bytes
    """Rows from the top down."""
    geometry: tuple[Place, ...]

    def _image(self) -> Any:
        from PIL import Image  # noqa: PLC0415 - only pictures need it

        return Image.frombytes("RGBA", (self.width, self.height), self.rgba).convert("RGB")

    def small(self, width: int) -> Any:
        """Gives a small copy of this width."""
        return self._image().resize((width, round(self.height * width / self.width)))

    def write(self, png: Path) -> None:
        """Writes the picture, and its geometry beside it as JSON."""
        png.parent.mkdir(parents=True, exist_ok=True)
        self._image().save(png, compress_level=4)
        geometry = [asdict(place) for place in self.geometry]
        png.with_suffix(".json").write_text(json.dumps(geometry, ensure_ascii=False, indent=1), encoding="utf-8")


class Easel:
    """Draws widgets off screen; one for the life of a process, after `prepare(Profile.HIDDEN)`."""

    def __init__(self) -> None:
        from kivy.base import EventLoop  # noqa: PLC0415 - only after prepare()
        from kivy.clock import Clock  # noqa: PLC0415

        from kiosk.widgets import load_rules  # noqa: PLC0415

        EventLoop.ensure_window()
        EventLoop.start()
        load_rules()
        self._clock = Clock

    def draw(self, build: Callable[[], Any], look: Look) -> Picture:
        """Gives the picture of the widget that `build` makes, at the size of the look's panel."""
        from kivy.graphics import ClearBuffers, ClearColor, Fbo  # noqa: PLC0415
        from kivy.lang import Builder  # noqa: PLC0415

        width, height = look.panel.width_px, look.panel.height_px
        widget = self._lay_out(build, look)
        Builder.sync()  # what rules draw waits for the end of a frame
        buffer = Fbo(size=(width, height), with_stencilbuffer=True)
        with buffer:
            ClearColor(*look.palette.paper)
            ClearBuffers()
        buffer.add(widget.canvas)
        buffer.draw()
        rgba = _from_the_top(buffer.pixels, width)
        return Picture(width, height, rgba, tuple(places(widget, look)))

    def geometry(self, build: Callable[[], Any], look: Look) -> tuple[Place, ...]:
        """Gives the places of the widget that `build` makes, without drawing it."""
        return tuple(places(self._lay_out(build, look), look))

    def _lay_out(self, build: Callable[[], Any], look: Look) -> Any:
        widget = build()
        widget.size_hint = (None, None)
        widget.pos, widget.size = (0, 0), (look.panel.width_px, look.panel.height_px)
        self.settle()
        return widget

    def settle(self) -> None:
        """Places all that waits to be placed, without waiting for a frame; at most as often as frames are allowed."""
        for _ in range(SETTLING_FRAMES):
            self._clock.tick_draw()
            if not self._clock.get_before_frame_events():
                return


def _from_the_top(pixels: bytes, width: int) -> bytes:
    row = 4 * width
    return b"".join(pixels[start : start + row] for start in range(len(pixels) - row, -1, -row))


def draw_gallery(folder: Path, only: Sequence[str] = ()) -> list[Path]:
    """Draws every sheet of the gallery on each panel, in Dutch and Arabic, in all palettes; gives the pictures."""
    prepare(Profile.HIDDEN, 64, 64)
    easel = Easel()
    from kiosk.widgets.gallery import SHEETS, looks  # noqa: PLC0415 - only after prepare()

    written = []
    for name, look in looks(PANELS, PALETTES):
        for title, build in SHEETS.items():
            path = folder / f"gallery-{title}-{name}.png"
            if only and not any(part in path.stem for part in only):
                continue
            easel.draw(partial(build, look), look).write(path)
            written.append(path)
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """Draws the gallery of widgets."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.render", description="Draw every widget to pictures.")
    parser.add_argument("--gallery", type=Path, metavar="FOLDER", default=Path("build/screens"))
    parser.add_argument("--only", nargs="*", default=(), metavar="PART", help="only pictures whose name has this in it")
    chosen = parser.parse_args(arguments)
    draw_gallery(chosen.gallery, chosen.only)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
