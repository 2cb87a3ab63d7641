package com.opsatc.telemetry.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.testing.Found;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.SampleManifests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NezhaSpansTest {
    private static final String HEADER =
            "TraceID,SpanID,ParentID,PodName,OperationName,StartTimeUnixNano,EndTimeUnixNano,Duration";
    private static final String SPAN =
            "t1,s1,root,ts-a-service-6f-d9,/*,1675079501299000000,1675079501682364930,383364";

    @TempDir
    private Path folder;

    @Test
    void read_span_isAnOperationOfItsService() {
        assertThat(read(HEADER + "\n" + SPAN + "\n").observations())
                .containsExactly(
                        "opsatc-probe/ day 19387 TRACES ts-a-service 1 ops -1 failed [0, 0, 0, 0, 0, 0, 0, 1] 383364 us");
    }

    @Test
    void read_columnsInAnotherOrderAndQuotes_areFoundByName() {
        String text = "EndTimeUnixNano,StartTimeUnixNano,PodName,SpanID,TraceID,OperationName\r\n"
                + "1675079501000002000,1675079501000000000,\"ts-a-service-6f-d9\",s1,t1,\"GET \"\"a\"\", b\"\r\n";

        assertThat(read(text).observations())
                .containsExactly("opsatc-probe/ day 19387 TRACES ts-a-service 1 ops -1 failed [1] 2 us");
    }

    @Test
    void read_duplicatesAcrossFiles_countOnceInAnyOrder() {
        String longer = SPAN.replace("1675079501682364930", "1675079501682365930");
        Found forward = read(HEADER + "\n" + SPAN + "\n", HEADER + "\n" + longer + "\n" + SPAN + "\n");
        Found backward = read(HEADER + "\n" + longer + "\n" + SPAN + "\n", HEADER + "\n" + SPAN + "\n");

        assertThat(forward.observations()).isEqualTo(backward.observations()).hasSize(1);
        assertThat(forward.counts().refused()).isEqualTo(Map.of(Refusal.DUPLICATE_SPAN, 2L));
        assertThat(forward.counts()).isEqualTo(backward.counts());
    }

    @Test
    void read_linesThatAreNoSpans_areCountedByReason() {
        Found found = read(HEADER + "\nt1,s1\nt1,\"s1\nx\"y,s\n"
                + "t1,s2,root,pod-a-b,op,1675079501682364930,1675079501299000000,1\n"
                + "t1,s3,root,pod-a-b,op,x,1675079501299000000,1\n"
                + "t1,s4,root," + "p".repeat(129) + "-a-b,op,1675079501299000000,1675079501299000000,1\n");

        assertThat(found.counts().refused())
                .isEqualTo(Map.of(Refusal.LINE_MALFORMED, 3L, Refusal.BAD_TIME, 2L, Refusal.TOO_LONG, 1L));
        assertThat(found.counts().lines()).isEqualTo(7);
    }

    @Test
    void read_fileWithoutTheColumns_isRefusedLineByLine() {
        assertThat(read("a,b\n1,2\n").counts().refused()).isEqualTo(Map.of(Refusal.LINE_MALFORMED, 2L));
    }

    @ParameterizedTest
    @CsvSource({"ts-order-service-5f8b-x2x,ts-order-service", "mysql-0,mysql-0", "pod,pod", "a-b-c,a", "-b-c,-b-c"})
    void service_ofAPod_isItsNameWithoutReplicaSetAndPod(String pod, String service) {
        assertThat(NezhaSpans.service(pod)).isEqualTo(service);
    }

    private Found read(String... files) {
        List<FilePart> parts = new java.util.ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            parts.add(InputFiles.part(
                    InputFiles.write(folder.resolve("spans" + i), files[i].getBytes(StandardCharsets.UTF_8))));
        }
        Found found = new Found();
        new NezhaSpans(SampleManifests.shipped()).read(parts, found);
        return found;
    }
}
