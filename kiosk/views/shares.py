"""Wie ziet wat: each part of the plan with who sees it and whether it leaves the prison; what he may choose himself.

- A table of people and parts: in each place a word, for the mark that stands there; aloud a row is one sentence.

- Who reads a part is `modules.disclosure`'s to say, the same table the batch and a hand-over follow.
- Where the law provides for it there is a notice and no question (DOMAIN 3); a question only where it is a choice.
- What was signed or read already is said to stay so; withdrawing never claims more than it does.
- Not here: what a choice does (kiosk/plan_turns.py).
"""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.i18n import Words
from kiosk.pages import Editions
from kiosk.plan_pages import SHARE
from kiosk.views.begun import begun
from kiosk.views.exercises import SingleChoiceView, answer_words
from kiosk.views.frame import FrameView
from kiosk.views.options import OptionView
from kiosk.views.question import IntroView, QuestionView, exercise_named
from modules.definition.kvv_module import PlanPartTexts
from modules.disclosure import OUTSIDE, PLAN_PARTS, Reader, readers_of
from modules.exercises.shared import Audience, PlanPart
from modules.ids import ItemId, OptionId
from modules.person import PersonState
from modules.plan.compose import Made, held_parts
from modules.plan.document import PlanDocument
from modules.texts import Language

MENTOR, ONLY_ME = OptionId("mentor"), OptionId("only_me")
KEEP, WITHDRAW = OptionId("keep"), OptionId("withdraw")
PICTURES = {
    Reader.MENTOR: "account-tie-outline",
    Reader.CASE_MANAGER: "briefcase-account-outline",
    Reader.MUNICIPALITY: "bank-outline",
}


class Sees(StrEnum):
    """How much of a part somebody sees."""

    ALL = "all"
    SOME = "some"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody at the head of a column, with a pictogram."""

    title: str
    picture: str


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A part of the plan, or an answer shown to the mentor: what each of the people sees, and in one sentence.

    `page` is what touching it opens: a choice where `is_choice`, else what the law says.
    """

    page: str
    title: str
    answer: str
    sees: tuple[Sees, ...]
    reads: str
    is_choice: bool

    @property
    def said(self) -> str:
        """As much of the answer as a row holds."""
        return begun(self.answer)

    @property
    def spoken(self) -> str:
        """The row read aloud."""
        return ". ".join(filter(None, (self.title, self.answer, self.reads)))


@dataclass(frozen=True, slots=True)
class SharesView:
    """Who sees what: the people, himself first, and a row for each part."""

    frame: FrameView
    title: str
    help: str
    people: tuple[PersonView, ...]
    rows: tuple[ShareRow, ...]


@dataclass(frozen=True, slots=True)
class Sharing:
    """Whose plan it is, in which packs' words, and in which language it is shown."""

    editions: Editions
    state: PersonState
    language: Language

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return Words(self.language)

    @property
    def vris(self) -> bool:
        """Whether nothing goes to a municipality of him."""
        return "vris" in self.editions.programme.facts

    def title(self, part: PlanPart) -> str:
        """Gives the heading of a part."""
        return self._texts(part).title.in_language(self.language)

    def _texts(self, part: PlanPart) -> PlanPartTexts:
        return next(one for one in self.editions.programme.definition.plan.parts if one.part is part)


def shares_view(sharing: Sharing, *, can_sign: bool) -> SharesView:
    """Gives the page that says who sees what; it stands before signing."""
    words, state = sharing.words, sharing.state
    made = Made(state.reflector, state.kvv, state.plan)
    held = held_parts(sharing.editions.questionnaire, sharing.editions.programme, made)
    shown = ((item, _said(sharing, item)) for item in state.shared)
    rows = (
        *(_part_row(sharing, part) for part in held),
        *(_shown_row(item, said, words) for item, said in shown if said),
    )
    title, help_text = words("own.shares"), words("own.shares.help")
    spoken = (title, help_text, *(row.spoken for row in rows))
    onward = words("foot.sign") if can_sign else words("foot.to_plan")
    frame = FrameView(words("own.place"), back=words("foot.back"), next=onward, spoken=spoken)
    others = (PersonView(words(f"own.sees.{reader}"), PICTURES[reader]) for reader in Reader)
    return SharesView(frame, title, help_text, (PersonView(words("own.sees.me"), "account-outline"), *others), rows)


