package com.opsatc.jobs.cli;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.verb.audit.AuditCheckCommand;
import com.opsatc.jobs.cli.verb.audit.AuditCommand;
import com.opsatc.jobs.cli.verb.audit.AuditEraseCommand;
import com.opsatc.jobs.cli.verb.audit.AuditExportCommand;
import com.opsatc.jobs.cli.verb.audit.AuditKeyCommand;
import com.opsatc.jobs.cli.verb.audit.AuditListCommand;
import com.opsatc.jobs.cli.verb.audit.AuditProveCommand;
import com.opsatc.jobs.cli.verb.audit.AuditVerifyCommand;
import com.opsatc.jobs.cli.verb.audit.WitnessCommand;
import com.opsatc.jobs.cli.verb.bench.BenchCommand;
import com.opsatc.jobs.cli.verb.bench.BenchMiningCommand;
import com.opsatc.jobs.cli.verb.bench.BenchNightCommand;
import com.opsatc.jobs.cli.verb.bench.BenchRunCommand;
import com.opsatc.jobs.cli.verb.bench.BenchTelemetryCommand;
import com.opsatc.jobs.cli.verb.connector.ConnectorsCommand;
import com.opsatc.jobs.cli.verb.connector.ConnectorsInferCommand;
import com.opsatc.jobs.cli.verb.connector.ConnectorsListCommand;
import com.opsatc.jobs.cli.verb.connector.ConnectorsShowCommand;
import com.opsatc.jobs.cli.verb.demo.DemoCommand;
import com.opsatc.jobs.cli.verb.operate.DoctorCommand;
import com.opsatc.jobs.cli.verb.operate.ServeCommand;
import com.opsatc.jobs.cli.verb.operate.StopCommand;
import com.opsatc.jobs.cli.verb.operate.TokenCommand;
import com.opsatc.jobs.cli.verb.read.ContextCommand;
import com.opsatc.jobs.cli.verb.read.DiffCommand;
import com.opsatc.jobs.cli.verb.read.ExplainCommand;
import com.opsatc.jobs.cli.verb.read.ExportCommand;
import com.opsatc.jobs.cli.verb.read.ReadCommand;
import com.opsatc.jobs.cli.verb.read.ReportCommand;
import com.opsatc.jobs.cli.verb.read.RestatedCommand;
import com.opsatc.jobs.cli.verb.read.SliceCommand;
import com.opsatc.jobs.cli.verb.read.VerifyCommand;
import com.opsatc.jobs.cli.verb.run.RunCommand;
import com.opsatc.jobs.cli.verb.run.RunsCommand;
import com.opsatc.jobs.cli.verb.schedule.ScheduleCommand;
import com.opsatc.jobs.cli.verb.schedule.ScheduleExportCommand;
import com.opsatc.jobs.cli.verb.schedule.ScheduleListCommand;
import com.opsatc.jobs.cli.verb.schedule.ScheduleNextCommand;
import com.opsatc.jobs.cli.verb.schedule.ScheduleRunCommand;
import com.opsatc.jobs.cli.verb.telemetry.TelemetryCommand;
import com.opsatc.jobs.cli.verb.telemetry.TelemetryIngestCommand;
import com.opsatc.jobs.cli.verb.telemetry.TelemetryLedgerCommand;
import com.opsatc.jobs.cli.verb.telemetry.TelemetryManifestCommand;
import com.opsatc.jobs.cli.verb.telemetry.TelemetryReleaseCommand;
import com.opsatc.jobs.cli.verb.telemetry.TelemetrySimulateCommand;
import com.opsatc.jobs.cli.verb.telemetry.TelemetryViewCommand;
import com.opsatc.jobs.cli.verb.tenant.FileCommand;
import com.opsatc.jobs.cli.verb.tenant.FileListCommand;
import com.opsatc.jobs.cli.verb.tenant.FileRestoreCommand;
import com.opsatc.jobs.cli.verb.tenant.FileWithdrawCommand;
import com.opsatc.jobs.cli.verb.tenant.SourceAddCommand;
import com.opsatc.jobs.cli.verb.tenant.SourceCommand;
import com.opsatc.jobs.cli.verb.tenant.SourceListCommand;
import com.opsatc.jobs.cli.verb.tenant.SourceRemoveCommand;
import com.opsatc.jobs.cli.verb.tenant.TenantAddCommand;
import com.opsatc.jobs.cli.verb.tenant.TenantCommand;
import com.opsatc.jobs.cli.verb.tenant.TenantListCommand;
import com.opsatc.jobs.cli.verb.tenant.TenantRemoveCommand;
import com.opsatc.jobs.cli.verb.tenant.TenantSetCommand;
import com.opsatc.jobs.cli.verb.tenant.TenantShowCommand;
import com.opsatc.jobs.cli.verb.tenant.TenantSwitchCommand;
import com.opsatc.jobs.cli.view.Views;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/** Every verb of the command, in the order the help lists them; a new verb is a line here. */
final class Verbs {
    private Verbs() {}

