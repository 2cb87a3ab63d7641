package com.opsatc.telemetry.exact;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.input.FileMark;
import java.time.LocalDate;
import java.util.List;

/** What stays of an exact day: that it was committed, from which files, and no vector. */
record ExpiredDay(LocalDate day, Sha256 manifestSha256, Sha256 inputSha256, Sha256 exactSha256, List<FileMark> files) {
    ExpiredDay {
        requireNonNull(day, "day");
        requireNonNull(manifestSha256, "manifestSha256");
        requireNonNull(inputSha256, "inputSha256");
        requireNonNull(exactSha256, "exactSha256");
        files = List.copyOf(files);
    }

    static ExpiredDay of(ExactDay exact) {
        return new ExpiredDay(exact.day(), exact.manifestSha256(), exact.inputSha256(), exact.sha256(), exact.files());
    }
}
