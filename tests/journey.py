"""The demo journey: a person's first visit from attract to signed plan, by real touches, a picture of each page.

- It answers what stands on the screen, so it walks any pack; what it chooses is the same each time.
- Used by `make demo` and by the end-to-end tests. Not here: starting programs (development.py), the gateway's side.
"""

from collections.abc import Callable
from pathlib import Path

from tests.e2e.terminal import Terminal

MOST_PAGES = 160
MOST_SIGN_STEPS = 24
MOST_STEPS = 12


class Journey:
    """One person at one terminal; `look` is called with a name whenever a page stands still."""

    def __init__(self, terminal: Terminal, number: str, pin: str, look: Callable[[str], None] = lambda _: None) -> None:
        self.terminal = terminal
        self._number = number
        self._pin = pin
        self._look = look
        self._own_words: Callable[[Journey], None] | None = None

    def log_in(self, language: str = "nl") -> None:
        """Goes from the resting screen to the person's own page."""
        terminal = self.terminal
        self._look("attract")
        terminal.touch("attract.begin")
        self._look("language")
        terminal.touch(f"language.{language}")
        self._look("unlock")
        terminal.type(self._number)
        terminal.touch("foot.next")
        terminal.type(self._pin)
        terminal.wait_until(lambda seen: bool(seen["page"]), "a page of the person's own")
        self._look("home")

    def walk(self, stone: str, own_words: Callable[["Journey"], None] | None = None) -> None:
        """Touches a stone of the path and answers everything until the path is back.

        Where an if-then asks for an action, `own_words` may write it instead of choosing a card.
        """
        self._own_words = own_words
        terminal = self.terminal
        terminal.touch(stone)
        terminal.wait_until(lambda seen: seen["page"] != "home", "the first page behind the stone")
        passed: list[str] = []
        for _ in range(MOST_PAGES):
            page = terminal.page
            if page == "home":
                return
            passed.append(page)
            if passed.count("reflector") > 1:  # a theme is done, and the next one can wait
                self._look("reflector")
                terminal.touch("foot.back")
                terminal.wait_for_page("home")
                return
            self.answer()
            self._look(page.replace("/", "-"))
            self.go_on(terminal.page)
        raise AssertionError("the path did not come back")

    def go_on(self, page: str) -> None:
        """Touches `verder` until another page stands: an exercise may have steps, each of which is answered."""
        for _ in range(MOST_STEPS):
            self.terminal.touch("foot.next")
            if self.terminal.turns_from(page):
                return
            self.answer()
        raise AssertionError(f"no other page came after {page}")

    def answer(self) -> None:
        """Answers what stands on the screen, where it asks for anything."""
        names = self._names()
        if "sign_step.go" in names:
            self.sign()
        elif "answer.short" in names:
            self.terminal.touch("answer.short")
        elif "half.if" in names:
            self._touch_first("answer.")
            self.terminal.touch("half.then")
            if self._own_words is None:
                self._touch_first("answer.")
            else:
                self._own_words(self)
        elif any(name.startswith("pile.") for name in names) and not self._first("answer."):
            for _ in range(4):
                self._touch_first("pile.")
        elif any(name.startswith("ruler.") for name in names):
            self.terminal.touch("ruler.7")
        elif any(name.startswith("state.") for name in names):
            self._touch_first("state.")
        elif known := next((name for name in names if name.endswith(".unknown")), ""):
            self.terminal.touch(known)
        elif "summary.ask" in names:
            pass
        elif any(name.startswith("answer.") for name in names):
            self._touch_first("answer.")

    def sign(self) -> None:
        """Goes from the signature exercise to the signed plan."""
        terminal = self.terminal
        terminal.touch("sign_step.go")
        terminal.wait_for_page("plan/sign")
        self.sign_here()

    def sign_here(self) -> None:
        """Reads the plan on the signature page, agrees, draws and gives the PIN."""
        terminal = self.terminal
        for step in range(MOST_SIGN_STEPS):
            self._look(f"plan-sign-{step}")
            names = self._names()
            if "sign.agree" in names:
                terminal.touch("sign.agree")
            if "sign.draw" in names:
                terminal.draw("sign.draw")
                self._look(f"plan-sign-{step}-drawn")
            if "pad.1" in names:
                terminal.type(self._pin)
            terminal.touch("foot.next")
            if "pad.1" in names:
                break
        terminal.wait_for_page("plan/done")

    def show(self, name: str) -> None:
        """Lets what stands there now be looked at."""
        self._look(name)

    def has_note(self) -> bool:
        """Logs in, unless he is in, and tells whether a mentor's note lies there; logs out again where none does."""
        if self.terminal.seen()["screen"] == "AttractScreen":
            self.terminal.log_in(self._number, self._pin)
            self.terminal.wait_for_page("home")
        found = "note.seen" in self._names()
        if found:
            self._look("home-note")
            self.terminal.touch("note.seen")
        else:
            self.leave()
        return found

    def leave(self) -> None:
        """Touches `klaar`."""
        self.terminal.touch("top.finish")
        self.terminal.wait_for_screen("AttractScreen")

    def _names(self) -> list[str]:
        return list(self.terminal.seen()["places"])

    def first_answer(self) -> str:
        """Gives the name of the first answer on the screen, or of `verder` where there is none."""
        return self._first("answer.") or "foot.next"

    def _first(self, beginning: str) -> str:
        fitting = (name for name in self._names() if name.startswith(beginning))
        return next((name for name in fitting if not name.endswith((".own", ".more"))), "")

    def _touch_first(self, beginning: str) -> None:
        if name := self._first(beginning):
            self.terminal.touch(name)


def pictures(terminal: Terminal, folder: Path) -> Callable[[str], None]:
    """Gives what takes a numbered picture into a folder."""
    taken: list[str] = []

    def look(name: str) -> None:
        taken.append(name)
        terminal.display.picture(folder / f"{len(taken):02d}-{name}.png")

    return look
