"""What the terminal looks like, as values: colours, sizes, type and icons.

- `tokens` holds palettes and measures and the `Look` that every widget is given; it is pure and imports no Kivy.
- `fonts` says which packaged font speaks which script and where its file is.
- `icons` is the closed list of pictograms the terminal uses.

Deliberately not here: anything that draws (`kiosk/widgets/`) and any word on the screen (`kiosk/i18n.py`).
"""
