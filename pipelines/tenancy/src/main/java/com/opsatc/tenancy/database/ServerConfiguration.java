package com.opsatc.tenancy.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of the embedded server; written once, when its data folder is made. */
final class ServerConfiguration {
    /**
     * Loopback only, a password always; durable; a log without values: errors, whose text may repeat one, go to the client
     * alone ({@code log} ranks above {@code error} there).
     */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 100
            shared_buffers = '32MB'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_statement = 'none'
            log_min_messages = 'log'
            log_min_error_statement = 'panic'
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_error_verbosity = 'terse'
            """;

    private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

    private ServerConfiguration() {}

    static void write(Path data) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), SETTINGS, StandardCharsets.UTF_8);
        Files.writeString(data.resolve("pg_hba.conf"), ACCESS, StandardCharsets.UTF_8);
    }
}
