"""A mentor at the gateway's pages: the requests a browser makes, and a picture where a browser is installed.

- Forms are sent as they stand on the page, with its token; nothing is known of the gateway but its pages.
- Not here: terminals (terminal.py).
"""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Self

import httpx

STYLE = re.compile(r'(?:href|src)="(/static/[^"]+)"')
IN_STYLE = re.compile(r"url\([\"']?(?:/static/)?([^)\"'/]+)[\"']?\)")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
PICTURE_SECONDS = 90


class Mentor:
    """A mentor who is logged in; a context manager."""

    def __init__(self, url: str, number: str, password: str) -> None:
        self._client = httpx.Client(
            base_url=url, follow_redirects=True, trust_env=False, headers={"Origin": url.rstrip("/")}
        )
        answer = self._client.post("inloggen", data={"number": number, "password": password})
        answer.raise_for_status()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def page(self, path: str = "") -> str:
        """Gives a page's HTML."""
        answer = self._client.get(path)
        answer.raise_for_status()
        return answer.text

    def people(self) -> list[str]:
        """Gives the address of each person's page, in the order of the list."""
        return list(dict.fromkeys(re.findall(r'href="(/mensen/[^"/]+)"', self.page())))

    def send_note(self, person: str, phrase: str, words: str) -> None:
        """Sends a note from a person's page."""
        page = self.page(person)
        hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]+)"', page))
        answer = self._client.post(f"{person}/bericht", data={**hidden, "phrase": phrase, "words": words})
        answer.raise_for_status()

    def countersign(self, person: str, password: str) -> None:
        """Signs the plan on a person's page too, with the password given again."""
        page = self.page(person)
        form = page[page.index(f"{person}/ondertekenen") :]
        hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]+)"', form[: form.index("</form>")]))
        answer = self._client.post(f"{person}/ondertekenen", data={**hidden, "password": password}, timeout=60)
        answer.raise_for_status()

    def save(self, path: str, html: Path) -> None:
        """Saves a page so that it can be opened from disk: its style and fonts stand beside it."""
        page = self.page(path)
        folder = html.parent / "static"
        folder.mkdir(parents=True, exist_ok=True)
        wanted, seen = STYLE.findall(page), set()
        while wanted:
            address = wanted.pop()
            if address in seen:
                continue
            seen.add(address)
            raw = self._client.get(address).content
            if address.endswith(".css"):
                wanted += [f"/static/{name}" for name in IN_STYLE.findall(raw.decode())]
                raw = raw.replace(b"/static/", b"")
            (folder / Path(address).name).write_bytes(raw)
        html.write_text(page.replace('"/static/', '"static/'), encoding="utf-8")


def picture(html: Path, png: Path, width: int = 1280, height: int = 1800) -> bool:
    """Takes a picture of a saved page and tells whether there is a browser to take it with."""
    browser = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if browser is None:
        return False
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                f"--user-data-dir={profile}",
                f"--window-size={width},{height}",
                f"--screenshot={png.absolute()}",
                html.absolute().as_uri(),
            ],
            check=True,
            timeout=PICTURE_SECONDS,
            capture_output=True,
        )
    return True
