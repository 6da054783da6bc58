"""What the terminal looks like, as values: colours, sizes, type and icons.

- `palettes` holds the colours and their contrast; `tokens` the measures and the `Look` that every widget is given.
- `fonts` says which packaged font speaks which script and where its file is.
- `icons` is the closed list of pictograms the terminal uses.
- None of these imports Kivy, so all of it can be tested without a window.

Deliberately not here: anything that draws (`kiosk/widgets/`) and any word on the screen (`kiosk/i18n.py`).
"""
