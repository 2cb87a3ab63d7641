-- A run may be published again after one of another date: readers go back to it. Twice in a row it is refused on insert.
ALTER TABLE head DROP CONSTRAINT head_tenant_run_id_key;