def _part_row(sharing: Sharing, part: PlanPart) -> ShareRow:
    title, is_choice = sharing.title(part), PLAN_PARTS[part].is_choice
    readers = _readers(sharing, part)
    return ShareRow(f"{SHARE}{part}", title, "", _seen_by(readers), reads(sharing, part), is_choice)


def _shown_row(item: ItemId, said: str, words: Words) -> ShareRow:
    seen = _seen_by((Reader.MENTOR,))
    return ShareRow(f"{SHARE}{item}", words("own.share.shown"), said, seen, words("own.reads.mentor"), is_choice=True)


def _seen_by(readers: tuple[Reader, ...]) -> tuple[Sees, ...]:
    """Gives what each sees, himself first; of what leaves the prison only a part does."""
    seen = ((Sees.SOME if reader in OUTSIDE else Sees.ALL) if reader in readers else Sees.NOTHING for reader in Reader)
    return Sees.ALL, *seen


def _readers(sharing: Sharing, part: PlanPart) -> tuple[Reader, ...]:
    """Gives who sees a part besides himself, as he has it now."""
    is_choice, chosen = PLAN_PARTS[part].is_choice, sharing.state.plan.shares.get(part)
    return () if is_choice and chosen is Audience.ONLY_ME else readers_of(part, vris=sharing.vris)


def reads(sharing: Sharing, part: PlanPart) -> str:
    """Gives who reads a part, and whether it leaves the prison, in words."""
    words, readers = sharing.words, _readers(sharing, part)
    if not readers:
        return words("own.reads.only_me")
    if OUTSIDE & set(readers):
        return words("own.reads.outside")
    return words("own.reads.inside" if Reader.CASE_MANAGER in readers else "own.reads.mentor")


def share_view(sharing: Sharing, named: str) -> IntroView | QuestionView | None:
    """Gives the page of one part, or of one answer he showed his mentor; none where it is neither."""
    if named in set(PlanPart):
        part = PlanPart(named)
        return _choice(sharing, part) if PLAN_PARTS[part].is_choice else _notice(sharing, part)
    item = ItemId(named)
    return _shown(sharing, item) if item in sharing.state.shared else None


def _notice(sharing: Sharing, part: PlanPart) -> IntroView:
    words = sharing.words
    title = words("own.law.title", part=sharing.title(part))
    lines = (reads(sharing, part), words("own.law"), words("own.law.no_choice"), words("own.law.kept"))
    frame = FrameView(words("own.shares"), back=words("foot.back"), next=words("foot.next"), spoken=(title, *lines))
    return IntroView(frame, title, lines, "scale-balance")


def _choice(sharing: Sharing, part: PlanPart) -> QuestionView:
    words, state = sharing.words, sharing.state
    mine = state.plan.shares.get(part) is Audience.ONLY_ME
    texts = ((MENTOR, "own.share.mentor", "account-tie-outline"), (ONLY_ME, "own.share.only_me", "account-outline"))
    chosen = ONLY_ME if mine else MENTOR
    options = tuple(OptionView(option, words(name), picture, option == chosen) for option, name, picture in texts)
    notice = words("own.share.used") if _is_signed(state, part) else ""
    return _question(sharing, words("own.share.ask", part=sharing.title(part)), options, notice)


def _shown(sharing: Sharing, item: ItemId) -> QuestionView:
    words = sharing.words
    options = (
        OptionView(KEEP, words("own.share.keep"), "account-tie-outline", chosen=True),
        OptionView(WITHDRAW, words("own.share.withdraw"), "account-outline"),
    )
    return _question(sharing, _said(sharing, item), options, words("own.share.read"))


def _question(sharing: Sharing, prompt: str, options: tuple[OptionView, ...], notice: str) -> QuestionView:
    words = sharing.words
    help_text = words("own.share.help")
    spoken = (prompt, help_text, notice, *(option.text for option in options))
    frame = FrameView(words("own.shares"), back=words("foot.back"), next=words("foot.next"), spoken=spoken)
    return QuestionView(
        frame, prompt, help_text, "account-group-outline", "single_choice", SingleChoiceView(options), notice
    )


def _is_signed(state: PersonState, part: PlanPart) -> bool:
    current = state.plan.current
    document = PlanDocument.parse(current.event.document) if current else None
    return document is not None and any(section.part is part for section in document.sections)


def _said(sharing: Sharing, item: ItemId) -> str:
    exercise = exercise_named(sharing.editions, item)
    answer = sharing.state.reflector.answer(item) or sharing.state.kvv.answer(item)
    return answer_words(exercise, answer, sharing.language) if exercise and answer else ""
