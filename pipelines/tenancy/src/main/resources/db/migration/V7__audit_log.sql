-- Who did what, one log a tenant: entries are sealed, and added in the transaction of what they record.
CREATE TABLE audit_log (
    log text PRIMARY KEY CHECK (log ~ '^[0-9a-f]{16}$'),
    size bigint NOT NULL CHECK (size >= 0),
    last_us bigint NOT NULL,
    checkpoint text
);
COMMENT ON TABLE audit_log IS 'named by the tenant''s salt, so that a removed tenant''s log names nobody';
COMMENT ON COLUMN audit_log.size IS 'how many entries there are';
COMMENT ON COLUMN audit_log.last_us IS 'when the last entry was added, in microseconds since the epoch: no entry is of before it';
COMMENT ON COLUMN audit_log.checkpoint IS 'the last signed state of the tree, with the cosignatures it has';

CREATE TABLE audit_entry (
    log text NOT NULL REFERENCES audit_log (log),
    number bigint NOT NULL CHECK (number >= 0),
    leaf bytea NOT NULL CHECK (length(leaf) = 32),
    entry bytea NOT NULL,
    PRIMARY KEY (log, number)
);
COMMENT ON TABLE audit_entry IS 'added, never changed and never removed; a tenant''s outlive it, unreadable';
COMMENT ON COLUMN audit_entry.leaf IS 'the entry''s hash in the tree of RFC 6962: the tree can be checked without the tenant''s key';
COMMENT ON COLUMN audit_entry.entry IS 'canonical JSON, sealed under the tenant''s key for this log and number';

CREATE FUNCTION audit_log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.log <> OLD.log OR NEW.size < OLD.size OR NEW.last_us < OLD.last_us THEN
        RAISE EXCEPTION 'an audit log only grows';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_log_grows BEFORE UPDATE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_log_grows();

CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'entries of an audit log are neither changed nor removed';
END $$;
CREATE TRIGGER audit_log_stays BEFORE DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();
