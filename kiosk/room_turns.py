"""What a touch does on the pages beside the path, and which of them comes before a page that was opened.

- A choice is on disk before the page is shown again (house rule 3).
- Not here: what the pages say (views/rooms.py).
"""

from kiosk.intents import GiveThisAnswer, GoBack, GoOn, Intent, SkipThis
from kiosk.pages import AnyPage, ModulePage, PlainPage, begin_module
from kiosk.room_pages import TALK, TOGETHER, TRACK, above_room
from kiosk.session import Session
from kiosk.views.question import IntroView, QuestionView
from kiosk.views.rooms import MoreView, more_view, together_view, track_view
from kiosk.views.talk import Asking, talk_view, whom_view
from modules import talk
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import OptionId
from modules.kvv import commands as kvv
from modules.kvv.state import asks_track
from modules.person import HOME, begin_or_end
from modules.reasons import Companion, Track, Whom
from modules.texts import Language

RoomView = MoreView | QuestionView | IntroView


def asked_first(session: Session, page: AnyPage) -> AnyPage:
    """Gives the page that is asked before this one; the page itself where nothing is."""
    asks = asks_track(session.editions.programme.definition, session.state.kvv)
    if asks and isinstance(page, ModulePage) and page.item is None and page.module.number:
        return PlainPage(f"{TRACK}/{page.module.id}")
    return page


def room_turn(session: Session, page: PlainPage, intent: Intent) -> AnyPage:
    """Does what a touch means on a page beside the path and gives the page that follows; not yet reached.

    Raises:
        RefusedError: The domain says no; nothing happened.
    """
    whom = whom_of(page.page)
    match intent:
        case GoBack():
            return PlainPage(above_room(page.page))
        case GoOn() if whom is not None:
            return _ask(session, page, whom)
        case SkipThis() if whom is not None:
            session.note(talk.withdraw(session.state.talk, whom))
        case GoOn() | SkipThis():
            return _on(session, page.page, skipped=isinstance(intent, SkipThis))
        case GiveThisAnswer(SingleChoiceAnswer(option=option)):
            _choose(session, page.page, option)
    return page


def _ask(session: Session, page: PlainPage, whom: Whom) -> PlainPage:
    if whom in session.state.talk.waiting:
        return PlainPage(HOME)
    session.note(talk.ask(session.state.talk, whom))
    return page


def _choose(session: Session, page: str, option: OptionId) -> None:
    if page == TOGETHER:
        companion = next((one for one in Companion if one.value == option), None)
        session.note(begin_or_end(session.state.together, companion))
        return
    for track in Track:
        if track.value == option:
            session.do(kvv.ChooseTrack(track))


def _on(session: Session, name: str, *, skipped: bool) -> AnyPage:
    for module in session.editions.programme.definition.modules:
        if name == f"{TRACK}/{module.id}":
            chosen = skipped or session.state.kvv.track is not None
            return begin_module(module, session.editions, session.state) if chosen else PlainPage(name)
    return PlainPage(above_room(name))


def whom_of(page: str) -> Whom | None:
    """Gives with whom a page asks to talk; none where it is another page."""
    return next((whom for whom in Whom if page == f"{TALK}/{whom}"), None)


def room_view(session: Session, page: PlainPage, language: Language) -> RoomView:
    """Gives what a page beside the path shows."""
    editions, state, name = session.editions, session.state, page.page.partition("/")[0]
    asking = Asking(state.talk.waiting, session.place.staff_name, session.place.has_left, language)
    if name == TRACK:
        return track_view(editions, state, language, may_skip=page.page != TRACK)
    if name == TOGETHER:
        return together_view(state.together, language)
    if name == TALK:
        whom = whom_of(page.page)
        return whom_view(asking, whom) if whom else talk_view(asking, editions.talk_with)
    return more_view(editions, state, language)
