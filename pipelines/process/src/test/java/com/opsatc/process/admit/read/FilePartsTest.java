package com.opsatc.process.admit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file is read in parts by several tasks at once. */
final class FilePartsTest {
    @TempDir
    private Path folder;

    @Test
    void of_files_haveAsManyPartsAsAreWorthIt() throws IOException {
        assertThat(parts(0, 8)).containsExactly("0-0");
        assertThat(parts(99_999, 8)).containsExactly("0-99999");
        assertThat(parts(100_001, 8)).containsExactly("0-50000", "50000-100001");
        assertThat(parts(1_000_000, 3)).containsExactly("0-333333", "333333-666666", "666666-1000000");
        assertThat(parts(1_000_000, 64)).hasSize(4);
    }

    @Test
    void rows_ofAllParts_areEachRowOnceInOrder() throws IOException {
        ExtractFile file = inspected(11);
        TypedRows types = types();
        for (int[] bounds : new int[][] {{0, 11}, {0, 0, 11}, {0, 4, 11}, {0, 1, 2, 10, 11}}) {
            List<Long> rows = new ArrayList<>();
            for (int i = 0; i + 1 < bounds.length; i++) {
                new FileRows(types)
                        .call(part(file, bounds[i], bounds[i + 1]))
                        .forEachRemaining(
                                row -> rows.add(row.getAs(types.schema().fieldIndex("_row"))));
            }

            assertThat(rows)
                    .isEqualTo(
                            IntStream.rangeClosed(1, 11).mapToObj(Long::valueOf).toList());
        }
    }

    /** Also in a part that ends before the change. */
    @Test
    void rows_fileThatGrewSinceItWasInspected_fail() throws IOException {
        ExtractFile file = inspected(11);
        Files.writeString(folder.resolve("a.csv"), "12,Close,2026-01-12T00:00:00Z\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> new FileRows(types()).call(part(file, 0, 4)).forEachRemaining(row -> {}))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("its bytes changed after it was inspected");
    }

    private List<String> parts(long rows, int atOnce) throws IOException {
        ExtractFile few = inspected(1);
        ExtractFile file = new ExtractFile(
                few.source(), few.stream(), few.digest(), few.file(), rows, false, false, few.status(), null);
        return FileTask.of(source(), file, atOnce)
                .map(part -> part.after() + "-" + part.upTo())
                .toList();
    }

    private FileTask part(ExtractFile file, long after, long upTo) {
        FileTask whole = FileTask.of(source(), file, 1).findFirst().orElseThrow();
        return new FileTask(
                whole.root(), whole.path(), whole.name(), whole.bytes(), whole.identity(), whole.digest(), after, upTo);
    }

    private ExtractFile inspected(int rows) throws IOException {
        StringBuilder text = new StringBuilder("case,activity,at\n");
        for (int row = 1; row <= rows; row++) {
            text.append(row).append(",Close,2026-01-").append(10 + row).append("T00:00:00Z\n");
        }

        Files.writeString(folder.resolve("a.csv"), text);
        return Inventory.inspect(source(), KnownFiles.NONE, ProgressSink.NONE).get(0);
    }

    private TypedRows types() {
        return new TypedRows(
                source().connector().stream("events"),
                source().zone(),
                source().connector().times());
    }

    private SourceSpec source() {
        return new SourceSpec("source", Connectors.parse(CONNECTOR), folder, ZoneOffset.UTC, Map.of());
    }

    private static final String CONNECTOR = """
        id: test/parts
        version: 1
        system: test
        process: parts
        title: Parts
        description: Events.
        settings: {}
        case-notion: case
        streams:
          events:
            description: A row for each event.
            files: "*.csv"
            format: csv
            columns:
              case_id: {from: case, type: string, required: true, description: Case.}
              activity: {from: activity, type: string, required: true, description: Activity.}
              at: {from: at, type: instant, required: true, description: When.}
        events:
          - {stream: events, case: case_id, activity: activity, time: at}
        """;
}
