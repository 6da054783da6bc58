"""The window of a preview: the terminal's own application, which also listens to what it is told on standard input.

- A line is JSON: `{"packs": FOLDER}` shows another release on the same page, `{"told": SENTENCES}` lays what is wrong
  over the foot of the page until the next release comes.
- The end of standard input ends the window: nobody is there any more who edits.
- The screen is made anew for each release (D71), so that what stands is what a terminal makes of it.
- Not here: who watches the folder (content/live.py) and the visit (tryout.py).
"""

from __future__ import annotations

import json
import os
import select
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.app import KioskApp
from kiosk.gallery import editions_of
from kiosk.lockdown import Profile
from kiosk.speech.espeak import speaker
from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Look, Panel
from kiosk.widgets.notice import Notice
from kiosk.widgets.places import places
from kiosk.widgets.rest_watch import Rests

if TYPE_CHECKING:
    from kiosk.tryout import Tryout

LISTEN_SECONDS = 0.1
A_DAY_SECONDS = 86_400.0
CHUNK_BYTES = 65_536


class PreviewApp(KioskApp):
    """The application at an author's desk."""

    def __init__(self, tryout: Tryout, panel: Panel, places_file: Path | None) -> None:
        never = Rests(A_DAY_SECONDS, 2 * A_DAY_SECONDS, 3 * A_DAY_SECONDS, 4 * A_DAY_SECONDS)
        super().__init__(
            visit=tryout.visit,
            look=Look(panel=panel),
            speaker=speaker(),
            rests=never,
            profile=Profile.DEVELOPMENT,
            places_file=places_file,
        )
        self._tryout = tryout
        self._heard = b""
        self._told: Notice | None = None

    def on_start(self) -> None:
        """Begins as a terminal does, and listens."""
        super().on_start()
        self._clock.schedule_interval(self._listen, LISTEN_SECONDS)

    def told(self, said: str) -> None:
        """Lays sentences over the foot of the page; none takes away what was said before."""
        notice, self._told = self._told, None
        if notice is not None:
            self._root.remove_widget(notice)
        if said:
            self._told = self._notice(said)
            self._root.add_widget(self._told)
        self._places.tell()

    def shown(self, release: Path) -> None:
        """Shows another release on the page that stands, with the answers that were given."""
        self._keep_half()
        self._tryout.go_on_with(editions_of(release))
        self._look = None
        self.paint(self._visit.view())
        self.told("")

    def _listen(self, _: float) -> None:
        while select.select([sys.stdin], [], [], 0)[0]:
            read = os.read(sys.stdin.fileno(), CHUNK_BYTES)
            if not read:
                self.stop()
                return
            self._heard += read
        *lines, self._heard = self._heard.split(b"\n")
        for line in lines:
            heard = json.loads(line)
            if "packs" in heard:
                self.shown(Path(heard["packs"]))
            else:
                self.told(heard["told"])

    def _notice(self, said: str) -> Notice:
        look = self._base_look
        notice = Notice(look=look, text=said, icon=Icon.NOTICE, test_id="preview.told", size_hint=(None, None))
        width = look.panel.width_px - 2 * look.margin
        notice.size = (width, round(notice.natural_height(width)))
        notice.pos = (look.margin, look.margin)
        return notice

    def _also_seen(self) -> dict[str, Any]:
        """Gives the words on the screen: they are an author's, not a person's."""
        shown = [self._screen, *([self._told] if self._told is not None else [])]
        return {"texts": [place.text for each in shown for place in places(each, self._screen.look) if place.text]}
