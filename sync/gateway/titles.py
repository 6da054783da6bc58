"""The titles and words of content packs, as far as this gateway has the packs: for pages and exports.

- Themes, modules, questions and options are found by their ids, which stay the same for ever (modules/ids.py); where no
  pack here knows an id, the id itself is shown rather than a guess.
- What only an earlier release had is found in the packs that were kept of it (kept_packs.py).
- What a person said in an older version of a pack is found by what its newer one calls it (PACK 5).
- Everything here is Dutch unless a language is asked for: it is for staff. The signed plan carries its own words
  (modules/plan/document.py).
- Not here: trusting packs (content/trust.py).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from content.release import load_packs, read_release
from content.trust import Floor, verify_release
from modules.definition.institution import Institution
from modules.definition.kvv_module import KvvProgramme
from modules.definition.questionnaire import Questionnaire
from modules.definition.start import StartModules
from modules.exercises import Answer, AnyExercise
from modules.exercises.renaming import Renaming
from modules.exercises.summary import Summary
from modules.exercises.wording import Worded, wording
from modules.ids import ItemId, ModuleId, OptionId, ThemeId
from modules.texts import DUTCH, Language, Text
from sync.gateway.kept_packs import earlier, keep

Definition = Questionnaire | KvvProgramme | StartModules | Institution


class Titles:
    """What ids are called."""

    def __init__(
        self,
        definitions: Iterable[Definition] = (),
        renamings: Iterable[Renaming] = (),
        earlier: Callable[[], Iterable[Definition]] = tuple,
    ) -> None:
        known = tuple(definitions)
        self._renamings = tuple(renamings)
        self._questionnaires = [one for one in known if isinstance(one, Questionnaire)]
        self._programmes = [one for one in known if isinstance(one, KvvProgramme | StartModules)]
        self._exercises = {exercise.id: exercise for exercise in self.exercises()}
        self._read_earlier = earlier

    @cached_property
    def _earlier(self) -> tuple["Titles", ...]:
        """The titles of each earlier version, newest first: read when an id is met that no pack in use knows."""
        return tuple(Titles((one,)) for one in self._read_earlier())

    @property
    def _all(self) -> Iterator["Titles"]:
        """The titles in use, then those of each earlier version, newest first."""
        yield self
        yield from self._earlier

    def themes(self) -> tuple[tuple[ThemeId, str], ...]:
        """Gives every theme and its title, in the order people see them."""
        return tuple((theme.id, theme.title.dutch) for one in self._questionnaires for theme in one.themes)

    def modules(self) -> tuple[tuple[ModuleId, str], ...]:
        """Gives every module and its number and title, in the order people see them."""
        return tuple(
            (module.id, f"{module.number}. {module.title.dutch}" if module.number else module.title.dutch)
            for one in self._programmes
            for module in one.modules
        )

    def theme(self, theme: ThemeId) -> str:
        """Gives a theme's title, or its id."""
        return next((found[theme] for one in self._all if theme in (found := dict(one.themes()))), str(theme))

    def module(self, module: ModuleId) -> str:
        """Gives a module's number and title, or its id."""
        return next((found[module] for one in self._all if module in (found := dict(one.modules()))), str(module))

    def question(self, item: ItemId) -> str:
        """Gives a question, or its id."""
        exercise = self._exercise(item)
        return exercise.prompt.dutch if exercise else str(item)

    def named(self, text: str, language: Language) -> str:
        """Gives the title of a theme, a module or a question by its id, in a language; nothing where none has it."""
        themes = {str(theme.id): theme.title for one in self._questionnaires for theme in one.themes}
        modules = {str(module.id): module.title for one in self._programmes for module in one.modules}
        questions = {str(item): exercise.prompt for item, exercise in self._exercises.items()}
        found = {**questions, **modules, **themes}.get(text)
        if found is None:
            return next((title for one in self._earlier if (title := one.named(text, language))), "")
        return found.in_language(language)

    def mentor_question(self, module: ModuleId, option: OptionId, language: Language = DUTCH) -> str:
        """Gives what a person chose to ask his mentor, or its id."""
        for one in self._programmes:
            for known in one.modules:
                if known.id == module:
                    for exercise in known.exercises:
                        for offered in exercise.mentor_questions if isinstance(exercise, Summary) else ():
                            if offered.id == option:
                                return offered.text.in_language(language)
        before = (one.mentor_question(module, option, language) for one in self._earlier)
        return next((text for text in before if text != option), str(option))

    def answer(self, item: ItemId, answer: Answer) -> tuple[str, ...]:
        """Gives an answer in words, each with the heading it stands under; nothing where no pack here knows it."""
        exercise = self._exercise(item)
        worded = self._worded(item, exercise, answer) if exercise else ()
        return tuple((f"{one.under.dutch}: " if one.under else "") + _words(one.said) for one in worded)

    def in_language(self, item: ItemId, answer: Answer, language: Language) -> tuple[str, tuple[str, ...]]:
        """Gives a question and its answer in a language; the id where no pack here knows it."""
        exercise = self._exercise(item)
        if exercise is None:
            return str(item), ()
        words = (
            (f"{one.under.in_language(language)}: " if one.under else "")
            + (one.said if isinstance(one.said, str) else one.said.in_language(language))
            for one in self._worded(item, exercise, answer)
        )
        return exercise.prompt.in_language(language), tuple(words)

    def _exercise(self, item: ItemId) -> AnyExercise | None:
        """Gives an exercise by its id, or by the one it had in an older version."""
        names = (item, *(known.items[item] for known in self._renamings if item in known.items))
        now = next((self._exercises[name] for name in names if name in self._exercises), None)
        return now or next(self._before(item), None)

    def _before(self, item: ItemId) -> Iterator[AnyExercise]:
        """Gives the exercises of this id in earlier versions, newest first."""
        for one in self._earlier:
            yield from (exercise for exercise in one.exercises() if exercise.id == item)

    def _worded(self, item: ItemId, exercise: AnyExercise, answer: Answer) -> tuple[Worded, ...]:
        """Gives an answer in words; where its options are those of an older version, in those they are called now."""
        read = (known.answer(item, answer) for known in self._renamings)
        tried = [wording(exercise, one) for one in (answer, *read) if one is not None]
        known = next((worded for worded in tried if worded), None)
        return known or next((worded for one in self._before(item) if (worded := wording(one, answer))), ())

    def exercises(self) -> Iterator[AnyExercise]:
        """Gives every exercise of the packs in use."""
        for questionnaire in self._questionnaires:
            yield from questionnaire.items()
        for programme in self._programmes:
            for module in programme.modules:
                yield from module.exercises


def load_titles(release: Path, trusted_root: Path, at: datetime, kept: Path) -> Titles:
    """Gives the titles of a signed release, and of the packs kept of earlier ones; keeps the packs of this one too.

    Raises:
        UntrustedError: The release is not signed as the root says, or has expired.
        PackError: A file or a pack is not as PACK.md says.
        OSError: The root cannot be read, or a pack cannot be kept.
    """
    root = trusted_root.read_bytes()
    verified = verify_release(read_release(release), trusted_root=root, reference_time=at, floor=Floor())
    packs = load_packs(verified)
    renamings = (migration for pack in packs for migration in reversed(pack.manifest.migrations))
    keep(kept, verified.packs)
    before = partial(earlier, kept, verified.packs)
    return Titles((pack.definition for pack in packs), renamings, lambda: (pack.definition for pack in before()))


def _words(said: Text | str) -> str:
    return f"“{said}”" if isinstance(said, str) else said.dutch
