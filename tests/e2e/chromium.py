"""A real browser at the gateway's pages, driven over its own debugging pipe: real clicks, real letters, real forms.

- What is clicked is found by the words on it, and clicked where it is on the screen; waiting always has a deadline.
- The pipe is opened by bash: other shells name no file above nine.
- Not here: pages without a browser, and pictures (browser.py).
"""

import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any, Self

from tests.e2e.browser import CHROMIUM

SECONDS = 30
_FIND = """
(words) => {
  const found = [...document.querySelectorAll('a, button, summary, label')]
    .filter((one) => one.checkVisibility() && one.textContent.trim().includes(words));
  if (!found.length) return null;
  found[0].scrollIntoView({block: 'center'});
  const box = found[0].getBoundingClientRect();
  return [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
}
"""


def chromium() -> str | None:
    """Gives the browser of this machine, if it has one."""
    return next((found for name in CHROMIUM if (found := shutil.which(name))), None)


class Browser:
    """One window of a browser; a context manager."""

    def __init__(self, program: str, profile: Path) -> None:
        reads, self._out = os.pipe()
        self._in, writes = os.pipe()
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        options += ["--disable-component-update", "--disable-sync", "--remote-debugging-pipe", "--window-size=1366,900"]
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$0" "$@" 3<&{reads} 4>&{writes}', program, *options, f"--user-data-dir={profile}"],
            pass_fds=(reads, writes),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(reads)
        os.close(writes)
        self._number = 0
        self._rest = b""
        self._session: str | None = None
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(SECONDS)
        os.close(self._out)
        os.close(self._in)

    def open(self, url: str) -> None:
        """Opens an address."""
        self._ask("Page.navigate", url=url)

    def text(self) -> str:
        """Gives what can be read on the page."""
        return str(self._value("document.body ? document.body.innerText : ''"))

    def sees(self, words: str) -> None:
        """Returns once these words are on the page."""
        until = time.monotonic() + SECONDS
        while words not in self.text():
            assert time.monotonic() < until, "the page does not say what it should"
            time.sleep(0.1)

    def misses(self, words: str) -> None:
        """Returns once a page stands there without these words."""
        until = time.monotonic() + SECONDS
        while not (text := self.text()) or words in text:
            assert time.monotonic() < until, "the page still says what it should not"
            time.sleep(0.1)

    def click(self, words: str) -> None:
        """Clicks what has these words on it."""
        until = time.monotonic() + SECONDS
        while (place := self._value(f"({_FIND})({json.dumps(words)})")) is None:
            assert time.monotonic() < until, "there is nothing to click with these words"
            time.sleep(0.1)
        for kind in ("mousePressed", "mouseReleased"):
            self._ask(
                "Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", buttons=1, clickCount=1
            )

    def type(self, name: str, words: str) -> None:
        """Types into the visible field of this name."""
        self._value(f"({_FOCUS})({json.dumps(name)})")
        self._ask("Input.insertText", text=words)

    def choose(self, name: str, value: str) -> None:
        """Chooses from the visible list of this name, or sets its day."""
        assert self._value(f"({_CHOOSE})({json.dumps(name)}, {json.dumps(value)})"), "there is no such choice"

    def _value(self, expression: str) -> Any:
        return self._ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def _ask(self, method: str, **params: object) -> Any:
        self._number += 1
        asked: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        until = time.monotonic() + SECONDS
        while True:
            answer = self._next(until)
            if answer.get("id") == self._number:
                if "error" in answer:  # the page went on to the next while it was asked
                    return {"result": {}}
                return answer["result"]

    def _next(self, until: float) -> Any:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            self._rest += os.read(self._in, 1 << 16)
        raw, _, self._rest = self._rest.partition(b"\0")
        return json.loads(raw)


_VISIBLE = "[...document.getElementsByName(name)].find((one) => one.type !== 'hidden' && one.checkVisibility())"
_FOCUS = f"(name) => {{ const field = {_VISIBLE}; field.value = ''; field.focus(); }}"
_CHOOSE = f"(name, value) => {{ const field = {_VISIBLE}; field.value = value; return field.value === value; }}"
