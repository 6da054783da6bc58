"""Packs on disk: the shipped ones, planted faults, releases as folders, and the program `packs`.

- Not here: what needs no disk (tests/unit/content), and mutations (tests/property/test_packs.py).
"""
