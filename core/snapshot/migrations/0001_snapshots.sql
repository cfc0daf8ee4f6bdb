-- SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements are separated by blank lines; none may hold a blank line itself.
-- Times are milliseconds since 1970-01-01T00:00:00Z, but as_of, which is seconds.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- finished_at IS NOT NULL means sealed; from then on triggers refuse every change.
CREATE TABLE snapshots (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    tool_version TEXT NOT NULL,
    base_url TEXT NOT NULL,
    sign_in TEXT NOT NULL,
    key_hint TEXT NOT NULL,
    requester TEXT NOT NULL,
    account_fingerprint BLOB NOT NULL,
    parameters TEXT NOT NULL,
    includes_analytics INTEGER NOT NULL,
    as_of INTEGER NOT NULL,
    as_of_given INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    salt BLOB,
    next_request_id INTEGER NOT NULL DEFAULT 1,
    CHECK (finished_at IS NULL OR salt IS NULL)
) STRICT;

CREATE INDEX snapshots_unfinished ON snapshots (account_fingerprint, started_at) WHERE finished_at IS NULL;

-- What each run of a collection sent and received. A collection that was interrupted has several runs.
CREATE TABLE runs (
    snapshot_key INTEGER NOT NULL REFERENCES snapshots (key) ON DELETE CASCADE,
    run INTEGER NOT NULL,
    requests INTEGER NOT NULL DEFAULT 0,
    retries INTEGER NOT NULL DEFAULT 0,
    rate_limited_waits INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (snapshot_key, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE resource_states (
    snapshot_key INTEGER NOT NULL REFERENCES snapshots (key) ON DELETE CASCADE,
    resource_class TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    received INTEGER NOT NULL,
    reported_total INTEGER,
    pages INTEGER NOT NULL,
    duplicates_dropped INTEGER NOT NULL,
    PRIMARY KEY (snapshot_key, resource_class)
) STRICT, WITHOUT ROWID;

CREATE TABLE requests (
    snapshot_key INTEGER NOT NULL REFERENCES snapshots (key) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    resource_class TEXT NOT NULL,
    subject TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    sent_at INTEGER,
    received_at INTEGER,
    status INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    server_request_id TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    result TEXT NOT NULL,
    superseded INTEGER NOT NULL,
    unreadable_rows TEXT NOT NULL,
    PRIMARY KEY (snapshot_key, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX requests_path ON requests (snapshot_key, method, path);

-- Bodies lie apart from the log, so that the log is read without them. Compressed with zstd.
CREATE TABLE bodies (
    snapshot_key INTEGER NOT NULL,
    request_id INTEGER NOT NULL,
    size INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (snapshot_key, request_id),
    FOREIGN KEY (snapshot_key, request_id) REFERENCES requests (snapshot_key, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE removed_fields (
    snapshot_key INTEGER NOT NULL,
    request_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    pointer TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (snapshot_key, request_id, position),
    FOREIGN KEY (snapshot_key, request_id) REFERENCES requests (snapshot_key, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- A snapshot named here may be deleted although it is sealed; rows live only inside the deleting transaction.
CREATE TABLE removals (
    snapshot_key INTEGER PRIMARY KEY
) STRICT;

CREATE VIEW sealed AS SELECT key AS snapshot_key FROM snapshots WHERE finished_at IS NOT NULL;

CREATE TRIGGER snapshots_no_replace BEFORE INSERT ON snapshots
WHEN EXISTS (SELECT 1 FROM snapshots WHERE (key = NEW.key OR id = NEW.id) AND finished_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER snapshots_no_update BEFORE UPDATE ON snapshots WHEN OLD.finished_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER snapshots_no_delete BEFORE DELETE ON snapshots
WHEN OLD.finished_at IS NOT NULL AND OLD.key NOT IN (SELECT snapshot_key FROM removals)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER runs_no_insert BEFORE INSERT ON runs WHEN NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) OR NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER runs_no_delete BEFORE DELETE ON runs
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) AND OLD.snapshot_key NOT IN (SELECT snapshot_key FROM removals)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER resource_states_no_insert BEFORE INSERT ON resource_states WHEN NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER resource_states_no_update BEFORE UPDATE ON resource_states
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) OR NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER resource_states_no_delete BEFORE DELETE ON resource_states
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) AND OLD.snapshot_key NOT IN (SELECT snapshot_key FROM removals)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER requests_no_insert BEFORE INSERT ON requests WHEN NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER requests_no_update BEFORE UPDATE ON requests
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) OR NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER requests_no_delete BEFORE DELETE ON requests
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) AND OLD.snapshot_key NOT IN (SELECT snapshot_key FROM removals)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER bodies_no_insert BEFORE INSERT ON bodies WHEN NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER bodies_no_update BEFORE UPDATE ON bodies
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) OR NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER bodies_no_delete BEFORE DELETE ON bodies
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) AND OLD.snapshot_key NOT IN (SELECT snapshot_key FROM removals)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER removed_fields_no_insert BEFORE INSERT ON removed_fields WHEN NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER removed_fields_no_update BEFORE UPDATE ON removed_fields
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) OR NEW.snapshot_key IN (SELECT snapshot_key FROM sealed)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;

CREATE TRIGGER removed_fields_no_delete BEFORE DELETE ON removed_fields
WHEN OLD.snapshot_key IN (SELECT snapshot_key FROM sealed) AND OLD.snapshot_key NOT IN (SELECT snapshot_key FROM removals)
BEGIN SELECT RAISE(ABORT, 'a sealed snapshot never changes'); END;
