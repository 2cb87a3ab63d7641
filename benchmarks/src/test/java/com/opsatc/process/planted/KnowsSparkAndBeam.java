package com.opsatc.process.planted;

/** Breaks the rule that no class mixes the two engines. */
class KnowsSparkAndBeam {
    Class<?> spark() {
        return org.apache.spark.sql.SparkSession.class;
    }

    Class<?> beam() {
        return org.apache.beam.planted.Transform.class;
    }
}
