package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.process.admit.read.StreamBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XesAdmissionTest {
    @TempDir
    private Path folder;

    @Test
    void admission_ofEventsOutsideTraces_keepsThemOutWithTheirReason() throws Exception {
        write(
                "a.xes",
                "<trace><string key=\"concept:name\" value=\"C1\"/>" + event(8) + event(9) + "</trace>" + event(10)
                        + event(11));

        Admitted admitted = Admitted.of("generic/xes", folder, Map.of());

        StreamBatch batch = admitted.batches().get("events");
        assertThat(admitted.files().get(0).read()).isEqualTo(4);
        assertThat(batch.accepted().count()).isEqualTo(2);
        assertThat(batch.quarantined().select("row", "reason").orderBy("row").collectAsList())
                .hasToString("[[3,outside-trace], [4,outside-trace]]");
    }

    @Test
    void cases_ofTracesWithoutAName_areNeverThoseOfAnotherFile() throws Exception {
        write("a.xes", "<trace>" + event(8) + "</trace><trace>" + event(9) + "</trace>");
        write("b.xes", "<trace>" + event(10) + "</trace>");
        write("copy of b.xes", "<trace>" + event(10) + "</trace>");

        Admitted admitted = Admitted.of("generic/xes", folder, Map.of());

        List<String> names = admitted.files().stream()
                .map(file -> "@" + file.digest().hex().substring(0, 12))
                .toList();
        assertThat(names.get(1)).isNotEqualTo(names.get(0)).isEqualTo(names.get(2));
        assertThat(admitted.events()
                        .select("case_id")
                        .as(org.apache.spark.sql.Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder(
                        "trace-1" + names.get(0), "trace-2" + names.get(0), "trace-1" + names.get(1));
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(folder.resolve(name), "<log>" + content + "</log>");
    }

    private static String event(int hour) {
        return "<event><string key=\"concept:name\" value=\"A\"/><date key=\"time:timestamp\" value=\"2026-01-05T"
                + (hour < 10 ? "0" : "") + hour + ":00:00Z\"/></event>";
    }
}
