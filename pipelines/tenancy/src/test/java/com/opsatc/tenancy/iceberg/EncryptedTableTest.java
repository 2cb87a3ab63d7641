package com.opsatc.tenancy.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.scope.Platforms;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.store.StoreLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

/** Iceberg's own API over the encrypted store: catalog, metadata, manifests and Parquet data. */
class EncryptedTableTest {
    private static final Schema SCHEMA = new Schema(
            Types.NestedField.required(1, "id", Types.LongType.get()),
            Types.NestedField.required(2, "name_CANARY", Types.StringType.get()));
    private static final TableIdentifier EVENTS = TableIdentifier.of("t", "events");

    @Test
    void append_twice_readsBackAllRowsAndStoresNoneInClear() throws IOException {
        TenantId tenant = Platforms.tenant();
        try (TenantScope scope = Platforms.scope(tenant, Purpose.RUN);
                JdbcCatalog catalog = catalog(scope)) {
            catalog.createNamespace(Namespace.of("t"));
            Table table = catalog.createTable(EVENTS, SCHEMA);
            append(table, 0, 1000);
            append(table, 1000, 3000);
            table.manageSnapshots()
                    .createTag("head-1", table.currentSnapshot().snapshotId())
                    .commit();

            Table again = catalog.loadTable(EVENTS);
            assertThat(ids(again)).hasSize(3000).startsWith(0L).endsWith(2999L);
            assertThat(again.location()).isEqualTo("opsatc://" + tenant + "/tables/t/events");
            assertThat(catalog.listTables(Namespace.of("t"))).containsExactly(EVENTS);
        }

        try (Stream<Path> stored = Files.walk(Platforms.shared().home().tenant(tenant))) {
            List<Path> files = stored.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThan(8);
            for (Path file : files) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).startsWith("OPSATC").doesNotContain("CANARY", "PAR1", "schema");
            }
        }
    }

    @Test
    void load_secondTenant_seesNeitherTableNorFiles() throws IOException {
        try (TenantScope scope = Platforms.scope(Platforms.tenant(), Purpose.RUN);
                TenantScope other = Platforms.scope(Platforms.tenant(), Purpose.RUN);
                JdbcCatalog catalog = catalog(scope);
                JdbcCatalog foreign = catalog(other)) {
            catalog.createNamespace(Namespace.of("t"));
            Table table = catalog.createTable(EVENTS, SCHEMA);
            append(table, 0, 10);
            assertThat(foreign.tableExists(EVENTS)).isFalse();
            assertThat(foreign.listNamespaces()).isEmpty();

            String data = table.newScan().planFiles().iterator().next().file().location();
            EncryptedFileIO io = new EncryptedFileIO();
            io.initialize(IcebergCatalog.properties(other));
            assertThatThrownBy(() -> io.newInputFile(data))
                    .hasMessage("Cannot use a table file of tenant " + other.tenant()
                            + ": its location is outside the tenant's store");
        }
    }

    @Test
    void read_tamperedManifest_failsTheScan() throws IOException {
        TenantId tenant = Platforms.tenant();
        try (TenantScope scope = Platforms.scope(tenant, Purpose.RUN);
                JdbcCatalog catalog = catalog(scope)) {
            catalog.createNamespace(Namespace.of("t"));
            Table table = catalog.createTable(EVENTS, SCHEMA);
            append(table, 0, 10);
            String location = table.currentSnapshot().manifestListLocation();
            Path file = Platforms.shared().home().tenant(tenant).resolve(StoreLocation.relative(tenant, location));
            byte[] stored = Files.readAllBytes(file);
            stored[stored.length / 2] ^= 1;
            Files.write(file, stored);
            assertThatThrownBy(() -> ids(catalog.loadTable(EVENTS)))
                    .hasMessageContaining("it was altered, cut, extended or moved after it was written");
        }
    }

    @Test
    void drop_withPurge_leavesNoFile() throws IOException {
        TenantId tenant = Platforms.tenant();
        try (TenantScope scope = Platforms.scope(tenant, Purpose.RUN);
                JdbcCatalog catalog = catalog(scope)) {
            catalog.createNamespace(Namespace.of("t"));
            append(catalog.createTable(EVENTS, SCHEMA), 0, 10);
            assertThat(scope.store().list("tables")).isNotEmpty();
            assertThat(catalog.dropTable(EVENTS, true)).isTrue();
            assertThat(scope.store().list("tables")).isEmpty();
        }
    }

    private static JdbcCatalog catalog(TenantScope scope) {
        JdbcCatalog catalog = new JdbcCatalog();
        catalog.initialize(IcebergCatalog.alias(scope.tenant()), IcebergCatalog.properties(scope));
        return catalog;
    }

    private static void append(Table table, long from, long to) throws IOException {
        String location = table.locationProvider().newDataLocation("rows-" + from + ".parquet");
        DataWriter<Record> writer = Parquet.writeData(table.io().newOutputFile(location))
                .schema(SCHEMA)
                .createWriterFunc(GenericParquetWriter::create)
                .withSpec(PartitionSpec.unpartitioned())
                .build();
        try (writer) {
            for (long id = from; id < to; id++) {
                Record row = GenericRecord.create(SCHEMA);
                row.setField("id", id);
                row.setField("name_CANARY", "CANARY-" + id);
                writer.write(row);
            }
        }
        DataFile file = writer.toDataFile();
        assertThat(file.fileSizeInBytes())
                .isEqualTo(table.io().newInputFile(location).getLength());
        table.newAppend().appendFile(file).commit();
    }

    private static List<Long> ids(Table table) throws IOException {
        List<Long> ids = new ArrayList<>();
        try (CloseableIterable<Record> rows = IcebergGenerics.read(table).build()) {
            for (Record row : rows) {
                ids.add((Long) row.getField("id"));
            }
        }
        return ids.stream().sorted().toList();
    }
}
