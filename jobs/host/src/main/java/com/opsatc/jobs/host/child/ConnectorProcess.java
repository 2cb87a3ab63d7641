package com.opsatc.jobs.host.child;

import com.opsatc.contract.run.ConnectorAnswer;
import com.opsatc.contract.run.ConnectorQuestion;
import com.opsatc.tenancy.home.PassingFolder;

/**
 * Answers a question about connectors in a process of its own, where Spark's libraries are. It gets no scope and no key, and
 * needs no home.
 */
public final class ConnectorProcess {
    private static final int MEMORY_MEBI = 1024;

    private final Installation installation;

    public ConnectorProcess(Installation installation) {
        this.installation = installation;
    }

    /** Asks, and waits for the answer. A failure of the child is thrown with its own code and message. */
    public ConnectorAnswer ask(ConnectorQuestion question) {
        ChildJvm jvm = new ChildJvm(ChildProgram.connectors(installation), 0, ChildLimits.of(MEMORY_MEBI), 1);
        try (PassingFolder folder = PassingFolder.create("connectors")) {
            return new ChildProcess(jvm, folder.path().resolve("log"), "nothing was changed")
                    .run(folder.path().resolve("work"), out -> {}, question, event -> {})
                    .connector();
        }
    }
}
