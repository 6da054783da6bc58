"""The lists of an exported form: one for all questions whose options are alike, named as the scale where there is one.

- Not here: reading lists (choices.py).
"""

from collections.abc import Sequence

from content.xlsform.choices import SCALE_LETTERS
from content.xlsform.names import Names
from content.xlsform.sheet_writer import Cells
from modules.exercises.shared import Option
from modules.ids import ItemId, OptionId


class Lists:
    """The lists so far."""

    def __init__(self, scale_texts: Sequence[str]) -> None:
        self._named: dict[tuple[Option, ...], str] = {}
        self._names = Names(SCALE_LETTERS, "list")
        self._scales: dict[str, set[str]] = {}
        for text_id in scale_texts:
            _, scale, option = text_id.split(".", 2)
            self._scales.setdefault(scale, set()).add(option)

    def name(self, item: ItemId, options: tuple[Option, ...]) -> str:
        """Gives the name of the list of these options."""
        if options not in self._named:
            ids = {str(option.id) for option in options}
            taken = set(self._named.values())
            scale = next((name for name, own in self._scales.items() if own == ids and name not in taken), None)
            self._named[options] = self._names.of((scale or item).replace(".", "_"))
        return self._named[options]

    def rows(self) -> list[Cells]:
        """Gives the rows of the sheet of choices."""
        return [_row(name, option) for options, name in self._named.items() for option in options]


def _row(name: str, option: Option) -> Cells:
    said: dict[str, str] = {"list_name": name, "name": OptionId(option.id)}
    if option.picture:
        said["image"] = f"{option.picture}.svg"
    if option.not_for:
        said["pack_not_for"] = option.not_for
    if option.score is not None:
        said["pack_score"] = f"{option.score:.9f}".rstrip("0").rstrip(".") or "0"
    return Cells(said, {"label": option.text})
