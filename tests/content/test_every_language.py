"""A person who changes his language half way keeps what he answered, in every language; what is not there is Dutch."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from content.readiness import readiness
from content.source import SOURCES, read_draft
from kiosk.clock import Clock
from kiosk.i18n import OWN_NAMES, Words, base, catalogue
from kiosk.intents import ChooseLanguage
from kiosk.pages import Editions
from kiosk.rehearsal import Rehearsal
from kiosk.views.question import QuestionView
from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvProgramme
from modules.definition.questionnaire import Questionnaire
from modules.ids import Digest
from modules.texts import DUTCH, Language, Text

FOR_STAFF = ("staff.", "give.")
"""Staff read Dutch, and only Dutch: what they say to each other and to their desk is in it."""
LANGUAGES = tuple(Language(code) for code in OWN_NAMES)


@pytest.fixture(scope="module")
def editions() -> Editions:
    questionnaire, programme = (read_draft(SOURCES / name).definition for name in ("reflector", "kvv"))
    assert isinstance(questionnaire, Questionnaire)
    assert isinstance(programme, KvvProgramme)
    return Editions(Edition(Digest("00" * 32), questionnaire), Edition(Digest("11" * 32), programme))


def _shown(value: object, language: Language) -> Iterator[str]:
    """Gives every text of a definition as a screen in this language shows it."""
    if isinstance(value, dict) and isinstance(value.get(DUTCH), str):
        yield Text(value).in_language(language)
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _shown(part, language)


def test_every_language_half_way_keeps_all_that_was_answered_and_the_page(editions: Editions) -> None:
    rehearsal = Rehearsal(editions, LANGUAGES, Clock())
    kinds = set()
    for _, view in rehearsal.walk(DUTCH):
        session = rehearsal.visit.session
        if session is None or not isinstance(view, QuestionView) or view.kind in kinds or view.half is not None:
            continue  # the practice room has no session and keeps nothing; what is half done is in test_half_done.py
        kinds.add(view.kind)
        before, prompts = session.state, set()
        for language in LANGUAGES:
            shown = rehearsal.visit.take(ChooseLanguage(language))
            assert isinstance(shown, QuestionView)
            assert session.state.language == language
            assert replace(session.state, language=before.language) == before
            prompts.add(shown.prompt)
        assert len(prompts) >= len(LANGUAGES) - 1, view.prompt
        assert rehearsal.visit.take(ChooseLanguage(DUTCH)) == view
    assert len(kinds) > 10


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != DUTCH])
def test_a_text_nobody_translated_is_dutch_on_the_screen_and_told_in_the_readiness(
    language: Language, tmp_path: Path
) -> None:
    shutil.copytree(SOURCES / "start", tmp_path / "start")
    draft = read_draft(tmp_path / "start")
    before = {row.language: row for row in readiness(draft)}[language]
    text = draft.texts[1]
    path = tmp_path / "start" / "locale" / f"{language}.po"
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    (place,) = (number for number, block in enumerate(blocks) if f'msgctxt "{text.id}"' in block)
    blocks[place] = blocks[place].partition("msgstr ")[0] + 'msgstr ""'
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    emptied = read_draft(tmp_path / "start")
    after = {row.language: row for row in readiness(emptied)}[language]
    assert (after.fallback - before.fallback, after.same - before.same) == (1, 0)
    assert emptied.definition is not None
    assert text.dutch in set(_shown(emptied.definition.model_dump(mode="json"), language))


@pytest.mark.parametrize("language", [one for one in LANGUAGES if base(one) != DUTCH])
def test_no_word_of_the_interface_is_missing_or_blank(language: Language) -> None:
    missing = Words(language).missing()
    assert {name for name in missing if not name.startswith(FOR_STAFF)} == set()
    assert all(
        Words(language)(name) == Words(DUTCH)(name) for name in missing if len(catalogue(DUTCH).forms[name]) == 1
    )
    assert [name for name, forms in catalogue(language).forms.items() if not all(form.strip() for form in forms)] == []
