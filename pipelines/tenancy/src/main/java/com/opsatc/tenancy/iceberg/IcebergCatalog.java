package com.opsatc.tenancy.iceberg;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.store.StoreLocation;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tenant's catalog: Iceberg's JdbcCatalog on the platform database, under a name of its own. */
public final class IcebergCatalog {
    private IcebergCatalog() {}

    /** The catalog's name in a session. */
    public static String alias(TenantId tenant) {
        return StoreLocation.catalog(tenant);
    }

    /** The properties of the catalog itself; none is a secret. */
    public static SortedMap<String, String> properties(TenantScope scope) {
        TreeMap<String, String> properties = new TreeMap<>();
        properties.put("uri", scope.databaseUrl());
        properties.put("warehouse", StoreLocation.warehouse(scope.tenant()));
        properties.put("io-impl", EncryptedFileIO.class.getName());
        properties.put("metrics-reporter-impl", ScanCounts.class.getName());
        properties.put(EncryptedFileIO.KEY_REFERENCE, scope.keyReference());
        properties.put(EncryptedFileIO.TENANT, scope.tenant().value());
        properties.put("jdbc.schema-version", "V1");
        properties.put("jdbc.init-catalog-tables", "false"); // the migrations made them
        scope.databaseProperties().forEach((name, value) -> properties.put("jdbc." + name, value));
        return properties;
    }

    /** What a Spark session's configuration needs for {@link #alias}; none is a secret. */
    public static SortedMap<String, String> sparkProperties(TenantScope scope) {
        String catalog = "spark.sql.catalog." + alias(scope.tenant());
        TreeMap<String, String> properties = new TreeMap<>();
        properties.put(catalog, "org.apache.iceberg.spark.SparkCatalog");
        properties.put(catalog + ".catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog");
        properties.put(catalog + ".cache-enabled", "false");
        properties(scope).forEach((name, value) -> properties.put(catalog + "." + name, value));
        return properties;
    }
}
