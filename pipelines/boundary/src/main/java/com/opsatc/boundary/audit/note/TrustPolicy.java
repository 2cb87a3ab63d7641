package com.opsatc.boundary.audit.note;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which checkpoints are believed (C2SP tlog-policy): signed by one of the logs it names, and cosigned by as many of the witnesses
 * as its quorum asks for. One that names no log leaves which log it is to the caller.
 */
public final class TrustPolicy {
    private static final String NONE = "none";

    private final List<VerifierKey> logs;
    private final Map<String, Witness> witnesses;
    private final Map<String, Group> groups;
    private final String quorum;

    /** A witness: by which key its cosignatures are known, and where it answers, when the policy says so. */
    public record Witness(VerifierKey key, Optional<String> url) {}

    private record Group(int threshold, List<String> members) {}

    private TrustPolicy(
            List<VerifierKey> logs, Map<String, Witness> witnesses, Map<String, Group> groups, String quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = witnesses;
        this.groups = groups;
        this.quorum = quorum;
    }

    /** A policy that asks for no witness. */
    public static TrustPolicy unwitnessed() {
        return new TrustPolicy(List.of(), Map.of(), Map.of(), NONE);
    }

    /** Reads a policy's text; octets above 127 are opaque. */
    public static TrustPolicy parse(byte[] bytes) {
        Reader reader = new Reader();
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            number++;
            reader.line(number, line);
        }

        return reader.policy();
    }

    /** The same, with one more log to believe. */
    public TrustPolicy withLog(VerifierKey log) {
        List<VerifierKey> all = new ArrayList<>(logs);
        if (!all.contains(log)) {
            all.add(log);
        }
        return new TrustPolicy(all, witnesses, groups, quorum);
    }

    public List<VerifierKey> logs() {
        return logs;
    }

    public Collection<Witness> witnesses() {
        return witnesses.values();
    }

    /** Whether it asks for a witness at all. */
    public boolean asksForWitnesses() {
        return !quorum.equals(NONE);
    }

    /**
     * The checkpoint of a note, once it is believed.
     *
     * @throws PipelineException when it is signed by none of the logs, by another log than it is about, not cosigned by the
     *     quorum, or a signature under a known name is forged
     */
    public LogCheckpoint accept(SignedNote note) {
        List<VerifierKey> signers = note.verified(logs);
        LogCheckpoint checkpoint = LogCheckpoint.parse(note.text());
        if (signers.stream().noneMatch(key -> key.name().equals(checkpoint.origin()))) {
            throw NoteText.refused("a checkpoint", "the log that signed it is not the one that it is about");
        }

        Set<String> cosigned = new HashSet<>();
        List<VerifierKey> keys = witnesses.values().stream().map(Witness::key).toList();
        List<VerifierKey> cosigners = note.signers(keys);
        witnesses.forEach((name, witness) -> {
            if (cosigners.contains(witness.key())) {
                cosigned.add(name);
            }
        });
        if (!met(quorum, cosigned)) {
            throw NoteText.refused(
                    "a checkpoint",
                    "the witnesses that cosigned it (" + cosigned.size() + ") are not the quorum " + quorum);
        }

        return checkpoint;
    }

    private boolean met(String name, Set<String> cosigned) {
        if (name.equals(NONE)) {
            return true;
        }

        Group group = groups.get(name);
        if (group == null) {
            return cosigned.contains(name);
        }

        return group.members().stream().filter(member -> met(member, cosigned)).count() >= group.threshold();
    }

    /** Line by line; every line may name only what stands above it. */
    private static final class Reader {
        private final List<VerifierKey> logs = new ArrayList<>();
        private final Map<String, Witness> witnesses = new LinkedHashMap<>();
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private final Set<String> members = new HashSet<>();
        private String quorum;

        void line(int number, String line) {
            if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)) {
                throw refused(number, "it holds a control character");
            }

            String text = line.replaceAll("^[ \t]+|[ \t]+$", "");
            if (text.isEmpty() || text.startsWith("#")) {
                return;
            }

            String[] words = text.split("[ \t]+");
            switch (words[0]) {
                case "log" -> log(number, words);
                case "witness" -> witness(number, words);
                case "group" -> group(number, words);
                case "quorum" -> quorum(number, words);
                default -> throw refused(number, "it begins with none of log, witness, group, quorum");
            }
        }

        TrustPolicy policy() {
            if (quorum == null) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION, "Cannot use a trust policy: it has no line 'quorum'");
            }

            return new TrustPolicy(logs, witnesses, groups, quorum);
        }

        private void log(int number, String... words) {
            require(number, words.length == 2 || words.length == 3, "a log is a verifier key and perhaps a URL");
            VerifierKey key = VerifierKey.parse(words[1]);
            require(number, key.kind() == SignatureKind.NOTE, "a log's key is of kind 1");
            require(number, logs.stream().noneMatch(key::sameKey), "this key is listed already");
            logs.add(key);
        }

        private void witness(int number, String... words) {
            require(
                    number,
                    words.length == 3 || words.length == 4,
                    "a witness is a name, a verifier key, perhaps a URL");
            VerifierKey key = VerifierKey.parse(words[2]);
            require(number, key.kind() == SignatureKind.COSIGNATURE, "a witness's key is of kind 4");
            require(
                    number,
                    witnesses.values().stream().map(Witness::key).noneMatch(key::sameKey),
                    "this key is listed already");
            newName(number, words[1]);
            witnesses.put(words[1], new Witness(key, Optional.ofNullable(words.length == 4 ? words[3] : null)));
        }

        private void group(int number, String... words) {
            require(number, words.length >= 4, "a group is a name, a threshold and its members");
            newName(number, words[1]);
            List<String> named = List.of(words).subList(3, words.length);
            for (String member : named) {
                require(number, known(member), "its members must stand above it");
                require(number, members.add(member), "a name can be a member once");
            }

            groups.put(words[1], new Group(threshold(number, words[2], named.size()), named));
        }

        private int threshold(int number, String word, int of) {
            if (word.equals("all")) {
                return of;
            }

            if (word.equals("any")) {
                return 1;
            }

            require(number, word.matches("[1-9][0-9]{0,3}"), "a threshold is all, any, or a number");
            int threshold = Integer.parseInt(word);
            require(number, threshold <= of, "a threshold is at most the number of members");
            return threshold;
        }

        private void quorum(int number, String... words) {
            require(number, words.length == 2, "a quorum is one name");
            require(number, quorum == null, "there is a quorum already");
            require(number, words[1].equals(NONE) || known(words[1]), "its name must stand above it");
            quorum = words[1];
        }

        private void newName(int number, String name) {
            require(number, !name.equals(NONE) && !known(name), "this name is taken");
        }

        private boolean known(String name) {
            return witnesses.containsKey(name) || groups.containsKey(name);
        }

        private static void require(int number, boolean holds, String rule) {
            if (!holds) {
                throw refused(number, rule);
            }
        }

        private static PipelineException refused(int number, String why) {
            return new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot use a trust policy: line " + number + ": " + why);
        }
    }
}
