package com.opsatc.jobs.cli.verb.connector;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.ConnectorQuestion;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.host.child.ConnectorProcess;
import com.opsatc.jobs.host.child.Installation;
import java.util.List;
import java.util.TreeMap;

/**
 * Has the expressions of a connector of the user's own checked: columns, functions and types, in a process that knows Spark. The
 * installation's own were checked when it was built, and a run checks every connector again.
 */
final class OwnExpressions {
    private OwnExpressions() {}

    /** @throws PipelineException (configuration) listing all that is wrong with its file and line */
    static void require(OpsatcCommand opsatc, Connectors connectors, String id) {
        if (!connectors.isOwn(id)) {
            return;
        }

        String problems = new ConnectorProcess(
                        new Installation(opsatc.invocation().root()))
                .ask(new ConnectorQuestion(
                        opsatc.invocation().conf().toString(),
                        opsatc.ownConfiguration().toString(),
                        id,
                        List.of(),
                        new TreeMap<>()))
                .problems();
        if (!problems.isEmpty()) {
            throw new PipelineException(ErrorCode.CONFIGURATION, "Cannot use connector " + id + ": " + problems);
        }
    }
}
