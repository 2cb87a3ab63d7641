package com.opsatc.telemetry.release;

import com.opsatc.telemetry.exact.RestrictedStore;
import com.opsatc.telemetry.testing.RealPlatform;
import com.opsatc.tenancy.PlatformScope;
import com.opsatc.tenancy.Tenancy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that releases a week of a real platform, says when it took a step, and stands still until it is killed. */
final class StoppingRelease {
    private StoppingRelease() {}

    /** Arguments: the platform's folder, the release folder, the first day, the step. */
    public static void main(String[] arguments) {
        Step last = Step.valueOf(arguments[3]);
        try (Tenancy tenancy = RealPlatform.open(Path.of(arguments[0]));
                PlatformScope scope = RealPlatform.scope(tenancy)) {
            ReleaseLab lab = new ReleaseLab(
                    Path.of(arguments[1]), scope, RestrictedStore.of(scope), LocalDate.parse(arguments[2]));
            lab.release(20, (step, day) -> {
                if (step == last) {
                    System.out.println(step);
                    System.out.flush();
                    while (true) {
                        LockSupport.park();
                    }
                }
            });
        }
    }
}
