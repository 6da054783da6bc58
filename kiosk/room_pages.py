"""The pages beside the path, as texts: what a person can do at any time, and how he goes through the modules.

    more                         all of it, in tiles
    talk, talk/<whom>            with whom he wants to talk today; asking it, and what became of it
    together                     who sits beside him
    track, track/<module>        the whole way or the short one; asked before the first module is begun

- Not here: what they show (views/rooms.py, views/talk.py), what a touch does on them (room_turns.py), and all other
  pages (pages.py).
"""

from modules.person import HOME

PRACTICE = "practice"
"""What leads to the practice room, which is no page of anybody and is kept nowhere (practice.py)."""
MORE, TALK, TOGETHER, TRACK = "more", "talk", "together", "track"


def is_room(page: str) -> bool:
    """Tells whether a page is one of these."""
    return page in (MORE, TOGETHER) or page.partition("/")[0] in (TALK, TRACK)


def above_room(page: str) -> str:
    """Gives the page that `terug` leads to."""
    if page.startswith(f"{TALK}/"):
        return TALK
    return HOME if page == MORE or page.startswith(f"{TRACK}/") else MORE
