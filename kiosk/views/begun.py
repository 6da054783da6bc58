"""As much of a person's own words as a card or a row holds; a touch leads to all of them, and aloud they are whole.

- Not here: where they stand whole (the editor, the summary, the letter).
"""

MOST_SAID = 60
"""How many letters are shown."""


def begun(words: str) -> str:
    """Gives the words as they are, or the beginning of long ones, cut between two words where there are two."""
    if len(words) <= MOST_SAID:
        return words
    cut = words[: MOST_SAID - 1].rpartition(" ")
    return f"{(cut[0] or cut[2]).rstrip(' ,;')} …"
