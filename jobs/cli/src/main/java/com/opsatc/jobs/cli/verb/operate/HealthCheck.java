package com.opsatc.jobs.cli.verb.operate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.cli.output.Shown;

/** One thing that {@code doctor} looks at. */
@FunctionalInterface
interface HealthCheck {
    Result examine();

    /**
     * What was found.
     *
     * @param finding what is there, or what is missing and what to do about it
     */
    record Result(String name, boolean healthy, String finding) {
        public Result {
            requireNonNull(name, "name");
            finding = Shown.text(finding);
        }
    }

    /** What a check looks at: it returns what is there, or fails with what to do. */
    interface Look {
        String look() throws Exception;
    }

    /** A check whose failure is the finding. */
    static HealthCheck of(String name, Look look) {
        return () -> {
            try {
                return new Result(name, true, look.look());
            } catch (PipelineException e) {
                return new Result(name, false, e.getMessage());
            } catch (Exception e) {
                return new Result(
                        name, false, "cannot be checked: " + e.getClass().getSimpleName());
            }
        };
    }
}
