package com.opsatc.boundary.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.boundary.audit.note.LogCheckpoint;
import com.opsatc.boundary.audit.note.NoteKey;
import com.opsatc.boundary.audit.note.NoteSignature;
import com.opsatc.boundary.audit.note.SignatureKind;
import com.opsatc.boundary.audit.note.SignedNote;
import com.opsatc.boundary.audit.note.VerifierKey;
import com.opsatc.boundary.audit.tree.HashTree;
import com.opsatc.boundary.audit.tree.TreeHasher;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWitnessTest {
    private static final String ORIGIN = "opsatc/acme/0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");
    private static final NoteKey LOG = NoteKey.of(ORIGIN, SignatureKind.NOTE, seed(1));
    private static final NoteKey OTHER = NoteKey.of(ORIGIN, SignatureKind.NOTE, seed(2));
    private static final NoteKey WITNESS = NoteKey.of("witness.example/w", SignatureKind.COSIGNATURE, seed(3));

    @TempDir
    private Path folder;

    /** The statuses that C2SP tlog-witness asks for, in the order of its text. */
    @Test
    void add_answersAsTheProtocolAsks() {
        HashTree tree = tree("entry", 8);
        LogWitness witness = witness(List.of(LOG.verifier()));

        assertThat(witness.add("nothing".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(400);
        assertThat(witness.add(request(0, List.of(), at(tree, 3, "elsewhere", LOG)))
                        .status())
                .isEqualTo(404);
        assertThat(witness.add(request(0, List.of(), at(tree, 3, ORIGIN, OTHER)))
                        .status())
                .isEqualTo(403);
        assertThat(witness.add(request(4, List.of(), at(tree, 3))).status()).isEqualTo(400);
        assertThat(witness.add(request(2, tree.consistency(2, 3).hashes(), at(tree, 3))))
                .isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "0\n"));
        assertThat(witness.add(request(0, List.of(new byte[32]), at(tree, 3))).status())
                .isEqualTo(422);
        SignedNote empty = new LogCheckpoint(ORIGIN, 0, new byte[32]).signed(LOG);
        assertThat(witness.add(request(0, List.of(), empty)).status()).isEqualTo(422);
        assertThat(witness.latest(WitnessState.hash(ORIGIN)).status()).isEqualTo(404);

        WitnessAnswer cosigned = witness.add(request(0, List.of(), at(tree, 3)));
        assertThat(cosigned.status()).isEqualTo(200);
        List<NoteSignature> signatures = SignedNote.signatures(cosigned.body());
        assertThat(at(tree, 3).with(signatures).verified(List.of(WITNESS.verifier())))
                .containsExactly(WITNESS.verifier());

        assertThat(witness.add(request(0, List.of(), at(tree, 5))))
                .isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "3\n"));
        assertThat(witness.add(request(3, List.of(), at(tree, 5))).status()).isEqualTo(422);
        assertThat(witness.add(request(3, List.of(), at(tree("other", 3), 3))).status())
                .isEqualTo(422);
        assertThat(witness.add(request(3, List.of(), at(tree, 3))).status()).isEqualTo(200);
        assertThat(witness.add(request(3, tree.consistency(3, 8).hashes(), at(tree, 8)))
                        .status())
                .isEqualTo(200);
        assertThat(latest(witness).size()).isEqualTo(8);
    }

    /**
     * 1,000 attempts to have a second history, or an older one, cosigned: forks at every place, proofs of the honest history, of the
     * other, altered and empty ones, right and wrong old sizes, the same size again, rollbacks. None is.
     */
    @Test
    void add_splitViewsAndRollbacks_areNeverCosigned() {
        SplittableRandom random = new SplittableRandom(1_000);
        HashTree honest = tree("entry", 120);
        LogWitness witness = witness(List.of(LOG.verifier()));
        int size = 40;
        assertThat(witness.add(request(0, List.of(), at(honest, size))).status())
                .isEqualTo(200);
        for (int attempt = 0; attempt < 1_000; attempt++) {
            if (attempt % 25 == 24) {
                int grown = size + 1;
                assertThat(witness.add(request(
                                        size, honest.consistency(size, grown).hashes(), at(honest, grown)))
                                .status())
                        .isEqualTo(200);
                size = grown;
            }

            WitnessAnswer answer = witness.add(attack(random, honest, size));
            assertThat(answer.status()).as("attempt " + attempt).isIn(400, 403, 409, 422);
            assertThat(answer.body()).doesNotContain("\u2014");
            assertThat(latest(witness)
                            .sameTree(LogCheckpoint.parse(at(honest, size).text())))
                    .isTrue();
        }
    }

    /** What it cosigned it remembers when it is started again, and by which key it knew the log. */
    @Test
    void add_afterARestart_goesOnFromWhatItCosigned() {
        HashTree tree = tree("entry", 9);
        assertThat(witness(List.of(LOG.verifier()))
                        .add(request(0, List.of(), at(tree, 5)))
                        .status())
                .isEqualTo(200);

        LogWitness again = witness(List.of(OTHER.verifier()));
        assertThat(again.add(request(0, List.of(), at(tree("other", 4), 4))).status())
                .isEqualTo(409);
        assertThat(again.add(request(5, tree.consistency(5, 9).hashes(), at(tree, 9, ORIGIN, OTHER)))
                        .status())
                .isEqualTo(403);
        assertThat(again.add(request(5, tree.consistency(5, 9).hashes(), at(tree, 9)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void server_overHttp_cosignsAndTellsTheLast() throws IOException {
        HashTree tree = tree("entry", 6);
        LogWitness witness = witness(List.of(LOG.verifier()));
        try (WitnessServer server = WitnessServer.start(witness, InetAddress.getLoopbackAddress(), 0)) {
            WitnessClient client = new WitnessClient(WITNESS.verifier(), server.url());

            assertThat(client.latest(ORIGIN)).isEmpty();
            NoteSignature cosignature = client.add(new AddCheckpoint(0, List.of(), at(tree, 6)));
            SignedNote cosigned = at(tree, 6).with(List.of(cosignature));
            assertThat(cosigned.verified(List.of(WITNESS.verifier()))).hasSize(1);
            assertThat(client.latest(ORIGIN).map(note -> new String(note.bytes(), StandardCharsets.UTF_8)))
                    .contains(new String(cosigned.bytes(), StandardCharsets.UTF_8));
            assertThat(refusal(client, new AddCheckpoint(6, List.of(), at(tree("other", 6), 6))))
                    .isEqualTo(
                            "Cannot have the audit log witnessed by witness.example/w: the log does not begin with what it"
                                    + " cosigned before");
            WitnessClient elsewhere = new WitnessClient(OTHER.verifier(), server.url());
            assertThat(refusal(elsewhere, new AddCheckpoint(6, List.of(), at(tree, 6))))
                    .isEqualTo("Cannot have the audit log witnessed by " + ORIGIN
                            + ": it answered with no cosignature of its own");
        }
    }

    private byte[] attack(SplittableRandom random, HashTree honest, int size) {
        int kind = random.nextInt(7);
        int forkAt = random.nextInt(size);
        HashTree fork = fork(honest, forkAt, size + 20);
        int to = size + random.nextInt(20);
        return switch (kind) {
            case 0 -> request(size, fork.consistency(size, to).hashes(), at(fork, to));
            case 1 -> request(size, honest.consistency(size, to).hashes(), at(fork, to));
            case 2 -> request(forkAt, fork.consistency(forkAt, to).hashes(), at(fork, to));
            case 3 -> request(0, List.of(), at(fork, 1 + random.nextInt(size)));
            case 4 -> request(size, List.of(), at(fork, size));
            case 5 -> {
                int older = random.nextInt(size);
                yield request(older, List.of(), at(honest, older));
            }
            default -> {
                List<byte[]> proof =
                        new ArrayList<>(fork.consistency(size, to + 1).hashes());
                if (!proof.isEmpty()) {
                    byte[] altered = proof.get(0).clone();
                    altered[random.nextInt(32)] ^= 1;
                    proof.set(0, altered);
                }
                yield request(size, proof, at(random.nextBoolean() ? fork : honest, to + 1));
            }
        };
    }

    private LogWitness witness(List<VerifierKey> logs) {
        return new LogWitness(WITNESS, folder.resolve("state"), () -> logs, () -> NOW);
    }

    private static LogCheckpoint latest(LogWitness witness) {
        WitnessAnswer answer = witness.latest(WitnessState.hash(ORIGIN));
        return LogCheckpoint.parse(SignedNote.parse(answer.bytes()).text());
    }

    private static String refusal(WitnessClient client, AddCheckpoint request) {
        try {
            client.add(request);
            return "";
        } catch (PipelineException e) {
            return e.getMessage();
        }
    }

    private static byte[] request(long old, List<byte[]> proof, SignedNote note) {
        return new AddCheckpoint(old, proof, note).bytes();
    }

    private static SignedNote at(HashTree tree, long size) {
        return at(tree, size, ORIGIN, LOG);
    }

    private static SignedNote at(HashTree tree, long size, String origin, NoteKey key) {
        return new LogCheckpoint(origin, size, tree.root(size)).signed(key);
    }

    /** The honest tree until a place, and other entries from there. */
    private static HashTree fork(HashTree honest, int from, int size) {
        TreeHasher hasher = new TreeHasher();
        HashTree fork = new HashTree();
        for (int i = 0; i < size; i++) {
            fork.append(i < from ? honest.leaf(i) : hasher.leaf(("fork " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return fork;
    }

    private static HashTree tree(String entry, int size) {
        TreeHasher hasher = new TreeHasher();
        HashTree tree = new HashTree();
        for (int i = 0; i < size; i++) {
            tree.append(hasher.leaf((entry + " " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return tree;
    }

    private static byte[] seed(int n) {
        byte[] seed = new byte[32];
        seed[0] = (byte) n;
        return seed;
    }
}
