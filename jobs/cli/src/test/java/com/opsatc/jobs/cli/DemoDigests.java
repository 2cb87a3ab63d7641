package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the demo's tenants published, by its digest, against the list in the repository: nothing that readers are shown changes
 * unnoticed. A run's id hangs on configuration and code, and the version is the build's, so both are made blank first.
 */
final class DemoDigests {
    private static final Path LIST = Path.of(
            System.getProperty("opsatc.root"), "jobs/cli/src/test/resources/com/opsatc/jobs/cli/demo-documents.sha256");
    private static final String RENEW = "opsatc.write.digests";

    private DemoDigests() {}

    /** Requires that the documents are the listed ones; writes the list instead where the user asks for it. */
    static void require(TestHome home) throws IOException {
        Map<String, String> found = of(home);
        if (Boolean.getBoolean(RENEW)) {
            Files.createDirectories(LIST.getParent());
            Files.writeString(LIST, text(found));
        }

        Map<String, String> listed = new TreeMap<>();
        Files.readAllLines(LIST).forEach(line -> listed.put(line.substring(66), line.substring(0, 64)));
        TreeSet<String> changed = new TreeSet<>(found.keySet());
        changed.addAll(listed.keySet());
        changed.removeIf(name -> found.getOrDefault(name, "").equals(listed.get(name)));

        assertThat(changed)
                .as(
                        "documents of the demo that are new, gone, or have other bytes than %s lists. If a change is meant,"
                                + " run this test with -D%s=true, look at what changed, and say in the commit why it did",
                        LIST.getFileName(), RENEW)
                .isEmpty();
    }

    private static Map<String, String> of(TestHome home) {
        Map<String, String> digests = new TreeMap<>();
        try (Tenancy tenancy = home.open()) {
            List<TenantId> tenants = Tenants.of(tenancy).list().stream()
                    .map(tenant -> tenant.id())
                    .toList();
            for (TenantId tenant : tenants) {
                try (TenantScope scope =
                        tenancy.open(tenant, new Actor("tester"), Role.ANALYST, Source.TEST, Purpose.READ)) {
                    Published published = Published.current(scope).orElseThrow();
                    for (RunManifest.Document document : published.manifest().documents()) {
                        byte[] bytes = blank(published.document(document.name()), published.manifest());
                        digests.put(
                                tenant + "/" + document.name(), Sha256.of(bytes).toString());
                    }
                }
            }
        }

        assertThat(digests).hasSizeGreaterThan(20);
        return digests;
    }

    private static byte[] blank(byte[] bytes, RunManifest manifest) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(manifest.runId(), "RUN")
                .replace(manifest.codeVersion(), "VERSION")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(Map<String, String> digests) {
        StringBuilder text = new StringBuilder();
        digests.forEach(
                (name, digest) -> text.append(digest).append("  ").append(name).append('\n'));

        return text.toString();
    }
}
