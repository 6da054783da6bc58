"""What several kinds of exercise are made of; widgets that know views, unlike those of kiosk/widgets.

    page          the column every kind is
    kinds         the exercises of one screen, made when needed or ahead
    prompt        the question with its pictogram; quiet_line: who sees the answer, and how far a choice is
    option_list   options as option_cards, in columns or on pages; chooser: the same with own_words
    card_table    a hand and piles, or periods on the life_line; opened_pile: its whole cards
    laying        what a touch on piles and periods means
    halves        the two halves of an if-then plan
    said_list     own answers back as said_cards; letter_lines and goal_end: a goal read back
    leaf          paragraphs on a sheet of paper
    pages         dividing things over pages; tight: whether each line of height counts

Deliberately not here: the kinds themselves (one file each in `kiosk/exercises/`).
"""
