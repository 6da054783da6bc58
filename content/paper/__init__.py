"""A pack on paper: for days of lock-down, a terminal out of use, and who would rather write.

    forms.paper_of     Draft, Pack, language -> Paper: the PDF, and the code of each page
    codes.read_code    a page's code, scanned or typed -> which pack, page and items

- What only the person himself may read stands on pages of his own; they say that he keeps them.
- Not here: keying in (a member of staff does that at the terminal, through the same checks as a touch).
"""
