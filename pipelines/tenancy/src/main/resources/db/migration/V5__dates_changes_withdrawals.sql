-- Several runs of a tenant can be read: the one that readers see who name none, and beside it those of other dates.
ALTER TABLE head ADD COLUMN logical_date date;
UPDATE head SET logical_date = run.logical_date FROM run
    WHERE run.tenant = head.tenant AND run.attempt_id = head.attempt_id;
ALTER TABLE head ALTER COLUMN logical_date SET NOT NULL;
ALTER TABLE head ADD COLUMN live boolean NOT NULL DEFAULT true;
ALTER TABLE head ALTER COLUMN live DROP DEFAULT;
COMMENT ON TABLE head IS 'runs that can be read; inserting a row is the only commit';
COMMENT ON COLUMN head.logical_date IS 'figures know nothing later';
COMMENT ON COLUMN head.live IS
    'readers who name no run see the greatest sequence of these: false for a date asked for that lay before theirs';

-- Null is the process that the connector names.
ALTER TABLE tenant_source ADD COLUMN process text;

CREATE TABLE tenant_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant text NOT NULL REFERENCES tenant (id),
    changed_at timestamptz NOT NULL,
    actor text NOT NULL,
    what text NOT NULL,
    before text,
    after text
);
COMMENT ON TABLE tenant_change IS 'what was set for a tenant, and by whom';
COMMENT ON COLUMN tenant_change.before IS 'null for what was added';
COMMENT ON COLUMN tenant_change.after IS 'null for what was removed';
CREATE INDEX tenant_change_by_tenant ON tenant_change (tenant, id);

CREATE TABLE withdrawn_file (
    tenant text NOT NULL REFERENCES tenant (id),
    source text NOT NULL,
    file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    name text NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    actor text NOT NULL,
    PRIMARY KEY (tenant, source, file_sha256)
);
COMMENT ON TABLE withdrawn_file IS 'extract files whose rows count nowhere from the next run on; restoring one removes its row';
