package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.source.OpenedFile;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import com.opsatc.tenancy.tenant.TenantSources;
import com.opsatc.tenancy.tenant.WithdrawnFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code opsatc file withdraw FILE...}: leaves files out of all figures from the next run on. */
@Command(
        name = "withdraw",
        description =
                "Leaves files out of all figures from the next run on, as if they had never been delivered. Nothing is"
                        + " deleted: 'opsatc file restore' takes it back.")
public final class FileWithdrawCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileChoice choice;

    @Option(names = "--gone", description = "Every file that counts and is not in its extract any more.")
    private boolean gone;

    public FileWithdrawCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        if (choice.isEmpty() && !gone) {
            throw new ParameterException(spec.commandLine(), "Nothing to withdraw: name a file, or give --gone");
        }

        choice.change(opsatc, this::counting, WithdrawnFiles::withdraw, "Withdrew", "without");

        return 0;
    }

    private List<DeliveredFile> counting(TenantScope scope) {
        List<DeliveredFile> known = DeliveredFile.list(scope);

        return Stream.concat(choice.of(known).stream(), gone ? gone(scope, known).stream() : Stream.empty())
                .distinct()
                .toList();
    }

    private static List<DeliveredFile> gone(TenantScope scope, List<DeliveredFile> known) {
        Set<String> here = new HashSet<>();
        for (RunRequest.Source source : TenantSources.list(scope)) {
            ReadOnlySource door = ReadOnlySource.of(Path.of(source.path()));
            for (SourceFile file : door.files()) {
                here.add(source.source() + "/" + digest(door, file).hex());
            }
        }

        return known.stream()
                .filter(file -> file.status().equals(DeliveredFile.COUNTED))
                .filter(file -> !here.contains(file.source() + "/" + file.file().hex()))
                .toList();
    }

    private static Sha256 digest(ReadOnlySource door, SourceFile file) {
        MessageDigest sha = Sha256.digest();
        try (OpenedFile opened = door.open(file);
                InputStream in = opened.content();
                OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            in.transferTo(into);
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot tell which files are gone: " + file.name()
                            + " cannot be read; make it readable, or name the" + " files to withdraw",
                    e);
        }

        return Sha256.finish(sha);
    }
}
