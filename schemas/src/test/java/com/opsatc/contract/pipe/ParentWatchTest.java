package com.opsatc.contract.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {
    @Test
    void start_endOfInput_saysThatTheParentIsGone() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (PipedOutputStream parent = new PipedOutputStream()) {
            ParentWatch.start(new PipedInputStream(parent), gone::countDown);
            assertThat(gone.getCount()).isEqualTo(1);
        }

        assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void start_unexpectedByte_saysSoToo() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (PipedOutputStream parent = new PipedOutputStream()) {
            ParentWatch.start(new PipedInputStream(parent), gone::countDown);
            parent.write(1);
            parent.flush();

            assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
