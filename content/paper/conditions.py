"""When a question is for the reader, in words: by the numbers of questions before it, and the answers there; pure.

- Paper hides nothing, so each question with a condition says it: *Alleen als: bij 4 koos je “Ja”.*
- Not here: the words themselves (words.py).
"""

from collections.abc import Mapping

from content.paper.words import PaperWords
from modules.conditions import All, AnyOf, Condition, Is, IsFact, Not
from modules.ids import ItemId

Said = Mapping[ItemId, tuple[int, Mapping[str, str]]]
"""Per item its number on paper and the words of its options."""


def said_when(condition: Condition, said: Said, words: PaperWords) -> str:
    """Gives a condition in words, from the first word to the last."""
    return words.only_if.format(when=_said(condition, said, words))


def _said(condition: Condition, said: Said, words: PaperWords, *, chosen: bool = True) -> str:
    match condition:
        case Is():
            number, options = said[condition.item]
            answers = f" {words.or_} ".join(f"“{options.get(option, option)}”" for option in condition.is_)
            return (words.chosen if chosen else words.not_chosen).format(number=number, answers=answers)
        case IsFact():
            return words.fact if chosen else words.not_fact
        case Not():
            return _said(condition.not_, said, words, chosen=not chosen)
        case All() | AnyOf():
            parts = condition.all if isinstance(condition, All) else condition.any
            joint = words.and_ if isinstance(condition, All) == chosen else words.or_
            told = [_said(part, said, words, chosen=chosen) for part in parts]
            return f" {joint} ".join(
                f"({one})" if _is_joined(part) else one for one, part in zip(told, parts, strict=True)
            )


def _is_joined(condition: Condition) -> bool:
    return isinstance(condition, All | AnyOf) or (isinstance(condition, Not) and _is_joined(condition.not_))
