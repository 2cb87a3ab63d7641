package com.opsatc.process.mine;

import com.opsatc.kernel.log.EventBlocks;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.CaseVisitor;
import com.opsatc.kernel.visit.PassResults;
import com.opsatc.kernel.visit.PassState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.JavaConverters;

/**
 * Reads a stored view once, of recorded events or of activity instances, and gives it to all measures of a pass.
 *
 * <p>Column batches are taken from the scan itself, below the row conversion that Spark puts on top, which is a
 * developer-level interface and therefore used nowhere else; where a plan has no such node, rows give the same result.
 */
public final class ViewPass {
    private ViewPass() {}

    /**
     * @param view a stored view, whole: rows as the table has them, in splits of any size
     * @param classified whether the pass wants codes of activities with their transitions, too
     */
    public static PassResults over(Dataset<Row> view, boolean classified, CasePass pass) {
        Dataset<Row> needed = needed(view, classified);
        SparkPlan physical = columnar(needed.queryExecution().executedPlan());
        if (physical == null) {
            return overRows(view, classified, pass);
        }

        ViewOrdinals ordinals = ViewOrdinals.of(names(physical));
        RDD<ColumnarBatch> batches = physical.executeColumnar();
        return finish(
                pass,
                batches.toJavaRDD()
                        .mapPartitions((FlatMapFunction<Iterator<ColumnarBatch>, byte[]>)
                                task -> visited(new BatchBlocks(task, ordinals), pass))
                        .collect());
    }

    /** As {@link #over}, over rows. */
    static PassResults overRows(Dataset<Row> view, boolean classified, CasePass pass) {
        Dataset<Row> needed = needed(view, classified);
        ViewOrdinals ordinals = ViewOrdinals.of(List.of(needed.columns()));
        RDD<InternalRow> rows = needed.queryExecution().toRdd();
        return finish(
                pass,
                rows.toJavaRDD()
                        .mapPartitions((FlatMapFunction<Iterator<InternalRow>, byte[]>)
                                task -> visited(new RowBlocks(task, ordinals), pass))
                        .collect());
    }

    private static Dataset<Row> needed(Dataset<Row> view, boolean classified) {
        return view.select(ViewOrdinals.columns(List.of(view.columns()), classified).stream()
                .map(functions::col)
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    private static Iterator<byte[]> visited(EventBlocks blocks, CasePass pass) {
        CaseVisitor visitor = new CaseVisitor(pass);
        visitor.visit(blocks);
        return List.of(visitor.state().toBytes()).iterator();
    }

    private static PassResults finish(CasePass pass, List<byte[]> states) {
        Stream<PassState> parts = states.parallelStream().map(bytes -> PassState.fromBytes(pass, bytes));
        return PassState.mergeAll(
                        Stream.concat(Stream.of(PassState.empty(pass)), parts).toList())
                .finish();
    }

    private static SparkPlan columnar(SparkPlan plan) {
        SparkPlan node = plan;
        while (!node.supportsColumnar()) {
            if (node.children().size() != 1) {
                return null;
            }

            node = node.children().head();
        }

        return node;
    }

    private static List<String> names(SparkPlan plan) {
        List<String> names = new ArrayList<>();
        for (Attribute attribute :
                JavaConverters.seqAsJavaListConverter(plan.output()).asJava()) {
            names.add(attribute.name());
        }

        return names;
    }
}
