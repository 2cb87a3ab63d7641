package com.opsatc.process.recommend;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.Basis;
import java.util.List;
import java.util.Optional;

/**
 * What is for an opportunity and what is against it.
 *
 * @param basis the findings that show it
 * @param against what speaks against it, each a sentence
 * @param contradiction why another figure moves the other way, as a sentence; empty where none does
 */
record Grounds(List<Basis> basis, List<String> against, Optional<String> contradiction) {
    static final Grounds NONE = new Grounds(List.of(), List.of(), Optional.empty());

    Grounds {
        basis = List.copyOf(basis);
        against = List.copyOf(against);
        requireNonNull(contradiction, "contradiction");
    }
}
