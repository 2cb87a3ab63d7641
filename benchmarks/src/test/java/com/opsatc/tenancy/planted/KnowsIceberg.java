package com.opsatc.tenancy.planted;

/** Breaks the rule that Iceberg stays behind the catalog and in the pipeline. */
class KnowsIceberg {
    Class<?> known() {
        return org.apache.iceberg.Table.class;
    }
}
