"""The composition root: the only room that knows every part and holds all settings.

    opened      the encrypted store, open in one process, and what stands on it
    healed      the same at the window's start, healed first where it is damaged
    window      the window's process: no network
    library     which pack a person works in, and when his work moves to a newer one
    sessions    what a person's session is made of; not read before somebody may log in
    foreseen    what loading a release would do to running work, in counts
    courier     the courier's process, and a round by carried medium
    erasing     whom retention asks for, with the second file
    nightly     the store's upkeep every night; the self-test
    upkeep      setting a terminal up, installing packs, looking at its health

- Parts are made by hand, in order, once a process; nothing looks another part up.
- One file a process: each reads only what its own process needs.
- Not here: what any part does.
"""
