package com.opsatc.jobs.cli;

import com.opsatc.contract.id.TenantId;
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

    /** What passed a gate so far: number, gate, tenant, document, digest, format. */
    public List<String> exports() {
        return home.exports(TENANT);
    }
}
