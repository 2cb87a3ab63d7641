package com.opsatc.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RogueServerTest {
    private static final String PASSWORD = "correct-horse";

    @ParameterizedTest
    @EnumSource
    void connect_rogueServer_isRefusedBeforePasswordOrStatement(RogueServer.Manner manner) {
        try (RogueServer rogue = new RogueServer(manner);
                Database database = at(rogue)) {
            assertThatThrownBy(database::connect)
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE))
                    .hasMessage(
                            "Cannot reach the platform database: who answers in the database's place is not believed to"
                                    + " be it, because " + manner.refusal()
                                    + "; it was told no password; run `opsatc doctor`, which starts the home's own"
                                    + " server when it does not run, or mend the URL of your own");
            assertThat(rogue.heard())
                    .contains("connection")
                    .allMatch(said -> said.equals("connection") || said.startsWith("p") || said.equals("X"))
                    .noneMatch(said -> said.contains(PASSWORD));
        }
    }

    @ParameterizedTest
    @EnumSource
    void flyway_rogueServer_isRefused(RogueServer.Manner manner) {
        try (RogueServer rogue = new RogueServer(manner);
                Database database = at(rogue)) {
            assertThatThrownBy(() -> Flyway.configure()
                            .dataSource(database.url(), null, null)
                            .jdbcProperties(database.connectionProperties())
                            .load()
                            .info())
                    .isInstanceOf(FlywayException.class);
            assertThat(rogue.heard()).contains("connection").noneMatch(said -> said.startsWith("Q"));
        }
    }

    @Test
    void see_anyOrderOfAnswersInAnyPieces_isCompleteOnlyByTheOneCourse() {
        Random random = new Random(5);
        int complete = 0;
        for (int round = 0; round < 20_000; round++) {
            List<Integer> codes = random.ints(random.nextInt(6), 0, 6)
                    .mapToObj(i -> List.of(0, 10, 11, 12, 3, -1).get(i))
                    .toList();
            codes = round % 4 == 0
                    ? Stream.concat(Stream.of(10, -1, 11, 12, 0), codes.stream())
                            .toList()
                    : codes;
            boolean right =
                    codes.stream().filter(code -> code >= 0).limit(4).toList().equals(List.of(10, 11, 12, 0));
            assertThat(complete(codes, random)).as(codes.toString()).isEqualTo(right);
            complete += right ? 1 : 0;
        }

        assertThat(complete).isGreaterThan(4_000);
    }

    @Test
    void see_messagesOfNoPostgres_areRefused() {
        for (byte[] said : new byte[][] {
            "HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII),
            {'R', 0, 0, 0, 4, 0},
            {'R', -1, -1, -1, -1},
            {'E', 127, 0, 0, 0},
            {'Z', 0, 0, 0, 5, 'I'}
        }) {
            assertThatThrownBy(() -> new LoginWatch().see(said, 0, said.length))
                    .isInstanceOf(UnprovenServerException.class)
                    .hasMessage("it does not log in as PostgreSQL does");
        }
    }

    /** Sends the codes, -1 for a notice, in pieces of any length; whether the watch was satisfied at any time. */
    private static boolean complete(List<Integer> codes, Random random) {
        ByteBuffer all = ByteBuffer.allocate(1024);
        for (int code : codes) {
            byte[] body = new byte[random.nextInt(12)];
            random.nextBytes(body);
            if (code < 0) {
                all.put((byte) 'N').putInt(4 + body.length).put(body);
            } else {
                all.put((byte) 'R').putInt(8 + body.length).putInt(code).put(body);
            }
        }

        LoginWatch watch = new LoginWatch();
        try {
            for (int at = 0; at < all.position(); ) {
                int length = Math.min(1 + random.nextInt(9), all.position() - at);
                watch.see(all.array(), at, length);
                at += length;
            }
        } catch (UnprovenServerException e) {
            assertThat(watch.complete()).isFalse();
        }
        return watch.complete();
    }

    private static Database at(RogueServer rogue) {
        return Database.external(
                "jdbc:postgresql://127.0.0.1:" + rogue.port() + "/opsatc", "opsatc", PASSWORD.toCharArray());
    }
}
