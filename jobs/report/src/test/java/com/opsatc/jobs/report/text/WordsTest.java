package com.opsatc.jobs.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void name_longerThanAPageShows_endsInAnEllipsis() {
        assertThat(Words.name("x".repeat(120))).hasSize(120).doesNotContain("…");
        assertThat(Words.name("x".repeat(121))).isEqualTo("x".repeat(119) + "…");
    }

    @Test
    void cut_betweenSurrogates_keepsCharactersWhole() {
        assertThat(Words.cut("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(Words.cut("😀😀", 2)).isEqualTo("😀😀");
    }

    @Test
    void name_blank_isNamedAsSuch() {
        assertThat(Words.name(" ")).isEqualTo("(empty name)");
    }

    @Test
    void visible_charactersThatHideOrReorder_areWrittenOut() {
        assertThat(Words.visible("a\u202eb\u0000c\u200bd\ufeffe\ud800f\u0085g\u2028h"))
                .isEqualTo("a\\u202eb\\u0c\\u200bd\\ufeffe\\ud800f\\u85g\\u2028h");
        assertThat(Words.visible("line\nend\tand – ordinary “text” ÄŞ 商 😀"))
                .isEqualTo("line\nend\tand – ordinary “text” ÄŞ 商 😀");
    }
}
