-- A plain digest of exact vectors names a day that can be guessed to whoever reads this table. Rows of before keep theirs: the
-- chain of hashes goes over it, and their days are known by nothing else.
ALTER TABLE privacy_ledger RENAME COLUMN input_sha256 TO input_mac;
COMMENT ON COLUMN privacy_ledger.input_mac IS
    'names the exact vectors that noise is added to: their HMAC-SHA-256 under a key of the platform, if keyed';
ALTER TABLE privacy_ledger ADD COLUMN keyed boolean NOT NULL DEFAULT false;
ALTER TABLE privacy_ledger ALTER COLUMN keyed SET DEFAULT true;
COMMENT ON COLUMN privacy_ledger.keyed IS
    'whether input_mac is an HMAC; false in rows of an earlier version, where it is the plain SHA-256';

CREATE OR REPLACE FUNCTION privacy_ledger_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state, NEW.state) NOT IN (
        ('RESERVED', 'NOISED'), ('RESERVED', 'LOST'), ('NOISED', 'PUBLISHED'), ('NOISED', 'LOST')) THEN
        RAISE EXCEPTION 'a block of the privacy ledger never goes back';
    END IF;
    IF (NEW.sequence, NEW.day, NEW.block_id, NEW.rho_numerator, NEW.rho_denominator, NEW.input_mac, NEW.keyed,
            NEW.manifest_sha256, NEW.reserved_at, NEW.entry_sha256)
        IS DISTINCT FROM (OLD.sequence, OLD.day, OLD.block_id, OLD.rho_numerator, OLD.rho_denominator,
            OLD.input_mac, OLD.keyed, OLD.manifest_sha256, OLD.reserved_at, OLD.entry_sha256)
        OR (OLD.vector_sha256 IS NOT NULL AND NEW.vector_sha256 IS DISTINCT FROM OLD.vector_sha256) THEN
        RAISE EXCEPTION 'a block of the privacy ledger changes its state alone';
    END IF;
    RETURN NEW;
END $$;
