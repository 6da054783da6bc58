"""`make demo`: the whole line by real touches, from the resting screen to the mentor's page and back.

    build/demo/screens/     a picture of each page a person meets
    build/demo/mentor/      the mentor's list and the person's page: HTML, and pictures where there is a browser
    build/demo/plan/        the exported plan: the sealed PDF with pictures of its pages, its JSON, and what it proves
    build/demo/progress.json

- A gateway, a courier and the kiosk run as they do in use; the display is a virtual one.
- It begins anew each time and makes the same choices, so two runs are one journey.
- Not here: checking what came of it (tests/e2e), and how a desk is made (kiosk/development.py).
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.development import MENTOR_NUMBER, MENTOR_PASSWORD, NUMBER, PIN, Desk, make_desk
from tests.e2e.browser import Mentor, picture
from tests.e2e.display import Display
from tests.e2e.terminal import Terminal
from tests.journey import Journey, pictures

LEFT = Path("build/demo")
ARRIVES_SECONDS = 60


def main() -> int:
    """Walks the journey and says what it left."""
    shutil.rmtree(LEFT, ignore_errors=True)
    LEFT.mkdir(parents=True)
    print("Making a gateway and a terminal …", flush=True)
    desk = make_desk(LEFT / "desk")
    with desk.gateway(), desk.courier(), Display() as display:
        terminal = Terminal(display, desk.settings, LEFT / "desk" / "places.json")
        journey = Journey(terminal, NUMBER, PIN, pictures(terminal, LEFT / "screens"))
        try:
            _walk(journey, desk)
        finally:
            terminal.stop()
    shutil.rmtree(LEFT / "desk")
    print(f"The journey is done. It left in {LEFT}:")
    for path in sorted(LEFT.rglob("*")):
        if path.is_file() and path.parent.name != "static":
            print(f"  {path.relative_to(LEFT)}")
    return 0


def _walk(journey: Journey, desk: Desk) -> None:
    print("Walking: login, Reflector, the short way (modules 1, 3, 7 and 8), the plan signed …", flush=True)
    journey.log_in()
    for stone in ("stone.reflector", "stone.m1", "stone.m3", "stone.m7", "stone.m8"):
        journey.walk(stone)
    journey.show("home-signed")
    journey.leave()
    print("Waiting until the gateway has it …", flush=True)
    _until(lambda: export_plan(desk, LEFT / "plan") == 0, "the signed plan at the gateway")
    with Mentor(desk.staff_url, MENTOR_NUMBER, MENTOR_PASSWORD) as mentor:
        person = mentor.people()[0]
        mentor.send_note(person, "plan_received", "Zullen we er donderdag over praten?")
        mentor.countersign(person, MENTOR_PASSWORD)
        _save(mentor, "", LEFT / "mentor" / "people.html")
        _save(mentor, person, LEFT / "mentor" / "person.html")
    print("The plan as a sealed PDF, and what it proves …", flush=True)
    _leave_plan(desk, LEFT / "plan")
    drplan(desk, "export", "progress", "--out", str(LEFT / "progress.json"))
    print("Waiting until the note is back at the terminal …", flush=True)
    _until(lambda: desk.carry_once() == 0 and journey.has_note(), "the mentor's note at the terminal")
    journey.leave()


def drplan(desk: Desk, *words: str) -> int:
    """Runs one verb of the gateway's program and gives its exit code."""
    asked = [sys.executable, "-m", "sync.gateway", *words, "--gateway", str(desk.gateway_folder)]
    return subprocess.run(asked, check=False, capture_output=True).returncode


def export_plan(desk: Desk, out: Path) -> int:
    """Exports the demo person's plan and gives the exit code; 0 only when its signatures hold."""
    return drplan(desk, "export", "plan", NUMBER, "--out", str(out))


def _leave_plan(desk: Desk, folder: Path) -> None:
    """Exports the countersigned plan, draws its pages, and writes down what it proves."""
    if export_plan(desk, folder) or drplan(desk, "trust", "--out", str(folder / "trust.json")):
        raise AssertionError("the countersigned plan was not exported")
    pdf, asked = folder / "plan.pdf", [sys.executable, "-m", "sync.gateway", "verify-plan"]
    told = subprocess.run(
        [*asked, str(pdf), "--trust", str(folder / "trust.json")], check=True, capture_output=True, text=True
    )
    (folder / "proof.txt").write_text(told.stdout, encoding="utf-8")
    subprocess.run(["pdftoppm", "-r", "80", "-png", str(pdf), str(folder / "page")], check=True)


def _save(mentor: Mentor, path: str, html: Path) -> None:
    html.parent.mkdir(parents=True, exist_ok=True)
    mentor.save(path, html)
    picture(html, html.with_suffix(".png"))


def _until(holds: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + ARRIVES_SECONDS
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited for {what}")
        time.sleep(0.5)


if __name__ == "__main__":
    raise SystemExit(main())
