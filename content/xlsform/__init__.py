"""Workbooks of the field's authoring standard (XLSForm) read into pack sources, and packs given back as workbooks.

    importing.read_form       bytes of an .xlsx -> Imported: themes, translations, findings with sheet and row
    importing.drafted         Imported -> Draft: what lint, walk and build take, without a file in between
    written.write_sources     Imported -> a pack's source folder: YAML and PO
    exporting.workbook_of     Draft -> bytes of an .xlsx, and what it could not carry

- PACK.md 7 is normative: which types and columns are carried, and the language of `relevant`.
- Nothing is dropped silently: each row, column, cell or sheet that is not carried is a finding.
- Not here: judging the words (lint.py), and conditions that can never hold (walk.py).
"""
