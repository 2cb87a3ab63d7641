-- The queue of jobs that run by themselves, as db-scheduler 16 reads and writes it.
CREATE TABLE scheduled_job (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamptz NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);
COMMENT ON TABLE scheduled_job IS 'one row for each job of conf/schedule.yaml and each tenant of it: when it is due, and who runs it now';
COMMENT ON COLUMN scheduled_job.task_name IS 'name of the job';
COMMENT ON COLUMN scheduled_job.task_instance IS 'the tenant, or platform';
COMMENT ON COLUMN scheduled_job.task_data IS 'JSON: which attempt it is, and the times it was declared with when it was planned';
COMMENT ON COLUMN scheduled_job.last_heartbeat IS 'of who runs it; when that is old, another takes it over';
CREATE INDEX scheduled_job_by_time ON scheduled_job (execution_time);
CREATE INDEX scheduled_job_by_heartbeat ON scheduled_job (last_heartbeat);
