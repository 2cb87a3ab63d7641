package com.opsatc.process.admit.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.FakeV2SessionCatalog$;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.connector.catalog.CatalogManager;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.runtime.AbstractFunction0;

/**
 * The type that Spark gives an expression, found by its own analyser without a session, so that a question about a connector
 * takes no longer than it must. Arithmetic is ANSI, as in a run.
 */
public final class ExpressionTypes {
    private final SQLConf conf = new SQLConf();
    private final Analyzer analyzer;

    public ExpressionTypes() {
        conf.setConfString("spark.sql.ansi.enabled", "true");
        conf.setConfString("spark.sql.session.timeZone", "UTC");
        analyzer = under(() -> new Analyzer(new CatalogManager(
                FakeV2SessionCatalog$.MODULE$,
                new SessionCatalog(
                        new InMemoryCatalog(new SparkConf(false), new Configuration(false)),
                        FunctionRegistry$.MODULE$.builtin()))));
    }

    /** @param problem why the expression has no type; null where it has one */
    public record Found(DataType type, String problem) {}

    /** @param expression one that {@link RowExpressions} passes */
    public Found of(String expression, StructType columns) {
        return under(() -> {
            try {
                LogicalPlan plan = analyzer.execute(project(expression, columns));
                analyzer.checkAnalysis(plan);
                return new Found(plan.schema().fields()[0].dataType(), /* problem= */ null);
            } catch (Exception e) {
                if ((Object) e instanceof AnalysisException refused) {
                    return new Found(/* type= */ null, sentence(refused.getMessage()));
                }

                throw e;
            }
        });
    }

    /** Without the library's own code, position and advice, which mean nothing to who wrote a connector. */
    private static String sentence(String message) {
        return message.replaceFirst("^\\[[A-Z0-9_.]+] ", "")
                .replaceFirst("(?s); ?line [0-9]+,? pos [0-9]+.*", "")
                .replaceFirst("(?s) Please, refer to .*", "")
                .strip()
                .replaceFirst("\\.$", "");
    }

    @SuppressWarnings("unchecked")
    private static LogicalPlan project(String expression, StructType columns) {
        Expression parsed = CatalystSqlParser$.MODULE$.parseExpression(expression);
        Seq<Attribute> attributes = (Seq<Attribute>) (Seq<?>) DataTypeUtils.toAttributes(columns);
        NamedExpression named = new Alias(parsed, "value", NamedExpression.newExprId(), none(), Option.empty(), none());
        return new Project(
                JavaConverters.asScalaBuffer(new ArrayList<>(List.of(named))).toSeq(),
                new LocalRelation(
                        attributes,
                        JavaConverters.asScalaBuffer(new ArrayList<InternalRow>())
                                .toSeq(),
                        /* isStreaming= */ false));
    }

    private static Seq<String> none() {
        return JavaConverters.asScalaBuffer(new ArrayList<String>()).toSeq();
    }

    private <T> T under(Supplier<T> work) {
        return SQLConf.withExistingConf(conf, new AbstractFunction0<T>() {
            @Override
            public T apply() {
                return work.get();
            }
        });
    }
}
