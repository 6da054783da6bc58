-- The journal and what stands beside it.
-- Entries are only ever added; a body may be erased, after its lane was marked in `erased` (JOURNAL 2, 3, 9).

CREATE TABLE lanes (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    writer TEXT NOT NULL,
    run INTEGER NOT NULL CHECK (run >= 0),
    aside INTEGER NOT NULL DEFAULT 0,  -- its own id once another history took its place (restored.py)
    tail INTEGER,                      -- set aside: the seq from which its events are still to be written anew
    closed INTEGER NOT NULL DEFAULT 0, -- 1: never extended here; what follows stands in a new run
    keys BLOB,                         -- its two keys, wrapped; none where they cannot be opened, or were destroyed
    UNIQUE (subject, writer, run, aside)
) STRICT;

CREATE TABLE entries (
    lane INTEGER NOT NULL REFERENCES lanes (id),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    header BLOB NOT NULL,
    body BLOB,
    PRIMARY KEY (lane, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE erased (
    lane INTEGER PRIMARY KEY REFERENCES lanes (id)
) STRICT;

CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries BEGIN
    SELECT raise(ABORT, 'an entry is never deleted');
END;

CREATE TRIGGER entries_are_never_updated BEFORE UPDATE OF lane, seq, hash, header ON entries
BEGIN
    SELECT raise(ABORT, 'an entry is never updated');
END;

CREATE TRIGGER bodies_are_only_erased BEFORE UPDATE OF body ON entries
WHEN NEW.body IS NOT NULL OR NOT EXISTS (SELECT 1 FROM erased WHERE erased.lane = OLD.lane)
BEGIN
    SELECT raise(ABORT, 'a body is only ever erased');
END;

CREATE TRIGGER lanes_are_never_deleted BEFORE DELETE ON lanes BEGIN
    SELECT raise(ABORT, 'a lane is never deleted');
END;

CREATE TRIGGER erased_stays_erased BEFORE DELETE ON erased BEGIN
    SELECT raise(ABORT, 'what is erased stays erased');
END;

-- What the gateway has acknowledged: a lane may be known there and not (any more) here.
CREATE TABLE acknowledged (
    subject TEXT NOT NULL,
    writer TEXT NOT NULL,
    run INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (subject, writer, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Which PIN verifier wrong tries are counted against, and how many came before it.
CREATE TABLE pins (
    person TEXT PRIMARY KEY,
    salt TEXT NOT NULL,
    forgiven INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE packs (
    digest TEXT PRIMARY KEY,
    pack TEXT NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT, WITHOUT ROWID;
