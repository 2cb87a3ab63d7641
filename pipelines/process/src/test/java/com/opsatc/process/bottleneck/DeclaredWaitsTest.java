package com.opsatc.process.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.FindingScope;
import com.opsatc.connector.Wait;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredWaitsTest {
    private static final Set<String> ACTIVITIES = Set.of("Discharge", "Return", "Triage");
    private static final FindingScope CONNECTOR = new FindingScope(
            "1h", List.of(new Wait("Discharge", "Return", null, "at home"), new Wait("Triage", "Gone", "2h", null)));

    @Test
    void of_activityThatTheTenantMistypes_namesTheNearest() {
        FindingScope tenant = new FindingScope(null, List.of(new Wait("Discharg", "Return", "2d", null)));

        assertThatThrownBy(() -> DeclaredWaits.of("care", CONNECTOR, tenant, ACTIVITIES))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage(
                        "Cannot use the waits that the tenant's configuration declares for process care: no activity is"
                                + " called 'Discharg', did you mean 'Discharge'?; 'opsatc edges' lists the activities of the"
                                + " published run");
    }

    @Test
    void of_tenantAndConnector_theTenantsDeclarationIsLaidOver() {
        FindingScope tenant = new FindingScope(null, List.of(new Wait("Discharge", "Return", "30d", null)));

        FindingScope scope =
                DeclaredWaits.of("care", CONNECTOR, tenant, ACTIVITIES).scope();

        assertThat(scope.waits())
                .containsExactly(new Wait("Discharge", "Return", "30d", null), new Wait("Triage", "Gone", "2h", null));
        assertThat(scope.floorUs()).hasValue(3_600_000_000L);
    }

    /** A connector is of many extracts: what it declares need not occur in each. */
    @Test
    void of_activityOfTheConnectorThatDoesNotOccur_isNoError() {
        assertThat(DeclaredWaits.of("care", CONNECTOR, FindingScope.NONE, ACTIVITIES)
                        .scope())
                .isEqualTo(CONNECTOR);
    }
}
