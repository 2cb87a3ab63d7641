package com.opsatc.telemetry.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.privacy.Projection;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every figure of PRIVACY.md that is marked as computed is what the shipped manifest comes to, rounded against the promise. */
class PrivacyPageTest {
    private static final Manifest MANIFEST = SampleManifests.shipped();
    private static final Rational BILLIONTH = Rational.of(1, 1_000_000_000);

    @Test
    void figures_markedAsComputed_areTheManifests() throws IOException {
        String page = Files.readString(
                        Path.of(System.getProperty("opsatc.root")).resolve("PRIVACY.md"))
                .replaceAll("\\s+", " ");
        List<String> computed = List.of(
                "epsilon " + MANIFEST.contract().privacy().epsilonYear() + " at delta 1/1,000,000 per tenant-year ("
                        + epsilon(MANIFEST.rhoYear(), MANIFEST.delta(), 4) + " [c])",
                "epsilon " + epsilon(MANIFEST.rhoDay(), MANIFEST.delta(), 2) + ", "
                        + epsilon(MANIFEST.rhoDay().times(7), MANIFEST.delta(), 2) + " [c]",
                "epsilon " + epsilon(userYear(), MANIFEST.delta(), 2) + " a year at the same delta, "
                        + epsilon(userYear(), BILLIONTH, 2) + " at 1/1,000,000,000 [c]",
                String.format(Locale.ROOT, "one user by at most %,d [c]", mostOfAUser()),
                "in tenants' full weights [c]: operations " + sigma("activity") + ", errors " + sigma("errors")
                        + ", latency " + sigma("latency") + ", features " + sigma("features") + "; divided by "
                        + root(7)
                        + ", " + root(28) + " and " + root(91) + " for the mean of 7, 28 and 91 days");

        assertThat(computed).allSatisfy(figure -> assertThat(page).contains(figure));
        // One mark more stands where the page says what it means.
        assertThat(page.split("\\[c\\]", -1)).hasSize(computed.size() + 2);
    }

    @Test
    void budgets_inThePage_areTheManifests() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("opsatc.root")).resolve("PRIVACY.md"));

        assertThat(page)
                .contains("rho " + MANIFEST.rhoYear().decimal(3, RoundingMode.UNNECESSARY) + " in any 365 days; "
                        + MANIFEST.rhoDay().decimal(5, RoundingMode.UNNECESSARY) + " a day, of which 365 are "
                        + MANIFEST.rhoDay().times(365).decimal(4, RoundingMode.UNNECESSARY));
    }

    private static BigDecimal epsilon(Rational rho, Rational delta, int decimals) {
        return Zcdp.epsilon(rho, delta).setScale(decimals, RoundingMode.CEILING);
    }

    /** What a year of all blocks costs one user. */
    private static Rational userYear() {
        return MANIFEST.blocks().stream()
                .map(block -> Zcdp.userRho(
                        block.rho().dividedBy(MANIFEST.rhoDay()).times(MANIFEST.rhoYear()), ofAUser(block)))
                .reduce(Rational.ZERO, Rational::plus);
    }

    private static long mostOfAUser() {
        return MANIFEST.blocks().stream()
                .mapToLong(PrivacyPageTest::ofAUser)
                .max()
                .orElseThrow();
    }

    private static long ofAUser(Block block) {
        return Projection.userSensitivity(MANIFEST.userRadius(), block.cells().size());
    }

    private static String sigma(String id) {
        Block block = MANIFEST.blocks().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        BigInteger variance = Zcdp.sigmaSquared(block.rho());

        return new BigDecimal(variance)
                .sqrt(MathContext.DECIMAL64)
                .divide(BigDecimal.valueOf(Projection.UNIT_SCALE), 1, RoundingMode.CEILING)
                .toPlainString();
    }

    /** By what the mean of so many days has less noise, rounded down. */
    private static String root(int days) {
        return BigDecimal.valueOf(days)
                .sqrt(MathContext.DECIMAL64)
                .setScale(1, RoundingMode.FLOOR)
                .toPlainString();
    }
}
