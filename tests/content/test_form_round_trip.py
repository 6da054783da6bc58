"""A pack given as a form and taken back is the same pack, as far as it was carried; and field tools take the form."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from content.catalogues import Catalogue, Translation
from content.localise import Node
from content.source import SOURCES, Draft, draft_of, read_draft
from content.xlsform.exporting import workbook_of
from content.xlsform.importing import drafted, read_form
from modules.texts import Language

EN = Language("en")
WORDS = st.text(st.sampled_from("abcdé\u00a0 ş'\"?:=#-{}&<"), min_size=1, max_size=30).map(str.strip).filter(bool)
PICTURES = st.sampled_from(["check", "home-outline", "help"])


def _options(least: int, most: int) -> st.SearchStrategy[list[dict[str, object]]]:
    names = st.lists(st.sampled_from("abcdefghijklmnop"), min_size=least, max_size=most, unique=True)
    return names.flatmap(
        lambda ids: st.tuples(
            *(
                st.fixed_dictionaries(
                    {"id": st.just(f"{one}_1"), "text": WORDS},
                    optional={"picture": PICTURES, "score": st.sampled_from([0.25, 1.0])},
                )
                for one in ids
            )
        ).map(list)
    )


def _kind(name: str, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    common = {"kind": st.just(name), "prompt": WORDS, "audience": st.sampled_from(["only_me", "mentor", "dr_plan"])}
    more = {"help": WORDS, "picture": PICTURES, "plan_part": st.sampled_from(["basics", "goals"])}
    return st.fixed_dictionaries({**common, **fields}, optional=more)


ITEMS = st.one_of(
    _kind("single_choice", options=_options(2, 11)),
    _kind("multi_choice", options=_options(2, 20), most=st.integers(1, 20)),
    _kind("ranking", options=_options(3, 12), places=st.integers(1, 3)),
    _kind("ruler", low=WORDS, high=WORDS),
    _kind("number", least=st.integers(0, 9), most=st.integers(10, 999), unit=WORDS, unknown=WORDS),
    _kind(
        "date",
        precision=st.sampled_from(["year", "month", "day"]),
        first_year=st.just(1950),
        last_year=st.integers(1950, 2040),
    ),
    _kind("short_text", most=st.integers(1, 200)),
    _kind("info_card", body=st.lists(WORDS, max_size=3)),
)


@st.composite
def _drafts(draw: st.DrawFn) -> Draft:
    themes, before = [], list[dict[str, object]]()
    for number in range(draw(st.integers(1, 3))):
        items = []
        for at, item in enumerate(draw(st.lists(ITEMS, min_size=1, max_size=5))):
            item["id"] = f"t{number}.i{at}"
            has_condition = draw(st.booleans())
            if before and has_condition:
                item["show_if"] = draw(_conditions(before))
            items.append(item)
        before += [item for item in items if "options" in item]
        themes.append(
            Node({"id": f"t{number}", "title": draw(WORDS), "intro": draw(WORDS), "items": items}, "t.yaml", 1)
        )
    head = Node(
        {"format": "kvv-pack/1", "id": "made", "type": "questionnaire", "version": 7, "title": "Gemaakt", "themes": []},
        "p.yaml",
        1,
    )
    texts = [text for text in draft_of(head, themes, (), []).texts if text.id != "title"]
    said = {
        text.id: Translation(text.dutch, draw(WORDS), is_fuzzy=False, place="en.po:1")
        for text in texts
        if "body" not in text.id and draw(st.booleans())
    }
    return draft_of(head, themes, (Catalogue(EN, "en.po:1", said, is_reviewed=False),), [])


def _conditions(before: list[dict[str, object]]) -> st.SearchStrategy[dict[str, object]]:
    def one(item: dict[str, object]) -> st.SearchStrategy[dict[str, object]]:
        options = item["options"]
        assert isinstance(options, list)
        ids = st.lists(st.sampled_from([option["id"] for option in options]), min_size=1, max_size=2, unique=True)
        return st.fixed_dictionaries({"item": st.just(item["id"]), "is": ids})

    leaf = st.sampled_from(before).flatmap(one)
    return st.one_of(leaf, leaf.map(lambda part: {"not": part}))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(_drafts())
def test_what_is_given_and_taken_back_is_the_same(draft: Draft) -> None:
    assert draft.definition is not None, draft.findings
    raw, left = workbook_of(draft)
    back = drafted(read_form(raw))
    cards = [text.id.rpartition(".body.")[0] for text in draft.texts if ".body." in text.id]
    assert {found.what for found in left} <= {f"{card}: what it has in en" for card in cards}
    assert _without(back, cards) == _without(draft, cards)
    assert workbook_of(back)[0] == raw


def _without(draft: Draft, cards: list[str]) -> object:
    """Gives a definition as JSON, without the English heading of cards, which a form holds only as a whole."""
    assert draft.definition is not None, draft.findings
    plain = draft.definition.model_dump(mode="json")
    for theme in plain["themes"]:
        for item in theme["items"]:
            if item["id"] in cards:
                item["prompt"].pop("en", None)
    return plain


def test_the_reflector_is_carried_whole_and_a_field_tool_takes_it() -> None:
    draft = read_draft(SOURCES / "reflector")
    raw, left = workbook_of(draft)
    back = drafted(read_form(raw))
    assert draft.definition is not None
    assert back.definition is not None
    mine, theirs = back.definition.model_dump(), draft.definition.model_dump()
    assert (left, mine["title"]) == ((), theirs["title"])
    assert mine["themes"] == theirs["themes"]
    assert mine["sittings"] == theirs["sittings"]
    assert "<h:title>Reflector</h:title>" in convert(raw).xform


def test_exercises_no_form_has_are_named() -> None:
    draft = read_draft(SOURCES / "kvv")
    raw, left = workbook_of(draft)
    kinds = {found.what.rpartition(" ")[2] for found in left if found.code == "kind-left"}
    assert {"card_sort", "chain", "balance", "goal_builder", "if_then", "summary"} <= kinds
    assert not kinds & {
        "single_choice",
        "multi_choice",
        "ruler",
        "ranking",
        "number",
        "date",
        "short_text",
        "info_card",
    }
    assert drafted(read_form(raw)).definition is not None
