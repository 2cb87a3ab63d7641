package com.opsatc.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.Arrays;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service is small because it can do little: nothing that computes or stores tables is within its reach. */
final class ServiceClassPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.spark.SparkContext",
                "org.apache.spark.sql.SparkSession",
                "org.apache.iceberg.Table",
                "org.apache.hadoop.fs.FileSystem",
                "com.amazon.deequ.VerificationSuite",
                "scala.Option"
            })
    void classPath_ofTheService_hasNoEngine(String engine) {
        assertThatThrownBy(() -> Class.forName(engine, false, ServiceClassPathTest.class.getClassLoader()))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void classPath_ofTheService_holdsNoPackageOfAnEngine() throws Exception {
        for (String folder : new String[] {"org/apache/spark", "org/apache/iceberg", "scala"}) {
            Enumeration<?> found = ServiceClassPathTest.class.getClassLoader().getResources(folder);
            assertThat(found.hasMoreElements()).as(folder).isFalse();
        }
        assertThat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)))
                .noneMatch(entry -> entry.contains("spark-") || entry.contains("iceberg-"));
    }
}
