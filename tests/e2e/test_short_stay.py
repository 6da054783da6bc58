"""Two people who only make a plan: a man with two weeks left who reads Arabic, and a woman who does not agree."""

from kiosk.development import Desk
from tests.e2e.programs import status
from tests.journey import Journey


def one_goal(journey: Journey) -> None:
    """Makes one goal from the plan itself, with no module done, and comes back to the plan."""
    terminal = journey.terminal
    terminal.touch("plan.card")
    terminal.wait_for_page("plan")
    journey.show("plan-empty")
    while "foot.skip" not in terminal.seen()["places"]:
        terminal.touch("foot.next")  # a plan of several pages asks for a goal on its last
    terminal.touch("foot.skip")
    terminal.wait_until(lambda seen: seen["page"] != "plan", "the first step of a goal")
    while terminal.page != "plan":
        journey.answer()
        journey.show(terminal.page.replace("/", "-"))
        journey.go_on(terminal.page)


def to_signing(journey: Journey) -> None:
    """Reads the plan page by page, then who sees what, and comes to the signature page."""
    terminal = journey.terminal
    while terminal.page == "plan":
        journey.show("plan")
        terminal.touch("foot.next")
    terminal.wait_for_page("plan/shares")
    journey.show("plan-shares")
    terminal.touch("foot.next")
    terminal.wait_for_page("plan/sign")


def test_a_man_with_two_weeks_left_signs_one_goal_in_arabic_with_no_network(desk: Desk, journey: Journey) -> None:
    terminal = journey.terminal
    journey.log_in("ar")
    one_goal(journey)
    to_signing(journey)
    journey.sign_here()
    journey.show("plan-done")
    terminal.touch("foot.next")
    terminal.wait_for_page("home")
    journey.show("home-signed")
    terminal.touch("plan.card")
    terminal.wait_for_page("plan/mine")
    journey.show("plan-mine")
    terminal.touch("row.plan/versions")
    terminal.wait_for_page("plan/versions")
    terminal.touch("row.plan/version/0")
    terminal.wait_for_page("plan/version/0")
    journey.show("plan-version")
    journey.leave()
    assert status(desk)["due"] > 0


def test_a_woman_who_does_not_agree_says_what_with_and_nothing_is_closed(desk: Desk, journey: Journey) -> None:
    terminal = journey.terminal
    journey.log_in()
    one_goal(journey)
    to_signing(journey)
    terminal.touch("foot.skip")
    journey.show("decline")
    while "decline.disagree" not in terminal.seen()["places"]:
        terminal.touch("answers.more")
    terminal.touch("decline.disagree")
    terminal.touch("foot.next")
    terminal.touch("answer.too_much")
    journey.show("because")
    terminal.touch("foot.next")
    terminal.wait_for_page("plan/done")
    journey.show("plan-declined")
    terminal.touch("foot.next")
    terminal.wait_for_page("home")
    terminal.touch("plan.card")
    terminal.wait_for_page("plan/mine")
    journey.show("plan-mine")
    terminal.touch("row.plan")
    terminal.wait_for_page("plan")
    assert "foot.next" in terminal.seen()["places"]
    journey.leave()
    assert status(desk)["due"] > 0
