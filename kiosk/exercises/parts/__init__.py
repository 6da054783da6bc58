"""What several kinds of exercise are made of; widgets that know views, unlike those of kiosk/widgets.

- `page` is the column every kind is; `prompt` is the question above it.
- `option_list` and `option_card` offer things to choose; `own_words` is a text line with the keyboard.

Deliberately not here: the kinds themselves (one file each in `kiosk/exercises/`).
"""
