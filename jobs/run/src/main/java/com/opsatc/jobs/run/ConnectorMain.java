package com.opsatc.jobs.run;

import com.opsatc.connector.Connectors;
import com.opsatc.connector.infer.Infer;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.pipe.MessageWriter;
import com.opsatc.contract.pipe.ParentWatch;
import com.opsatc.contract.pipe.RequestReader;
import com.opsatc.contract.run.ConnectorAnswer;
import com.opsatc.contract.run.ConnectorQuestion;
import com.opsatc.contract.run.RunMessage;
import com.opsatc.process.admit.map.ConnectorExpressions;
import com.opsatc.process.admit.parquet.ParquetSample;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Main class of a question about connectors: the question comes on standard input, the answer goes to standard output as one
 * JSON message. It starts no Spark session, and knows no tenant and no key.
 */
public final class ConnectorMain {
    private ConnectorMain() {}

    public static void main(String[] arguments) {
        PrintStream messages = System.out;
        System.setOut(System.err);
        System.exit(answer(System.in, new MessageWriter(messages, System::nanoTime)));
    }

    /** Answers one question. Returns the exit code; never throws. */
    static int answer(InputStream in, MessageWriter writer) {
        try {
            ConnectorQuestion question = RequestReader.read(in, ConnectorQuestion.class);
            ParentWatch.start(in, () -> Runtime.getRuntime().halt(ErrorCode.INTERRUPTED.exitCode()));
            writer.end(RunMessage.of(answer(question)));
            return 0;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            PipelineException known = RunFailure.of(e);
            writer.failure(known.code(), known.getMessage());
            return known.code().exitCode();
        }
    }

    private static ConnectorAnswer answer(ConnectorQuestion question) {
        if (question.connector() == null) {
            return new ConnectorAnswer(
                    /* problems= */ "",
                    Infer.draft(
                            question.files().stream().map(Path::of).toList(),
                            question.declared(),
                            file -> ParquetSample.of(file, Infer.ROWS)));
        }

        Connectors connectors =
                Connectors.load(Path.of(question.configuration()), Path.of(question.ownConfiguration()));
        String id = question.connector();
        return new ConnectorAnswer(
                connectors.described(id, ConnectorExpressions.problems(connectors.require(id))), /* draft= */ "");
    }
}
