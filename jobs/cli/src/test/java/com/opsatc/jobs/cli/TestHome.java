package com.opsatc.jobs.cli;

import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A folder with a home, a root key outside it, and one database server for all tests of this JVM; the server is stopped
 * and the folder removed at the JVM's end.
 */
public record TestHome(Path folder) {
    private static final TestHome SHARED = create();

    /** Passes the shared home to test constructors and methods. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestHome.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return SHARED;
        }
    }

    public Path home() {
        return folder.resolve("home");
    }

    public Path rootKey() {
        return folder.resolve("key/root.key");
    }

    /** A command line that works in this home. */
    public CommandRun.Start start() {
        return CommandRun.in(folder)
                .with("OPSATC_HOME", home().toString())
                .with("OPSATC_ROOT_KEY", rootKey().toString());
    }

    public Tenancy open() {
        return Tenancy.open(Home.create(home()), RootKeys.of(rootKey().toString()));
    }

    private static TestHome create() {
        try {
            TestHome home = new TestHome(Files.createTempDirectory("opsatc-cli").toRealPath());
            Runtime.getRuntime().addShutdownHook(new Thread(home::remove));

            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() {
        if (Files.exists(home())) {
            try (Tenancy tenancy = open()) {
                tenancy.stopServer();
            }
        }
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
