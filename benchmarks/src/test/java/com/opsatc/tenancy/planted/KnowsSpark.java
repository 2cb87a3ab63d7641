package com.opsatc.tenancy.planted;

/** Breaks the rule that Spark stays in the pipeline. */
class KnowsSpark {
    Class<?> known() {
        return org.apache.spark.sql.SparkSession.class;
    }
}