    static List<Object> all(OpsatcCommand opsatc) {
        List<Object> verbs = new ArrayList<>();
        verbs.add(new DemoCommand(opsatc));
        verbs.add(new DoctorCommand(opsatc));
        verbs.add(new StopCommand(opsatc));
        verbs.add(group(
                new TenantCommand(),
                new TenantAddCommand(opsatc),
                new TenantListCommand(opsatc),
                new TenantShowCommand(opsatc),
                new TenantSetCommand(opsatc),
                new TenantSwitchCommand(opsatc),
                new TenantRemoveCommand(opsatc)));
        verbs.add(group(
                new SourceCommand(),
                new SourceAddCommand(opsatc),
                new SourceListCommand(opsatc),
                new SourceRemoveCommand(opsatc)));
        verbs.add(group(
                new FileCommand(),
                new FileListCommand(opsatc),
                new FileWithdrawCommand(opsatc),
                new FileRestoreCommand(opsatc)));
        verbs.add(group(
                new ConnectorsCommand(),
                new ConnectorsListCommand(opsatc),
                new ConnectorsShowCommand(opsatc),
                new ConnectorsInferCommand(opsatc)));
        verbs.add(new RunCommand(opsatc));
        verbs.add(new RunsCommand(opsatc));
        Views.ALL.forEach(view -> verbs.add(ReadCommand.of(opsatc, view)));
        verbs.add(new ContextCommand(opsatc));
        verbs.add(new ExplainCommand(opsatc));
        verbs.add(new SliceCommand(opsatc));
        verbs.add(new DiffCommand(opsatc));
        verbs.add(new RestatedCommand(opsatc));
        verbs.add(new ReportCommand(opsatc));
        verbs.add(new ExportCommand(opsatc));
        verbs.add(new VerifyCommand(opsatc));
        verbs.add(group(
                new AuditCommand(),
                new AuditListCommand(opsatc),
                new AuditVerifyCommand(opsatc),
                new AuditProveCommand(opsatc),
                new AuditExportCommand(opsatc),
                new AuditCheckCommand(opsatc),
                new AuditKeyCommand(opsatc),
                new AuditEraseCommand(opsatc)));
        verbs.add(new WitnessCommand(opsatc));
        verbs.add(new ServeCommand(opsatc));
        verbs.add(new TokenCommand(opsatc));
        verbs.add(group(
                new ScheduleCommand(),
                new ScheduleListCommand(opsatc),
                new ScheduleNextCommand(opsatc),
                new ScheduleRunCommand(opsatc),
                new ScheduleExportCommand(opsatc)));
        verbs.add(group(
                new TelemetryCommand(),
                new TelemetryIngestCommand(opsatc),
                new TelemetryReleaseCommand(opsatc),
                new TelemetryViewCommand(opsatc),
                new TelemetryLedgerCommand(opsatc),
                new TelemetryManifestCommand(opsatc),
                new TelemetrySimulateCommand(opsatc)));
        verbs.add(group(
                new BenchCommand(),
                new BenchMiningCommand(opsatc),
                new BenchNightCommand(opsatc),
                new BenchRunCommand(opsatc),
                new BenchTelemetryCommand(opsatc)));
        verbs.add(new GenerateCompletion());

        return List.copyOf(verbs);
    }

    /** A verb that has verbs of its own. */
    private static CommandLine group(Object command, Object... verbs) {
        CommandLine line = new CommandLine(command);
        for (Object verb : verbs) {
            line.addSubcommand(verb);
        }

        return line;
    }
}
