"""The closed list of pictograms the terminal uses, by what they mean here.

- A member's value is the letter that draws it in the packaged icon font; `fonts.ICONS` names the font.
- An icon never stands alone for a meaning: a word is always beside it.
- Only icons that point along the reading direction turn round in a mirrored screen.

- A pack names its pictograms itself (`pictogram`); which names it may use is held by `content/pictograms.py`.

Deliberately not here: drawing (`kiosk/widgets/typesetting.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache


class Icon(Enum):
    """One pictogram and what it stands for."""

    # The fixed frame
    READ_ALOUD = "\U000F057E"
    """Read the screen aloud: `volume_high`."""
    STOP_READING = "\U000F0667"
    """Stop reading aloud: `stop_circle_outline`."""
    LANGUAGE = "\U000F05CA"
    """Another language: `translate`."""
    HIDE = "\U000F06D1"
    """Hide the screen at once: `eye_off_outline`."""
    FINISH = "\U000F0206"
    """Finish and leave: `exit_to_app`."""
    BACK = "\U000F004D"
    """One step back: `arrow_left`."""
    NEXT = "\U000F0054"
    """One step on: `arrow_right`."""
    SKIP = "\U000F01B7"
    """Skip this one: `debug_step_over`."""
    MORE = "\U000F0142"
    """The next page of a list: `chevron_right`."""
    LESS = "\U000F0141"
    """The page before: `chevron_left`."""
    HELP = "\U000F0625"
    """Explain this: `help_circle_outline`."""
    TOUCH = "\U000F0741"
    """Touch here: `gesture_tap`."""
    LOOK = "\U000F0E0C"
    """Colours and text size: `palette_outline`."""
    TALK = "\U000F0822"
    """I want to talk to someone: `forum_outline`."""
    MESSAGE = "\U000F01F0"
    """A message for you: `email_outline`."""
    MESSAGE_OPEN = "\U000F05EF"
    """A message you have seen: `email_open_outline`."""
    HOME = "\U000F06A1"
    """Back to my path: `home_outline`."""

    # Marks and states
    CHECK = "\U000F0E1E"
    """Chosen, done: `check_bold`."""
    DONE = "\U000F05E0"
    """Done: `check_circle`."""
    LOCKED = "\U000F0341"
    """Opens later: `lock_outline`."""
    FLAG = "\U000F023B"
    """My choice: `flag`."""
    FLAG_OUTLINE = "\U000F023D"
    """Not my choice yet: `flag_outline`."""
    NOTICE = "\U000F02FD"
    """A friendly notice: `information_outline`."""
    IDEA = "\U000F0336"
    """An idea: `lightbulb_outline`."""
    SAVED = "\U000F18EB"
    """Your answers are kept: `content_save_check_outline`."""
    REPAIR = "\U000F0BE0"
    """Something broke, we are on it: `wrench_outline`."""
    PRIVATE = "\U000F0CCC"
    """Only you see this: `shield_lock_outline`."""
    TIME = "\U000F0150"
    """How long it takes: `clock_outline`."""
    DATE = "\U000F00ED"
    """A day: `calendar`."""
    WAIT = "\U000F051F"
    """Wait a moment: `timer_sand`."""
    DOT = "\U000F09DE"
    """Here it was last time: `circle_medium`."""

    # Doing
    ADD = "\U000F0415"
    """One more: `plus`."""
    TAKE_AWAY = "\U000F0374"
    """One less: `minus`."""
    UP = "\U000F0143"
    """Higher: `chevron_up`."""
    DOWN = "\U000F0140"
    """Lower: `chevron_down`."""
    EDIT = "\U000F0CB6"
    """Change this: `pencil_outline`."""
    CLEAR = "\U000F01FE"
    """Wipe this: `eraser`."""
    UNDO = "\U000F054C"
    """Undo the last step: `undo`."""
    AGAIN = "\U000F0709"
    """Start this again: `restart`."""
    CLOSE = "\U000F0156"
    """Put this away: `close`."""
    SIGN = "\U000F0F49"
    """Sign: `draw`."""
    PRINT = "\U000F1786"
    """Print this for me: `printer_outline`."""
    PHONE = "\U000F0DF0"
    """Call: `phone_outline`."""
    ERASE_LETTER = "\U000F0B5C"
    """Erase one letter: `backspace_outline`."""
    CAPITALS = "\U000F0636"
    """Capitals: `apple_keyboard_shift`."""
    SPACE = "\U000F1050"
    """A space: `keyboard_space`."""
    ENTER = "\U000F0311"
    """A new line: `keyboard_return`."""

    # Parts of the path
    START = "\U000F1822"
    """Start: `hand_wave_outline`."""
    QUICK = "\U000F06D5"
    """Arrange quickly: `flash_outline`."""
    REFLECTOR = "\U000F018C"
    """The Reflector: `compass_outline`."""
    MODULE = "\U000F0D20"
    """A module: `map_marker_path`."""
    PLAN = "\U000F19C3"
    """My plan: `file_sign`."""
    ABOUT_ME = "\U000F0007"
    """My details: `account_box_outline`."""
    PRACTICE = "\U000F1180"
    """Practise: `school_outline`."""
    PATH = "\U000F0781"
    """My path: `sign_direction`."""

    # Themes and cards
    IDENTITY = "\U000F0DAB"
    """Identity document: `card_account_details_outline`."""
    HOUSING = "\U000F0D16"
    """A place to live: `home_city_outline`."""
    WORK = "\U000F0814"
    """Work: `briefcase_outline`."""
    MONEY = "\U000F0BDD"
    """Money and debts: `wallet_outline`."""
    HEALTH = "\U000F05F6"
    """Health: `heart_pulse`."""
    FAMILY = "\U000F1823"
    """Family and children: `human_male_female_child`."""
    FRIENDS = "\U000F0B58"
    """Friends: `account_group_outline`."""
    SELF = "\U000F0013"
    """Me: `account_outline`."""
    FEELING = "\U000F01F6"
    """How I feel: `emoticon_neutral_outline`."""
    CALM = "\U000F032A"
    """Rest and calm: `leaf`."""
    SLEEP = "\U000F0099"
    """Sleep: `bed_outline`."""
    FREE_TIME = "\U000F04B8"
    """Free time: `soccer`."""
    DRINK = "\U000F1116"
    """Drink and drugs: `glass_mug_variant`."""
    THINKING = "\U000F1345"
    """How I think: `head_lightbulb_outline`."""
    ATTITUDE = "\U000F05D1"
    """What I stand for: `scale_balance`."""
    HOPE = "\U000F0599"
    """Hope: `weather_sunny`."""
    FAITH = "\U000F0579"
    """Faith: `hands_pray`."""
    LEARNING = "\U000F15D6"
    """Learning: `book_open_page_variant_outline`."""
    SUPPORT = "\U000F157E"
    """Someone who helps me: `hand_heart_outline`."""
    STAR = "\U000F04D2"
    """A strong side: `star_outline`."""
    TIMELINE = "\U000F0E93"
    """My life so far: `chart_timeline_variant`."""
    DOCUMENT = "\U000F09EE"
    """A document: `file_document_outline`."""
    MUNICIPALITY = "\U000F0E80"
    """The municipality: `bank_outline`."""
    STAFF = "\U000F0E0E"
    """A member of staff: `badge_account_horizontal_outline`."""


_POINTING = {
    Icon.BACK: Icon.NEXT,
    Icon.NEXT: Icon.BACK,
    Icon.MORE: Icon.LESS,
    Icon.LESS: Icon.MORE,
}


def facing(icon: Icon, rtl: bool) -> Icon:
    """Gives the icon as it faces in a left-to-right or mirrored screen."""
    return _POINTING.get(icon, icon) if rtl else icon


@dataclass(frozen=True, slots=True)
class Pictogram:
    """A pictogram that a pack names; drawn like an icon, and it never turns round."""

    value: str


@cache
def pictogram(name: str | None) -> Pictogram | None:
    """Gives the pictogram of a plain name such as `home-outline`; none where the font has no such name."""
    from fonticon_mdi7 import MDI7  # noqa: PLC0415 - only screens of packs need the package's table of names

    letter = str(getattr(MDI7, (name or "").replace("-", "_"), ""))[-1:]
    return Pictogram(letter) if letter else None
