package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.jobs.cli.command.OpsatcCommand;
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

        choice.change(opsatc, this::withdrawn, WithdrawnFiles::restore, "Restored", "with");

        return 0;
    }

    private List<DeliveredFile> withdrawn(TenantScope scope) {
        return choice.of(DeliveredFile.list(scope).stream()
                .filter(file -> file.status().equals(DeliveredFile.WITHDRAWN))
                .toList());
    }
}
