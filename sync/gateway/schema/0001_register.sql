-- The gateway's register: rows are added and never changed; a body alone may be erased.
--
-- position: counts over entries and rosters together, so that one number says how far a feed has gone.
-- Lanes, hashes and bodies are as terminals sent them; nothing here opens a body.

CREATE TABLE IF NOT EXISTS lanes (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    subject     TEXT NOT NULL,
    institution TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS lanes_by_subject ON lanes (subject);

CREATE TABLE IF NOT EXISTS entries (
    position   INTEGER PRIMARY KEY,
    lane       INTEGER NOT NULL, -- of lanes; not REFERENCES, which would look it up for each of millions of rows
    seq        INTEGER NOT NULL,
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    header     BLOB NOT NULL,
    body       BLOB,
    arrived_ms INTEGER NOT NULL,
    quarantine TEXT NOT NULL DEFAULT '',
    UNIQUE (lane, seq)
) STRICT;

CREATE TABLE IF NOT EXISTS rosters (
    position    INTEGER PRIMARY KEY,
    institution TEXT NOT NULL,
    version     INTEGER NOT NULL,
    roster      BLOB NOT NULL,
    UNIQUE (institution, version)
) STRICT;

CREATE TABLE IF NOT EXISTS deliveries (
    terminal   TEXT NOT NULL,
    number     INTEGER NOT NULL,
    batch      TEXT NOT NULL,
    position   INTEGER NOT NULL,
    new        INTEGER NOT NULL,
    arrived_ms INTEGER NOT NULL,
    PRIMARY KEY (terminal, number, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS institutions (
    institution TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    sealing     TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS terminals (
    terminal    TEXT PRIMARY KEY,
    institution TEXT NOT NULL REFERENCES institutions (institution),
    wing        TEXT NOT NULL,
    at_ms       INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS introductions (
    terminal TEXT PRIMARY KEY REFERENCES terminals (terminal),
    key      TEXT NOT NULL,
    at_ms    INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS revocations (
    terminal TEXT PRIMARY KEY REFERENCES terminals (terminal),
    at_ms    INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS passwords (
    id       INTEGER PRIMARY KEY,
    staff    TEXT NOT NULL,
    verifier TEXT NOT NULL,
    at_ms    INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS accesses (
    seq     INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    hash    BLOB NOT NULL CHECK (length(hash) = 32),
    raw     BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS accesses_by_subject ON accesses (subject, seq);

CREATE TABLE IF NOT EXISTS seals (
    id          INTEGER PRIMARY KEY,
    holder      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    certificate BLOB NOT NULL,
    wrapped     BLOB NOT NULL, -- the private half; opened with the gateway's secret alone
    at_ms       INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS seals_by_holder ON seals (holder, kind);

CREATE TABLE IF NOT EXISTS stamps_due (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32) -- of a signed plan that came in; due until it has a stamp
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS stamps (
    id     INTEGER PRIMARY KEY,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    token  BLOB NOT NULL, -- an RFC 3161 token over the digest of a signed plan
    at_ms  INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS stamps_by_digest ON stamps (digest);

CREATE TABLE IF NOT EXISTS stays (
    id          INTEGER PRIMARY KEY,
    subject     TEXT NOT NULL,
    institution TEXT NOT NULL,
    what        TEXT NOT NULL, -- left, returned, held, lifted, or the class of what was erased
    at_ms       INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS stays_by_subject ON stays (subject, what);

CREATE TABLE IF NOT EXISTS vouchers (
    institution TEXT PRIMARY KEY,
    word        TEXT NOT NULL -- the authority's word for the key of the institution's terminals
) STRICT;

CREATE TABLE IF NOT EXISTS moves (
    id          INTEGER PRIMARY KEY,
    subject     TEXT NOT NULL,
    left        TEXT NOT NULL, -- the institution he left
    institution TEXT NOT NULL, -- the one he went to; the newest says where everything about him is given
    at_ms       INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS moves_by_subject ON moves (subject, id);
CREATE INDEX IF NOT EXISTS moves_by_left ON moves (left, subject);

CREATE TABLE IF NOT EXISTS relays (
    position    INTEGER PRIMARY KEY, -- counted with those of entries and rosters
    institution TEXT NOT NULL,
    entry       INTEGER NOT NULL,    -- the position of an entry of another institution's lane, given to this one too
    UNIQUE (institution, entry)
) STRICT;

CREATE TRIGGER IF NOT EXISTS stays_stay BEFORE DELETE ON stays
BEGIN SELECT RAISE(ABORT, 'stays stay'); END;
CREATE TRIGGER IF NOT EXISTS stays_hold BEFORE UPDATE ON stays
BEGIN SELECT RAISE(ABORT, 'stays hold'); END;
CREATE TRIGGER IF NOT EXISTS moves_stay BEFORE DELETE ON moves
BEGIN SELECT RAISE(ABORT, 'moves stay'); END;
CREATE TRIGGER IF NOT EXISTS moves_hold BEFORE UPDATE ON moves
BEGIN SELECT RAISE(ABORT, 'moves hold'); END;
CREATE TRIGGER IF NOT EXISTS relays_stay BEFORE DELETE ON relays
BEGIN SELECT RAISE(ABORT, 'relays stay'); END;
CREATE TRIGGER IF NOT EXISTS relays_hold BEFORE UPDATE ON relays
BEGIN SELECT RAISE(ABORT, 'relays hold'); END;
CREATE TRIGGER IF NOT EXISTS entries_stay BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries stay'); END;
CREATE TRIGGER IF NOT EXISTS entries_hold BEFORE UPDATE ON entries
WHEN NEW.body IS NOT NULL OR NEW.lane IS NOT OLD.lane OR NEW.seq IS NOT OLD.seq OR NEW.hash IS NOT OLD.hash
  OR NEW.header IS NOT OLD.header OR NEW.position IS NOT OLD.position
BEGIN SELECT RAISE(ABORT, 'entries hold'); END;
CREATE TRIGGER IF NOT EXISTS accesses_stay BEFORE DELETE ON accesses
BEGIN SELECT RAISE(ABORT, 'accesses stay'); END;
CREATE TRIGGER IF NOT EXISTS accesses_hold BEFORE UPDATE ON accesses
BEGIN SELECT RAISE(ABORT, 'accesses hold'); END;
CREATE TRIGGER IF NOT EXISTS seals_hold BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'seals hold'); END;
CREATE TRIGGER IF NOT EXISTS stamps_hold BEFORE UPDATE ON stamps
BEGIN SELECT RAISE(ABORT, 'stamps hold'); END;
