package com.opsatc.boundary.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashTreeTest {
    /** Entries and roots that the implementations of Certificate Transparency have tested with from the first. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final SplittableRandom random = new SplittableRandom(6962);

    @Test
    void roots_ofTheKnownEntries_areTheKnownRoots() {
        TreeHasher hasher = new TreeHasher();
        HashTree tree = new HashTree();
        TreeFrontier frontier = new TreeFrontier();
        List<String> roots = new ArrayList<>();
        List<String> streamed = new ArrayList<>();
        for (int size = 0; size <= ENTRIES.size(); size++) {
            roots.add(HexFormat.of().formatHex(tree.root(size)));
            streamed.add(HexFormat.of().formatHex(frontier.root()));
            if (size < ENTRIES.size()) {
                byte[] leaf = hasher.leaf(HexFormat.of().parseHex(ENTRIES.get(size)));
                tree.append(leaf);
                frontier.append(leaf);
            }
        }

        assertThat(roots).isEqualTo(ROOTS);
        assertThat(streamed).isEqualTo(ROOTS);
        assertThat(frontier.size()).isEqualTo(8);
    }

    @Test
    void rootsAndProofs_ofEverySizeTo70_areThoseOfTheDefinition() {
        List<byte[]> leaves = leaves(70);
        HashTree tree = tree(leaves);
        for (int size = 1; size <= leaves.size(); size++) {
            List<byte[]> first = leaves.subList(0, size);
            assertThat(tree.root(size)).isEqualTo(NaiveTree.root(first));
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index, size);
                assertThat(proof.hashes()).containsExactlyElementsOf(NaiveTree.path(index, first));
                assertThat(proof.holds(leaves.get(index), tree.root(size))).isTrue();
                ConsistencyProof grown = tree.consistency(index + 1L, size);
                assertThat(grown.hashes())
                        .containsExactlyElementsOf(
                                index + 1 == size ? List.of() : NaiveTree.subproof(index + 1, first, true));
                assertThat(grown.holds(tree.root(index + 1L), tree.root(size))).isTrue();
            }
        }
    }

    @Test
    void proofs_ofLargerSizes_hold() {
        HashTree tree = tree(leaves(5_000));
        for (int i = 0; i < 300; i++) {
            int size = 1 + random.nextInt(5_000);
            int index = random.nextInt(size);
            assertThat(tree.inclusion(index, size).holds(tree.leaf(index), tree.root(size)))
                    .isTrue();
            assertThat(tree.consistency(index, size).holds(tree.root(index), tree.root(size)))
                    .isTrue();
        }
    }

    /** A proof that is altered in any one way proves nothing. */
    @Test
    void proofs_alteredInOneWay_hold_never() {
        HashTree tree = tree(leaves(200));
        for (int i = 0; i < 500; i++) {
            int size = 2 + random.nextInt(199);
            int index = random.nextInt(size);
            InclusionProof proof = tree.inclusion(index, size);
            byte[] root = tree.root(size);
            for (List<byte[]> hashes : alterations(proof.hashes())) {
                assertThat(new InclusionProof(index, size, hashes).holds(tree.leaf(index), root))
                        .isFalse();
            }
            assertThat(proof.holds(flipped(tree.leaf(index)), root)).isFalse();
            assertThat(proof.holds(tree.leaf(index), flipped(root))).isFalse();
            assertThat(new InclusionProof((index + 1) % size, size, proof.hashes()).holds(tree.leaf(index), root))
                    .isFalse();

            int from = 1 + random.nextInt(size - 1);
            ConsistencyProof grown = tree.consistency(from, size);
            for (List<byte[]> hashes : alterations(grown.hashes())) {
                assertThat(new ConsistencyProof(from, size, hashes).holds(tree.root(from), root))
                        .isFalse();
            }
            assertThat(grown.holds(flipped(tree.root(from)), root)).isFalse();
            assertThat(grown.holds(tree.root(from), flipped(root))).isFalse();
            assertThat(new ConsistencyProof(size, from, grown.hashes()).holds(root, tree.root(from)))
                    .isFalse();
        }
    }

    @Test
    void consistency_fromNothingOrToTheSame_needsNoHashAndTakesNone() {
        HashTree tree = tree(leaves(5));
        byte[] root = tree.root(5);
        byte[] empty = tree.root(0);

        assertThat(new ConsistencyProof(0, 5, List.of()).holds(empty, root)).isTrue();
        assertThat(new ConsistencyProof(5, 5, List.of()).holds(root, root)).isTrue();
        assertThat(new ConsistencyProof(0, 5, List.of(root)).holds(empty, root)).isFalse();
        assertThat(new ConsistencyProof(5, 5, List.of(root)).holds(root, root)).isFalse();
        assertThat(new ConsistencyProof(5, 5, List.of()).holds(root, empty)).isFalse();
        assertThat(new ConsistencyProof(0, 5, List.of()).holds(root, root)).isFalse();
        assertThat(new ConsistencyProof(3, 5, List.of()).holds(tree.root(3), root))
                .isFalse();
    }

    @Test
    void tree_askedBeyondItsSize_refuses() {
        HashTree tree = tree(leaves(3));

        assertThatThrownBy(() -> tree.root(4)).hasMessage("No tree of size 4: there are 3 entries");
        assertThatThrownBy(() -> tree.inclusion(3, 3)).hasMessage("No entry 3 in a tree of 3");
        assertThatThrownBy(() -> tree.consistency(3, 2)).hasMessage("No consistency from size 3 to size 2");
    }

    private List<List<byte[]>> alterations(List<byte[]> hashes) {
        List<List<byte[]>> altered = new ArrayList<>();
        List<byte[]> longer = new ArrayList<>(hashes);
        longer.add(new byte[TreeHasher.BYTES]);
        altered.add(longer);
        if (!hashes.isEmpty()) {
            altered.add(hashes.subList(1, hashes.size()));
            altered.add(hashes.subList(0, hashes.size() - 1));
            List<byte[]> flipped = new ArrayList<>(hashes);
            int at = random.nextInt(hashes.size());
            flipped.set(at, flipped(hashes.get(at)));
            altered.add(flipped);
        }
        return altered;
    }

    private byte[] flipped(byte[] hash) {
        byte[] copy = hash.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private static HashTree tree(List<byte[]> leaves) {
        HashTree tree = new HashTree();
        leaves.forEach(tree::append);
        return tree;
    }

    private static List<byte[]> leaves(int n) {
        TreeHasher hasher = new TreeHasher();
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            leaves.add(hasher.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }
}
