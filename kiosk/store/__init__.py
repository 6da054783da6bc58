"""The terminal's encrypted store: one SQLCipher file, opened by the window's process and by the courier's.

    keys        StoreKey (the one key, and what it wraps), Keyring (what is kept wrapped)
    unlock      which way leads to that key: its envelope of slots, and what a process has in hand (KEYS.md)
    slots       changing what opens a store; a new key for the whole of it
    vault       the open file: transactions, migrations, checks; the only import of sqlcipher3
    pages       the file's bytes, not opened: whose they are, a torn log
    troubles    what can be wrong with the file, each by its own name
    files       flushing, renaming, what stands beside a database
    claim       many use the store, or one alone exchanges its file
    second      the second file: written aside, verified, put in its place
    salvage     what can be read of a damaged file
    healing     a store made anew of what was read
    exchanged   the healed store in the place of the damaged one, which is set aside
    meta        who this terminal is, the roster, the feed's position, the last signed time
    lanes       rows of lanes and entries; a lane read back is a lane verified
    receipts    rows of what the gateway has acknowledged
    journal     Journal: append, replay, heads, forget, erase, verify
    exchange    Exchange: due and settle (Outbox), position and accept (Inbox) of sync/ports.py
    restored    a store that was put back to an older state goes on in a new run, and loses nothing
    pepper      what gives HMACs under the institution's pepper: the store's own, or the TPM
    pins        Doorkeeper: who a number and PIN belong to, and the throttle on wrong ones
    packs       installed packs, those of before, and the floor no version may go under

Opened by hand, once a process (kiosk/wiring):

    vault, way = open_vault(settings.store, held(settings.store, settings.profile, os.environ))
    meta = Meta(vault)
    identity = meta.identity()
    clock = Clock(meta.signed_ms())
    keyring = Keyring(vault, way.key, clock)
    journal = Journal(vault, keyring, identity, clock)
    clock.learn(journal.last_certain_ms())
    exchange = Exchange(vault, keyring, journal, identity, clock)          # the courier's process
    packs = Packs(vault, settings.store.packs)
    doorkeeper = Doorkeeper(vault, keyring, journal, identity, clock)      # the window's process

- `Keyring` is what signs: `keyring.terminal`, `keyring.person(detainee)`. `Meta.roster()` is the newest roster.
- `Journal.append(subject, events, now)` gives what was recorded, and returns only when the disk has it.
- `Journal.replay(subject)` gives every readable event of a subject in order; what it gave is what a later append
  counts as seen. `Journal.heads(subject)` gives the hashes of those heads.
- The journal is the outbox: what is due is what stands after the last receipt; no second table can disagree.
- Everything is one transaction or nothing; both processes take the write lock at the start of theirs.
- Errors are the store's (StoreError and below) and the journal's (ChainBrokenError); no text of SQLite's comes out.

Deliberately not here: what events mean (modules), the form of a sealed body (sync/bodies.py), carrying (sync).
"""
