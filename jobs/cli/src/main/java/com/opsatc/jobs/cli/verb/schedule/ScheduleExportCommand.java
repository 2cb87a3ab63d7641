package com.opsatc.jobs.cli.verb.schedule;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.schedule.declare.Schedule;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import com.opsatc.jobs.schedule.export.ExportPlace;
import com.opsatc.jobs.schedule.export.ExportTarget;
import com.opsatc.jobs.schedule.export.ExportTargets;
import com.opsatc.jobs.schedule.export.ExportedJob;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.Tenant;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc schedule export}: the declared jobs for a scheduler that others run. */
@Command(
        name = "export",
        description =
                "Writes the declared jobs for a scheduler that you have, one for each job and tenant; for every tenant means"
                        + " those that there are now.")
public final class ScheduleExportCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "systemd, crontab, kubernetes or airflow.")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the files; without it they are printed, each under its name.")
    private Path out;

    @Option(
            names = "--image",
            paramLabel = "NAME",
            defaultValue = "opsatc:0.1.0",
            description = "kubernetes: a container image that starts as ./opsatc does (default: ${DEFAULT-VALUE}).")
    private String image;

    public ScheduleExportCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        ExportTarget target = ExportTargets.find(format)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Invalid value for option '--format': it is " + String.join(", ", ExportTargets.names())));
        Home home = opsatc.existingHome();
        Schedule schedule = Schedule.load(opsatc.invocation().conf(), home.root());
        List<ExportedJob> jobs = ExportedJob.of(schedule.jobs(), tenants(schedule));
        if (jobs.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot export the schedule " + schedule.file()
                            + ": it declares no job, or there is no tenant yet; declare one, or begin with opsatc tenant"
                            + " add");
        }

        ExportPlace place = new ExportPlace(
                opsatc.invocation().root().resolve("opsatc"),
                home.root(),
                opsatc.rootKeyPlace(home).reference(),
                image);
        write(target.files(jobs, place));
        opsatc.terminal().err().println("opsatc: " + target.use());

        return 0;
    }

    private List<TenantId> tenants(Schedule schedule) {
        if (schedule.jobs().stream().noneMatch(ScheduledJob::isForAll)) {
            return List.of();
        }

        try (Tenancy tenancy = opsatc.open()) {
            return Tenants.of(tenancy).list().stream().map(Tenant::id).toList();
        }
    }

    private void write(SortedMap<String, String> files) {
        if (out == null) {
            files.forEach((name, text) -> {
                if (files.size() > 1) {
                    opsatc.terminal().out().println("# ── " + name);
                }
                opsatc.terminal().out().print(text);
            });
            return;
        }

        Path folder = opsatc.invocation().workingDirectory().resolve(out);
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
                opsatc.terminal().out().println(folder.resolve(file.getKey()));
            }
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot write to " + folder + ": check that it is a folder and writable",
                    e);
        }
    }
}
