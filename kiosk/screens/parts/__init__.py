"""What several screens are made of; unlike those of kiosk/widgets these know words, views and intents.

    screen        what every screen has: words, a way to say an intent, the focus ring, forget()
    framed        a screen within the frame: bar at the top, content, ways away at the foot
    beside        telling and doing side by side; under each other on an upright panel
    digit_entry   a number in clear or a PIN as dots, with the number pad
    landscape     hills and a sun in the colours of the paper
    letter        the plan as a letter, a page at a time

Deliberately not here: the screens themselves (one file each in `kiosk/screens/`).
"""
