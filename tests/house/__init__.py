"""The house about itself: what a reviewer would otherwise have to look up in every change.

- Each test names the rule it holds; what a tool can hold (ruff, mypy, import-linter) is held there instead.
- Not here: what the product does (the other folders of tests).
"""
