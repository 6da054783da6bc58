"""What a screen paints, as frozen values made from state, definition and language; no Kivy.

    frame       the bars at the top and the foot of every screen
    exercises   one view per kind of exercise
    entrance    attract, language, unlock, fault
    home        mijn pad
    question    a Reflector question, a module's exercise, introductions, an overview, an end
    plan        the plan read back, signing it, and what happens then

- Every text in a view is in the language shown; a screen translates and formats nothing.
- `spoken` is what is read aloud, in reading order.
"""
