package com.opsatc.process.run.input;

import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.quality.FileQuality;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names a run by what it means: tenant, logical date, every input with its date of delivery, the files refused or
 * withdrawn now, configuration,
 * definitions, code.
 *
 * <p>Same meaning, same id, whatever the order of arrival, the machine or the hour. Names of files count only for what they
 * tell: dates of deliveries, and which file lies under a name now. Each part is
 * preceded by its length, so that no two meanings share a text.
 */
final class RunIds {
    /** Long enough that two meanings never meet, short enough to be read out. */
    private static final int DIGITS = 24;

    private RunIds() {}

    /** What was meant apart from the date: equal means that another run would give the same figures. */
    static Sha256 meaning(
            TenantId tenant,
            Collection<RunManifest.Input> inputs,
            Collection<FileQuality> setAside,
            Sha256 configuration,
            List<DefinitionRef> definitions,
            String codeVersion) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            part(out, tenant.value());
            parts(out, inputs.stream().map(RunIds::text));
            parts(
                    out,
                    setAside.stream()
                            .map(file -> file.source() + "/" + file.stream() + "/" + file.file() + "/" + file.status()
                                    + "/" + file.reason()));
            part(out, configuration.hex());
            parts(out, definitions.stream().map(definition -> definition.id() + "@" + definition.version()));

            part(out, codeVersion);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        return Sha256.of(bytes.toByteArray());
    }

    static String runId(Sha256 meaning, LocalDate logicalDate) {
        return Sha256.of(meaning.hex() + " " + logicalDate).hex().substring(0, DIGITS);
    }

    /** A file's name is no part of what it means, but what names tell is: when it was delivered, what replaces it. */
    private static String text(RunManifest.Input input) {
        return input.source() + "/" + input.stream() + "/" + input.file() + "/" + input.delivered() + "/"
                + input.replacedBy();
    }

    /** Each text once, in an order of their own. */
    private static void parts(DataOutputStream out, Stream<String> texts) throws IOException {
        List<String> ordered = texts.distinct().sorted().toList();
        out.writeInt(ordered.size());
        for (String text : ordered) {
            part(out, text);
        }
    }

    private static void part(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
