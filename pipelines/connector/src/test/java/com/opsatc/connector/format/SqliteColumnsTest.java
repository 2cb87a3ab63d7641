package com.opsatc.connector.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SqliteColumnsTest {
    @Test
    void of_everyWayToQuoteAName_givesTheName() {
        assertThat(SqliteColumns.of("CREATE TABLE \"a(b\" (\n\"ocel_id\" TEXT,\n `x``y` TEXT, [two words] REAL,"
                        + " 'q' , plain DECIMAL(10, 2) DEFAULT ',)', PRIMARY KEY(`ocel_id`, \"plain\"),"
                        + " FOREIGN KEY(`q`) REFERENCES `event`(`ocel_id`))"))
                .isEqualTo(new SqliteColumns(List.of("ocel_id", "x`y", "two words", "q", "plain"), -1, false));
    }

    @Test
    void of_aKeyThatIsTheRowsNumber_isFound() {
        assertThat(SqliteColumns.of("CREATE TABLE t(a, id INTEGER PRIMARY KEY, primary_thing TEXT)"))
                .isEqualTo(new SqliteColumns(List.of("a", "id", "primary_thing"), 1, false));
        assertThat(SqliteColumns.of("CREATE TABLE t(id TEXT PRIMARY KEY) WITHOUT ROWID")
                        .withoutRowid())
                .isTrue();
        assertThat(SqliteColumns.of("CREATE TABLE t").names()).isEmpty();
    }
}
