-- The platform's own data has an owner of this name in the key store.
ALTER TABLE tenant ADD CONSTRAINT tenant_is_not_the_platform CHECK (id <> 'opsatc-platform');

CREATE TABLE privacy_ledger (
    sequence bigint PRIMARY KEY CHECK (sequence >= 1),
    day date NOT NULL,
    block_id text NOT NULL CHECK (block_id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    state text NOT NULL CHECK (state IN ('RESERVED', 'NOISED', 'PUBLISHED', 'LOST', 'SUPPRESSED_BUDGET')),
    rho_numerator numeric NOT NULL CHECK (rho_numerator >= 0 AND rho_numerator = trunc(rho_numerator)),
    rho_denominator numeric NOT NULL CHECK (rho_denominator >= 1 AND rho_denominator = trunc(rho_denominator)),
    input_sha256 text NOT NULL CHECK (input_sha256 ~ '^[0-9a-f]{64}$'),
    manifest_sha256 text NOT NULL CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    vector_sha256 text CHECK (vector_sha256 ~ '^[0-9a-f]{64}$'),
    reserved_at timestamptz NOT NULL,
    entry_sha256 text NOT NULL CHECK (entry_sha256 ~ '^[0-9a-f]{64}$'),
    UNIQUE (block_id, day),
    CHECK ((state = 'SUPPRESSED_BUDGET') = (rho_numerator = 0)),
    CHECK (state <> 'RESERVED' OR vector_sha256 IS NULL),
    CHECK (state NOT IN ('NOISED', 'PUBLISHED') OR vector_sha256 IS NOT NULL)
);
COMMENT ON TABLE privacy_ledger IS
    'what de-identified releases cost: one row a block and day, written before noise is drawn and never taken back';
COMMENT ON COLUMN privacy_ledger.sequence IS 'counts the rows from 1 without gaps; an anchor outside the home names the last';
COMMENT ON COLUMN privacy_ledger.day IS 'the UTC day that the release is about';
COMMENT ON COLUMN privacy_ledger.block_id IS 'the block of the release manifest';
COMMENT ON COLUMN privacy_ledger.state IS
    'RESERVED to NOISED to PUBLISHED, or to LOST before that; all of these are charged. SUPPRESSED_BUDGET is not';
COMMENT ON COLUMN privacy_ledger.rho_numerator IS 'of the charge in zero-concentrated differential privacy; 0 when suppressed';
COMMENT ON COLUMN privacy_ledger.rho_denominator IS 'of the same charge, in lowest terms';
COMMENT ON COLUMN privacy_ledger.input_sha256 IS 'names the exact vectors that noise is added to';
COMMENT ON COLUMN privacy_ledger.manifest_sha256 IS 'names the release manifest';
COMMENT ON COLUMN privacy_ledger.vector_sha256 IS 'names the one noised vector; null until it is stored';
COMMENT ON COLUMN privacy_ledger.reserved_at IS 'when the day was reserved; never before the row before';
COMMENT ON COLUMN privacy_ledger.entry_sha256 IS 'the hash of the row before and of all columns but vector and progress';

CREATE FUNCTION privacy_ledger_starts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state NOT IN ('RESERVED', 'SUPPRESSED_BUDGET') THEN
        RAISE EXCEPTION 'a block of the privacy ledger starts as reserved or suppressed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER privacy_ledger_starts BEFORE INSERT ON privacy_ledger
    FOR EACH ROW EXECUTE FUNCTION privacy_ledger_starts();

CREATE FUNCTION privacy_ledger_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state, NEW.state) NOT IN (
        ('RESERVED', 'NOISED'), ('RESERVED', 'LOST'), ('NOISED', 'PUBLISHED'), ('NOISED', 'LOST')) THEN
        RAISE EXCEPTION 'a block of the privacy ledger never goes back';
    END IF;
    IF (NEW.sequence, NEW.day, NEW.block_id, NEW.rho_numerator, NEW.rho_denominator, NEW.input_sha256,
            NEW.manifest_sha256, NEW.reserved_at, NEW.entry_sha256)
        IS DISTINCT FROM (OLD.sequence, OLD.day, OLD.block_id, OLD.rho_numerator, OLD.rho_denominator,
            OLD.input_sha256, OLD.manifest_sha256, OLD.reserved_at, OLD.entry_sha256)
        OR (OLD.vector_sha256 IS NOT NULL AND NEW.vector_sha256 IS DISTINCT FROM OLD.vector_sha256) THEN
        RAISE EXCEPTION 'a block of the privacy ledger changes its state alone';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER privacy_ledger_moves_on BEFORE UPDATE ON privacy_ledger
    FOR EACH ROW EXECUTE FUNCTION privacy_ledger_moves_on();

CREATE FUNCTION privacy_ledger_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of the privacy ledger are never removed';
END $$;
CREATE TRIGGER privacy_ledger_stays BEFORE DELETE OR TRUNCATE ON privacy_ledger
    FOR EACH STATEMENT EXECUTE FUNCTION privacy_ledger_stays();
