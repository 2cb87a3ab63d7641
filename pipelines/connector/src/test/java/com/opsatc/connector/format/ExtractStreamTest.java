package com.opsatc.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class ExtractStreamTest {
    private static final byte[] TEXT = "id,name\n1,a\n2,b\n".repeat(20).getBytes(StandardCharsets.UTF_8);

    @Test
    void open_gzipUnderAnyName_givesTheContentAndTheDigestOfTheDeliveredBytes() throws Exception {
        byte[] gzip = gzip(TEXT);

        try (ExtractStream stream = ExtractStream.open(new ByteArrayInputStream(gzip), "plain.csv")) {
            assertThat(stream.readNBytes(10)).isEqualTo(Arrays.copyOf(TEXT, 10));
            assertThat(stream.digest()).isEqualTo(Sha256.of(gzip));
            assertThat(stream.delivered()).isEqualTo(gzip.length);
        }

        try (ExtractStream stream = ExtractStream.open(new ByteArrayInputStream(TEXT), "misnamed.csv.gz")) {
            assertThat(stream.readAllBytes()).isEqualTo(TEXT);
            assertThat(stream.digest()).isEqualTo(Sha256.of(TEXT));
        }
    }

    @Test
    void read_gzipCutAtAnyByte_isRefused() throws Exception {
        byte[] gzip = gzip(TEXT);
        for (int length = 0; length < gzip.length; length++) {
            byte[] cut = Arrays.copyOf(gzip, length);
            assertThatThrownBy(() -> content(cut, "rows.csv.gz"))
                    .as("cut at %d", length)
                    .isInstanceOfSatisfying(
                            RefusedFile.class, e -> assertThat(e.reason()).isEqualTo("truncated-gzip"));
        }
    }

    @Test
    void read_severalMembers_givesTheContentOfAll() throws Exception {
        byte[] members = joined(gzip(TEXT), gzip(new byte[0]), gzip("3,c\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(content(members, "rows.csv.gz")).isEqualTo(joined(TEXT, "3,c\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void read_anythingButAMemberAfterAMember_isRefused() throws Exception {
        byte[] member = gzip(TEXT);
        for (byte[] after : List.of(
                new byte[] {0}, new byte[512], new byte[] {0x1f}, "more,text\n".getBytes(StandardCharsets.UTF_8))) {
            refused("garbage-after-gzip", joined(member, after));
            refused("garbage-after-gzip", joined(member, member, after));
        }

        for (int length = 2; length < member.length; length++) {
            refused("truncated-gzip", joined(member, Arrays.copyOf(member, length)));
        }
    }

    @Test
    void read_aFailureOfTheFileItself_isNotTakenForDamage() throws Exception {
        IOException broken = new IOException("input/output error");
        java.io.InputStream failing = new java.io.SequenceInputStream(
                new ByteArrayInputStream(Arrays.copyOf(gzip(TEXT), 12)), new java.io.InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw broken;
                    }
                });

        try (ExtractStream stream = ExtractStream.open(failing, "rows.csv.gz")) {
            assertThatThrownBy(stream::readAllBytes).isSameAs(broken);
        }
    }

    private static void refused(String reason, byte[] delivered) {
        assertThatThrownBy(() -> content(delivered, "rows.csv.gz"))
                .isInstanceOfSatisfying(
                        RefusedFile.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }

        return whole.toByteArray();
    }

    @Test
    void read_gzipWithADamagedByte_neverGivesOtherContent() throws Exception {
        byte[] gzip = gzip(TEXT);
        for (int i = 0; i < gzip.length; i++) {
            byte[] damaged = gzip.clone();
            damaged[i] ^= 0x20;
            try {
                // Damage in what the header says about time or system changes no content; every other is found.
                assertThat(content(damaged, "rows.csv.gz"))
                        .as("damaged at %d", i)
                        .isIn(TEXT, damaged);
            } catch (RefusedFile e) {
                assertThat(e.reason()).isIn("corrupt-gzip", "truncated-gzip");
            }
        }
    }

    @Test
    void read_aBomb_isRefusedBeforeItUnfolds() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }

        try (ExtractStream stream = ExtractStream.open(new ByteArrayInputStream(bytes.toByteArray()), "bomb.gz")) {
            long[] taken = new long[1];
            assertThatThrownBy(() -> {
                        byte[] buffer = new byte[1 << 16];
                        for (int got = stream.read(buffer); got > 0; got = stream.read(buffer)) {
                            taken[0] += got;
                        }
                    })
                    .isInstanceOfSatisfying(
                            RefusedFile.class, e -> assertThat(e.reason()).isEqualTo("too-large-ratio"));
            assertThat(taken[0]).isLessThan(20L << 20);
        }
    }

    private static byte[] content(byte[] delivered, String name) throws IOException {
        try (ExtractStream stream = ExtractStream.open(new ByteArrayInputStream(delivered), name)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }

        return bytes.toByteArray();
    }
}
