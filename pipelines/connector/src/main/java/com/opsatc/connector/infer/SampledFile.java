package com.opsatc.connector.infer;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.format.TableSample;
import com.opsatc.connector.spec.FileFormat;

/**
 * The first rows of a file that is to be described.
 *
 * @param name without its folder
 */
public record SampledFile(String name, FileFormat format, TableSample sample) {
    public SampledFile {
        requireNonNull(name, "name");
        requireNonNull(format, "format");
        requireNonNull(sample, "sample");
    }

    /** Its name in lower case without what tells the format. */
    String stem() {
        return name.toLowerCase(java.util.Locale.ROOT).replaceFirst("\\.[a-z]+(\\.gz)?$", "");
    }
}
