package com.opsatc.telemetry.release;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.telemetry.exact.RestrictedStore;
import com.opsatc.telemetry.testing.RealPlatform;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A process of its own that releases a week of a real platform. It stands still until it hears a line, once before it begins or
 * once after a step, and says where it stands; at the end it says how many days it published, or that it was locked out.
 */
final class StoppingRelease {
    static final String READY = "READY";

    private StoppingRelease() {}

    /** Arguments: the platform's folder, the release folder, the first day, the step or {@link #READY}. */
    public static void main(String[] arguments) {
        try (Tenancy tenancy = RealPlatform.open(Path.of(arguments[0]));
                PlatformScope scope = RealPlatform.scope(tenancy)) {
            ReleaseLab lab = new ReleaseLab(
                    Path.of(arguments[1]), scope, RestrictedStore.of(scope), LocalDate.parse(arguments[2]));
            if (arguments[3].equals(READY)) {
                stop(READY);
            }
            say("published "
                    + lab.release(20, (step, day) -> {
                                if (step.name().equals(arguments[3])) {
                                    stop(step.name());
                                }
                            })
                            .size());
        } catch (PipelineException e) {
            say(e.code() == ErrorCode.LOCKED ? "locked" : e.getMessage());
        }
    }

    private static void stop(String where) {
        say(where);
        try {
            while (System.in.read() != '\n') {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }
}
