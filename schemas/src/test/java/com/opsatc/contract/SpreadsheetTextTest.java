package com.opsatc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠1", "\0=1"})
    void disarmed_formula_getsAnApostrophe(String text) {
        assertThat(SpreadsheetText.disarmed(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "", "  ", "Create order", "1-2"})
    void disarmed_plainText_staysAsItIs(String text) {
        assertThat(SpreadsheetText.disarmed(text)).isEqualTo(text);
    }

    @Test
    void disarmed_twice_isDisarmedOnce() {
        assertThat(SpreadsheetText.disarmed(SpreadsheetText.disarmed("=1"))).isEqualTo("'=1");
    }
}
