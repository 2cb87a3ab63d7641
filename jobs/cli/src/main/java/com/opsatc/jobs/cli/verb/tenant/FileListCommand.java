package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc file list}. */
@Command(
        name = "list",
        description = "Lists the extract files that runs have seen: which count, and which are left out.")
public final class FileListCommand implements Callable<Integer> {
    private static final int SHORT_DIGEST = 12;

    private final OpsatcCommand opsatc;

    @Mixin
    private TenantOption which;

    @Mixin
    private Results results;

    public FileListCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, which.tenant(), Role.OPERATOR, Purpose.READ)) {
            opsatc.recordLook(scope);
            List<DeliveredFile> files = DeliveredFile.list(scope);
            results.write(
                    opsatc.terminal(),
                    files,
                    () -> new Table(
                            List.of(
                                    Column.text("source", "source"),
                                    Column.text("name", "file"),
                                    Column.text("status", "status"),
                                    Column.count("rows", "rows"),
                                    Column.text("sha256", "digest")),
                            files.stream()
                                    .map(file -> Table.row(
                                            file.source(),
                                            file.name(),
                                            file.status(),
                                            file.rows(),
                                            file.file().hex().substring(0, SHORT_DIGEST)))));

            return 0;
        }
    }
}
