"""The terminal's encrypted store: one SQLCipher file, opened by the window's process and by the courier's.

    keys        StoreKey (where the one key comes from), Wrapping (what it wraps), Keyring (what is kept wrapped)
    vault       the open file: transactions, migrations, checks; the only import of sqlcipher3
    meta        who this terminal is, the roster, the feed's position, the last signed time
    lanes       rows of lanes and entries; a lane read back is a lane verified
    journal     Journal: append, replay, heads, erase, verify
    exchange    Exchange: due and settle (Outbox), position and accept (Inbox) of sync/ports.py
    restored    a store that was put back to an older state goes on in a new run, and loses nothing
    pins        verifiers, and the throttle on wrong PINs
    packs       installed packs, and the floor no version may go under

Opened by hand, once a process (kiosk/wiring.py):

    store_key = read_store_key(settings.store, profile)
    vault = Vault.open(settings.store.path, store_key)
    identity = Meta(vault).identity()
    keyring = Keyring(vault, Wrapping(store_key), clock)
    journal = Journal(vault, keyring, identity, clock)
    exchange = Exchange(vault, journal, clock)

- `Journal.append(subject, events, now)` gives what was recorded, and returns only when the disk has it.
- `Journal.replay(subject)` gives every readable event of a subject in order; what it gave is what a later append
  counts as seen. `Journal.heads(subject)` gives the hashes of those heads.
- The journal is the outbox: what is due is what stands after the last receipt; no second table can disagree.
- Everything is one transaction or nothing; both processes take the write lock at the start of theirs.
- Errors are the store's (StoreError and below) and the journal's (ChainBrokenError); no text of SQLite's comes out.

Deliberately not here: what events mean (modules), the form of a sealed body (sync/bodies.py), carrying (sync).
"""
