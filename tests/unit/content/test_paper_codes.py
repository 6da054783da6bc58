"""The code on a page of paper: typed or scanned it gives back the page, and a wrong letter is never another page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.paper.codes import Page, Printed, read_code, scanned_code, typed_code
from content.paper.conditions import said_when
from content.paper.words import paper_words
from modules.conditions import All, AnyOf, Condition, Is, IsFact, Not
from modules.errors import MalformedError
from modules.ids import Digest, ItemId
from modules.texts import DUTCH, Language

ORDER = tuple(ItemId(f"theme.item_{number}") for number in range(600))
PRINTED = Printed("reflector", 4, Digest("3f9a2c" + "0" * 58), ORDER)
PAGES = st.builds(
    lambda number, places, kept: Page(number, tuple(ORDER[place] for place in sorted(places)), is_kept=kept),
    st.integers(1, 255),
    st.sets(st.integers(0, len(ORDER) - 1), max_size=8),
    st.booleans(),
)


@given(PAGES)
def test_a_code_gives_back_its_page(page: Page) -> None:
    assert read_code(typed_code(PRINTED, page), PRINTED) == page
    assert read_code(scanned_code(PRINTED, page, 255), PRINTED) == page


@given(PAGES)
def test_letters_that_look_alike_are_read_alike(page: Page) -> None:
    typed = typed_code(PRINTED, page)
    assert read_code(typed.lower().replace("-", " ").replace("0", "o").replace("1", "l"), PRINTED) == page


@given(PAGES, st.data())
def test_one_wrong_letter_is_found(page: Page, data: st.DataObject) -> None:
    typed = typed_code(PRINTED, page)
    at = data.draw(st.sampled_from([place for place, letter in enumerate(typed) if letter != "-"]))
    other = data.draw(st.sampled_from([letter for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if letter != typed[at]]))
    try:
        read = read_code(typed[:at] + other + typed[at + 1 :], PRINTED)
    except MalformedError:
        return
    assert read == page  # in 1 of 1,024 the check is the same, and then only the unread bits at the end may differ


@pytest.mark.parametrize("code", ["", "-", "hallo daar", "0000-0000", "kvv-paper/1 reflector", "ü" * 12, "Z" * 900])
def test_what_is_no_code_is_refused_with_what_to_do(code: str) -> None:
    with pytest.raises(MalformedError) as refused:
        read_code(code, PRINTED)
    assert refused.value.hint


def test_a_code_of_another_pack_is_refused() -> None:
    page = Page(1, ORDER[:2], is_kept=False)
    other = Printed("reflector", 5, Digest("aaaaaa" + "0" * 58), ORDER)
    for code in (typed_code(other, page), scanned_code(other, page, 9)):
        with pytest.raises(MalformedError, match="another pack"):
            read_code(code, PRINTED)
    with pytest.raises(MalformedError, match="does not have"):
        read_code(scanned_code(PRINTED, page, 9).replace("item_1", "item_x"), PRINTED)


SAID = {
    ItemId("t.one"): (1, {"yes": "Ja", "no": "Nee"}),
    ItemId("t.two"): (2, {"a": "Geld", "b": "Werk"}),
}
YES = Is.model_validate({"item": "t.one", "is": ("yes",)})
MONEY = Is.model_validate({"item": "t.two", "is": ("a", "b")})


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (YES, "Alleen als: je bij 1 “Ja” koos."),
        (MONEY, "Alleen als: je bij 2 “Geld” of “Werk” koos."),
        (Not.model_validate({"not": YES}), "Alleen als: je bij 1 niet “Ja” koos."),
        (All(all=(YES, MONEY)), "Alleen als: je bij 1 “Ja” koos en je bij 2 “Geld” of “Werk” koos."),
        (
            Not.model_validate({"not": AnyOf(any=(YES, MONEY))}),
            "Alleen als: je bij 1 niet “Ja” koos en je bij 2 niet “Geld” of “Werk” koos.",
        ),
        (
            All(all=(AnyOf(any=(YES, IsFact(fact="vris"))), MONEY)),
            "Alleen als: (je bij 1 “Ja” koos of je hierna niet in Nederland blijft) en je bij 2 “Geld” of “Werk” koos.",
        ),
    ],
)
def test_a_condition_is_said_by_the_numbers_of_questions(condition: Condition, said: str) -> None:
    assert said_when(condition, SAID, paper_words(DUTCH)) == said


@pytest.mark.parametrize("language", ["nl", "nl@simple", "en", "ar", "tr", "pl"])
def test_every_language_has_the_same_places_to_fill_in(language: str) -> None:
    own, dutch = paper_words(Language(language)), paper_words(DUTCH)
    for name in own.__dataclass_fields__:
        places = [sorted(re.findall(r"\{[a-z]+\}", str(getattr(words, name)))) for words in (own, dutch)]
        assert places[0] == places[1], name
