package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.text.Nearest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.WithdrawnFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of a verb that is about files: the tenant, and each file by name or by the first digits of its digest. */
final class FileChoice {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{8,64}");

    @Mixin
    private TenantOption which;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "The file's name, or at least 8 digits of its SHA-256, as 'opsatc file list' shows them.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--source-name",
            paramLabel = "NAME",
            description = "Which source's, where several have such a file.")
    private String source;

    TenantId tenant() {
        return which.tenant();
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** What a verb does to each file; the arguments are those of {@link WithdrawnFiles}. */
    @FunctionalInterface
    interface Change {
        void make(TenantScope scope, String source, Sha256 file, String name, Instant at);
    }

    /**
     * Changes whether files count.
     *
     * @param chosen the files, found in the tenant's scope
     * @param done what was done, as the sentence about it begins
     * @param counts with or without them, as the next run counts
     */
    void change(
            OpsatcCommand opsatc,
            Function<TenantScope, List<DeliveredFile>> chosen,
            Change change,
            String done,
            String counts) {
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, tenant(), Role.OPERATOR, Purpose.ADMINISTER)) {
            List<DeliveredFile> files = chosen.apply(scope);
            for (DeliveredFile file : files) {
                change.make(
                        scope,
                        file.source(),
                        file.file(),
                        file.name(),
                        opsatc.invocation().clock().instant());
            }

            opsatc.terminal()
                    .err()
                    .println(done + " " + files.size() + (files.size() == 1 ? " file" : " files")
                            + ". The next run counts " + counts + ": opsatc run --tenant " + tenant());
        }
    }

    /**
     * The files that the user named.
     *
     * @throws PipelineException when none has a name, or several have
     */
    List<DeliveredFile> of(List<DeliveredFile> known) {
        List<DeliveredFile> candidates = known.stream()
                .filter(file -> source == null || file.source().equals(source))
                .toList();
        return names.stream().map(name -> one(name, candidates)).distinct().toList();
    }

    private DeliveredFile one(String name, List<DeliveredFile> candidates) {
        List<DeliveredFile> found =
                candidates.stream().filter(file -> isNamed(file, name)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }

        String list = "'opsatc file list --tenant " + tenant() + "'";
        if (found.isEmpty()) {
            Set<String> near = candidates.stream().map(DeliveredFile::name).collect(Collectors.toSet());
            List<String> nearest = Nearest.of(name, near);
            throw new PipelineException(
                    ErrorCode.NOT_FOUND,
                    "Tenant " + tenant() + " has no such file"
                            + (nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?") + "; "
                            + list + " lists them");
        }

        throw new PipelineException(
                ErrorCode.CONFIGURATION,
                "Tenant " + tenant() + " has " + found.size() + " files of that name; give the digits of one: "
                        + found.stream()
                                .map(file ->
                                        file.source() + " " + file.file().hex().substring(0, 12))
                                .collect(Collectors.joining(", ")));
    }

    private static boolean isNamed(DeliveredFile file, String name) {
        return file.name().equals(name)
                || (DIGEST.matcher(name).matches() && file.file().hex().startsWith(name.toLowerCase(Locale.ROOT)));
    }
}
