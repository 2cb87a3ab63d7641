package com.opsatc.process.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks the rule that only registered classes open files for writing. */
class OpensAFile {
    void write(Path file) throws IOException {
        Files.newOutputStream(file).close();
    }
}
