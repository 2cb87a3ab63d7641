-- The two tables of Iceberg's JdbcCatalog, schema version V1, as it would make them; one catalog name a tenant.
CREATE TABLE iceberg_tables (
    catalog_name VARCHAR(255) NOT NULL,
    table_namespace VARCHAR(255) NOT NULL,
    table_name VARCHAR(255) NOT NULL,
    metadata_location VARCHAR(1000),
    previous_metadata_location VARCHAR(1000),
    iceberg_type VARCHAR(5),
    PRIMARY KEY (catalog_name, table_namespace, table_name)
);
CREATE TABLE iceberg_namespace_properties (
    catalog_name VARCHAR(255) NOT NULL,
    namespace VARCHAR(255) NOT NULL,
    property_key VARCHAR(255),
    property_value VARCHAR(1000),
    PRIMARY KEY (catalog_name, namespace, property_key)
);

CREATE TABLE tenant (
    id text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    region text NOT NULL,
    salt_id text NOT NULL,
    zone text NOT NULL,
    created_at timestamptz NOT NULL
);
COMMENT ON COLUMN tenant.salt_id IS 'names the salt in the key store; the salt itself is never here';

CREATE TABLE tenant_source (
    tenant text NOT NULL REFERENCES tenant (id),
    source text NOT NULL,
    connector text NOT NULL,
    path text NOT NULL,
    zone text NOT NULL,
    settings jsonb NOT NULL,
    PRIMARY KEY (tenant, source)
);

CREATE TABLE run (
    tenant text NOT NULL REFERENCES tenant (id),
    run_id text,
    attempt_id text NOT NULL CHECK (attempt_id ~ '^[a-z0-9-]{1,64}$'),
    logical_date date,
    state text NOT NULL CHECK (state IN ('STARTED', 'PUBLISHED', 'FAILED', 'ABANDONED')),
    stage text NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    error_code text,
    error_message text,
    rows jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant, attempt_id),
    CHECK ((state = 'STARTED') = (finished_at IS NULL))
);
COMMENT ON COLUMN run.run_id IS 'null until the inputs are known, as is logical_date';
CREATE INDEX run_by_start ON run (tenant, started_at, attempt_id);

CREATE TABLE workflow_switch (
    tenant text NOT NULL REFERENCES tenant (id),
    workflow text NOT NULL,
    epoch bigint NOT NULL CHECK (epoch >= 1),
    enabled boolean NOT NULL,
    PRIMARY KEY (tenant, workflow)
);
COMMENT ON COLUMN workflow_switch.epoch IS 'counts the flips; a run publishes only in the epoch it started in';

CREATE TABLE head (
    tenant text NOT NULL REFERENCES tenant (id),
    sequence bigint NOT NULL CHECK (sequence >= 1),
    run_id text NOT NULL,
    attempt_id text NOT NULL,
    manifest_path text NOT NULL,
    manifest_sha256 text NOT NULL CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    workflow_epoch bigint NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, sequence),
    UNIQUE (tenant, run_id),
    FOREIGN KEY (tenant, attempt_id) REFERENCES run (tenant, attempt_id)
);
COMMENT ON TABLE head IS 'what readers see: the greatest sequence of a tenant; inserting a row is the only commit';

CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant text NOT NULL,
    head_sequence bigint NOT NULL,
    topic text NOT NULL,
    payload jsonb NOT NULL,
    delivered_at timestamptz,
    FOREIGN KEY (tenant, head_sequence) REFERENCES head (tenant, sequence)
);
CREATE INDEX outbox_undelivered ON outbox (id) WHERE delivered_at IS NULL;
