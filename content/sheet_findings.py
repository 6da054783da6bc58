"""What a spreadsheet's author can be told (`packs import-xlsform`, `packs export-xlsform`); a part of the catalogue.

- An `error` means that nothing was written; a `notice` names what was left out, changed or filled in.
- The place is the sheet and its row as a spreadsheet program numbers it: `survey:12`.
- Not here: the rules that make these findings (xlsform/).
"""

from collections.abc import Mapping

from content.severity import Entry, Severity

_E, _N = Severity.ERROR, Severity.NOTICE

SHEET_FINDINGS: Mapping[str, Entry] = {
    "workbook-broken": Entry(
        _E, "The file is not an .xlsx workbook that can be read.", "Open it in a spreadsheet program; save it as .xlsx."
    ),
    "workbook-size": Entry(_E, "The workbook is larger than PACK.md allows.", "Part it into several workbooks."),
    "sheet-missing": Entry(_E, "A workbook has no sheet of this name.", "Add it; PACK.md 7 says what stands in it."),
    "column-missing": Entry(_E, "A sheet lacks a column.", "Add it; PACK.md 7 names the columns."),
    "column-twice": Entry(_E, "Two columns have one heading.", "Give one of them another heading, or take it out."),
    "cell-broken": Entry(
        _E, "A cell holds a formula, an error or control characters.", "Write or paste the text itself in the cell."
    ),
    "row-incomplete": Entry(_E, "A row lacks its type, its name or its list.", "Fill it in, or take the row out."),
    "group-broken": Entry(
        _E, "A group is not closed, or closed where none is open.", "Give each `begin_group` its `end_group`."
    ),
    "list-unknown": Entry(_E, "A question names a list that has no choices.", "Add it to `choices`, or correct it."),
    "relevant-broken": Entry(_E, "A `relevant` cannot be read.", "Look for a quote, a bracket or a word too many."),
    "relevant-beyond": Entry(
        _N,
        "A `relevant` says more than PACK.md 7 can; its question is asked of everybody.",
        "Say it with `selected()`, `=`, `!=`, `and`, `or`, `not()` over questions with choices.",
    ),
    "required-soft": Entry(
        _N,
        "A question is `required`; on the terminal it can be passed by.",
        "Nothing: who passes a question is asked once, kindly, why.",
    ),
    "type-left": Entry(
        _N, "A row of this type has no counterpart; it is left out.", "Ask it in another way, or leave it to the field."
    ),
    "list-long": Entry(
        _N, "A list has more choices than a screen.", "Shorten it: 11 for one, 20 for many, 12 to rank."
    ),
    "constraint-left": Entry(
        _N, "A constraint says more than PACK.md 7 can; that part is left out.", "Bound it by whole numbers or years."
    ),
    "bounds-made": Entry(
        _N, "A number, date or ruler has no bounds or ends; they were filled in.", "Write better ones in the item."
    ),
    "media-left": Entry(
        _N,
        "A picture is no pictogram of the closed list, or a sound is named; it is left out.",
        "Choose a pictogram of content/pictograms.py; recordings go to the pack's `audio/` (PACK.md 4).",
    ),
    "column-left": Entry(_N, "A column is left out, with all that stands in it.", "Look whether anything is lost."),
    "sheet-left": Entry(_N, "A sheet is left out, with all that stands in it.", "Look whether anything is lost."),
    "language-left": Entry(
        _N, "A column's language is not known; it is left out.", "Add its code, such as `label::Nederlands (nl)`."
    ),
    "name-changed": Entry(
        _N, "A name became another id; ids are small letters, digits and `_`.", "Nothing, or name it so in the sheet."
    ),
    "group-flat": Entry(
        _N, "A group within a group, or a repeat, is asked as part of its theme, once.", "Look how it reads."
    ),
    "group-split": Entry(_N, "A group has more than 40 questions; it became several themes.", "Give each its title."),
    "intro-made": Entry(
        _N,
        "A theme has no title or introduction; its name or title was taken.",
        "Give the group a label, then a note.",
    ),
    "label-plain": Entry(
        _N, "A text holds markup or a `${value}`, which is shown as it is written.", "Write it in plain words."
    ),
    "text-parted": Entry(
        _N, "A note has other paragraphs in one language than in Dutch; that language is left out.", "Part it alike."
    ),
    "kind-left": Entry(_N, "An exercise has no counterpart in a form; it is left out.", "Translate it in its .po."),
    "field-left": Entry(_N, "A form has no place for a field; it is left out.", "It stays in the pack's source."),
}
