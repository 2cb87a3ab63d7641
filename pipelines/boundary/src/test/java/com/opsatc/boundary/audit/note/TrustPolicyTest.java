package com.opsatc.boundary.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.boundary.audit.tree.HashTree;
import com.opsatc.boundary.audit.tree.TreeHasher;
import com.opsatc.contract.error.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyTest {
    private static final NoteKey LOG = NoteKey.of("log.example/a", SignatureKind.NOTE, SignedNoteTest.seed(1));
    private static final Map<String, NoteKey> WITNESSES = witnesses();

    /** The example of the specification: two of the X-witnesses and one of the Y-witnesses. */
    @ParameterizedTest
    @CsvSource({"X1 X2 Y1,true", "X1 X2 X3,false", "X1 Y1 Y2 Y3,false", "X2 X3 Y3 X1,true", "Y1,false", "'',false"})
    void accept_theExampleOfTheSpecification_asksForItsQuorum(String cosigners, boolean accepted) {
        TrustPolicy policy = policy(witnessLines()
                + "group X-witnesses 2 X1 X2 X3\n\n  # comment\n\tgroup Y-witnesses any Y1 Y2 Y3 \n"
                + "group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n");
        SignedNote note = cosigned(cosigners.isEmpty() ? List.of() : List.of(cosigners.split(" ")));

        if (accepted) {
            assertThat(policy.accept(note).origin()).isEqualTo("log.example/a");
        } else {
            assertThatThrownBy(() -> policy.accept(note))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining("are not the quorum X-and-Y");
        }
    }

    @Test
    void accept_aCheckpointOfAnotherLogUnderAKnownKey_isRefused() {
        SignedNote note = new LogCheckpoint("log.example/b", 1, new byte[32]).signed(LOG);

        assertThatThrownBy(() -> policy("quorum none\n").accept(note))
                .hasMessage("Cannot accept a checkpoint: the log that signed it is not the one that it is about");
    }

    @Test
    void parse_urls_areKept() {
        TrustPolicy policy = policy("witness w " + WITNESSES.get("X1").verifier() + " http://127.0.0.1:1/\nquorum w\n");

        assertThat(policy.asksForWitnesses()).isTrue();
        assertThat(policy.witnesses())
                .containsExactly(
                        new TrustPolicy.Witness(WITNESSES.get("X1").verifier(), Optional.of("http://127.0.0.1:1/")));
        assertThat(TrustPolicy.unwitnessed().asksForWitnesses()).isFalse();
    }

    @Test
    void parse_whatBreaksARule_namesLineAndRule() {
        String x1 = "witness X1 " + WITNESSES.get("X1").verifier() + "\n";
        Map<String, String> broken = new TreeMap<>();
        broken.put("", "it has no line 'quorum'");
        broken.put(x1 + "quorum X2\n", "line 2: its name must stand above it");
        broken.put(x1 + "quorum X1\nquorum none\n", "line 3: there is a quorum already");
        broken.put(x1 + x1 + "quorum X1\n", "line 2: this key is listed already");
        broken.put(x1 + "group g 2 X1\nquorum g\n", "line 2: a threshold is at most the number of members");
        broken.put(x1 + "group g 0 X1\nquorum g\n", "line 2: a threshold is all, any, or a number");
        broken.put(x1 + "group g any X1\ngroup h any X1\nquorum g\n", "line 3: a name can be a member once");
        broken.put(x1 + "group g any none\nquorum g\n", "line 2: its members must stand above it");
        broken.put("witness none " + WITNESSES.get("X1").verifier() + "\nquorum none\n", "line 1: this name is taken");
        broken.put("log " + WITNESSES.get("X1").verifier() + "\nquorum none\n", "line 1: a log's key is of kind 1");
        broken.put("witness w " + LOG.verifier() + "\nquorum w\n", "line 1: a witness's key is of kind 4");
        broken.put("quorun none\n", "line 1: it begins with none of log, witness, group, quorum");
        broken.put("quorum none\r\n", "line 1: it holds a control character");
        broken.forEach((text, why) -> assertThatThrownBy(() -> TrustPolicy.parse(text.getBytes(StandardCharsets.UTF_8)))
                .as(text)
                .hasMessage("Cannot use a trust policy: " + why));
    }

    @Test
    void proof_ofAnEntry_holdsForItAloneAndReadsBack() {
        TreeHasher hasher = new TreeHasher();
        HashTree tree = new HashTree();
        for (int i = 0; i < 11; i++) {
            tree.append(hasher.leaf(new byte[] {(byte) i}));
        }
        SignedNote note = new LogCheckpoint("log.example/a", 11, tree.root(11)).signed(LOG);
        LogProof proof = new LogProof(
                Optional.of(new byte[] {4}), 4, tree.inclusion(4, 11).hashes(), note);
        TrustPolicy policy = policy("quorum none\n");

        LogProof read = LogProof.parse(proof.bytes());

        assertThat(read.bytes()).isEqualTo(proof.bytes());
        assertThat(new String(proof.bytes(), StandardCharsets.UTF_8))
                .startsWith("c2sp.org/tlog-proof@v1\nextra BA==\nindex 4\n");
        assertThat(read.verified(hasher.leaf(read.extra().orElseThrow()), policy)
                        .size())
                .isEqualTo(11);
        assertThatThrownBy(() -> read.verified(hasher.leaf(new byte[] {5}), policy))
                .hasMessage("Cannot accept a proof of logging: the entry is not at index 4 of the tree of 11");
        for (String broken : List.of(
                "c2sp.org/tlog-proof@v2\n", "c2sp.org/tlog-proof@v1\n\n", "c2sp.org/tlog-proof@v1\nindex 04\n\n")) {
            assertThatThrownBy(() -> LogProof.parse(broken.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(PipelineException.class);
        }
    }

    private static TrustPolicy policy(String text) {
        return TrustPolicy.parse(text.getBytes(StandardCharsets.UTF_8)).withLog(LOG.verifier());
    }

    private static SignedNote cosigned(List<String> names) {
        SignedNote note = new LogCheckpoint("log.example/a", 1, new byte[32]).signed(LOG);
        List<NoteSignature> cosignatures = new ArrayList<>();
        names.forEach(name -> cosignatures.add(WITNESSES.get(name).cosign(7, note.text())));
        return note.with(cosignatures);
    }

    private static String witnessLines() {
        StringBuilder lines = new StringBuilder();
        WITNESSES.forEach((name, key) -> lines.append("witness ")
                .append(name)
                .append(' ')
                .append(key.verifier())
                .append('\n'));
        return lines.toString();
    }

    private static Map<String, NoteKey> witnesses() {
        Map<String, NoteKey> witnesses = new TreeMap<>();
        int seed = 10;
        for (String name : List.of("X1", "X2", "X3", "Y1", "Y2", "Y3")) {
            witnesses.put(
                    name, NoteKey.of("w.example/" + name, SignatureKind.COSIGNATURE, SignedNoteTest.seed(seed++)));
        }
        return witnesses;
    }
}
