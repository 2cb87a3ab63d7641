package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.WithdrawnFiles;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc file restore FILE...}: takes a withdrawal back. */
@Command(name = "restore", description = "Lets withdrawn files count again from the next run on.")
public final class FileRestoreCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileChoice choice;

    public FileRestoreCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        if (choice.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Nothing to restore: name a file");
        }

        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, choice.tenant(), Role.OPERATOR, Purpose.ADMINISTER)) {
            List<DeliveredFile> withdrawn = DeliveredFile.list(scope).stream()
                    .filter(file -> file.status().equals(DeliveredFile.WITHDRAWN))
                    .toList();
            List<DeliveredFile> files = choice.of(withdrawn);
            for (DeliveredFile file : files) {
                WithdrawnFiles.restore(
                        scope,
                        file.source(),
                        file.file(),
                        file.name(),
                        opsatc.invocation().clock().instant());
            }

            opsatc.terminal()
                    .err()
                    .println("Restored " + files.size() + (files.size() == 1 ? " file" : " files")
                            + ". The next run counts with: opsatc run --tenant " + choice.tenant());
        }

        return 0;
    }
}
