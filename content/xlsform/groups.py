"""The groups of a form while it is read, as the themes they become.

- A group within a group is asked as part of its theme; its condition goes to each of its questions.
- A theme holds 40 items; what comes after goes into a further theme of the same name.
- Not here: what a question becomes (questions.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from content.findings import Finding
from content.localise import Node
from content.xlsform.names import Names, picture_of
from content.xlsform.reading import Reading
from content.xlsform.workbook import SURVEY, Row
from modules.conditions import Condition
from modules.texts import DUTCH, Language

THEME_LETTERS = 32
ITEM_LETTERS = 64
MOST_ITEMS = 40


@dataclass(frozen=True, slots=True)
class Group:
    """An open group: when its questions are shown."""

    condition: Condition | None = None
    is_repeat: bool = False


class Themes:
    """The themes so far, and the groups that are open."""

    def __init__(self, reading: Reading, form: str, title: str) -> None:
        self.nodes: list[Node] = []
        self._reading, self._form, self._title = reading, form, title
        self._open: list[tuple[Row, Group]] = []
        self._ids, self._items = Names(THEME_LETTERS, "theme"), Names(ITEM_LETTERS, "item")
        self._now: Node | None = None
        self._name, self._picture = form, ""
        self._words: dict[Language, str] = {}
        self._parts = 1

    def open(self, row: Row, name: str, group: Group) -> None:
        """Opens a group; one that stands in no other begins a theme."""
        if group.is_repeat or self._open:
            self._reading.note(row, "group-flat", name or "a group without a name")
        self._open.append((row, group))
        if len(self._open) > 1:
            return
        self._finish()
        self._words = self._reading.survey.words(row, "label")
        self._name, self._parts = name or "theme", 1
        self._picture = picture_of(row, self._reading.survey, self._reading.found) or ""
        theme = self._begin(row).value["id"]
        if theme != name:
            self._reading.note(row, "name-changed", f"the group {name or '(no name)'} became {theme}")

    def close(self, row: Row) -> None:
        """Closes the group opened last."""
        if not self._open:
            self._reading.note(row, "group-broken", "no group is open")
            return
        self._open.pop()
        if not self._open:
            self._finish()

    def finish(self) -> None:
        """Ends the form."""
        self._finish()
        for row, _ in self._open:
            self._reading.note(row, "group-broken", "this group is not closed")

    def conditions(self) -> Iterator[Condition]:
        """Gives the conditions of the groups that are open, the outermost first."""
        return (group.condition for _, group in self._open if group.condition is not None)

    def takes_intro(self) -> bool:
        """Tells whether a note now is the introduction of a theme: the first row of a group that stands in no other."""
        return len(self._open) == 1 and self._now is not None and "intro" not in self._now.value and self._is_fresh()

    def introduce(self, row: Row) -> None:
        """Makes a note the introduction of the theme."""
        if self._now is not None:
            theme = self._now.value
            theme["intro"] = self._reading.said(row, "label", f"{theme['id']}.intro")

    def item_id(self, row: Row, name: str) -> str:
        """Gives the id of the next item, in the theme it goes into."""
        theme = self._theme(row).value["id"]
        bare = name[len(theme) + 1 :] if name.lower().startswith(f"{theme}.") else name
        item_id = self._items.of(bare, f"{theme}.")
        if item_id not in (name, f"{theme}.{name}"):
            self._reading.note(row, "name-changed", f"{name} became {item_id}")
        return item_id

    def add(self, item: Node) -> None:
        """Adds an item to the theme that its id was made for."""
        if self._now is not None:
            self._now.value["items"].append(item)

    def _is_fresh(self) -> bool:
        return self._now is not None and not self._now.value["items"] and self._parts == 1

    def _theme(self, row: Row) -> Node:
        if self._now is None:
            self._name, self._picture, self._words, self._parts = self._form, "", {DUTCH: self._title}, 1
            return self._begin(row)
        if len(self._now.value["items"]) >= MOST_ITEMS:
            if self._parts == 1:
                self._reading.note(row, "group-split", str(self._now.value["id"]))
            self._finish()
            self._parts += 1
            return self._begin(row)
        return self._now

    def _begin(self, row: Row) -> Node:
        theme = self._ids.of(self._name)
        numbered = f" ({self._parts})" if self._parts > 1 else ""
        words = {language: f"{text}{numbered}" for language, text in self._words.items()}
        if DUTCH not in words:
            words = {DUTCH: f"{self._name}{numbered}"}
            self._reading.note(row, "intro-made", f"the group {self._name} has no Dutch label")
        fields: dict[str, object] = {
            "id": theme,
            "title": self._reading.spoken.said(f"{theme}.title", words, row.place),
        }
        if self._picture:
            fields["picture"] = self._picture
        module = self._reading.survey.value(row, "pack_module")
        if module:
            fields["module"] = module
        if self._reading.survey.words(row, "pack_intro_vris"):
            fields["intro_vris"] = self._reading.said(row, "pack_intro_vris", f"{theme}.intro_vris")
        self._now = Node({**fields, "items": []}, SURVEY, row.number)
        return self._now

    def _finish(self) -> None:
        """Puts the theme of now among the themes, if it has items."""
        theme, self._now = self._now, None
        if theme is None:
            return
        fields = theme.value
        if not fields["items"]:
            self._reading.found.append(Finding(theme.place, "type-left", f"{fields['id']} has no questions"))
            self._reading.spoken.forget(f"{fields['id']}.")
            return
        if "intro" not in fields:
            fields["intro"] = fields["title"]
            for translations in self._reading.spoken.translations.values():
                if f"{fields['id']}.title" in translations:
                    translations[f"{fields['id']}.intro"] = translations[f"{fields['id']}.title"]
            if self._parts == 1:
                self._reading.found.append(Finding(theme.place, "intro-made", f"{fields['id']} has no introduction"))
        items = fields.pop("items")
        self.nodes.append(Node({**fields, "items": items}, SURVEY, theme.line))
