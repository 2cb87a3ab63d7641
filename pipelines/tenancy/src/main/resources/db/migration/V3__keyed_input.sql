-- A plain digest of exact vectors names a day that can be guessed to whoever reads this table. Rows of before keep theirs.
ALTER TABLE privacy_ledger RENAME COLUMN input_sha256 TO input_mac;
COMMENT ON COLUMN privacy_ledger.input_mac IS
    'names the exact vectors that noise is added to: their HMAC-SHA-256 under a key of the platform';

CREATE OR REPLACE FUNCTION privacy_ledger_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state, NEW.state) NOT IN (
        ('RESERVED', 'NOISED'), ('RESERVED', 'LOST'), ('NOISED', 'PUBLISHED'), ('NOISED', 'LOST')) THEN
        RAISE EXCEPTION 'a block of the privacy ledger never goes back';
    END IF;
    IF (NEW.sequence, NEW.day, NEW.block_id, NEW.rho_numerator, NEW.rho_denominator, NEW.input_mac,
            NEW.manifest_sha256, NEW.reserved_at, NEW.entry_sha256)
        IS DISTINCT FROM (OLD.sequence, OLD.day, OLD.block_id, OLD.rho_numerator, OLD.rho_denominator,
            OLD.input_mac, OLD.manifest_sha256, OLD.reserved_at, OLD.entry_sha256)
        OR (OLD.vector_sha256 IS NOT NULL AND NEW.vector_sha256 IS DISTINCT FROM OLD.vector_sha256) THEN
        RAISE EXCEPTION 'a block of the privacy ledger changes its state alone';
    END IF;
    RETURN NEW;
END $$;
