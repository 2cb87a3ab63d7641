package com.opsatc.boundary.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.boundary.audit.testing.RealLog;
import com.opsatc.boundary.audit.tree.HashTree;
import com.opsatc.boundary.audit.tree.TreeHasher;
import com.opsatc.contract.error.PipelineException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    private static final String TESTDATA = "tessera_testdata/";
    private static final VerifierKey LOG =
            VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    /** The example of the specification, word for word. */
    @Test
    void example_ofTheSpecification_verifies() {
        String note = "This is an example message.\n\n\u2014 example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
        VerifierKey key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

        SignedNote read = SignedNote.parse(utf8(note));

        assertThat(read.verified(List.of(key))).containsExactly(key);
        assertThat(read.text()).isEqualTo("This is an example message.\n");
        assertThat(read.bytes()).isEqualTo(utf8(note));
        assertThat(key).hasToString("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    }

    /** A log that another implementation wrote: every checkpoint it ever signed is of the tree of its entries. */
    @Test
    void checkpoints_ofARealLog_areSignedAndOfItsEntries() {
        TreeHasher hasher = new TreeHasher();
        HashTree tree = new HashTree();
        for (byte[] entry : entries(RealLog.bytes(TESTDATA + "log/tile/entries/000.p/15"))) {
            tree.append(hasher.leaf(entry));
        }
        assertThat(tree.size()).isEqualTo(15);
        byte[] tile = RealLog.bytes(TESTDATA + "log/tile/0/000.p/15");
        for (int i = 0; i < 15; i++) {
            assertThat(Arrays.copyOfRange(tile, 32 * i, 32 * i + 32)).isEqualTo(tree.leaf(i));
        }

        for (int size = 0; size <= 15; size++) {
            byte[] bytes = RealLog.bytes(TESTDATA + "log/checkpoint." + size);
            SignedNote note = SignedNote.parse(bytes);
            assertThat(note.verified(List.of(LOG))).containsExactly(LOG);
            LogCheckpoint checkpoint = LogCheckpoint.parse(note.text());
            assertThat(checkpoint.origin()).isEqualTo("example.com/log/testdata");
            assertThat(checkpoint.size()).isEqualTo(size);
            assertThat(checkpoint.root()).isEqualTo(tree.root(size));
            assertThat(tree.consistency(size, 15).holds(checkpoint.root(), tree.root(15)))
                    .isTrue();
            assertThat(note.bytes()).isEqualTo(bytes);
        }
    }

    /** The log's own key, which its script publishes, signs here what it signed there: Ed25519 has one signature for a text. */
    @Test
    void checkpoint_signedAgainWithTheRealLogsKey_isTheSameFile() {
        byte[] file = RealLog.bytes(TESTDATA + "log/checkpoint.7");
        String script = new String(RealLog.bytes(TESTDATA + "build_log.sh"), StandardCharsets.UTF_8);
        String secret = script.replaceAll("(?s).*testdata\\+33d7b496\\+(AeymY[^\"]*)\".*", "$1");
        byte[] typed = NoteText.base64(secret, "the script's key");
        NoteKey key =
                NoteKey.of("example.com/log/testdata", SignatureKind.NOTE, Arrays.copyOfRange(typed, 1, typed.length));

        assertThat(key.verifier()).isEqualTo(LOG);
        assertThat(LogCheckpoint.parse(SignedNote.parse(file).text())
                        .signed(key)
                        .bytes())
                .isEqualTo(file);
    }

    @Test
    void note_alteredInAnyByte_isRefused() {
        NoteKey key = NoteKey.of("log.example/a", SignatureKind.NOTE, seed(1));
        byte[] note =
                new LogCheckpoint("log.example/a", 3, new byte[32]).signed(key).bytes();
        TrustPolicy policy = TrustPolicy.unwitnessed().withLog(key.verifier());
        assertThat(policy.accept(SignedNote.parse(note)).size()).isEqualTo(3);
        for (int i = 0; i < note.length; i++) {
            byte[] altered = note.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> policy.accept(SignedNote.parse(altered)))
                    .as("byte " + i)
                    .isInstanceOf(PipelineException.class)
                    .hasMessageStartingWith("Cannot accept ");
        }
    }

    @Test
    void cosignature_isOfItsTimeItsTextAndItsKey() {
        NoteKey log = NoteKey.of("log.example/a", SignatureKind.NOTE, seed(1));
        NoteKey witness = NoteKey.of("witness.example/w", SignatureKind.COSIGNATURE, seed(2));
        SignedNote note = new LogCheckpoint("log.example/a", 3, new byte[32]).signed(log);
        NoteSignature cosigned = witness.cosign(1_679_315_147, note.text());
        List<VerifierKey> witnesses = List.of(witness.verifier());

        assertThat(ByteBuffer.wrap(cosigned.signature()).getLong()).isEqualTo(1_679_315_147);
        assertThat(note.with(List.of(cosigned)).verified(witnesses)).containsExactlyElementsOf(witnesses);
        byte[] later = cosigned.signature().clone();
        later[7]++;
        NoteSignature moved = new NoteSignature(cosigned.name(), cosigned.id(), later);
        assertThatThrownBy(() -> note.with(List.of(moved)).verified(witnesses))
                .hasMessage(
                        "Cannot accept a signed note: a signature under the name of witness.example/w is not its own");
        SignedNote other = new LogCheckpoint("log.example/a", 4, new byte[32]).signed(log);
        assertThatThrownBy(() -> other.with(List.of(cosigned)).verified(witnesses))
                .isInstanceOf(PipelineException.class);
        assertThatThrownBy(() -> note.verified(witnesses))
                .hasMessage("Cannot accept a signed note: none of the known keys signed it");
        NoteKey sameSeed = NoteKey.of("witness.example/w", SignatureKind.NOTE, seed(2));
        assertThat(sameSeed.verifier()).isNotEqualTo(witness.verifier());
        assertThatThrownBy(() -> sameSeed.cosign(1, note.text())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void parse_whatIsNoNote_isRefused() {
        String line = "\u2014 a AAAAAAA=\n";
        for (String text : List.of(
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text" + line,
                "text\n\n" + line.strip(),
                "text\n\n" + line + "\n",
                "te\txt\n\n" + line,
                "text\n\n- a AAAAAAA=\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "text\n\n\u2014 a  AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n\u2014 a AAAA\n",
                "text\n\n" + line.repeat(65))) {
            assertThatThrownBy(() -> SignedNote.parse(utf8(text))).as(text).isInstanceOf(PipelineException.class);
        }

        assertThatThrownBy(() -> SignedNote.parse(new byte[] {'a', '\n', '\n', (byte) 0xff}))
                .hasMessage("Cannot accept a signed note: it is no valid UTF-8");
        assertThat(SignedNote.parse(utf8("a\n\nb\n\n" + line)).text()).isEqualTo("a\n\nb\n");
    }

    @Test
    void checkpoint_ofAnotherForm_isRefused() {
        String root = NoteText.base64(new byte[32]);
        assertThat(LogCheckpoint.parse("o\n0\n" + root + "\nmore\n").extensions())
                .containsExactly("more");
        for (String text : List.of(
                "o\n1\n",
                "\n1\n" + root + "\n",
                "o\n01\n" + root + "\n",
                "o\n-1\n" + root + "\n",
                "o\n9223372036854775808\n" + root + "\n",
                "o\n1\n" + root,
                "o\n1\n" + root + "\n\nmore\n",
                "o\n1\nAAAA\n")) {
            assertThatThrownBy(() -> LogCheckpoint.parse(text)).as(text).isInstanceOf(PipelineException.class);
        }
    }

    @Test
    void verifierKey_thatIsNotWhatItSays_isRefused() {
        for (String text : List.of(
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U",
                "exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo")) {
            assertThatThrownBy(() -> VerifierKey.parse(text)).as(text).isInstanceOf(PipelineException.class);
        }
    }

    static byte[] seed(int n) {
        byte[] seed = new byte[32];
        seed[0] = (byte) n;
        return seed;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** C2SP tlog-tiles: each entry after its length in two bytes. */
    private static List<byte[]> entries(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
