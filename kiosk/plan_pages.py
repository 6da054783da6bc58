"""The pages around the plan, as texts; each leads back to the one above it.

    plan/mine                    all of the plan at a glance
    plan/shares, plan/share/<x>  who sees what; one part of it, or one answer shown to the mentor
    plan/steps                   steps to tick off
    plan/week, plan/grown        the weekly question, and how sure he was and is
    plan/course                  what became of the plan
    plan/versions, plan/version/<n>, plan/choose   what was signed before; which of two counts
    plan/notes, plan/notes/new   his own notes

- Not here: the plan read back and signed, which is pages.py's; what a page does (plan_turns.py).
"""

from modules.person import HOME

MINE, SHARES, STEPS_DONE, WEEK, GROWN = "plan/mine", "plan/shares", "plan/steps", "plan/week", "plan/grown"
COURSE, VERSIONS, CHOOSE, NOTES, WRITE = "plan/course", "plan/versions", "plan/choose", "plan/notes", "plan/notes/new"
SHARE, VERSION = "plan/share/", "plan/version/"
"""What a page of one part, or of one version, begins with."""
_ABOVE = {MINE: HOME, WEEK: HOME, GROWN: WEEK, WRITE: NOTES}


def is_own(page: str) -> bool:
    """Tells whether a page is one of these."""
    plain = (MINE, SHARES, STEPS_DONE, WEEK, GROWN, COURSE, VERSIONS, CHOOSE, NOTES, WRITE)
    return page in plain or page.startswith((SHARE, VERSION))


def above(page: str) -> str:
    """Gives the page that `terug` leads to."""
    if page.startswith(SHARE):
        return SHARES
    return VERSIONS if page.startswith(VERSION) else _ABOVE.get(page, MINE)
