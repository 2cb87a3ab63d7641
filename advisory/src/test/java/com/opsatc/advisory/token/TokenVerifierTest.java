package com.opsatc.advisory.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenVerifierTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");
    private static final TenantId ACME = new TenantId("acme");

    private final DevelopmentTokens tokens = tokensAt(NOW);

    @Test
    void verify_ofADevelopmentToken_givesItsTenantAndSubject() {
        Access access = verifierAt(NOW).verify(tokens.issue(ACME, Duration.ofMinutes(15)));

        assertThat(access.tenant()).isEqualTo(ACME);
        assertThat(access.subject()).isEqualTo("development");
    }

    @Test
    void verify_ofTheGenuineTokenBehindTheForgeries_isAccepted() {
        String genuine = Forgeries.genuine(tokens.rules().keys().get(0).id(), NOW.getEpochSecond());

        assertThat(verifierAt(NOW).verify(genuine).tenant()).isEqualTo(ACME);
    }

    @Test
    void verify_ofAnAudienceInAListOfOne_isAccepted() {
        String token = Forge.signed(
                "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\""
                        + tokens.rules().keys().get(0).id() + "\"}",
                "{\"iss\":\"urn:opsatc:development\",\"aud\":[\"urn:opsatc:advisory\"],\"sub\":\"s\",\"jti\":\"1\","
                        + "\"iat\":1774951200,\"exp\":1774951260,\"tenant\":\"acme\"}");

        assertThat(verifierAt(NOW).verify(token).subject()).isEqualTo("s");
    }

    @ParameterizedTest
    @CsvSource({"-30,true", "-31,false", "0,true", "899,true", "900,true", "929,true", "930,false", "86400,false"})
    void verify_atTheEdgesOfItsTime_allowsThirtySecondsOfSkew(long secondsAfterIssue, boolean accepted) {
        String token = tokens.issue(ACME, Duration.ofMinutes(15));
        TokenVerifier verifier = verifierAt(NOW.plusSeconds(secondsAfterIssue));

        if (accepted) {
            assertThat(verifier.verify(token).tenant()).isEqualTo(ACME);
        } else {
            assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(TokenRejectedException.class);
        }
    }

    @Test
    void verify_ofEveryForgery_isRefusedWithoutRepeatingIt() {
        TokenVerifier verifier = verifierAt(NOW);
        var forgeries = Forgeries.all(tokens.rules().keys().get(0).id(), NOW.getEpochSecond());

        assertThat(forgeries).hasSizeGreaterThan(150);
        forgeries.forEach((name, token) -> assertThatThrownBy(() -> verifier.verify(token))
                .as(name)
                .isInstanceOf(TokenRejectedException.class)
                .hasMessageMatching("Access token refused: [a-z-]+"));
    }

    @Test
    void verify_ofForgeries_reportsEveryReason() {
        TokenVerifier verifier = verifierAt(NOW);
        var forgeries = Forgeries.all(tokens.rules().keys().get(0).id(), NOW.getEpochSecond());

        assertThat(forgeries.values().stream()
                        .map(token -> reason(verifier, token))
                        .distinct())
                .containsExactlyInAnyOrder(java.util.Arrays.stream(Rejection.values())
                        .filter(reason -> reason != Rejection.MISSING)
                        .toArray(Rejection[]::new));
    }

    @Test
    void verify_withEveryBitFlipped_isNeverAccepted() {
        String token = tokens.issue(ACME, Duration.ofMinutes(1));
        TokenVerifier verifier = verifierAt(NOW);

        for (int at = 0; at < token.length(); at++) {
            for (int bit = 0; bit < 7; bit++) {
                String changed =
                        token.substring(0, at) + (char) (token.charAt(at) ^ (1 << bit)) + token.substring(at + 1);
                assertThatThrownBy(() -> verifier.verify(changed)).isInstanceOf(TokenRejectedException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1S", "PT0.9S", "PT15M0.001S", "PT1H"})
    void issue_withALifetimeOutsideTheRule_isRefused(Duration lifetime) {
        assertThatThrownBy(() -> tokens.issue(ACME, lifetime))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot issue a token: its lifetime must be between 1 s and 15 min");
    }

    @Test
    void developmentTokens_fromTheSameSeed_areAcceptedByEachOther() {
        assertThat(tokensAt(NOW).rules().keys().get(0).id())
                .isEqualTo(tokens.rules().keys().get(0).id());
        assertThatThrownBy(() -> verifierAt(NOW)
                        .verify(DevelopmentTokens.of(Forge.OTHER_SEED, InstantSource.fixed(NOW), new Random(1))
                                .issue(ACME, Duration.ofMinutes(1))))
                .isInstanceOf(TokenRejectedException.class);
        assertThatThrownBy(() -> DevelopmentTokens.of(new byte[31], InstantSource.fixed(NOW), new Random(1)))
                .hasMessage("Invalid seed: an Ed25519 key is made from 32 bytes");
    }

    @Test
    void text_ofDevelopmentTokens_showsNoKey() {
        assertThat(tokens.toString()).matches("DevelopmentTokens\\[development-[0-9a-f]{16}]");
        assertThat(tokens.rules().keys().get(0).toString()).matches("VerificationKey\\[development-[0-9a-f]{16}]");
    }

    @Test
    void rules_withoutKeyOrWithTwoOfOneName_cannotBeBuilt() {
        VerificationKey key = tokens.rules().keys().get(0);

        assertThatThrownBy(() -> new TokenRules("i", "a", List.of())).hasMessageContaining("at least one key");
        assertThatThrownBy(() -> new TokenRules(" ", "a", List.of(key))).hasMessageContaining("issuer");
        assertThatThrownBy(() -> new TokenRules("i", "a", List.of(key, key))).hasMessageContaining("two keys");
        assertThatThrownBy(() -> new VerificationKey("a/b", key.publicKey())).hasMessageContaining("Invalid key id");
        assertThatThrownBy(() -> new VerificationKey("a", new byte[31])).hasMessageContaining("32 bytes");
    }

    private static Rejection reason(TokenVerifier verifier, String token) {
        try {
            verifier.verify(token);
            return null;
        } catch (TokenRejectedException e) {
            return e.reason();
        }
    }

    private static DevelopmentTokens tokensAt(Instant now) {
        return DevelopmentTokens.of(Forge.SEED, InstantSource.fixed(now), new Random(1));
    }

    private TokenVerifier verifierAt(Instant now) {
        return new TokenVerifier(tokens.rules(), InstantSource.fixed(now));
    }
}
