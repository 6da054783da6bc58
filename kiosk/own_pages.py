"""The pages on which a person sees what is kept of him, as short texts; pure.

    me                           what is kept of him, in groups
    me/<group>                   one group
    me/correct, me/correct/done  asking for something to be put right, and what happens then
    me/print                     what happens now that he asked for it on paper

- Not here: what they show (views/me.py), and all other pages (pages.py).
"""

ME, ME_CORRECT, ME_CORRECTED, ME_PRINT = "me", "me/correct", "me/correct/done", "me/print"
ME_GROUPS = ("self", "answers", "plan", "talk", "visits", "looks")
_PAGES = frozenset({ME, ME_CORRECT, ME_CORRECTED, ME_PRINT, *(f"{ME}/{group}" for group in ME_GROUPS)})


def is_own_page(page: str) -> bool:
    """Tells whether there is such a page."""
    return page in _PAGES
