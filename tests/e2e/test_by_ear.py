"""A man who sees nothing, from the resting screen to a signed plan: he knows only what he hears, and has a keyboard.

- What is on the screen is never looked at; the story goes by what is said, as he would.
- Everybody near hears the loudspeaker: his PIN is never among what is said.
- Not here: what is said of each thing (tests/ui/test_guide.py).
"""

import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.development import NUMBER, PIN, Desk
from kiosk.i18n import Words
from tests.e2e.display import Display
from tests.e2e.listened import DEADLINE_SECONDS, Listened
from tests.e2e.programs import status

NL = Words("nl")
KEYS = "123456789c0"
"""The keys of a pad in the order in which the ring goes along them; `c` begins anew."""
MOST_KEYS, MOST_PAGES = 80, 40


@pytest.fixture
def man(desk: Desk, display: Display) -> Iterator["Man"]:
    terminal = Listened(display, desk.settings, desk.folder / "places.json")
    yield Man(terminal)
    terminal.stop()


class Man:
    """Somebody who listens and presses keys; `page` is what he heard since he last pressed Enter."""

    def __init__(self, terminal: Listened) -> None:
        self.terminal = terminal
        self.page: list[str] = []

    def finds(self, fits: Callable[[str], bool]) -> str:
        """Goes along with Tab until what is said fits, and gives it."""
        passed: list[str] = []
        for _ in range(MOST_KEYS):
            passed.append(self.terminal.press("Tab"))
            if fits(passed[-1]):
                return passed[-1]
        raise AssertionError(f"never heard it; heard {passed[:12]} after {self.page}")

    def chooses(self, wanted: str) -> None:
        """Goes to what is called so and presses Enter."""
        self.finds(lambda said: said.split(": ")[0] == wanted or said.startswith(wanted))
        self.page = self.terminal.act()

    def types(self, digits: str) -> None:
        """Goes to each digit by its name."""
        for digit in digits:
            self.chooses(digit)
            self.must_hear(digit)

    def types_in_secret(self, digits: str) -> None:
        """Counts the keys from the first, as each is only said to be a dot; gives what was said."""
        at = -1
        for digit in digits:
            place = KEYS.index(digit)
            while at < 0 or at != place:
                said = self.terminal.press("Tab" if at < place else "shift+Tab")
                if at < 0:
                    at = 0 if said == NL("aids.dot") else -1
                else:
                    at += 1 if at < place else -1
                assert at < 0 or said == NL("aids.dot" if KEYS[at] != "c" else "pad.clear")
            self.page = self.terminal.act()

    def hears(self, part: str) -> bool:
        """Tells whether this was said since he last pressed Enter."""
        return any(part in said for said in self.page)

    def must_hear(self, part: str) -> None:
        """Listens until this is said, and fails where it is not."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not self.hears(part):
            assert time.monotonic() < deadline, f"did not hear {part!r} but {self.page}"
            self.page += self.terminal.more()


def _log_in(man: Man) -> None:
    assert man.terminal.press("Up") == NL("aids.say.speaks_on")
    man.page = man.terminal.act()
    man.must_hear(NL("language.title"))
    man.chooses("Nederlands")
    man.must_hear(NL("unlock.number.title"))
    man.types(NUMBER)
    man.chooses(NL("foot.next"))
    man.must_hear(NL("unlock.pin.title"))
    man.types_in_secret(PIN)
    man.must_hear(NL("home.greeting"))


def _make_a_goal(man: Man) -> Iterator[str]:
    """Answers each step with the first thing offered, until the plan says what was made; gives what was chosen."""
    man.chooses(NL("home.plan"))
    man.chooses(NL("plan.add_goal"))
    for _ in range(MOST_PAGES):
        if man.hears(NL("plan.status.concept")):
            return
        said = man.terminal.press("Tab")
        if said not in (NL("goal.add"), NL("foot.back"), NL("foot.skip"), NL("foot.next")):
            said = man.finds(lambda each: each == "7") if said == "0" else said
            man.page = man.terminal.act()
            man.must_hear(f"{said}: {NL('answer.chosen')}")
            yield said
        man.chooses(NL("foot.next"))
    raise AssertionError(f"no end of the goal; last heard {man.page}")


def _sign(man: Man) -> None:
    """Reads all of it, agrees, has a cross put and gives the PIN once more."""
    onward = (NL("letter.more"), NL("foot.sign"), NL("foot.next"))
    while not man.hears(NL("sign.agree.title")):
        man.finds(lambda said: said in onward)
        man.page = man.terminal.act()
    man.chooses(NL("sign.agree"))
    man.must_hear(f"{NL('sign.agree')}: {NL('answer.chosen')}")
    man.chooses(NL("foot.next"))
    man.must_hear(NL("sign.draw.title"))
    man.chooses(NL("sign.draw.cross"))
    man.chooses(NL("foot.next"))
    man.must_hear(NL("sign.pin.title"))
    man.types_in_secret(PIN)
    man.must_hear(NL("unlock.dots", len(PIN)))
    man.chooses(NL("foot.sign"))


def test_a_man_who_sees_nothing_comes_to_a_signed_plan_by_what_he_hears(desk: Desk, man: Man) -> None:
    _log_in(man)
    chosen = list(_make_a_goal(man))
    before = len(man.terminal.all_heard())
    _sign(man)
    man.must_hear(NL("done.signed.title"))
    man.must_hear(NL("done.signed.2"))
    read = " ".join(each["text"] for each in man.terminal.all_heard()[before:])
    assert len(chosen) >= 4
    assert [one for one in chosen if not one.isdecimal() and one not in read] == []
    everything = man.terminal.all_heard()
    assert not any(PIN in each["text"] for each in everything)
    assert {each["out"] for each in everything} == {"speaker"}
    assert status(desk)["due"] > 0
