package com.opsatc.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:5433/opsatc",
                "jdbc:postgresql://localhost/opsatc",
                "jdbc:postgresql://[::1]:5433/opsatc",
                "jdbc:postgresql:opsatc",
                "jdbc:postgresql:///opsatc",
                "jdbc:postgresql://db.example.com/opsatc?sslmode=disable"
            })
    void proof_thisMachineOrByChoice_isScram(String url) {
        assertThat(DatabaseUrl.of(url).proof())
                .containsEntry("sslmode", "disable")
                .containsEntry("gssEncMode", "disable")
                .containsEntry("socketFactory", ProvenSocketFactory.class.getName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com/opsatc",
                "jdbc:postgresql://127.0.0.1,db.example.com:5433/opsatc",
                "jdbc:postgresql://127.0.0.1.example.com/opsatc",
                "jdbc:postgresql://localhost/opsatc?sslmode=verify-full&sslrootcert=/etc/ca.pem"
            })
    void proof_anotherMachineOrByChoice_isACertificate(String url) {
        assertThat(DatabaseUrl.of(url).proof())
                .containsEntry("sslmode", "verify-full")
                .doesNotContainKey("socketFactory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "prefer", "require", "verify-ca", ""})
    void of_modeThatTakesAnyServersWord_isRefused(String mode) {
        assertThatThrownBy(() -> DatabaseUrl.of("jdbc:postgresql://db/opsatc?sslmode=" + mode))
                .hasMessage("Cannot use the database URL: its sslmode encrypts for whoever answers; use"
                        + " sslmode=verify-full with sslrootcert, or sslmode=disable, where the server proves by"
                        + " scram-sha-256 that it knows the password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socketFactory=x",
                "authenticationPluginClassName=x",
                "sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "sslhostnameverifier=x",
                "service=x",
                "SSLMODE=prefer",
                "sslmode%20=prefer"
            })
    void of_parameterThatCouldSwitchTheProofOff_isRefused(String parameter) {
        assertThatThrownBy(() -> DatabaseUrl.of("jdbc:postgresql://localhost/opsatc?" + parameter))
                .hasMessage(
                        "Cannot use the database URL: it may carry no parameter but currentSchema, hostRecheckSeconds,"
                                + " loadBalanceHosts, socketTimeout, sslcert, sslkey, sslmode, sslrootcert, targetServerType");
    }

    @Test
    void of_parameterTwice_isRefused() {
        assertThatThrownBy(() -> DatabaseUrl.of("jdbc:postgresql://db/opsatc?sslmode=verify-full&sslmode=prefer"))
                .hasMessage("Cannot use the database URL: it carries a parameter twice");
    }
}
