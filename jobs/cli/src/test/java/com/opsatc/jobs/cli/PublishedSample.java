package com.opsatc.jobs.cli;

import com.opsatc.contract.id.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A tenant that published the sample's documents, once for all tests of a JVM, and the commands that read it. */
public record PublishedSample(TestHome home) {
    static final TenantId TENANT = new TenantId("readers");
    public static final Map<String, byte[]> DOCUMENTS = new SamplePublication(TENANT).documents();

    private static boolean published;

    /** In the home that all tests of a JVM share. */
    public static synchronized PublishedSample in(TestHome home) {
        if (!published) {
            Publisher.publish(home, TENANT, DOCUMENTS);
            published = true;
        }

        return new PublishedSample(home);
    }

    CommandRun run(String... arguments) {
        return home.start().run(arguments);
    }

    public CommandRun read(String verb, String... more) {
        String[] all = new String[more.length + 3];
        all[0] = verb;
        all[1] = "--tenant";
        all[2] = TENANT.value();
        System.arraycopy(more, 0, all, 3, more.length);

        return run(all);
    }

    public List<String> exports() throws IOException {
        Path log = home.home().resolve("logs/exports.log");

        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }
}
