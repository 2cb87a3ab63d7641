package com.opsatc.jobs.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.json.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScreenStreamTest {
    /** C1's command introducer, overrides and isolates of direction, marks, zero width, a byte order mark, a tag. */
    private static final String HOSTILE =
            "a\u009b2Jb\u0085\u202ec\u2066\u2069\u200e\u200b\u061c\ufeff\u00ad" + Character.toString(0xE0041) + "z";

    @Test
    void write_charactersThatCommandOrHide_areWrittenOut() throws IOException {
        assertThat(shown(HOSTILE.getBytes(StandardCharsets.UTF_8), 100))
                .isEqualTo(
                        "a\\u009b2Jb\\u0085\\u202ec\\u2066\\u2069\\u200e\\u200b\\u061c\\ufeff\\u00ad\\udb40\\udc41z");
    }

    @Test
    void write_json_isReadAsTheSameText() throws IOException {
        byte[] json = CanonicalJson.write(Map.of("name", HOSTILE + "\u001b[2J"));

        String shown = shown(json, 3);

        assertThat(shown).matches("[ -~]*");
        assertThat(CanonicalJson.read(shown.getBytes(StandardCharsets.UTF_8), Map.class))
                .isEqualTo(Map.of("name", HOSTILE + "\u001b[2J"));
    }

    @Test
    void write_ordinaryTextInAnyPieces_passesAsItIs() throws IOException {
        String text = "Größe ≥ 5 µs\t✓ 訂單 \uD83D\uDE00 ─\r\n" + Style.ANSI.bold("x");
        for (int longest = 1; longest < 9; longest++) {
            assertThat(shown(text.getBytes(StandardCharsets.UTF_8), longest)).isEqualTo(text);
        }
    }

    @Test
    void write_bytesThatAreNoText_areReplaced() throws IOException {
        assertThat(shown(new byte[] {'a', (byte) 0x9b, 'b', (byte) 0xc2, 'c'}, 1))
                .isEqualTo("a\ufffdb\ufffdc");
    }

    private static String shown(byte[] bytes, int longest) throws IOException {
        Random random = new Random(longest);
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (ScreenStream stream = new ScreenStream(screen)) {
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(1 + random.nextInt(longest), bytes.length - at);
                stream.write(bytes, at, length);
                at += length;
            }
        }
        return screen.toString(StandardCharsets.UTF_8);
    }
}
