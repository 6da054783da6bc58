"""Words for a person that stand in the code itself, where no translator finds them.

- A text is given by name (`text`, `title`, `more_word`): no literal there may hold letters, but in a call of `words`.
- Whatever else reads like a sentence, or like a word that begins with a capital, is one too; errors are for who mends.
- Not here: the rule itself, and what it is held against (test_screen_words.py).
"""

import ast
import re
from collections.abc import Iterator

TEXTS = re.compile(r"(?:text|title|label|hint|help|said|spoken|prompt|status|placeholder|question|\w+_(?:text|word))\Z")
LETTERS = re.compile(r"[^\W\d_]")
SENTENCE = re.compile(r"[^\W\d_]\s+[^\W\d_]|\A[A-Z][a-zà-ÿ]")
NAMES = {"Europe/Amsterdam", "Screen", "View"}
"""A time zone, and endings of names of classes."""
RULE = re.compile(r"\s+(\w+): (\S.*)\Z")
"""A line of a rule file that gives something a value."""
ASKS_WORDS = {"word", "words", "_word", "_words"}
NOT_SHOWN = {"TypeVar", "getattr", "hasattr", "measure"}


def in_code(source: str) -> list[str]:
    """Gives every literal in a Python file that a person at a terminal may come to read."""
    return _found(ast.parse(source), by_name="")


def in_rules(source: str) -> list[str]:
    """Gives every literal in a rule file that a person at a terminal may come to read."""
    found = []
    for line in source.splitlines():
        given = RULE.match(line)
        if given and not line.lstrip().startswith("#") and _is_expression(given[2]):
            found += _found(ast.parse(given[2], mode="eval"), by_name=given[1])
    return found


def _is_expression(text: str) -> bool:
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:  # several statements, after an event
        return False
    return True


def _found(node: ast.AST, by_name: str) -> list[str]:
    return [text for each in _children(node, by_name) for text in _of(*each)]


def _of(node: ast.AST, by_name: str) -> list[str]:
    if isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and _called(node) in ASKS_WORDS | NOT_SHOWN):
        return []
    if isinstance(node, ast.Constant):
        said = node.value if isinstance(node.value, str) and node.value not in NAMES else ""
        shown = LETTERS.search(said) if TEXTS.match(by_name) else SENTENCE.search(said)
        return [said] if shown else []
    return _found(node, by_name)


def _children(node: ast.AST, by_name: str) -> Iterator[tuple[ast.AST, str]]:
    """Gives what stands under a node and is no docstring or annotation, with the name of the text it is given to."""
    for child in ast.iter_child_nodes(node):
        is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not is_docstring and child is not getattr(node, "annotation", None):
            yield child, _given_to(child, node) or _passed_on(node, by_name)


def _given_to(child: ast.AST, node: ast.AST) -> str:
    if isinstance(child, ast.keyword):
        return child.arg or ""
    targets = node.targets if isinstance(node, ast.Assign) else []
    names = [target.attr for target in targets if isinstance(target, ast.Attribute)]
    return next((name for name in names if TEXTS.match(name)), "")


def _passed_on(node: ast.AST, by_name: str) -> str:
    """Gives the name that still holds under a node: what a call is given, or a comparison, is another matter."""
    return "" if isinstance(node, ast.Call | ast.Compare | ast.Subscript) else by_name


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
