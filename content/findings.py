"""Every finding an author or a release desk can get: its code, where, what is wrong, and what to do.

- A code is stable and stands once in `CATALOGUE`; the table in PACK.md is generated from it (`packs findings`).
- `error` blocks the build or the load; `notice` is counted and shown, such as a text that falls back to Dutch.
- A finding speaks about the pack's own text, never about a person.
- Not here: the rules that make findings (source.py, lint.py, archive.py, pack.py), those on sheets (sheet_findings.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content.severity import Entry, Severity
from content.sheet_findings import SHEET_FINDINGS


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found, at `place` (`file:line`, or an entry of a built pack)."""

    place: str
    code: str
    what: str

    @property
    def severity(self) -> Severity:
        """Whether this blocks."""
        return CATALOGUE[self.code].severity

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return CATALOGUE[self.code].remedy

    def __str__(self) -> str:
        """Gives `place: severity: what [code]`, with the remedy on the next line."""
        return f"{self.place}: {self.severity}: {self.what} [{self.code}]\n    {self.remedy}"


_E, _N = Severity.ERROR, Severity.NOTICE

CATALOGUE: Mapping[str, Entry] = {
    # The source folder
    "source-missing": Entry(
        _E, "A file that the pack names is not there.", "Add the file, or take its name out of pack.yaml."
    ),
    "source-unused": Entry(
        _E, "A theme or module file is not named in pack.yaml.", "Name it in pack.yaml, or remove the file."
    ),
    "yaml-broken": Entry(_E, "A file is not YAML 1.2.", "Mend the line named; a text with `: ` in it needs quotes."),
    "schema": Entry(
        _E,
        "A field is missing, unknown or out of its bounds.",
        "Compare the item with PACK.md 3; within `{ }`, a text with a comma needs quotes.",
    ),
    "catalogue-broken": Entry(
        _E, "A .po file cannot be read, or its name is no language.", "Mend the line named; the name is like `en.po`."
    ),
    # Ids and references
    "id-twice": Entry(
        _E, "Two things share one id.", "Give the newer one another id; ids of published items never change."
    ),
    "id-foreign": Entry(
        _E, "An item's id does not start with the id of its theme or module.", "Write it as `<theme>.<item>`."
    ),
    "scale-unknown": Entry(
        _E, "An item names a scale that pack.yaml does not have.", "Add the scale, or correct its name."
    ),
    "condition-unknown": Entry(
        _E, "A condition names an item or option that this pack does not have.", "Correct the name."
    ),
    "condition-late": Entry(
        _E, "A condition asks for an item that comes later.", "Move the item up, or ask for an earlier one."
    ),
    "module-unknown": Entry(
        _E, "A module opens after one that is not in this pack.", "Correct the id under `opens_after`."
    ),
    "module-circle": Entry(
        _E, "A module never opens, because it waits for itself.", "Break the circle under `opens_after`."
    ),
    "shows-unknown": Entry(
        _E, "A summary shows an item that this pack does not have.", "Correct the id under `shows`."
    ),
    "shows-late": Entry(
        _E,
        "A summary shows an exercise that comes after it.",
        "Move the summary down, or take the exercise out of `shows`.",
    ),
    "pictogram-unknown": Entry(
        _E, "A pictogram is not in the closed list.", "Choose one from content/pictograms.py, or add it there."
    ),
    "ending": Entry(
        _N,
        "A module does not end with a summary or a signature.",
        "End it with a `summary`, so that the person sees what he made.",
    ),
    # Recordings
    "audio-format": Entry(_E, "A recording is no WAV of 16 bits, one channel, 16 to 48 kHz.", "Save it so."),
    "audio-length": Entry(_E, "A recording is not 0.2 to 60 seconds long.", "Cut it, or part its text."),
    "audio-loudness": Entry(_N, "A recording is too loud or too soft.", "Level it: -32 to -10 dB in the mean."),
    "audio-unknown": Entry(_E, "A file under audio/ belongs to no text.", "Remove it, or name it by the text's id."),
    "audio-unlisted": Entry(_E, "A recording has no sentence in spoken.yaml.", "Write there what is said."),
    "audio-missing": Entry(_E, "A sentence in spoken.yaml has no recording.", "Add it, or take the line out."),
    "audio-stale": Entry(_N, "A text was changed since it was recorded.", "Record it anew; speech says it until then."),
    # Running work of an older version (`packs migrate`)
    "migration-version": Entry(
        _E,
        "A migration is not from an older version, or its version is named twice.",
        "Name each older version once, and raise `version`.",
    ),
    "migration-unknown": Entry(
        _E, "A migration names an item or option that is not there.", "Correct the id; the older ones stand in OLD."
    ),
    "migration-twice": Entry(
        _E,
        "Two things go on as one, or one goes on and is lost.",
        "Let one of them go on, and name the other under `lost` or `lost_options`.",
    ),
    "migration-lost": Entry(
        _E,
        "An item or option of the older version is gone, and the migration does not say so.",
        "Say what it is called now, or name it under `lost` or `lost_options`.",
    ),
    "migration-kind": Entry(
        _E,
        "An item goes on as one of another kind.",
        "Give the new item an id of its own, and name the old one as lost.",
    ),
    "migration-goal": Entry(_E, "What a person's goals are made of is lost.", "Keep it, or say what it is called now."),
    "migration-other": Entry(_E, "The two are not versions of one pack.", "Name the older version of this pack."),
    "migration-none": Entry(
        _N,
        "Nothing is declared from this version: running work stays in it to its end.",
        "Leave it so, or begin with what `packs migrate OLD NEW` prints.",
    ),
    # The walk (`packs walk`)
    "never-shown": Entry(
        _E,
        "Nobody is ever shown this item: what its condition asks for cannot be.",
        "Change the condition; the way named comes nearest to it.",
    ),
    "always-shown": Entry(
        _E, "The condition of an item holds on every way.", "Take the condition out, or ask for something else."
    ),
    "part-idle": Entry(
        _E, "A part of a condition always or never holds.", "Take that part out, or ask for something else."
    ),
    "nothing-shown": Entry(
        _E,
        "On the way named, a theme or module has nothing to show.",
        "Give it one item without a condition.",
    ),
    "never-opened": Entry(_E, "Nobody ever gets to a module.", "Correct what it or the module before it waits for."),
    "scene-unreached": Entry(
        _E, "No choice leads to a scene of a scenario.", "Let a choice lead to it, or take the scene out."
    ),
    "summary-empty": Entry(
        _E, "A summary shows what has no answer for anybody who sees it.", "Take the item out of `shows`."
    ),
    "walk-large": Entry(
        _E,
        "So much hangs together by conditions that not every way was walked.",
        "Ask in fewer conditions, or for fewer options.",
    ),
    # Words
    "dutch-missing": Entry(_E, "A text has no Dutch sentence.", "Write it; every other language falls back to it."),
    "sentence-long": Entry(_E, "A Dutch sentence has more than 15 words.", "Make two sentences of it."),
    "simple-long": Entry(
        _E, "A sentence in simple Dutch has more than 10 words.", "Make two of it, or leave words out."
    ),
    "simple-line": Entry(
        _E, "Two sentences of simple Dutch share a line.", "Begin each sentence on a line of its own."
    ),
    "word-forbidden": Entry(
        _E, "A text speaks of the offence, or scolds.", "Say it without that word; this is not about the case."
    ),
    "formal": Entry(_E, "A Dutch text says `u` or `uw`.", "Say `je` and `jouw`."),
    "simple-missing": Entry(
        _N, "A text has no simple Dutch and falls back to Dutch.", "Write it in locale/nl@simple.po."
    ),
    "translation-missing": Entry(
        _N, "Texts of a language fall back to Dutch.", "Translate them, or leave them as visible fallback."
    ),
    "translation-fuzzy": Entry(
        _N,
        "The Dutch text changed after it was translated; the translation is not used.",
        "Check it and remove the `fuzzy` flag.",
    ),
    "translation-same": Entry(
        _N, "A translation equals the Dutch text.", "Translate it, or add its id to the words that stay the same."
    ),
    "translation-unknown": Entry(
        _E, "A catalogue holds a text id that this pack does not have.", "Run `packs messages update`."
    ),
    "translation-script": Entry(
        _E, "A translation is not in the script of its language.", "Look whether it came into the wrong catalogue."
    ),
    "translation-length": Entry(
        _N, "A translation is far longer or shorter than the Dutch.", "Look whether it belongs to this text."
    ),
    "placeholder": Entry(_E, "A translation has other placeholders than the Dutch text.", "Use the same `{names}`."),
    "unreviewed": Entry(
        _N,
        "A language was not reviewed by a person who speaks it.",
        "Have it read; then take `X-Review: none` out of its catalogue.",
    ),
    "double-negation": Entry(_N, "A Dutch sentence says no twice.", "Say what is so; twice no is hard to read."),
    "picture-wordless": Entry(
        _E, "A picture has no word beside it.", "Write the word; it is what is read aloud and what a reader sees."
    ),
    # Readiness (`packs readiness`)
    "reading-hard": Entry(
        _N, "A Dutch text of several words is hard to read by the formula of Flesch and Douma.", "Use shorter words."
    ),
    "fit-cut": Entry(_E, "A text is cut off on a panel.", "Say it in fewer words, in the language named."),
    "fit-outside": Entry(_E, "Something stands off the panel.", "Say it in fewer words, in the language named."),
    "fit-faint": Entry(_E, "A text has less contrast than 7 to 1.", "Tell the maker of the terminal."),
    "fit-small": Entry(_E, "Something to touch is lower than 20 mm.", "Ask with fewer options, or fewer words."),
    "render-failed": Entry(
        _E, "The kiosk's own program could not draw.", "Build the pack first with `packs build-all`."
    ),
    # A workbook (`packs import-xlsform`, `packs export-xlsform`)
    **SHEET_FINDINGS,
    # The built pack
    "pack-size": Entry(
        _E,
        "The pack or one of its entries is larger than PACK.md allows.",
        "Do not load it; ask its maker for a smaller one.",
    ),
    "zip-broken": Entry(_E, "The file is not a whole zip archive.", "Copy it again from where it came."),
    "zip-count": Entry(_E, "The archive has more than 2,000 entries.", "Do not load it."),
    "zip-name": Entry(
        _E,
        "An entry's name is not allowed; it is never changed into one that is.",
        "Do not load it; a pack built by `packs build` has no such name.",
    ),
    "zip-twice": Entry(_E, "Two entries share one name.", "Do not load it."),
    "zip-kind": Entry(_E, "An entry is a folder, a link or another thing than a plain file.", "Do not load it."),
    "zip-method": Entry(_E, "An entry is encrypted or compressed.", "Do not load it."),
    "zip-lies": Entry(_E, "An entry is larger or smaller than the archive says.", "Do not load it."),
    "zip-extra": Entry(_E, "The archive holds more or other bytes than its entries make.", "Do not load it."),
    "manifest-missing": Entry(_E, "There is no manifest.json.", "Build the pack with `packs build`."),
    "manifest-broken": Entry(_E, "The manifest is not as PACK.md says.", "Build the pack with `packs build`."),
    "file-missing": Entry(
        _E, "A file that the manifest names is not in the pack.", "Copy the pack again from where it came."
    ),
    "file-unlisted": Entry(_E, "A file in the pack is not named in the manifest.", "Do not load it."),
    "file-digest": Entry(
        _E, "A file's size or digest is not what the manifest says.", "Copy the pack again from where it came."
    ),
    "definition-broken": Entry(
        _E,
        "The definition is not as PACK.md says.",
        "Build the pack with a version of `packs` that fits this terminal.",
    ),
    # The release
    "release-incomplete": Entry(_E, "A file of the release is missing.", "Copy the whole release folder again."),
    "release-size": Entry(
        _E, "A file of the release is larger than PACK.md allows.", "Do not load it; ask the release desk."
    ),
    "release-kind": Entry(_E, "A file of the release is a link.", "Copy the files themselves."),
    "metadata-broken": Entry(_E, "A signed metadata file cannot be read.", "Copy the whole release folder again."),
    "pack-other": Entry(_E, "A pack is not the one its signatures name.", "Do not load it; ask the release desk."),
}


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Gives the findings that block."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def by_place(finding: Finding) -> tuple[str, int, str, str]:
    """Gives what findings are sorted by: the file or sheet, then the line as a number."""
    file, _, line = finding.place.rpartition(":")
    return file, int(line) if line.isdigit() else 0, finding.code, finding.what


def catalogue_table() -> str:
    """Gives the catalogue as the table of PACK.md."""
    lines = ["| code | | when | what to do |", "| --- | --- | --- | --- |"]
    lines += [f"| `{code}` | {entry.severity} | {entry.when} | {entry.remedy} |" for code, entry in CATALOGUE.items()]
    return "\n".join(lines) + "\n"
