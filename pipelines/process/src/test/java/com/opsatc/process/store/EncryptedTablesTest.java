package com.opsatc.process.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.process.testing.LocalSpark;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.iceberg.IcebergCatalog;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark's own path over a tenant's encrypted store: branches, merge, row-level deletes, expiry, and nothing in clear. */
class EncryptedTablesTest {
    private static final TenantId ACME = new TenantId("acme-corp");

    @TempDir
    Path directory;

    @Test
    void branch_mergeDeleteAndExpire_readBackFromTheEncryptedStore() throws IOException {
        SparkSession spark = LocalSpark.session();
        Home home = Home.create(directory.resolve("home"));
        try (Tenancy tenancy =
                Tenancy.open(home, RootKeys.of(directory.resolve("root.key").toString()))) {
            Tenants.of(tenancy).add(ACME, Region.LOCAL, ZoneId.of("UTC"), Instant.EPOCH);
            try (TenantScope scope = tenancy.open(ACME, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.RUN)) {
                IcebergCatalog.sparkProperties(scope)
                        .forEach((name, value) -> spark.conf().set(name, value));
                String table = IcebergCatalog.alias(ACME) + ".t.events";
                spark.sql("CREATE NAMESPACE " + IcebergCatalog.alias(ACME) + ".t");
                spark.sql("CREATE TABLE " + table
                        + " (id bigint, name string) USING iceberg PARTITIONED BY (bucket(4, id))"
                        + " TBLPROPERTIES ('format-version'='2', 'write.delete.mode'='merge-on-read')");
                spark.sql("ALTER TABLE " + table + " CREATE BRANCH a1");
                String branch = table + ".branch_a1";
                spark.range(0, 100_000)
                        .selectExpr("id", "concat('CANARY-', id) AS name")
                        .repartition(3)
                        .createOrReplaceTempView("incoming");
                spark.sql("INSERT INTO " + branch + " SELECT * FROM incoming");
                spark.sql("MERGE INTO " + branch
                        + " t USING (SELECT id + 99990 AS id, name FROM incoming WHERE id < 20) s"
                        + " ON t.id = s.id WHEN MATCHED THEN UPDATE SET name = 'CANARY-merged'"
                        + " WHEN NOT MATCHED THEN INSERT *");
                spark.sql("DELETE FROM " + branch + " WHERE id = 7");
                assertThat(spark.sql("SELECT count(*), count_if(name = 'CANARY-merged'), sum(id) FROM " + branch)
                                .collectAsList()
                                .toString())
                        .isEqualTo("[[100009,10,5000950038]]");
                assertThat(spark.table(table).count()).isZero();
                spark.sql("CALL " + IcebergCatalog.alias(ACME) + ".system.expire_snapshots(table => 't.events',"
                        + " older_than => TIMESTAMP '2100-01-01 00:00:00', retain_last => 1)");
                assertThat(spark.table(branch).count()).isEqualTo(100_009);
            } finally {
                tenancy.stopServer();
            }
        }

        try (Stream<Path> stored = Files.walk(home.tenants())) {
            List<Path> files = stored.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThan(10);
            for (Path file : files) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .startsWith("OPSATC")
                        .doesNotContain("CANARY", "PAR1");
            }
        }
    }
}
