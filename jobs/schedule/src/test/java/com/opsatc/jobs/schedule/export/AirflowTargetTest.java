package com.opsatc.jobs.schedule.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file as Python runs it, with stand-ins for Airflow's three names that take their parameters by name and no other;
 * Airflow itself is not asked.
 */
class AirflowTargetTest {
    private static final String STAND_INS = """
            import json, sys, types
            from datetime import timedelta

            DAGS = []

            class CronTriggerTimetable:
                def __init__(self, cron, *, timezone, interval=timedelta(), run_immediately=False):
                    self.told = [cron, timezone, run_immediately is True or run_immediately.total_seconds()]

            class DAG:
                def __init__(self, dag_id, *, description, schedule, catchup, max_active_runs, tags):
                    assert catchup is False and max_active_runs == 1
                    self.told = {"id": dag_id, "schedule": schedule.told, "tasks": []}
                def __enter__(self):
                    DAGS.append(self.told)
                    return self
                def __exit__(self, *ignored):
                    return False

            class BashOperator:
                def __init__(self, *, task_id, bash_command, execution_timeout, retries, retry_delay):
                    DAGS[-1]["tasks"].append([task_id, bash_command, execution_timeout.total_seconds(), retries,
                                              retry_delay.total_seconds()])

            def module(name, **names):
                sys.modules[name] = types.ModuleType(name)
                for key, value in names.items():
                    setattr(sys.modules[name], key, value)

            for name in ["airflow", "airflow.timetables", "airflow.providers", "airflow.providers.standard",
                         "airflow.providers.standard.operators"]:
                module(name)
            module("airflow.sdk", DAG=DAG)
            module("airflow.timetables.trigger", CronTriggerTimetable=CronTriggerTimetable)
            module("airflow.providers.standard.operators.bash", BashOperator=BashOperator)
            scope = {"__name__": "opsatc_dags"}
            with open("opsatc_dags.py", encoding="utf-8") as file:
                exec(compile(file.read(), "opsatc_dags.py", "exec"), scope)
            assert all(dag["id"] in scope for dag in DAGS)
            print(json.dumps(DAGS))
            """;

    @TempDir
    private Path folder;

    @Test
    void files_everyKindOfJob_areDagsThatPythonMakes() throws Exception {
        Tool python = new Tool("python3", "python3").require();
        Files.writeString(folder.resolve("opsatc_dags.py"), ExportedSample.file(new AirflowTarget()));
        Files.writeString(folder.resolve("stand_ins.py"), STAND_INS);

        JsonNode dags = new ObjectMapper().readTree(python.run(folder, "stand_ins.py"));

        assertThat(dags).hasSize(5);
        assertThat(dags.get(0).toString())
                .isEqualTo(
                        "{\"id\":\"opsatc_nightly_acme\",\"schedule\":[\"30 2 * * 1,2,3,4,5\",\"Europe/Berlin\",true],"
                                + "\"tasks\":[[\"run\",\"/opt/opsatc/opsatc run --tenant acme --home '/srv/it'\\\\''s 100% home'"
                                + " --root-key /etc/opsatc/root.key\",21600.0,2,900.0]]}");
        assertThat(dags.get(4).path("schedule").toString()).isEqualTo("[\"0,20,40 1 * * *\",\"Europe/Berlin\",600.0]");
    }
}
