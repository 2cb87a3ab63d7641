package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.privacy.MembershipAttack.Gain;
import com.opsatc.kernel.privacy.ReleaseDays.Mutant;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Attackers who know all but one tenant gain no more than the bound, from a day, a week or 91 days of all blocks; and the
 * proof has teeth: the likelihood ratio comes up to the bound, and every broken release is over it.
 */
class MembershipAttackTest {
    private static final int TRIALS = 10_000;
    /** Where only one cell of a block differs, the others say nothing and need not be drawn. */
    private static final int[] ONE_CELL_EACH = {1, 1, 1, 1};

    private static final int[] ALL_CELLS = {1, 3, 15, 5};

    @ParameterizedTest
    @CsvSource({"1, 20000", "7, 20000", "91, 2000"})
    void gains_releasedDays_areWithinTheBound(int days, int trials) {
        assertWithinTheBound(ReleaseDays.ofTenant(Mutant.NONE, ONE_CELL_EACH), days, trials, 1);
    }

    @Tag("campaign")
    @ParameterizedTest
    @CsvSource({"1, 1000000", "7, 100000", "91, 20000"})
    void gains_allCellsAndFullSize_areWithinTheBound(int days, int trials) {
        assertWithinTheBound(ReleaseDays.ofTenant(Mutant.NONE, ALL_CELLS), days, trials, 2);
    }

    @Test
    void gains_userInAWeek_areWithinTheUsersBound() {
        ReleaseDays release = ReleaseDays.ofUser(Mutant.NONE, ONE_CELL_EACH);

        assertThat(gains(release, 7, 3)).noneMatch(gain -> gain.exceeds(userBound(7)));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "HALF_SIGMA",
                "NO_TENANT_CLIP",
                "NO_CLIP",
                "DOUBLE_TENANT_CLIP",
                "ONE_PERCENT_UNNOISED",
                "SEED_REUSE"
            })
    void gains_brokenRelease_areOverTheBound(Mutant mutant) {
        ReleaseDays release = ReleaseDays.ofTenant(mutant, ONE_CELL_EACH);

        assertThat(gains(release, 7, 4)).anyMatch(gain -> gain.exceeds(bound(7)));
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_USER_CLIP", "NO_CLIP"})
    void gains_userOfABrokenRelease_areOverTheUsersBound(Mutant mutant) {
        ReleaseDays release = ReleaseDays.ofUser(mutant, ONE_CELL_EACH);

        assertThat(gains(release, 7, 5)).anyMatch(gain -> gain.exceeds(userBound(7)));
    }

    private static void assertWithinTheBound(ReleaseDays release, int days, int trials, long seed) {
        Map<MembershipAttack, Gain> gains = MembershipAttack.gains(release, days, trials, seed);
        Gain best = gains.get(MembershipAttack.LIKELIHOOD_RATIO);

        assertThat(gains.values()).noneMatch(gain -> gain.exceeds(bound(days)));
        // the tenant is away on one day of those with a second one, and the attack is as good as any can be
        assertThat(best.advantage()).isGreaterThan(bound(days > 1 ? days - 1 : 1) - 4 * best.error());
    }

    private static Collection<Gain> gains(ReleaseDays release, int days, long seed) {
        return MembershipAttack.gains(release, days, TRIALS, seed).values();
    }

    private static double bound(int days) {
        return MembershipBound.advantage(ReleaseDays.RHO_DAY.times(days)).doubleValue();
    }

    private static double userBound(int days) {
        long sensitivity = Projection.userSensitivity(VectorBounding.USER_RADIUS, 1);
        Rational rho = Zcdp.userRho(ReleaseDays.RHO_DAY.times(days), sensitivity);
        return MembershipBound.advantage(rho).doubleValue();
    }
}
