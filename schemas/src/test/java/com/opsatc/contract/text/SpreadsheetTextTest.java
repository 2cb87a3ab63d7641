package com.opsatc.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\t=1", "\rx", "\nx", "  =1", "＝1", "＋1", "－1", "＠1", "\0=1"})
    void disarmed_formula_getsAnApostrophe(String text) {
        assertThat(SpreadsheetText.disarmed(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "", "  ", "Create order", "1-2"})
    void disarmed_plainText_staysAsItIs(String text) {
        assertThat(SpreadsheetText.disarmed(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                ";=1+1|;~=1+1",
                "x;=cmd|x;~=cmd",
                "x; @y;z|x;~ @y;z",
                "x;\"=1\";-2|x;~\"=1\";~-2",
                "x;＝1|x;~＝1",
                "=1;=2|~=1;~=2",
                "a;b=c; 5-3|a;b=c; 5-3"
            })
    void disarmed_formulaBehindASemicolon_getsAnApostropheThere(String text, String disarmed) {
        assertThat(SpreadsheetText.disarmed(text)).isEqualTo(disarmed.replace('~', '\''));
        assertThat(SpreadsheetText.disarmed(disarmed.replace('~', '\''))).isEqualTo(disarmed.replace('~', '\''));
    }

    @Test
    void disarmed_formulaOnALaterLine_getsAnApostropheThere() {
        assertThat(SpreadsheetText.disarmed("\n=1")).isEqualTo("'\n'=1");
        assertThat(SpreadsheetText.disarmed("a\n\nb\r\n\r\nc")).isEqualTo("a\n\nb\r\n\r\nc");
        assertThat(SpreadsheetText.disarmed("a\n=1\r\n-2")).isEqualTo("a\n'=1\r\n'-2");
    }

    @Test
    void disarmed_twice_isDisarmedOnce() {
        assertThat(SpreadsheetText.disarmed(SpreadsheetText.disarmed("=1"))).isEqualTo("'=1");
    }
}
