"""Every screen, by the view it paints: a screen paints and says intents; it decides, stores and translates nothing.

- `XScreen(look=, words=, send=)`; `paint(view)` may be called any number of times and changes only what differs.
- `forget()` lets go of what was typed or drawn; `on_key(scancode, with_shift)` is use by keyboard or switch.
- The fault screen is not in the table: it is shown by the app alone, whatever the visit says.

Deliberately not here: which view follows which (`kiosk/visit.py`).
"""

from collections.abc import Mapping
from typing import Any

from kiosk.screens.attract import AttractScreen
from kiosk.screens.done import DoneScreen
from kiosk.screens.hidden import HiddenScreen
from kiosk.screens.home import HomeScreen
from kiosk.screens.intro import IntroScreen
from kiosk.screens.language import LanguageScreen
from kiosk.screens.overview import OverviewScreen
from kiosk.screens.plan import PlanScreen
from kiosk.screens.question import QuestionScreen
from kiosk.screens.sign import SignScreen
from kiosk.screens.unlock import UnlockScreen
from kiosk.views.entrance import AttractView, HiddenView, LanguageView, UnlockView
from kiosk.views.home import HomeView
from kiosk.views.plan import DoneView, PlanView, SignView
from kiosk.views.question import IntroView, OverviewView, QuestionView

SCREENS: Mapping[type[Any], type[Any]] = {
    AttractView: AttractScreen,
    LanguageView: LanguageScreen,
    UnlockView: UnlockScreen,
    HiddenView: HiddenScreen,
    HomeView: HomeScreen,
    QuestionView: QuestionScreen,
    IntroView: IntroScreen,
    OverviewView: OverviewScreen,
    PlanView: PlanScreen,
    SignView: SignScreen,
    DoneView: DoneScreen,
}
