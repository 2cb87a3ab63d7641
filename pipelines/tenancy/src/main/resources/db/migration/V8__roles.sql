-- Who may do what is decided by the server: a login of its own for every tenant, one for each thing that the platform does, and
-- row-level security on every table. docs/database-roles.md has the table of rights, and a test holds both to each other.

-- Roles belong to the whole server: their names begin with a name of this database and schema.
DO $$
DECLARE
    platform text := left(encode(sha256(convert_to(current_database() || '/' || current_schema(), 'UTF8')), 'hex'), 12);
BEGIN
    EXECUTE format('CREATE FUNCTION platform_role(name text) RETURNS text LANGUAGE sql IMMUTABLE RETURN %L || name',
        'opsatc_' || platform || '_');
    EXECUTE format('CREATE FUNCTION is_platform() RETURNS boolean LANGUAGE sql STABLE RETURN session_user = %L', current_user);
END $$;
COMMENT ON FUNCTION is_platform IS 'whether the login owns the tables: it migrates, and adds and removes tenants';
CREATE FUNCTION tenant_role(tenant text) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN platform_role('t_' || left(encode(sha256(convert_to(tenant, 'UTF8')), 'hex'), 32));
CREATE FUNCTION is_role(name text) RETURNS boolean LANGUAGE sql STABLE RETURN session_user = platform_role(name);
-- The login decides, whoever a statement runs as: neither SET ROLE nor a function of another's rights makes it another's.
CREATE FUNCTION is_tenant(tenant text) RETURNS boolean LANGUAGE sql STABLE RETURN session_user = tenant_role(tenant);
-- A catalog is named t_ and the tenant, with _ for -, which no tenant's name has.
CREATE FUNCTION is_catalog(name text) RETURNS boolean LANGUAGE sql STABLE
    RETURN starts_with(name, 't_') AND is_tenant(replace(substr(name, 3), '_', '-'));

-- A tenant's audit log is named by its salt.
CREATE FUNCTION is_log(log text) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM tenant WHERE salt_id = log AND (is_tenant(id) OR is_role('advisory')));

CREATE TABLE login (
    role text PRIMARY KEY,
    key_id text NOT NULL
);
COMMENT ON TABLE login IS 'the roles that have a password, and which secret it was derived from';

DO $$
DECLARE
    tenants text := platform_role('tenants');
    operator text := platform_role('operator');
    advisory text := platform_role('advisory');
    telemetry text := platform_role('telemetry');
    name text;
BEGIN
    -- What a database of this name left behind goes; a role that is another login's stays, and this fails.
    FOREACH name IN ARRAY ARRAY[tenants, operator, advisory, telemetry] LOOP
        EXECUTE format('DROP ROLE IF EXISTS %I', name);
    END LOOP;
    EXECUTE format('CREATE ROLE %I NOLOGIN', tenants);
    FOREACH name IN ARRAY ARRAY[operator, advisory, telemetry] LOOP
        EXECUTE format('CREATE ROLE %I LOGIN', name); -- without a password nobody can
    END LOOP;
    FOREACH name IN ARRAY ARRAY[tenants, operator, advisory, telemetry] LOOP
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), name);
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), name);
    END LOOP;

    FOREACH name IN ARRAY ARRAY['tenant', 'tenant_source', 'run', 'workflow_switch', 'head', 'outbox', 'tenant_change',
            'withdrawn_file', 'iceberg_tables', 'iceberg_namespace_properties',
            'audit_log', 'audit_entry', 'privacy_ledger', 'scheduled_job', 'login'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY platform ON %I USING (is_platform())', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['tenant_source', 'run', 'workflow_switch', 'head', 'outbox', 'tenant_change', 'withdrawn_file'] LOOP
        EXECUTE format('CREATE POLICY tenant ON %I USING (is_tenant(tenant))', name);
    END LOOP;
    CREATE POLICY tenant ON tenant FOR SELECT USING (is_tenant(id));
    CREATE POLICY tenant ON audit_log USING (is_log(log));
    CREATE POLICY tenant ON audit_entry USING (is_log(log));
    FOREACH name IN ARRAY ARRAY['iceberg_tables', 'iceberg_namespace_properties'] LOOP
        EXECUTE format('CREATE POLICY tenant ON %I USING (is_catalog(catalog_name))', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['tenant', 'run', 'workflow_switch', 'head', 'outbox'] LOOP
        EXECUTE format('CREATE POLICY operator ON %I FOR SELECT USING (is_role(''operator''))', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['tenant', 'workflow_switch', 'head'] LOOP
        EXECUTE format('CREATE POLICY advisory ON %I FOR SELECT USING (is_role(''advisory''))', name);
    END LOOP;
    CREATE POLICY operator ON scheduled_job USING (is_role('operator'));
    CREATE POLICY telemetry ON privacy_ledger USING (is_role('telemetry'));

    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_source, iceberg_tables, iceberg_namespace_properties TO %I', tenants);
    EXECUTE format('GRANT SELECT (id, salt_id) ON tenant TO %I', tenants);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE (actor), DELETE ON withdrawn_file TO %I', tenants);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE (actor) ON tenant_change TO %I', tenants);
    EXECUTE format('GRANT SELECT, INSERT ON head, outbox TO %I', tenants);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE (run_id, logical_date, state, stage, finished_at, error_code, error_message, rows)'
        ' ON run TO %I', tenants);
    EXECUTE format('GRANT SELECT, UPDATE (epoch, enabled) ON workflow_switch TO %I', tenants);
    EXECUTE format('GRANT SELECT ON tenant, run, workflow_switch, head TO %I', operator);
    EXECUTE format('GRANT SELECT (id, tenant, head_sequence, topic, delivered_at) ON outbox TO %I', operator);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_job TO %I', operator);
    EXECUTE format('GRANT SELECT ON workflow_switch, head TO %I', advisory);
    EXECUTE format('GRANT SELECT (id, salt_id) ON tenant TO %I', advisory);
    FOREACH name IN ARRAY ARRAY[tenants, advisory] LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE (size, last_us, checkpoint) ON audit_log TO %I', name);
        EXECUTE format('GRANT SELECT, INSERT ON audit_entry TO %I', name);
    END LOOP;
    EXECUTE format('GRANT SELECT, INSERT, UPDATE (state, vector_sha256) ON privacy_ledger TO %I', telemetry);
END $$;
