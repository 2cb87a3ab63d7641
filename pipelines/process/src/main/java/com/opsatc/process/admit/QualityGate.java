package com.opsatc.process.admit;

import com.opsatc.contract.QualityDocument.RuleOutcome;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The gate of a stream: rules as text, checked over its winners. A caller stops the run when one failed. */
public final class QualityGate {
    private QualityGate() {}

    /** Each rule of the text with its outcome, in the order of the text. */
    public static List<RuleOutcome> evaluate(String source, String stream, Dataset<Row> winners, String dqdl) {
        throw new UnsupportedOperationException(source + stream + winners + dqdl);
    }
}
