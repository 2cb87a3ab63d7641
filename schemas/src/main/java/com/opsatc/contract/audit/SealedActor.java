package com.opsatc.contract.audit;

import static java.util.Objects.requireNonNull;

/**
 * Who did something, sealed: once the key of the subject is destroyed, nobody can tell any more, and the log's tree still holds.
 *
 * @param subject 16 hexadecimal digits drawn at random, the same for all entries of one person until that person is erased
 * @param sealed Base64 of what names the person, encrypted under the subject's own key
 */
public record SealedActor(String subject, String sealed) {
    public SealedActor {
        requireNonNull(subject, "subject");
        requireNonNull(sealed, "sealed");
    }
}
