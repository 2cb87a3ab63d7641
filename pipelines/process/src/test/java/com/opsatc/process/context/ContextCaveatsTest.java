package com.opsatc.process.context;

import static com.opsatc.process.context.SampleContext.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.ContextFile;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a context file says with figures that leave something out. */
class ContextCaveatsTest {
    @Test
    void of_filesRefused_everyBlockOfTheProcessSaysSo() {
        ContextFile file = file("Create order", "Post goods issue", Map.of("p", 2L, "q", 1L));

        assertThat(Stream.concat(file.kpis().stream(), file.findings().stream()).toList())
                .hasSize(4)
                .allSatisfy(block -> assertThat(block.caveats())
                        .contains("It knows nothing of what stands in files that were refused whole, of which there are"
                                + " 2."));
    }
}
