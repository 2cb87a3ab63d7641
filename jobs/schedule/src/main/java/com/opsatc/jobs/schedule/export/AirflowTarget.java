package com.opsatc.jobs.schedule.export;

import static java.util.stream.Collectors.joining;

import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.schedule.declare.CatchUp;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Airflow 3: a file of DAGs, one for each. */
final class AirflowTarget implements ExportTarget {
    private static final String CODE = """

            for job in JOBS:
                with DAG(
                    dag_id=job["id"],
                    description=job["title"],
                    schedule=CronTriggerTimetable(
                        job["cron"],
                        timezone=job["zone"],
                        run_immediately=True if job["catch_up"] else timedelta(seconds=LATEST_S),
                    ),
                    catchup=False,
                    max_active_runs=1,
                    tags=["opsatc"],
                ) as dag:
                    BashOperator(
                        task_id=job["task"],
                        bash_command=job["command"],
                        execution_timeout=timedelta(seconds=job["deadline_s"]),
                        retries=job["retries"],
                        retry_delay=timedelta(seconds=job["retry_after_s"]),
                    )
                globals()[job["id"]] = dag
            """;
    private static final String HEAD = """
            # Exported by opsatc schedule export, for Airflow 3 with the standard provider.
            import json
            from datetime import timedelta

            from airflow.providers.standard.operators.bash import BashOperator
            from airflow.sdk import DAG
            from airflow.timetables.trigger import CronTriggerTimetable

            JOBS = [
            """;

    @Override
    public String name() {
        return "airflow";
    }

    @Override
    public String use() {
        return "copy it to the folder of DAGs of workers that have the program and its home";
    }

    @Override
    public SortedMap<String, String> files(List<ExportedJob> jobs, ExportPlace place) {
        String listed = jobs.stream()
                // The text of a JSON string is one of Python's as well.
                .map(job -> "    json.loads(" + text(json(job, place)) + "),\n")
                .collect(joining());
        String text =
                HEAD + listed + "]\n" + CODE.replace("LATEST_S", String.valueOf(CatchUp.LATEST_START.toSeconds()));

        return new TreeMap<>(Map.of("opsatc_dags.py", text));
    }

    private static String json(ExportedJob job, ExportPlace place) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", job.id().replace('-', '_'));
        values.put("title", job.title());
        values.put("task", job.job().does().symbol().replace('-', '_'));
        values.put("cron", job.plainCron());
        values.put("zone", job.job().times().zone().getId());
        values.put("catch_up", job.job().catchUp() == CatchUp.ONCE);
        values.put("deadline_s", job.job().limits().deadline().toSeconds());
        values.put("retries", job.job().limits().retries());
        values.put("retry_after_s", job.job().limits().retryAfter().toSeconds());
        values.put("command", place.command(job).stream().map(ShellWord::quoted).collect(joining(" ")));

        return text(values);
    }

    private static String text(Object value) {
        return new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
    }
}
