"""What several screens are made of; unlike the widgets of kiosk/widgets these know words, views and intents.

    screen         what every screen has: words, a way to say an intent, the focus ring, forget()
    framed         a screen within the frame: bar at the top, content, ways away at the foot
    bare           a place that can be touched and shows nothing
    landscape      hills and a sun in the colours of the paper
    digit_entry    a number in clear or a PIN as dots, with the number pad
    home_board     plan, note and path on one leaf, or on as few as they need
    note_card      a note from the mentor with its two answers
    letter         the plan as a letter, a page at a time; `columns` fills it, `said` is a line of it
    agreeing       what is said by signing, with a tick
    drawing        a place to draw a mark
    declining      the reasons not to sign now
    share_head     the people above their columns; share_list: the parts of the plan, a share_card each, with a
                   seen_mark in each column
    numbered_line  a line with its number in a ring

Deliberately not here: the screens themselves (one file each in `kiosk/screens/`).
"""
