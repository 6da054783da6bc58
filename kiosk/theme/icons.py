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
    READ_ALOUD = "\U000f057e"
    """Read the screen aloud: `volume_high`."""
    STOP_READING = "\U000f0667"
    """Stop reading aloud: `stop_circle_outline`."""
    LANGUAGE = "\U000f05ca"
    """Another language: `translate`."""
    HIDE = "\U000f06d1"
    """Hide the screen at once: `eye_off_outline`."""
    FINISH = "\U000f0206"
    """Finish and leave: `exit_to_app`."""
    BACK = "\U000f004d"
    """One step back: `arrow_left`."""
    NEXT = "\U000f0054"
    """One step on: `arrow_right`."""
    SKIP = "\U000f01b7"
    """Skip this one: `debug_step_over`."""
    MORE = "\U000f0142"
    """The next page of a list: `chevron_right`."""
    LESS = "\U000f0141"
    """The page before: `chevron_left`."""
    HELP = "\U000f0625"
    """Explain this: `help_circle_outline`."""
    TOUCH = "\U000f0741"
    """Touch here: `gesture_tap`."""
    LOOK = "\U000f0e0c"
    """Colours and text size: `palette_outline`."""
    TALK = "\U000f0822"
    """I want to talk to someone: `forum_outline`."""
    MESSAGE = "\U000f01f0"
    """A message for you: `email_outline`."""
    MESSAGE_OPEN = "\U000f05ef"
    """A message you have seen: `email_open_outline`."""
    HOME = "\U000f06a1"
    """Back to my path: `home_outline`."""

    # Marks and states
    CHECK = "\U000f0e1e"
    """Chosen, done: `check_bold`."""
    DONE = "\U000f05e0"
    """Done: `check_circle`."""
    PARTLY = "\U000f1396"
    """Partly: `circle_half_full`."""
    NOT = "\U000f0377"
    """Not: `minus_circle_outline`."""
    LOCKED = "\U000f0341"
    """Opens later: `lock_outline`."""
    FLAG = "\U000f023b"
    """My choice: `flag`."""
    FLAG_OUTLINE = "\U000f023d"
    """Not my choice yet: `flag_outline`."""
    NOTICE = "\U000f02fd"
    """A friendly notice: `information_outline`."""
    IDEA = "\U000f0336"
    """An idea: `lightbulb_outline`."""
    SAVED = "\U000f18eb"
    """Your answers are kept: `content_save_check_outline`."""
    REPAIR = "\U000f0be0"
    """Something broke, we are on it: `wrench_outline`."""
    PRIVATE = "\U000f0ccc"
    """Only you see this: `shield_lock_outline`."""
    TIME = "\U000f0150"
    """How long it takes: `clock_outline`."""
    DATE = "\U000f00ed"
    """A day: `calendar`."""
    WAIT = "\U000f051f"
    """Wait a moment: `timer_sand`."""
    DOT = "\U000f09de"
    """Here it was last time: `circle_medium`."""

    # Doing
    ADD = "\U000f0415"
    """One more: `plus`."""
    TAKE_AWAY = "\U000f0374"
    """One less: `minus`."""
    UP = "\U000f0143"
    """Higher: `chevron_up`."""
    DOWN = "\U000f0140"
    """Lower: `chevron_down`."""
    EDIT = "\U000f0cb6"
    """Change this: `pencil_outline`."""
    CLEAR = "\U000f01fe"
    """Wipe this: `eraser`."""
    UNDO = "\U000f054c"
    """Undo the last step: `undo`."""
    AGAIN = "\U000f0709"
    """Start this again: `restart`."""
    CLOSE = "\U000f0156"
    """Put this away: `close`."""
    SIGN = "\U000f0f49"
    """Sign: `draw`."""
    PRINT = "\U000f1786"
    """Print this for me: `printer_outline`."""
    PHONE = "\U000f0df0"
    """Call: `phone_outline`."""
    ERASE_LETTER = "\U000f0b5c"
    """Erase one letter: `backspace_outline`."""
    CAPITALS = "\U000f0636"
    """Capitals: `apple_keyboard_shift`."""
    SPACE = "\U000f1050"
    """A space: `keyboard_space`."""
    ENTER = "\U000f0311"
    """A new line: `keyboard_return`."""

    # Parts of the path
    START = "\U000f1822"
    """Start: `hand_wave_outline`."""
    QUICK = "\U000f06d5"
    """Arrange quickly: `flash_outline`."""
    REFLECTOR = "\U000f018c"
    """The Reflector: `compass_outline`."""
    MODULE = "\U000f0d20"
    """A module: `map_marker_path`."""
    PLAN = "\U000f19c3"
    """My plan: `file_sign`."""
    ABOUT_ME = "\U000f0007"
    """My details: `account_box_outline`."""
    PRACTICE = "\U000f1180"
    """Practise: `school_outline`."""
    PATH = "\U000f0781"
    """My path: `sign_direction`."""

    # Themes and cards
    IDENTITY = "\U000f0dab"
    """Identity document: `card_account_details_outline`."""
    HOUSING = "\U000f0d16"
    """A place to live: `home_city_outline`."""
    WORK = "\U000f0814"
    """Work: `briefcase_outline`."""
    MONEY = "\U000f0bdd"
    """Money and debts: `wallet_outline`."""
    HEALTH = "\U000f05f6"
    """Health: `heart_pulse`."""
    FAMILY = "\U000f1823"
    """Family and children: `human_male_female_child`."""
    FRIENDS = "\U000f0b58"
    """Friends: `account_group_outline`."""
    SELF = "\U000f0013"
    """Me: `account_outline`."""
    FEELING = "\U000f01f6"
    """How I feel: `emoticon_neutral_outline`."""
    CALM = "\U000f032a"
    """Rest and calm: `leaf`."""
    SLEEP = "\U000f0099"
    """Sleep: `bed_outline`."""
    FREE_TIME = "\U000f04b8"
    """Free time: `soccer`."""
    DRINK = "\U000f1116"
    """Drink and drugs: `glass_mug_variant`."""
    THINKING = "\U000f1345"
    """How I think: `head_lightbulb_outline`."""
    ATTITUDE = "\U000f05d1"
    """What I stand for: `scale_balance`."""
    HOPE = "\U000f0599"
    """Hope: `weather_sunny`."""
    FAITH = "\U000f0579"
    """Faith: `hands_pray`."""
    LEARNING = "\U000f15d6"
    """Learning: `book_open_page_variant_outline`."""
    SUPPORT = "\U000f157e"
    """Someone who helps me: `hand_heart_outline`."""
    STAR = "\U000f04d2"
    """A strong side: `star_outline`."""
    TIMELINE = "\U000f0e93"
    """My life so far: `chart_timeline_variant`."""
    DOCUMENT = "\U000f09ee"
    """A document: `file_document_outline`."""
    MUNICIPALITY = "\U000f0e80"
    """The municipality: `bank_outline`."""
    STAFF = "\U000f0e0e"
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
