package com.opsatc.process.admit.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import com.opsatc.process.admit.Admitted;
import com.opsatc.process.admit.read.AdmissionTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rows that events cite are called: by the names of the columns of the declared key, and by typed values. */
final class CitedKeysTest {
    private static final String ROWS = """
            Id,Quantity,Due,Day,Time,Kind,Note
            7,1.50,20240229,20240102,030405,public,x
            SEVEN,2.000,20240301,20240102,030405,public,x
            """.replace("SEVEN", "7".repeat(300));

    @TempDir
    private Path folder;

    @Test
    void of_keyOfSeveralTypes_saysHeadersAndCanonicalValuesAndCutsWhatIsLong() throws Exception {
        assertThat(keys(AdmissionTest.CONNECTOR.replace("key: [id]", "key: [quantity, due, id]")))
                .containsExactly(
                        "Quantity 1.5 / Due 2024-02-29 / Id 7",
                        ("Quantity 2 / Due 2024-03-01 / Id " + "7".repeat(300)).substring(0, 200));
    }

    @Test
    void of_keyWithAColumnThatNamesAPerson_isNone() throws Exception {
        String person = AdmissionTest.CONNECTOR
                .replace("key: [id]", "key: [id, due]")
                .replace("type: string, required: true", "type: string, classification: pii, required: true");

        assertThat(keys(person)).containsExactly(null, null);
    }

    @Test
    void of_streamWithoutADeclaredKey_isNone() throws Exception {
        assertThat(keys(AdmissionTest.CONNECTOR.replace("    key: [id]\n    cursor: changed\n", "")))
                .containsExactly(null, null);
    }

    /** A column of the extract that is named as the column of keys is read as it stands, and is not taken for one. */
    @Test
    void of_columnNamedKey_isAColumnLikeOthers() throws Exception {
        String named = AdmissionTest.CONNECTOR
                .replace("key: [id]", "key: [key]")
                .replace("      id: {", "      key: {")
                .replace("case: id", "case: key");

        Admitted admitted = admitted(named);

        assertThat(admitted.events().orderBy("row").select("case_id", "key").collectAsList().stream()
                        .map(Row::toString))
                .startsWith("[7,Id 7]");
    }

    private List<String> keys(String connector) throws Exception {
        return admitted(connector).events().orderBy("row").select("key").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private Admitted admitted(String connector) throws Exception {
        Files.writeString(folder.resolve("a.csv"), ROWS);
        return Admitted.of(Connectors.parse(connector), folder, Map.of());
    }
}
