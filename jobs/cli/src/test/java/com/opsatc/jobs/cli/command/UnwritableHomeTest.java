package com.opsatc.jobs.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnwritableHomeTest {
    private static final Path HOME = Path.of("/srv/home");
    private static final String WHAT_TO_DO =
            "; every verb keeps its lock, its log and the database there; make it writable,"
                    + " or name another with --home";

    @ParameterizedTest
    @CsvSource({
        "Read-only file system, its file system is read-only",
        "No space left on device, its file system is full",
        "Disk quota exceeded, its file system is full"
    })
    void behind_fileOfTheHomeThatCannotBeWritten_isNamed(String reason, String words) {
        var failure = new IllegalStateException(
                new UncheckedIOException(new FileSystemException("/srv/home/postgres/lock", null, reason)));

        PipelineException sentence = UnwritableHome.behind(failure, HOME).orElseThrow();

        assertThat(sentence.code()).isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(sentence)
                .hasMessage("Cannot use the home /srv/home: /srv/home/postgres/lock cannot be written, " + words
                        + WHAT_TO_DO);
    }

    @Test
    void behind_homeThatMayNotBeWritten_isNamed() {
        assertThat(UnwritableHome.behind(new UncheckedIOException(new AccessDeniedException("/srv/home")), HOME))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .hasMessage("Cannot use the home /srv/home: it is read-only, or another user's" + WHAT_TO_DO));
    }

    @Test
    void behind_anotherFileOrFailure_isNotTheHomes() {
        assertThat(UnwritableHome.behind(new UncheckedIOException(new AccessDeniedException("/srv/other")), HOME))
                .isEmpty();
        assertThat(UnwritableHome.behind(new UncheckedIOException(new NoSuchFileException("/srv/home/x")), HOME))
                .isEmpty();
        assertThat(UnwritableHome.behind(new IllegalStateException("x"), HOME)).isEmpty();
    }

    @Test
    void refuse_writableHomeOrOneToBeMade_passes(@TempDir Path folder) {
        assertThatCode(() -> UnwritableHome.refuse(folder)).doesNotThrowAnyException();
        assertThatCode(() -> UnwritableHome.refuse(folder.resolve("a/b"))).doesNotThrowAnyException();
    }
}
