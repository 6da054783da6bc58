"""How fast it is, measured on the product itself: `make bench` prints a table and writes build/bench.json.

    durable_append   an answer on disk, against plain SQLite with the same pragmas and rows
    tap_to_paint     from a finger's release to the first frame that shows what follows (SETTLED 31)
    person_folded    opening a store and folding a person of 2,000 entries
    start            from the start of the process to the first whole screen, and its memory there
    still_screen     processor time while nothing happens
    ingest           entries a second at the gateway, 50 a batch
    large_form       a form of 1,600 questions made a pack, against pyxform's own conversion of it

- A ratio stands only where both sides ran in this run; figures from elsewhere are printed as reference (SETTLED 32).
- What is timed is the product: its own processes, its own store on disk, touches sent from outside by the X server.
- Medians of repeated, interleaved runs, because the machine is shared; the load is printed.
- Not here: whether it is right (every other folder of tests).
"""
